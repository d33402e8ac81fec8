"""How a title that the register does not have misnames one that it has, if it does.

Nothing is concluded from nearness alone. A difference counts when it is of a kind that people make (a lost 反, 督查 for
督察, a swapped or doubled character) and no two real titles show it; any other single character counts only where the
register is known to be whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegui.api import NamedTuple, load, regex
from hegui_checks.nearness import differing, distance
from hegui_checks.titles import HEADS, PARTY, STATE, Entry, Name, register

_TAIL = regex(r"(?:[（(][^（()）]*[）)])+$")
_PLACES = frozenset("省市县区镇乡州旗盟村街")
_NUMERALS = frozenset("一二三四五六七八九十")
_LINKS = frozenset("和与及的")
_STATE_LIKE = ("国家", "我国")
_PARTY_LIKE = ("党的", "中共")
_SHORTEST = 4
_HEAD = 8
_FARTHEST = 3


class Misnaming(NamedTuple):
    """``right`` is what should stand for the title's core, with its head where it was written with one.

    ``distance`` counts the characters to change; ``sure`` tells that the kind of difference is one that people make;
    ``head`` that 中华人民共和国 or 中国共产党 itself is wrong.
    """

    entry: Entry
    right: str
    distance: int
    sure: bool = True
    head: bool = False


class _Words(NamedTuple):
    swaps: tuple[tuple[str, str], ...]
    alike: frozenset[str]
    padding: tuple[str, ...]
    types: tuple[str, ...]


@cache
def _words() -> _Words:
    table = load(f"{__file__.rpartition('citation')[0]}facts", "confusions")
    swaps = tuple((wrong, right) for wrong, right in table["words"])
    alike = frozenset(a + b for group in table["chars"] for a in group for b in group if a != b)
    return _Words(swaps, alike, tuple(table["padding"]), tuple(table["types"]))


def misnaming(name: Name, *, whole: bool) -> Misnaming | None:
    """What ``name`` misnames, or None; ``whole`` tells that the register was whole when the report was written."""
    known = register()
    base = name.head + name.core
    meant = known.wrongs.get(base + name.tail) or known.wrongs.get(base) or known.wrongs.get(name.core)
    if meant:
        return _listed(name, meant)
    found = None if "〈" in base else _unlisted(name, whole=whole)
    return found if found and known.find(name) is None else None


def _unlisted(name: Name, *, whole: bool) -> Misnaming | None:
    """What ``name`` seems to misname."""
    found = _wrong_head(name, whole=whole) or _lost_anti(name) or _swapped_word(name) or _wrong_type(name)
    if found or len(name.core) < _SHORTEST:
        return found
    found = _party_work(name)
    if found or not _type_of(name.core):
        return found
    return _near_policy(name) or _one_character(name, whole=whole) or (_padded(name) if whole else None)


def _listed(name: Name, meant: str) -> Misnaming:
    entry = register().pick(meant, name)
    right = _right(name, entry)
    mangled = not name.head and right.startswith(HEADS)
    return Misnaming(entry, right, distance(name.head + name.core, right), head=mangled)


def _right(name: Name, entry: Entry) -> str:
    """The title in the form in which it was cited: with its head only where a head was written."""
    headed = bool(name.head) or name.core.startswith((*_STATE_LIKE, *_PARTY_LIKE))
    return (entry.name.head if headed else "") + _core_as_written(entry)


def _core_as_written(entry: Entry) -> str:
    """Its title without head and trailing brackets, with the marks that comparing drops."""
    return _TAIL.sub("", entry.title).removeprefix(entry.name.head)


def _wrong_head(name: Name, *, whole: bool) -> Misnaming | None:
    if name.head and name.core in register():
        own = register().pick(name.core, name)
        return Misnaming(own, _core_as_written(own), len(name.head), head=True) if whole else None
    base = name.head + name.core
    for written, rest, head in _heads(base) if any(char in base[:_HEAD] for char in "国共党") else ():
        entry = _headed(rest, head)
        if entry:
            return Misnaming(entry, head + _core_as_written(entry), distance(written, head), head=True)
    return None


def _heads(base: str) -> Iterator[tuple[str, str, str]]:
    """What may stand for 中华人民共和国 or 中国共产党 at the head of ``base``, what follows it, and which is meant."""
    for words, head in ((_STATE_LIKE, STATE), (_PARTY_LIKE, PARTY)):
        for word in words:
            rest = base.removeprefix(word)
            if rest != base and len(rest) > len("民法"):
                yield word, rest, head
    for head in HEADS:
        if len({*head} & {*base[: len(head) + 1]}) < len({*head}) - 1:
            continue
        for size in range(len(head) - 1, len(head) + 2):
            if base[:size] != head and distance(base[:size], head) == 1:
                yield base[:size], base[size:], head


def _headed(core: str, head: str) -> Entry | None:
    """The document of that core, when its title begins with ``head``."""
    found = register().get(core)
    return found[0] if found and found[0].name.head == head else None


def _meant(core: str, name: Name, far: int) -> Misnaming | None:
    """``core`` as what ``name`` misnames by ``far`` characters, when there is such a document."""
    if core not in register():
        return None
    entry = register().pick(core, name)
    return Misnaming(entry, _right(name, entry), far)


def _lost_anti(name: Name) -> Misnaming | None:
    return _meant("反" + name.core, name, 1)


def _swapped_word(name: Name) -> Misnaming | None:
    for wrong, right in _words().swaps:
        if wrong in name.core:
            found = _meant(name.core.replace(wrong, right, 1), name, distance(wrong, right))
            if found:
                return found
    return None


def _wrong_type(name: Name) -> Misnaming | None:
    """A law called a regulation: 中华人民共和国行政处罚条例. Without the head it may be a local one."""
    if name.head != STATE or not name.core.endswith("条例"):
        return None
    return _meant(name.core.removesuffix("条例") + "法", name, len("条例"))


def _party_work(name: Name) -> Misnaming | None:
    """A party rule whose 工作 was lost or added: 中国共产党巡视条例."""
    if name.head != PARTY:
        return None
    fewer = name.core.replace("工作", "", 1)
    for core in register().party:
        if core != name.core and (core == fewer or core.replace("工作", "", 1) == name.core):
            return _meant(core, name, len("工作"))
    return None


def _type_of(core: str) -> str:
    if not core.endswith(_words().types):
        return ""
    return next((word for word in _words().types if core.endswith(word)), "")


def _near_policy(name: Name) -> Misnaming | None:
    """A policy document of which some characters are lost, added or mistaken; beginning and kind are the same."""
    for core in register().near.get((name.core[:2], name.core[-2:]), ()):
        if abs(len(core) - len(name.core)) > _FARTHEST:
            continue
        far = distance(name.core, core)
        limit = min(_FARTHEST, len(core) // 5)
        replaced = far > abs(len(core) - len(name.core))
        if 0 < far <= limit and not (replaced and far > len(core) // 12) and not _names_place(name.core, core):
            entry = register().pick(core, name)
            return Misnaming(entry, _right(name, entry), far)
    return None


def _names_place(cited: str, core: str) -> bool:
    """Whether the characters that ``cited`` has more look like the name of a place."""
    return any(char in _PLACES for char in cited if cited.count(char) > core.count(char))


class _Change(NamedTuple):
    """What differs: at ``at`` of ``core`` stands ``right`` or nothing, in the cited title ``written`` or nothing."""

    core: str
    at: int
    written: str
    right: str


def _one_character(name: Name, *, whole: bool) -> Misnaming | None:
    best: Misnaming | None = None
    for change in _changes(name.core):
        entry = register().pick(change.core, name)
        sure = _is_slip(change, entry)
        if sure or (whole and _may_be_slip(change, entry, headed=bool(name.head))):
            found = Misnaming(entry, _right(name, entry), 1, sure)
            best = found if best is None or found.sure > best.sure else best
    return best


def _is_slip(change: _Change, entry: Entry) -> bool:
    """Whether it is a difference that no two real titles show."""
    core, at, written, right = change
    if len(core) < _SHORTEST + (not entry.is_law):
        return False
    if len(written) == len(right) == 2:
        return True
    if not right:  # a character too many: the one beside it, written twice
        return written in core[max(0, at - 1) : at + 1]
    if not written:
        return entry.is_law and len(core) > _SHORTEST and 0 < at < len(core) - len(_type_of(core)) - 1
    return written + right in _words().alike


def _may_be_slip(change: _Change, entry: Entry, *, headed: bool) -> bool:
    core, at, written, right = change
    own = len(core) - len(_type_of(core))
    if at == 0 or {*written, *right} & (_PLACES | _NUMERALS):
        return False
    lawlike = entry.is_law or headed
    if not lawlike and {*written, *right} & _LINKS:
        return False
    if written and right:
        return at < own and len(core) >= (5 if headed and entry.is_law else 6 if headed else 8 if entry.is_law else 10)
    if written and at >= own:  # 环境保护法 and 环境保护税法 are two laws
        return False
    return len(core) >= (6 if lawlike else 8)


def _changes(cited: str) -> Iterator[_Change]:
    """The cores of the same kind that differ from ``cited`` in one character, or in two that changed places."""
    seen: set[str] = set()
    starts, rests = _index()
    near = list(starts.get(cited[:3], ()))
    for cut in (3, 4, 5):
        near += rests.get(cited[cut:], ())
    kind = _type_of(cited) if near else ""
    for core in near:
        if core in seen or abs(len(core) - len(cited)) > 1 or _type_of(core) != kind:
            continue
        seen.add(core)
        change = _change(cited, core)
        if change:
            yield change


def _change(cited: str, core: str) -> _Change | None:
    start, written, right = differing(cited, core)
    if len(written) <= 1 and len(right) <= 1 and written != right:
        return _Change(core, start, written, right)
    return _Change(core, start, written, right) if len(written) == 2 and written == right[::-1] else None


@cache
def _index() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Every core by its first three characters, and by all after its fourth: one change leaves one of the two."""
    starts: dict[str, list[str]] = {}
    rests: dict[str, list[str]] = {}
    for core in register().cores:
        starts.setdefault(core[:3], []).append(core)
        rests.setdefault(core[4:], []).append(core)
    return starts, rests


def _padded(name: Name) -> Misnaming | None:
    """A law's name with 管理, 保障 and the like too many or too few: 安全生产管理法, 乡村振兴法."""
    if not name.core.endswith("法"):
        return None
    for word in _words().padding:
        core = name.core.replace(word, "", 1)
        if core != name.core and len(core) >= _SHORTEST and core in register() and register().pick(core, name).is_law:
            entry = register().pick(core, name)
            return Misnaming(entry, _right(name, entry), len(word), sure=False)
    if meant := _without_padding().get(name.core):
        entry = register().pick(meant, name)
        return Misnaming(entry, _right(name, entry), 2, sure=False)
    return None


@cache
def _without_padding() -> dict[str, str]:
    cores = [core for core in register().cores if core.endswith("法")]
    found = {core.replace(word, "", 1): core for core in cores for word in _words().padding if word in core}
    return {short: core for short, core in found.items() if len(short) >= _SHORTEST and register().get(core)[0].is_law}
