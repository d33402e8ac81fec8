"""Wholes and their parts, judged: closed parts make the whole, open ones stay within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from hegui.report.relations.families import match
from hegui.report.relations.groups import Group, read_groups
from hegui.report.relations.items import Item, Row
from hegui.report.relations.lexicon import has, named, word_tuple
from hegui.report.relations.model import (
    Range,
    Relation,
    Verdict,
    amount,
    amounts,
    joined,
    judged,
    of,
    printed,
    total,
)

_AMONG = ("其中", "中")
_CUES = ("中", "（", "(", "：", ":", "分")  # of 其中, …中, 分别; behind a whole and before its first part
_AHEAD, _BEHIND, _SEEN = 12, 6, 400


def may_add(text: str, row: Row) -> bool:
    """Whether a sentence may tell a whole and parts: by a cue between them, or by three of one unit in a row."""
    units = row.units
    for at in range(len(units) - 2):
        if units[at] == units[at + 1] == units[at + 2]:
            return True
    between = text[row.figures[0].span.end : row.figures[-1].span.start]
    return "分别" in row.words or bool(has(between, _CUES))


def read_sums(text: str, items: Sequence[Item]) -> Iterator[Relation]:
    """The relations between wholes and parts in one sentence."""
    for group in read_groups(items):
        yield from _judge(text, group)


def _judge(text: str, group: Group) -> Iterator[Relation]:
    if len(group.parts) > 1 and (group.closed or group.apart or _adds_up(group)):
        yield _sum(text, group)
        return
    certain = 1 if group.cue in _AMONG and not _one_list(group.parts) else len(group.parts)
    for part in group.parts[:certain]:
        if part.figure.high != inf or part.figure.low > group.whole.figure.high:
            yield _part(text, group, part)


def _adds_up(group: Group) -> bool:
    """Whether open parts make the whole after all."""
    made, whole = total(part.figure for part in group.parts), of(group.whole.figure)
    return made.low == made.high == whole.low == whole.high


def _one_list(parts: Sequence[Item]) -> bool:
    """Whether all parts are set apart by 、 alone."""
    return all("、" in part.gap and "，" not in part.gap and "," not in part.gap for part in parts[1:])


def _doubt(text: str, group: Group) -> bool:
    """Whether a word between the first and the last figure says that more may count than is listed."""
    spans = sorted(item.figure.span for item in (group.whole, *group.parts))
    end = spans[-1].end + _BEHIND
    between = text[max(0, spans[0].start - _AHEAD, end - _SEEN) : end]
    found = match([part.name for part in group.parts])
    return bool(has(between, word_tuple("doubt"))) and not (found and found.family.doubtless)


def _sum(text: str, group: Group) -> Relation:
    figures = [part.figure for part in group.parts]
    whole = group.whole.figure
    left, right = total(figures), of(whole)
    short = left.high < right.low
    agree = left.meets(right) or (short and not group.closed)
    verdict = judged(agree, _doubt(text, group) or (short and group.loose and group.cue in _AMONG))
    sign = "＝" if group.closed or not short else "≤"
    shown = [f"{named(part.label)}{printed(text, part.figure)}" for part in group.parts]
    problem = _sum_problem(text, group, left, right) if verdict is Verdict.CONTRADICTORY else ""
    return Relation(
        "parts",
        verdict,
        whole.span,
        f"{joined(shown)} {sign} {named(group.whole.label)}{printed(text, whole)}",
        left,
        right,
        (group.cue,) if group.cue else (),
        tuple((figure.span, "分项") for figure in figures),
        problem,
        group.sure and not (short and group.loose),
    )


def _sum_problem(text: str, group: Group, left: Range, right: Range) -> str:
    unit = group.whole.unit
    figures = [part.figure for part in group.parts]
    exact = not any(figure.modifier for figure in (*figures, group.whole.figure))
    made = sum(figure.value for figure in figures)
    lead = "其中 " if group.cue == "其中" else ""
    row = joined([printed(text, figure) for figure in figures])
    result = amount(made, unit) if exact else amounts(left, unit)
    by = amount(abs(made - group.whole.figure.value), unit) if exact else f"至少 {amount(left.gap(right), unit)}"
    relation = "与总数 {}不符，差 {}" if group.closed else "超过总数 {}，多 {}"
    return f"{lead}{row}＝{result}，{relation.format(printed(text, group.whole.figure), by)}"


def _made_of(group: Group) -> bool:
    """建成公园1个，其中设置展板12个: things in the whole, not some of it."""
    few = group.whole.unit in word_tuple("orders", "generic") and group.whole.figure.value < 3
    return few or any(part.label.startswith(word_tuple("orders", "made_of")) for part in group.parts)


def _part(text: str, group: Group, part: Item) -> Relation:
    left, right = of(part.figure), of(group.whole.figure)
    agree = left.low <= right.high + 1e-6
    doubt = _doubt(text, group._replace(parts=(part,))) or _made_of(group)
    verdict = judged(agree, doubt)
    problem = ""
    small, large = printed(text, part.figure), printed(text, group.whole.figure)
    if verdict is Verdict.CONTRADICTORY:
        problem = f"其中 {small}，多于总数 {large}，多 {amount(left.low - right.high, part.unit)}"
    return Relation(
        "part",
        verdict,
        part.figure.span,
        f"{named(part.label)}{small} ≤ {named(group.whole.label)}{large}",
        left,
        right,
        (group.cue,),
        ((group.whole.figure.span, "总数"),),
        problem,
    )
