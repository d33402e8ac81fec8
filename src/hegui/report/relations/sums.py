"""Wholes and their parts: 共…（其中…）, 分别为, pairs such as 已结案 and 在办, totals after their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from hegui.report.relations.families import Match, alike, match
from hegui.report.relations.items import Item, for_each, has, word_tuple
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

_REACH = 200
_NEAR = 8
_LONG = 16
_REST = ("其他", "其它", "其余", "剩余")


class _Group(NamedTuple):
    """A whole and its parts. ``cue`` is the word that makes them so, ``closed`` that they exhaust the whole."""

    whole: Item
    parts: tuple[Item, ...]
    cue: str
    closed: bool
    apart: bool
    sure: bool = True


def read_sums(text: str, items: Sequence[Item]) -> Iterator[Relation]:
    """The relations between wholes and parts in one sentence."""
    taken = -1
    last: _Group | None = None
    for index in range(len(items) - 1):
        group = _told(items, index)
        if group is None and index > taken:
            group = _bare(items, index)
        if group:
            taken = index + len(group.parts)
            last = _lifted(group, last)
            yield from _judge(text, last)
            continue
        late = _late(items, index + 1) if index + 1 > taken else None
        if late:
            taken = index + 1
            yield from _judge(text, late)


def _lifted(group: _Group, last: _Group | None) -> _Group:
    """A second 其中 beside the first may cut across all of the first one's parts: its whole is theirs."""
    if group.cue != "其中" or last is None or group.whole not in last.parts:
        return group
    if group.parts[0].bracket != group.whole.bracket or last.whole.unit != group.whole.unit:
        return group
    return group._replace(whole=last.whole)


def _told(items: Sequence[Item], index: int) -> _Group | None:
    """Parts announced by 其中, a bracket, a colon or 分别为 behind the figure at ``index``."""
    first = items[index + 1]
    cue = _cue(items[index], first)
    if not cue:
        return None
    whole = _whole(items, index, first)
    if whole is None or not _may_be_whole(whole):
        return None
    listed = _listed(items, index + 1, bracket=first.bracket != whole.bracket)
    if not listed:
        return None
    found = match([_name(part) for part in listed])
    if found and (found.closed or found.count == len(listed)):
        return _Group(whole, tuple(listed[: found.count]), cue, found.closed, apart=True)
    parts = _plain_parts(listed, bracket=first.bracket != whole.bracket)
    if len(parts) > 1 and parts[-1].label.startswith(_REST):
        return _Group(whole, parts, cue, closed=True, apart=True)
    if len(parts) == 1 and cue in ("（", "："):
        return None
    if len(parts) > 1 and _exhausts(whole, first, cue):
        return _Group(whole, parts, cue, closed=True, apart=True)
    similar = alike([part.label for part in parts])
    return _Group(whole, parts, cue, closed=False, apart=similar, sure=not similar)


def _cue(whole: Item, first: Item) -> str:
    gap = first.gap.lstrip(" \u00a0")
    if first.within:
        return "其中"
    if gap[:1] in ("（", "("):
        return "（"
    if gap[:1] in ("：", ":"):
        return "："
    return has(first.label, word_tuple("exhaustive")) if first.depth == whole.depth else ""


def _exhausts(whole: Item, first: Item, cue: str) -> bool:
    """Whether 分别为 follows the whole directly, or a bracket names what 共 is made of."""
    if cue == "其中":
        return False
    gap = first.gap.lstrip(" \u00a0，,（(：:")
    if gap.startswith(word_tuple("exhaustive")):
        return True
    return cue == "（" and gap.startswith(word_tuple("naming")) and "共" in whole.label


def _whole(items: Sequence[Item], index: int, part: Item) -> Item | None:
    """The figure before the parts that has their unit: 498批次900余人次，其中…批次."""
    whole = items[index]
    if whole.unit == part.unit:
        return whole
    if index and not whole.gap.strip(" \u00a0、") and items[index - 1].unit == part.unit:
        return items[index - 1]
    return None


def _may_be_whole(item: Item) -> bool:
    """Whether a figure is a count of its own: no rate, none for each of several, no change."""
    if item.unit in ("%", "‰", "个百分点") or for_each(item.label):
        return False
    return not has(item.label, word_tuple("change", "since")) and not _is_change(item.label)


def _is_change(label: str) -> bool:
    return label.removesuffix("了").endswith(word_tuple("change", "up") + word_tuple("change", "down"))


def _listed(items: Sequence[Item], first: int, *, bracket: bool) -> list[Item]:
    """The figures of one unit that go on from ``first`` in its bracket, deeper brackets left out."""
    start = items[first]
    found: list[Item] = []
    for item in items[first : first + _REACH]:
        if item.bracket != start.bracket:
            if item.depth > start.depth:
                continue
            break
        if found and (item.within or item.unit != start.unit or (item.breaks and not bracket and not start.breaks)):
            break
        if item.unit != start.unit or _is_change(item.label):
            break
        found.append(_for_each(item))
    return found


def _for_each(item: Item) -> Item:
    """A figure said for each of several may stand for any number of times itself."""
    if item.label.startswith(word_tuple("each_head")) or item.label.endswith(("各", "各有", "均", "均为")):
        return item._replace(figure=item.figure._replace(high=inf))
    return item


def _name(item: Item) -> str:
    return item.label or item.tail


def _plain_parts(listed: Sequence[Item], *, bracket: bool) -> tuple[Item, ...]:
    """The figures up to the first whose label begins a new statement."""
    head = listed[0].label[:2]
    parts = [listed[0]]
    for item in listed[1:]:
        rest = item.label.startswith(_REST)
        new = item.label.startswith(word_tuple("fresh")) and item.label[:2] != head
        if not rest and (new or len(item.label) > _LONG) and not bracket:
            break
        parts.append(item)
        if rest:
            break
    return tuple(parts)


def _bare(items: Sequence[Item], index: int) -> _Group | None:
    """Parts that only their own words make parts: 立案14宗，已结案7宗，在办7宗."""
    whole = items[index]
    near = items[index + 1 : index + 1 + _NEAR]
    if len(near) < 2 or near[0].unit != whole.unit or near[1].unit != whole.unit or not _may_be_whole(whole):
        return None
    parts: list[Item] = []
    for item in near:
        if item.unit != whole.unit or item.bracket != whole.bracket or item.within or item.breaks:
            break
        parts.append(item)
    found = match([_name(part) for part in parts])
    if found and found.closed and _splits(whole, found):
        return _Group(whole, tuple(parts[: found.count]), "", closed=True, apart=True)
    for count, item in enumerate(parts, 1):
        if item.label.startswith(_REST) and count > 1 and not _new_statement(parts[:count]):
            return _Group(whole, tuple(parts[:count]), item.label[:2], closed=True, apart=True)
    return None


def _new_statement(parts: Sequence[Item]) -> bool:
    return any(len(part.label) > _NEAR or part.label.startswith(word_tuple("fresh")) for part in parts)


def _splits(whole: Item, found: Match) -> bool:
    """Whether the whole is one that the family splits without 其中."""
    if found.family.member(whole.label) is not None:
        return False
    if found.family.bare:
        return bool(has(whole.words, word_tuple("splits")))
    return bool(has(whole.label, word_tuple("totals")))


def _late(items: Sequence[Item], index: int) -> _Group | None:
    """A total behind its parts: 书面27件，口头39件，合计66件."""
    whole = items[index]
    word = has(whole.label, word_tuple("totals"))
    if not word or not whole.label.startswith(word) or len(whole.label) > len(word) + 2:
        return None
    parts: list[Item] = []
    at = index - 1
    while at >= 0 and index - at <= _NEAR and items[at].unit == whole.unit and items[at].bracket == whole.bracket:
        parts.insert(0, items[at])
        at -= 1
    if len(parts) < 2 or any(for_each(part.label) for part in parts):
        return None
    labels = [_name(part) for part in parts]
    found = match(labels)
    if found and found.closed and found.count == len(parts):
        return _Group(whole, tuple(parts), word, closed=True, apart=True)
    if at < 0 and word in ("合计", "总计", "共计") and alike(labels):
        return _Group(whole, tuple(parts), word, closed=True, apart=True, sure=False)
    return None


def _judge(text: str, group: _Group) -> Iterator[Relation]:
    if len(group.parts) > 1 and (group.closed or group.apart):
        yield _sum(text, group)
        return
    certain = 1 if group.cue == "其中" and not _one_list(group.parts) else len(group.parts)
    for part in group.parts[:certain]:
        yield _part(text, group, part)


def _one_list(parts: Sequence[Item]) -> bool:
    """Whether all parts are set apart by 、 alone."""
    return all("、" in part.gap and "，" not in part.gap and "," not in part.gap for part in parts[1:])


def _doubt(text: str, group: _Group) -> bool:
    """Whether a word between the first and the last figure says that more may count than is listed."""
    spans = sorted(item.figure.span for item in (group.whole, *group.parts))
    between = text[max(0, spans[0].start - 12) : spans[-1].end + 6]
    found = match([_name(part) for part in group.parts])
    return bool(has(between, word_tuple("doubt"))) and not (found and found.family.doubtless)


def _sum(text: str, group: _Group) -> Relation:
    figures = [part.figure for part in group.parts]
    whole = group.whole.figure
    left, right = total(figures), of(whole)
    agree = left.meets(right) if group.closed else left.low <= right.high + 1e-6
    verdict = judged(agree, _doubt(text, group))
    sign = "＝" if group.closed else "≤"
    shown = [f"{part.label[-8:]}{printed(text, part.figure)}" for part in group.parts]
    problem = _sum_problem(text, group, left, right) if verdict is Verdict.CONTRADICTORY else ""
    return Relation(
        "parts",
        verdict,
        whole.span,
        f"{joined(shown)} {sign} {group.whole.label[-8:]}{printed(text, whole)}",
        left,
        right,
        (group.cue,) if group.cue else (),
        tuple((figure.span, "分项") for figure in figures),
        problem,
        group.sure,
    )


def _sum_problem(text: str, group: _Group, left: Range, right: Range) -> str:
    unit = group.whole.unit
    figures = [part.figure for part in group.parts]
    exact = not any(figure.modifier for figure in (*figures, group.whole.figure))
    made = sum(figure.value for figure in figures)
    lead = "其中 " if group.cue == "其中" else ""
    row = joined([printed(text, figure) for figure in figures])
    result = amount(made, unit) if exact else amounts(left, unit)
    by = amount(abs(made - group.whole.figure.value), unit) if exact else f"至少 {amount(left.gap(right), unit)}"
    relation = "与总数 {} 不符，差 {}" if group.closed else "超过总数 {}，多 {}"
    return f"{lead}{row}＝{result}，{relation.format(printed(text, group.whole.figure), by)}"


def _part(text: str, group: _Group, part: Item) -> Relation:
    left, right = of(part.figure), of(group.whole.figure)
    agree = left.low <= right.high + 1e-6
    doubt = _doubt(text, group._replace(parts=(part,)))
    verdict = judged(agree, doubt)
    small, large = printed(text, part.figure), printed(text, group.whole.figure)
    over = amount(left.low - right.high, part.unit)
    return Relation(
        "part",
        verdict,
        part.figure.span,
        f"{part.label[-8:]}{small} ≤ {group.whole.label[-8:]}{large}",
        left,
        right,
        (group.cue,),
        ((group.whole.figure.span, "总数"),),
        f"其中 {small}，多于总数 {large}，多 {over}" if verdict is Verdict.CONTRADICTORY else "",
    )
