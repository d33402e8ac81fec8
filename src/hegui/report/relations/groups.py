"""Which figures of a sentence are a whole and its parts: 其中, brackets, 分别为, 已结案 and 在办, 合计."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from hegui.report.relations.families import Match, alike, match, names
from hegui.report.relations.items import Item
from hegui.report.relations.lexicon import for_each, has, total_word, word_tuple
from hegui.text.values import NamedTuple

_REACH = 200
_NEAR = 8
_LONG = 16
_REST = ("其他", "其它", "其余", "剩余")


class Group(NamedTuple):
    """A whole and its parts.

    ``cue`` is the word that makes them so, ``closed`` tells that they exhaust the whole, ``apart`` that
    none is counted twice. ``sure`` and ``loose`` are as in Relation and Family.
    """

    whole: Item
    parts: tuple[Item, ...]
    cue: str
    closed: bool
    apart: bool
    sure: bool = True
    loose: bool = False


def read_groups(items: Sequence[Item]) -> Iterator[Group]:
    """The wholes of a sentence, each with its parts."""
    taken = -1
    last: Group | None = None
    for index in range(len(items) - 1):
        group = _told(items, index)
        if group is None and index > taken:
            group = _bare(items, index)
        if group:
            taken = index + len(group.parts)
            last = _lifted(group, last)
            yield last
        elif index + 1 > taken and (late := _late(items, index + 1)):
            taken = index + 1
            yield late


def _lifted(group: Group, last: Group | None) -> Group:
    """A second 其中 beside the first may cut across all of the first one's parts: its whole is theirs."""
    if group.cue != "其中" or last is None or group.whole not in last.parts:
        return group
    if group.parts[0].bracket != group.whole.bracket or last.whole.unit != group.whole.unit:
        return group
    return group._replace(whole=last.whole)


def _told(items: Sequence[Item], index: int) -> Group | None:
    """Parts announced by 其中, a bracket, a colon or 分别为 behind the figure at ``index``."""
    first = items[index + 1]
    cue = _cue(items[index], first)
    if not cue:
        return None
    whole = _whole(items, index, first)
    if whole is None or not _may_be_whole(whole) or _one_of_list(items, index, whole):
        return None
    bracket = first.bracket != whole.bracket
    listed = _listed(items, index + 1, bracket=bracket)
    return _parted(whole, listed, cue, bracket=bracket) if listed else None


def _parted(whole: Item, listed: Sequence[Item], cue: str, *, bracket: bool) -> Group | None:
    """Which of the listed figures are parts, and how they stand to their whole."""
    first = listed[0]
    found = match([part.name for part in listed])
    if found and (found.closed or found.size == len(listed)):
        loose = found.family.loose and cue in ("其中", "中") and first.gap.lstrip()[:1] not in (":", "：")
        return Group(whole, tuple(listed[: found.size]), cue, found.closed, apart=True, loose=loose)
    parts = _plain_parts(listed, bracket=bracket)
    if len(parts) == 1:
        return None if cue in ("（", "：") else Group(whole, parts, cue, closed=False, apart=False)
    if any(_is_rest(part.label) for part in parts[1:]) or _exhausts(whole, first, cue):
        return Group(whole, parts, cue, closed=True, apart=True)
    similar = alike([part.label for part in parts])
    return Group(whole, parts, cue, closed=False, apart=similar, sure=not similar)


def _cue(whole: Item, first: Item) -> str:
    gap = first.gap.lstrip(" \u00a0")
    if first.among:
        return "其中" if "其中" in first.gap else "中"
    if gap[:1] in ("（", "(") and first.depth > whole.depth:
        return "（"
    if gap[:1] in ("：", ":"):
        return "："
    return has(first.label, word_tuple("exhaustive")) if first.depth == whole.depth else ""


def _exhausts(whole: Item, first: Item, cue: str) -> bool:
    """Whether 分别为 follows the whole directly, or a bracket names what 共 is made of."""
    if cue in ("其中", "中"):
        return False
    gap = first.gap.lstrip(" \u00a0，,（(：:")
    if gap.startswith(word_tuple("exhaustive")):
        return True
    return cue == "（" and gap.startswith(word_tuple("naming")) and bool(total_word(whole.label))


def _whole(items: Sequence[Item], index: int, part: Item) -> Item | None:
    """The figure before the parts that has their unit: 498批次900余人次，其中…批次."""
    whole = items[index]
    if whole.unit == part.unit:
        return whole
    if index and not whole.gap.strip(" \u00a0、") and items[index - 1].unit == part.unit:
        return items[index - 1]
    return None


def _one_of_list(items: Sequence[Item], index: int, whole: Item) -> bool:
    """15个村、3个社区，其中…: what follows is a part of the list, not of its last figure."""
    before = items[index - 1] if index and whole is items[index] else None
    return before is not None and before.unit == whole.unit and whole.gap.endswith(("、", "和", "及", "与", "以及"))


def _may_be_whole(item: Item) -> bool:
    """Whether a figure is a count of its own: no rate, none for each of several, no change."""
    if item.unit in ("%", "‰", "个百分点") or for_each(item.label):
        return False
    return not has(item.label, word_tuple("change", "since")) and not _is_change(item.label)


def _is_change(label: str) -> bool:
    words = word_tuple("change", "up") + word_tuple("change", "down")
    return label.removesuffix("了").endswith(words) and not label.endswith(("新增", "新升"))


def _listed(items: Sequence[Item], first: int, *, bracket: bool) -> list[Item]:
    """The figures of one unit that go on from ``first`` in its bracket, deeper brackets left out."""
    start = items[first]
    found: list[Item] = []
    for item in items[first : first + _REACH]:
        if item.bracket != start.bracket:
            if item.depth > start.depth:
                continue
            break
        if found and (item.among or item.unit != start.unit or (item.breaks and not bracket and not start.breaks)):
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


def _plain_parts(listed: Sequence[Item], *, bracket: bool) -> tuple[Item, ...]:
    """The figures up to the first whose label begins a new statement."""
    head = listed[0].label[:2]
    parts = [listed[0]]
    for item in listed[1:]:
        rest = _is_rest(item.label)
        new = item.label.startswith(word_tuple("fresh")) and item.label[:2] != head
        if not rest and (new or len(item.label) > _LONG) and not bracket:
            break
        parts.append(item)
    return tuple(parts)


def _is_rest(label: str) -> bool:
    """其他事项, 公共服务等其他事项: whatever is not named."""
    return label.startswith(_REST) or "等其他" in label


def _bare(items: Sequence[Item], index: int) -> Group | None:
    """Parts that only their own words make parts: 立案14宗，已结案7宗，在办7宗."""
    whole = items[index]
    near = items[index + 1 : index + 1 + _NEAR]
    if len(near) < 2 or near[0].unit != whole.unit or near[1].unit != whole.unit or not _may_be_whole(whole):
        return None
    parts: list[Item] = []
    for item in near:
        if item.unit != whole.unit or item.bracket != whole.bracket or item.among or item.breaks:
            break
        parts.append(item)
    found = match([part.name for part in parts])
    if found and found.closed and _splits(whole, found):
        return Group(whole, tuple(parts[: found.size]), "", closed=True, apart=True, loose=found.family.loose)
    return _with_rest(whole, parts)


def _with_rest(whole: Item, parts: Sequence[Item]) -> Group | None:
    """共公布清单399项，行政处罚94项，其他305项; without 共 the first may be one of the list, so only if it adds up."""
    for count, item in enumerate(parts, 1):
        if _is_rest(item.label) and count > 1 and not _new_statement(parts[:count]):
            group = Group(whole, tuple(parts[:count]), "其他", closed=True, apart=True)
            told = total_word(whole.label) and not whole.among
            return group if told or sum(part.figure.value for part in group.parts) == whole.figure.value else None
    return None


def _new_statement(parts: Sequence[Item]) -> bool:
    return any(len(part.label) > _LONG or part.label.startswith(word_tuple("fresh")) for part in parts)


def _splits(whole: Item, found: Match) -> bool:
    """Whether the whole is one that the family splits without 其中."""
    if names(found.family, whole.label):
        return False
    if found.family.bare:
        return bool(has(whole.words, word_tuple("splits")))
    return bool(total_word(whole.label))


def _late(items: Sequence[Item], index: int) -> Group | None:
    """A total behind its parts: 书面27件，口头39件，合计66件."""
    whole = items[index]
    word = total_word(whole.label)
    if not word or not whole.label.startswith(word) or len(whole.label) > len(word) + 2:
        return None
    parts: list[Item] = []
    at = index - 1
    while at >= 0 and index - at <= _NEAR and items[at].unit == whole.unit and items[at].bracket == whole.bracket:
        parts.insert(0, items[at])
        at -= 1
    if len(parts) < 2 or any(for_each(part.label) for part in parts):
        return None
    labels = [part.name for part in parts]
    found = match(labels)
    if found and found.closed and found.size == len(parts):
        return Group(whole, tuple(parts), word, closed=True, apart=True)
    bare = at < 0 and whole.label.rstrip("为达有约") == word
    sums = word in word_tuple("totals_of_all") or (word in word_tuple("totals_of_list") and _one_listing(parts))
    if bare and sums and not _newly(parts):
        return Group(whole, tuple(parts), word, closed=True, apart=True, sure=False)
    return None


def _newly(parts: Sequence[Item]) -> bool:
    """Whether what is counted came to others that the total may count too: 新聘3名、续聘2名，共32名."""
    return any(has(part.label, word_tuple("orders", "added")) for part in parts)


def _one_listing(parts: Sequence[Item]) -> bool:
    """Whether nothing but 、 stands between counts that are told of one and the same verb: 办理建议12件、提案8件."""
    others = parts[1:]
    apart = all("、" in part.gap and "，" not in part.gap and "," not in part.gap for part in others)
    return apart and not {part.label[:2] for part in others} & set(word_tuple("fresh"))
