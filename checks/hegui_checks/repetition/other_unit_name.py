"""DUP004."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegui.api import HAN, Example, Hit, NamedTuple, Report, Severity, Span, check, load, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.context import around, cited, offsets, quoted
from hegui_checks.register import not_places

_KINDS = ("镇", "乡", "街道")
_MINE = regex(rf"[我本]{HAN}{{2,3}}?(?:镇|乡|街道)")
_LEAD = regex(
    rf"(?:20\d\d年(?:度)?(?:以来)?[，,]?|今年以来[，,]?|一年来[，,]?|近年来[，,]?|[一二三四五六七八九十]是)?(?:{HAN}{{1,6}}[县区市旗])?"
)
_LEAD_ENDS = frozenset("年度来，,是县区市旗")
_STOPS = "。；，：,;:\n\u3000 "
_WIDTHS = (2, 3)
_CLAUSE = 24
_TOGETHER = regex(r"联合|共同|配合|协助|携手|结对|对接|毗邻|相邻|邻近|两[镇乡]|跨[镇乡]|原")
_ABOVE = "省市县区旗州盟"


@check(
    "DUP004",
    "other-unit-name",
    "写成了别的单位的名称",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    needs=_KINDS,
    examples=[
        Example(
            bad="永宁镇党委高度重视法治建设，专题研究4次。",
            good="柳河镇党委高度重视法治建设，专题研究4次。",
            quiet=(
                "清源县柳河镇党委高度重视法治建设，专题研究4次。",
                "与永宁镇党委联合开展执法检查，会同永宁镇政府化解边界纠纷。",
                "各镇党委高度重视，乡镇党委切实负责，该镇党委认真落实。",
                "清源县委高度重视，永宁村积极参与。",
                "学习《永宁镇党委开展法治建设经验做法》。",
                "镇党委高度重视法治建设，我镇党委坚持党建引领。",
                "永宁镇的做法值得借鉴，赴永宁镇政府学习1次。",
                "东湖街道党工委积极配合我镇开展联合执法。",
                "永宁镇党委积极配合我镇开展联合执法。",
                "年初镇党委认真研究，目前镇政府扎实推进。",
            ),
            marks="永宁镇",
        ),
        Example(
            bad="我永宁镇全年审查合同18份。",
            good="我柳河镇全年审查合同18份。",
        ),
        Example(
            bad="2024年，永宁镇切实加强党的领导，审查合同18份。",
            good="2024年，柳河镇切实加强党的领导，审查合同18份。",
        ),
    ],
)
def other_unit_name(report: Report) -> Iterator[Hit]:
    """句子的主语写成了别的镇、街道，多半是套用了别人的稿子没有改净。

    只看与本单位同类的名称，并且作句子的主语或者前面有“我”“本”；合作单位、村、上级不算。
    设置里 [names] 的 neighbours 和 allow 列出的名称不算，own 是本单位的其他叫法。
    """
    own = _own(report)
    if own is None:
        return
    text = report.text
    kinds = ("街道",) if own[-1].endswith("街道") else ("镇", "乡")
    spared = (*own, *report.names.get("neighbours", ()), *report.names.get("allow", ()))
    told: set[str] = set()
    for place in sorted(_subjects(report, kinds)):
        name = place.of(text)
        if name in told or not _is_other(name, spared, next(filter(name.endswith, kinds))):
            continue
        if cited(report, place) or quoted(text, place) or _together(text, report, place, own[-1]):
            continue
        told.add(name)
        message = f"本报告由{own[-1]}作出，这里写的是“{name}”"
        yield Hit(place, message, f"改为“{own[-1]}”，并核对这一段是否套用了别的稿子")


class _Words(NamedTuple):
    """The table other_unit_name.toml; ``first`` is what begins ``organs`` and ``firmly``."""

    organs: tuple[str, ...]
    deeds: tuple[str, ...]
    firmly: tuple[str, ...]
    first: frozenset[str]


@cache
def _words() -> _Words:
    table = load(__file__, "other_unit_name")
    first = frozenset(words[0] for words in (*table["organs"], *table["firmly"]))
    return _Words(tuple(table["organs"]), tuple(table["deeds"]), tuple(table["firmly"]), first)


def _subjects(report: Report, kinds: tuple[str, ...]) -> Iterator[Span]:
    """Names that are the subject of their clause, or stand after 我, or after 本 where a clause begins."""
    text, end = report.text, report.end
    narrow, wide = _WIDTHS
    first = _words().first
    for mark in "我本":
        for at in offsets(text, mark, report.start, end):
            if text.startswith(kinds, at + 1 + narrow) or text.startswith(kinds, at + 1 + wide):
                match = _MINE.match(text, at, end)
                if match and match[0].endswith(kinds) and (mark == "我" or text[at - 1] in _STOPS):
                    yield Span(at + 1, match.end())
    for kind in kinds:
        for at in offsets(text, kind, report.start, end):
            after = at + len(kind)
            if text[after : after + 1] in first and text[at - narrow : at].isalpha() and _acts(text, after, end):
                start = _name(text, at)
                if start is not None:
                    yield Span(start, after)


def _acts(text: str, at: int, end: int) -> bool:
    """Whether it is told at ``at`` what the unit named before it does, or its organs."""
    words = _words()
    if text.startswith(words.firmly, at, end):
        return True
    if not text.startswith(words.organs, at):
        return False
    organs = (organ for organ in words.organs if text.startswith(organ, at))
    return any(text.startswith(words.deeds, at + len(organ), end) for organ in organs)


def _name(text: str, end: int) -> int | None:
    """Where a name before 镇 or 街道 at ``end`` begins that is the first thing in its clause."""
    line = max(0, end - _CLAUSE)
    for start in (end - width for width in _WIDTHS):
        if start >= line and text[start:end].isalpha():
            clause = max(line, *(text.rfind(mark, line, start) + 1 for mark in _STOPS))
            if start == clause or (text[start - 1] in _LEAD_ENDS and _LEAD.fullmatch(text, clause, start)):
                return start
    return None


def _own(report: Report) -> tuple[str, ...] | None:
    """The names of the report's own town or street, the short one last; None where that is not certain."""
    places = {issuer.place for issuer in report.issuers if issuer.place.endswith(_KINDS)}
    if report.level != "town" or not places or len({place.endswith("街道") for place in places}) > 1:
        return None
    names = [_bare(place) for place in sorted(places)]
    short = min(names, key=len)
    if not all(name.endswith(short) for name in names):
        return None
    return (*report.names.get("own", ()), *sorted(places), short)


def _bare(place: str) -> str:
    """The name of a town or street without the places that it lies in: 清源县柳河镇 is 柳河镇."""
    return place[max((at + 1 for at, char in enumerate(place[:-2]) if char in _ABOVE), default=0) :]


def _is_other(name: str, spared: tuple[str, ...], kind: str) -> bool:
    """Whether this is a name, and none of the own or spared ones."""
    bare = name.removesuffix(kind)
    words, characters = not_places()
    if bare in words or characters.intersection(bare):
        return False
    return not any(other.rstrip("镇乡") in name or name in other for other in spared)


def _together(text: str, report: Report, place: Span, own: str) -> bool:
    """Whether the sentence tells what the other one did with or for the report's own."""
    where = around(report, place.start).of(text)
    return own in where or f"我{own[-1]}" in where or _TOGETHER.search(where) is not None
