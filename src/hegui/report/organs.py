"""Reads a public body's name: which rank it has, what kind of body it is, and for what place.

Ranks are nation, province, city, county and town; bodies are government, party, department,
subdistrict and zone. What a name does not tell is None, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from hegui.report.model import Issuer
from hegui.text.ahead import compiled
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.tables import load
from hegui.text.values import NamedTuple

_CENTRAL = regex(r"(?:国家|国务院|最高人民|中央|中华人民共和国)|^(?!.*[省市县区镇乡州旗]).{2,10}部$")
_TOWN = regex(r"[^乡各](?:镇|乡|苏木)$")
# 松坪县人民政府桥南街道办事处 and 县人民政府办公室 are one name each, 生态环境局松坪分局 as well.
_SAME_NAME = regex(r"[办关工综]|[^省市县区镇乡]{2,8}街道(?:办事处|办)?$|办事处|\S{2,8}分局$")
# An organ of the state below the centre is named after its head office: 国家税务总局松坪县税务局.
_HEAD_OFFICE = regex(
    r"(?:国家|中国)\S{2,12}?(?:总局|委员会|局|署)(?=\S{1,12}[省市县区旗州盟]\S{2,10}(?:局|队)$|\S{2,8}调查队$)",
    words=("国家", "中国"),
)
_RANK = {"省": "province", "自治区": "province", "自治州": "city", "地区": "city", "盟": "city", "州": "city"}
_RANK |= {"县": "county", "旗": "county", "区": "county", "自治县": "county", "自治旗": "county"}
_RANK |= {"镇": "town", "乡": "town", "苏木": "town"}
_PLACE_ENDS = (*_RANK, "市")
_LEAST = 4
_NAMES = 512  # a report names its issuers several times


class _Table(NamedTuple):
    """The word lists of organs.toml."""

    municipalities: tuple[str, ...]
    provinces: tuple[str, ...]
    cities: frozenset[str]
    generic: tuple[str, ...]
    functions: tuple[str, ...]
    zones: tuple[str, ...]
    parks: tuple[str, ...]
    new_districts: tuple[str, ...]
    governments: tuple[str, ...]
    subdistricts: tuple[str, ...]
    party: tuple[str, ...]
    departments: tuple[str, ...]


@cache
def _table() -> _Table:
    raw = load(__file__, "organs")
    lists = {name: tuple(raw[name]) for name in _Table._fields if name != "cities"}
    return _Table(cities=frozenset(raw["cities"].split()), **lists)


@cache
def _organ_end() -> re.Pattern[str]:
    words = {*_organ_endings(), "镇委员会", "乡委员会"}
    return compiled("|".join(sorted(words, key=lambda word: (-len(word), word))))


def rank_of_place(place: str) -> str | None:
    """The rank of a place by its name: 清源县柳河镇 is a town; a 市 only when the tables know it."""
    ends = [(place.rfind(suffix) + len(suffix), len(suffix), suffix) for suffix in _PLACE_ENDS if suffix in place]
    if not ends:
        return None
    end, width, suffix = max(ends)
    if suffix != "市":
        return _RANK[suffix]
    table = _table()
    if place[:end].endswith(table.municipalities):
        return "province"
    inner = place[: end - width]
    name = next((inner[-n:] for n in range(2, 5) if inner[-n:] in table.cities), None)
    if name:
        return "city"
    return "county" if re.search(r"[市州盟]|地区", inner[:-1]) else None


def _ends(name: str, words: tuple[str, ...]) -> str | None:
    """The longest of ``words`` that ``name`` ends in."""
    if not name.endswith(words):
        return None
    return max((word for word in words if name.endswith(word)), key=len)


@lru_cache(_NAMES)
def classify(name: str) -> tuple[str, str | None, str | None]:
    """The place, the level and the body that a name tells, spaces dropped: (清源县柳河镇, town, government)."""
    full = "".join(name.split())
    bare = full.removeprefix("中国共产党").removeprefix("中共")
    if bare in _table().generic:
        return bare, None, None
    for reading in (_outpost, _government, _party, _department):
        if found := reading(bare, bare != full):
            return found
    rank = rank_of_place(bare) if bare.endswith((*_RANK, "市")) else None
    return bare, rank, "government" if rank else None


_Reading = tuple[str, str | None, str | None]


def _outpost(bare: str, _: bool) -> _Reading | None:
    """A subdistrict, or the administration of a zone."""
    table = _table()
    if end := _ends(bare, table.subdistricts):
        return bare.removesuffix(end) + "街道", "town", "subdistrict"
    if end := _ends(bare, table.zones):
        return bare.removesuffix(end), None, "zone"
    if bare.endswith(table.new_districts):
        return bare, "county", "government"
    return (bare, None, "zone") if _ends(bare, table.parks) else None


def _government(bare: str, _: bool) -> _Reading | None:
    if end := _ends(bare, _table().governments):
        place = bare.removesuffix(end)
        return place, rank_of_place(place), "government"
    return None


def _party(bare: str, in_party: bool) -> _Reading | None:
    end = _ends(bare, _table().party) or (_ends(bare, ("委员会", "委")) if in_party else None)
    if end is None:
        return None
    place = bare.removesuffix(end)
    if _ends(place, _table().parks) and not place.endswith(_table().new_districts):
        return place, None, "zone"
    if len(end) == 2 and end[0] in "省市县区州旗盟镇乡" and not place.endswith(end[0]):
        place += end[0]
    return place, rank_of_place(place), "party" if end != "党组" else "department"


def _department(bare: str, in_party: bool) -> _Reading | None:
    bare = _HEAD_OFFICE.sub("", bare)
    if bare.endswith("海关"):
        return bare.removesuffix("海关"), None, "department"
    if _CENTRAL.search(bare):
        return bare, "nation", "department"
    if _TOWN.search(bare):
        return bare, "town", "government"
    end = _ends(bare, _table().departments)
    if end is None:
        return None
    place = bare.removesuffix(end)
    rank = "province" if end == "厅" else rank_of_place(_without_functions(place))
    body = "party" if in_party else "department"
    return place, rank, body if rank != "town" else None


def _without_functions(place: str) -> str:
    """A department's name up to its function: 市场 in 区市场监管 is no city."""
    for word in _table().functions:
        place = place.partition(word)[0] if place.find(word) > 0 else place
    return place


def issuer(text: str, span: Span) -> Issuer:
    """The issuer that stands at ``span``."""
    name = "".join(span.of(text).split())
    place, level, body = classify(name)
    return Issuer(span, name, place, level, body)


def split_names(text: str, span: Span) -> Iterator[Span]:
    """The names that stand side by side in a line: by spaces, or where one organ ends and another begins."""
    for match in re.finditer(r"\S+", span.of(text)):
        start, end = span.start + match.start(), span.start + match.end()
        inside = text[start : end - _LEAST]
        for stop in list(_organ_end().finditer(text, start, end)) if _holds_organ(inside) else ():
            goes_on = _SAME_NAME.match(text, stop.end(), end) if stop.end() < end else None
            of_head_office = _HEAD_OFFICE.match(text, start, end) is not None
            apart = stop.end() - start >= _LEAST and end - stop.end() >= _LEAST
            if apart and goes_on is None and not of_head_office:
                yield Span(start, stop.end())
                start = stop.end()
        yield Span(start, end)


def _holds_organ(words: str) -> bool:
    if _last_characters().isdisjoint(words):
        return False
    return any(ending in words for ending in _organ_endings()) or "委员会" in words


@cache
def _organ_endings() -> tuple[str, ...]:
    table = _table()
    words = {*table.zones, *table.governments, *table.subdistricts, *table.party, *table.departments}
    return tuple(words - {"所", "室", "队", "院", "街道", "政府", "办", "委"})


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(ending[-1] for ending in (*_organ_endings(), "委员会"))


def names_an_organ(words: str) -> bool:
    """Whether ``words`` end like the name of a public body."""
    return len(words) >= 4 and words.endswith(_organ_endings())


def names_a_place(words: str) -> bool:
    """Whether ``words`` end like the name of a place that has a government: 江源市, 柳河镇, 高岭经济开发区."""
    return 2 <= len(words) <= 20 and words.endswith((*_RANK, "市", "街道", *_table().parks))
