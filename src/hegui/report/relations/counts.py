"""Counts that stand in an order: 受理 and 办结, 场次 and 人次, new and all, due and done, how often and how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.report.relations.items import Item, Row, unspaced
from hegui.report.relations.lexicon import for_each, has, word_set, word_tuple, words
from hegui.report.relations.model import Relation, judged, of, printed

ORDERING = ("应", "结", "新", "每")  # of 应持证, 办结, 新增, 每月
TAKEN = ("受", "立", "收", "接")  # of 受理, 立案, 新收, 接到
_SHARED = 2
_NEAR = 40
_MARKS = "，,；;。、（）()和及"


def may_order(again: int, row: Row) -> bool:
    """Whether the counts of a sentence, ``again`` of which have the unit of another, may stand in an order."""
    return meets(row.units) or bool(again and has(row.words, ORDERING) and _is_ordered(unspaced(row.words)))


def _is_ordered(words: str) -> bool:
    """Whether the words for both sides of an order stand there; a figure may part those of _order: 审3件结."""
    if "结" in words and has(words, TAKEN):
        return True
    if has(words, word_tuple("orders", "added")) and has(words, word_tuple("orders", "stock")):
        return True
    return "每" in words or ("应" in words and bool(has(words, word_tuple("coverage", "done"))))


def meets(units: Sequence[str]) -> bool:
    """Whether there is a unit of events (场) and one of those who came (人次)."""
    return not (word_set("orders", "attendance").isdisjoint(units) or word_set("orders", "events").isdisjoint(units))


def read_counts(text: str, items: Sequence[Item], sentence: str) -> Iterator[Relation]:
    """The relations between neighbouring counts of one sentence."""
    often = [item for item in items if item.unit in ("次", "期", "场")] if "每" in sentence else []
    plain = [_plain(item) for item in items]
    for index in range(len(items) - 1):
        first, second = items[index], items[index + 1]
        if not (plain[index] and plain[index + 1]):
            continue
        if first.unit == second.unit:
            yield from _due(text, first, second, sentence)
            yield from _order(text, first, second)
            yield from _stock(text, first, second)
        else:
            yield from _attendance(text, first, second)
    if len(often) > 1:
        yield from _frequency(text, often)


def _plain(item: Item) -> bool:
    return item.unit in word_set("counts") and not for_each(item.label)


def _at_most(
    text: str, kind: str, small: Item, large: Item, names: tuple[str, str], problem: str, doubt: bool = False
) -> Relation:
    """The relation ``small`` ≤ ``large``, with what to say when it does not hold."""
    left, right = of(small.figure), of(large.figure)
    less, more = printed(text, small.figure), printed(text, large.figure)
    agree = left.low <= right.high + 1e-6
    return Relation(
        kind,
        judged(agree, doubt),
        small.figure.span,
        f"{names[0]} {less} ≤ {names[1]} {more}",
        left,
        right,
        names,
        ((large.figure.span, names[1]),),
        "" if agree or doubt else problem.format(less=less, more=more),
        sure=False,
    )


def _attendance(text: str, first: Item, second: Item) -> Iterator[Relation]:
    if first.unit in word_set("orders", "events") and second.unit in word_set("orders", "attendance"):
        problem = "活动 {less}，参加的只有 {more}，平均不到 1 人次"
        if not second.breaks:
            yield _at_most(text, "attendance", first, second, (first.unit, second.unit), problem)


def _order(text: str, first: Item, second: Item) -> Iterator[Relation]:
    """受理…件，办结…件."""
    taken, done = has(first.words, word_tuple("orders", "accepted")), has(second.words, word_tuple("orders", "closed"))
    if not taken or not done or has(first.words, word_tuple("orders", "closed")) or second.breaks or second.among:
        return
    if has(second.label, word_tuple("orders", "accepted")) or "未" in second.label or "不予" in first.words:
        return
    near = text[max(0, first.figure.span.start - _NEAR) : second.figure.span.end + _NEAR]
    doubt = bool(has(near, word_tuple("doubt")))
    problem = f"{done} {{less}}，多于{taken} {{more}}（如含上年结转，请写明）"
    yield _at_most(text, "order", second, first, (done, taken), problem, doubt)


def _stock(text: str, first: Item, second: Item) -> Iterator[Relation]:
    """新通过…人，共有…人."""
    new, stock = has(first.label, word_tuple("orders", "added")), has(second.label, word_tuple("orders", "stock"))
    if not new or not stock or has(second.label, word_tuple("orders", "added")) or second.breaks:
        return
    if not second.label.startswith("总") and not _share_words(first.words.replace(new, ""), second.words):
        return
    yield _at_most(text, "stock", first, second, (new, stock), f"{new} {{less}}，多于{stock} {{more}}")


def _share_words(first: str, second: str) -> bool:
    """Whether the two name one thing: two neighbouring characters in common."""
    return any(first[at : at + _SHARED] in second for at in range(len(first) - 1))


def _due(text: str, first: Item, second: Item, sentence: str) -> Iterator[Relation]:
    """应持证84人，已持证83人, beside a claim that all do."""
    due = first.label.rfind("应")
    if due < 0 or second.breaks or not second.label.startswith(word_tuple("coverage", "done")):
        return
    verb = first.label[due + 1 : due + 3]
    if len(verb) < _SHARED or verb not in second.words:
        return
    claim = has(sentence, word_tuple("coverage", "claims"))
    left, right = of(first.figure), of(second.figure)
    agree = left.low <= right.high + 1e-6 or not claim
    need, have = printed(text, first.figure), printed(text, second.figure)
    exact = first.figure.exact and second.figure.exact
    verdict = judged(agree, not exact)
    yield Relation(
        "coverage",
        verdict,
        second.figure.span,
        f"应{verb} {need}，实际 {have}" + (f"，称“{claim}”" if claim else ""),
        left,
        right,
        (f"应{verb}", claim) if claim else (f"应{verb}",),
        ((first.figure.span, "应有的数"),),
        "" if agree or not exact else f"称“{claim}”，而应{verb} {need}，实际只有 {have}",
    )


def _frequency(text: str, often: Sequence[Item]) -> Iterator[Relation]:
    """每季度召开1次…会议，全年召开…会议3次."""
    table: dict[str, int] = words()["frequency"]
    for index, item in enumerate(often[:-1]):
        word = next((word for word in table if word in item.label), "")
        if not word or item.figure.low != item.figure.high:
            continue
        stated = often[index + 1]
        if "每" in stated.label or stated.unit != item.unit or not _same_act(item, stated):
            continue
        due = item.figure._replace(value=item.figure.value * table[word])
        due = due._replace(low=due.value, high=due.value)
        agree = stated.figure.high >= due.value
        rhythm, count = f"{word}{printed(text, item.figure)}", printed(text, stated.figure)
        yield Relation(
            "frequency",
            judged(agree),
            stated.figure.span,
            f"{rhythm}，全年应有 {int(due.value)} {item.unit}；所写 {count}",
            of(stated.figure),
            of(due),
            (word,),
            ((item.figure.span, "频次"),),
            "" if agree else f"{rhythm}，全年应有 {int(due.value)} {item.unit}，所写只有 {count}",
            sure=False,
        )


def _same_act(first: Item, second: Item) -> bool:
    """Whether the two figures count one act: nothing parts them, or the words behind the one name the other."""
    if len(second.gap) > _SHARED and not any(mark in second.gap for mark in _MARKS):
        return True
    told = first.tail.lstrip("以上左右的")
    name = second.label + second.tail
    return any(told[at : at + 4] in name for at in range(max(0, len(told) - 3))) if len(told) >= 4 else False
