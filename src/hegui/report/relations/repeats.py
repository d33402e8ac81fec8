"""One indicator told twice in one report, with the same value or with another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from hegui.report.model import Figure
from hegui.report.relations.items import Item
from hegui.report.relations.lexicon import has, word_set, word_tuple, words
from hegui.report.relations.model import Relation, Verdict, amount, judged, of, printed
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_SHORTEST = 5
_FAR = 120


class Indicator(NamedTuple):
    """A total with the name under which it is told, and the sentence it stands in."""

    name: str
    figure: Figure
    sentence: Span


def may_be_told_again(head: str) -> bool:
    """Whether a sentence that so begins, up to its first figure, may tell a total of the whole year and place."""
    return len(head) <= _FAR and not has(head, word_tuple("repeat", "pieces"))


def indicators(text: str, sentence: Span, items: list[Item]) -> Iterator[Indicator]:
    """The totals of a sentence that may be told again elsewhere."""
    for index, item in enumerate(items):
        if item.unit not in word_set("counts") or not item.unit or item.figure.low != item.figure.high:
            continue
        if item.bracket or not has(item.label, word_tuple("repeat", "totals")):
            continue
        if index and not _heads(item):
            continue
        if item.figure.span.start - sentence.start > _FAR:
            return
        if has(text[sentence.start : item.figure.span.start], word_tuple("repeat", "pieces")):
            continue
        name = _name(item.label)
        if len(name) >= _SHORTEST and has(name, word_tuple("repeat", "subjects")):
            yield Indicator(name, item.figure, sentence)


def _heads(item: Item) -> bool:
    """Whether a clause of its own begins before the figure."""
    return item.gap.rstrip(item.label)[-1:] in ("，", ",", "；", ";", "。", "")


@lru_cache(2048)
def _name(label: str) -> str:
    drop: list[str] = words()["repeat"]["drop"]
    for word in drop:
        label = label.replace(word, "")
    return "".join(char for char in label if not char.isdigit())


def read_repeats(text: str, told: list[Indicator]) -> Iterator[Relation]:
    """The indicators told in more than one sentence."""
    first: dict[tuple[str, str], Indicator] = {}
    for one in told:
        key = (one.name, one.figure.unit)
        before = first.setdefault(key, one)
        if before.sentence == one.sentence:
            continue
        agree = before.figure.value == one.figure.value
        value, other = printed(text, before.figure), printed(text, one.figure)
        verdict = judged(agree)
        problem = f"“{one.name}”前后不一：前面 {value}，这里 {other}，差 {_gap(before.figure, one.figure)}"
        yield Relation(
            "repeat",
            verdict,
            one.figure.span,
            f"{one.name}：{value}，{other}",
            of(one.figure),
            of(before.figure),
            (one.name,),
            ((before.figure.span, "前面的数"),),
            problem if verdict is Verdict.CONTRADICTORY else "",
        )


def _gap(first: Figure, second: Figure) -> str:
    return amount(abs(first.value - second.value), first.unit)
