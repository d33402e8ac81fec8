"""Changes: against two stated values, against a stated difference, or alone; and rates that change by points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, inf

from hegui.report.model import Figure
from hegui.report.relations.items import Item, Row
from hegui.report.relations.lexicon import for_each, has, word_set, word_tuple
from hegui.report.relations.model import Range, Relation, Verdict, judged, percents, printed
from hegui.report.relations.points import POINTS, is_points, not_percent, points_between
from hegui.report.relations.shares import printed_range
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

_SMALL = 1000
_FROM = ("由", "从")
MOVES = (
    "增",
    "升",
    "高",
    "涨",
    "降",
    "减",
    "跌",
    "落",
    "简",
    "缩",
)  # one of them stands in every word for a rise or a fall
_YEAR = regex(r"(?:19|20)\d\d(?!\d)")


class _Told(NamedTuple):
    """A change in percent: ``sign`` is 1 for a rise, -1 for a fall."""

    item: Item
    sign: int
    word: str


def may_change(again: int, row: Row) -> bool:
    """Whether a sentence may tell a change: a percentage, or the way from a figure to another of its unit."""
    return ("%" in row.units and bool(has(row.words, MOVES))) or (again > 0 and bool(has(row.words, _FROM)))


def read_changes(text: str, items: Sequence[Item]) -> Iterator[Relation]:
    """The relations between the changes told in one sentence and the values before them."""
    for index, item in enumerate(items):
        if item.unit == "%":
            told = _told(item)
            if told:
                yield from _percent(text, items, index, told)
        elif item.unit == POINTS:
            yield from _points(text, items, index)
        elif index:
            yield from _direction(text, items[index - 1], item)


def _points(text: str, items: Sequence[Item], index: int) -> Iterator[Relation]:
    """A change by points right behind the two rates that it lies between."""
    told = _told(items[index])
    if index < 2 or told is None or items[index].breaks or len(told.item.label) > len(told.word) + 1:
        return
    was, now = items[index - 2 : index]
    if was.unit == now.unit == "%" and not now.breaks and _from_to(was, now):
        yield points_between(text, was, now, told.item, told.sign)


def _told(item: Item) -> _Told | None:
    label = item.label.rstrip("了约近超逾")
    if label.endswith(word_tuple("change", "to")) and not label.endswith(("达到", "幅为")):
        return None
    label = label.rstrip("了约达到为近超逾")
    for sign, options in ((1, word_tuple("change", "up")), (-1, word_tuple("change", "down"))):
        for word in options:
            if label.endswith(word):
                return _Told(item, sign, word)
    return None


def _percent(text: str, items: Sequence[Item], index: int, told: _Told) -> Iterator[Relation]:
    if is_points(items, index):
        yield not_percent(text, items, index)
        return
    if not index or told.item.breaks or has(told.item.label, ("分别", "年均", "平均")) or not _own(told):
        return
    last = items[index - 1]
    pair = _pair(items, index)
    if not pair and last.unit not in word_set("counts") and last.unit != "元":
        return
    if pair:
        yield _judge(text, told, *pair)
    elif index > 1 and _is_difference(last, items[index - 2]):
        yield _by_difference(text, told, last, items[index - 2])
    else:
        yield from _alone(text, items, index, told)


def _own(told: _Told) -> bool:
    """Whether the change has no subject of its own: 同比增长, 较2023年下降, not 满意度同比上升."""
    label = told.item.label
    head = label[: label.rfind(told.word)]
    return not head or head.startswith(
        (*word_tuple("change", "since"), "较", "比", "相比", "均", "同期", "件相比", "起相比")
    )


def _pair(items: Sequence[Item], index: int) -> tuple[Item, Item] | None:
    """The value before and the value now, where both are told right before the change."""
    if index < 2:
        return None
    first, second = items[index - 2], items[index - 1]
    if first.unit != second.unit or second.breaks:
        return None
    if _from_to(first, second):
        return first, second
    for was, now in ((first, second), (second, first)):
        if not _is_before(was, now) or _compares(now.label):
            continue
        if _is_change(was.label) or _is_change(now.label) or _is_more(now.label):
            continue
        if not _compares(was.label) or was.label.endswith(("的", "同期")):
            return was, now
    return None


def _is_before(was: Item, now: Item) -> bool:
    """Whether words or years say that the one is the value before the other."""
    words = word_tuple("change", "before")
    if has(was.label, words):
        return not has(now.label, words)
    old, new = _YEAR.search(was.label), _YEAR.search(now.label)
    return bool(old and ((new and old[0] < new[0]) or (not new and was.bracket and not now.bracket)))


def _from_to(first: Item, second: Item) -> bool:
    return bool(has(first.label, _FROM)) and second.label.endswith(word_tuple("change", "to"))


def _compares(label: str) -> bool:
    return bool(has(label, word_tuple("change", "since")))


def _is_change(label: str) -> bool:
    return label.rstrip("了约").endswith(word_tuple("change", "up") + word_tuple("change", "down"))


def _is_more(label: str) -> bool:
    """比上年的389件多23件."""
    return label.rstrip("了约") in ("多", "少")


def _is_count(item: Item) -> bool:
    return item.unit in word_set("counts") and item.figure.low == item.figure.high


def _is_difference(item: Item, before: Item) -> bool:
    """较上年增加6件."""
    told = _is_change(item.label) or _is_more(item.label)
    return item.unit == before.unit and told and not item.breaks and not _is_change(before.label)


def _rise(was: Figure, now: Figure) -> Range:
    low = (now.low - was.high) * 100 / was.high if was.high not in (0, inf) else -100.0
    high = (now.high - was.low) * 100 / was.low if was.low else inf
    return Range(low, high)


def _judge(text: str, told: _Told, was: Item, now: Item) -> Relation:
    made = _rise(was.figure, now.figure)
    made = made if told.sign > 0 else Range(-made.high, -made.low)
    before, after = printed(text, was.figure), printed(text, now.figure)
    doubt = for_each(was.label) or for_each(now.label) or not was.figure.value
    return _relation(text, told, (was, now), made, f"{before} → {after}", doubt)


def _relation(text: str, told: _Told, counts: tuple[Item, Item], made: Range, shown: str, doubt: bool) -> Relation:
    stated = printed_range(told.item.figure)
    share = printed(text, told.item.figure)
    verdict = judged(made.meets(stated), doubt)
    problem = f"{shown}，变化为{_signed(made, told)}，与所写的“{told.word} {share}”不符"
    return Relation(
        "change",
        verdict,
        told.item.figure.span,
        f"{shown}＝{_signed(made, told)}，所写为{told.word} {share}",
        made,
        stated,
        (told.word,),
        ((counts[0].figure.span, "比较的数"), (counts[1].figure.span, "比较的数")),
        problem if verdict is Verdict.CONTRADICTORY else "",
    )


def _signed(made: Range, told: _Told) -> str:
    names = ("上升", "下降") if told.sign > 0 else ("下降", "上升")
    name = names[made.high < 0]
    low, high = sorted((abs(made.low), abs(made.high)))
    return f"{name} {percents(Range(low, high))}"


def _by_difference(text: str, told: _Told, delta: Item, now: Item) -> Relation:
    falls = delta.label.rstrip("了约").endswith((*word_tuple("change", "down"), "少"))
    sign = -1 if falls else 1
    if now.label.endswith(("的", "同期")) and (_compares(now.label) or now.label.startswith(("较", "比"))):
        made = Range(delta.figure.low * 100 / now.figure.high, delta.figure.high * 100 / max(now.figure.low, 1))
        shown = f"在 {printed(text, now.figure)} 上{'减少' if falls else '增加'} {printed(text, delta.figure)}"
        return _relation(text, told, (now, delta), _turned(made, sign, told), shown, doubt=False)
    was = now.figure._replace(
        value=now.figure.value - sign * delta.figure.value,
        low=now.figure.low - sign * (delta.figure.low if falls else delta.figure.high),
        high=now.figure.high - sign * (delta.figure.high if falls else delta.figure.low),
    )
    made = Range(delta.figure.low * 100 / was.high, delta.figure.high * 100 / was.low) if was.low > 0 else Range(0, inf)
    made = _turned(made, sign, told)
    shown = f"{printed(text, now.figure)}，{'减少' if falls else '增加'} {printed(text, delta.figure)}"
    return _relation(text, told, (now, delta), made, shown, was.low <= 0)


def _turned(made: Range, sign: int, told: _Told) -> Range:
    """A change the other way than told counts as negative."""
    return made if sign == told.sign else Range(-made.high, -made.low)


def _alone(text: str, items: Sequence[Item], index: int, told: _Told) -> Iterator[Relation]:
    """One value and its change: whether a whole previous value gives it, for the one or two values before."""
    near = [item for item in items[max(0, index - 2) : index] if item.unit in word_set("counts")]
    now = items[index - 1]
    if not has(told.item.label, word_tuple("change", "since")) and not told.item.label.startswith(("较", "比")):
        return
    if not _is_count(now) or not 0 < now.figure.value <= _SMALL or _is_change(now.label):
        return
    stated = printed_range(told.item.figure)
    base = _previous(now.figure.value, stated, told.sign)
    fits = base is not None or any(
        not _is_count(item) or _previous(item.figure.value, stated, told.sign) is not None for item in near
    )
    count, share = printed(text, now.figure), printed(text, told.item.figure)
    before = f"上年 {base}" if base is not None else "上年没有整数"
    yield Relation(
        "base",
        judged(fits),
        told.item.figure.span,
        f"{count}，{told.word} {share}：{before}",
        Range(now.figure.value, now.figure.value),
        stated,
        (told.word,),
        ((now.figure.span, "本年数"),),
        "" if fits else f"{count}{told.word} {share}：没有哪个整数的上年数能得出这一比例",
        sure=False,
    )


def _previous(now: float, change: Range, sign: int) -> int | None:
    """A whole number from which ``now`` is a change of that many percent."""
    rates = sorted((1 + sign * change.low / 100, 1 + sign * min(change.high, 1e6) / 100))
    if rates[0] <= 0:
        return 1
    low, high = ceil(now / rates[1] - 1e-9), floor(now / rates[0] + 1e-9)
    return max(low, 1) if max(low, 1) <= high else None


def _direction(text: str, was: Item, now: Item) -> Iterator[Relation]:
    """由17起下降至9起: whether the values go the way the word says."""
    if was.unit != now.unit or not _from_to(was, now):
        return
    up, down = has(now.label, word_tuple("change", "up")), has(now.label, word_tuple("change", "down"))
    if bool(up) == bool(down):
        return
    agree = now.figure.high >= was.figure.low if up else now.figure.low <= was.figure.high
    before, after = printed(text, was.figure), printed(text, now.figure)
    word = up or down
    yield Relation(
        "direction",
        judged(agree),
        now.figure.span,
        f"{before} → {after}，{word}",
        Range(was.figure.low, was.figure.high),
        Range(now.figure.low, now.figure.high),
        (word,),
        ((was.figure.span, "原数"),),
        "" if agree else f"从 {before} 到 {after}，方向与“{word}”不符",
    )
