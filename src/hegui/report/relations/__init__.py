"""The relations between the figures of a report, each judged: consistent, contradictory, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hegui.report.model import Figure
from hegui.report.relations.changes import may_change, read_changes
from hegui.report.relations.counts import may_order, meets, read_counts
from hegui.report.relations.items import LABEL, Row, items_of, unspaced
from hegui.report.relations.lexicon import has, word_tuple
from hegui.report.relations.model import Range, Relation, Verdict
from hegui.report.relations.rates import may_rate, read_rates
from hegui.report.relations.repeats import Indicator, indicators, may_be_told_again, read_repeats
from hegui.report.relations.sums import may_add, read_sums
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.report.build import Report

__all__ = ["Range", "Relation", "Verdict", "read_relations", "relations_in"]

_BEGINNING = "其 \u3000\t\u00a0\n\r"  # of 其中, by which what is in the sentence before goes on
_FAR = float("inf")


def read_relations(report: Report) -> tuple[Relation, ...]:
    """All relations between the figures of a report, in the order of the text."""
    sentences = [sentence.span for sentence in report.sentences]
    return relations_in(report.text, sentences, report.figures, Span(report.start, report.end))


def relations_in(
    text: str, sentences: Iterable[Span], figures: Sequence[Figure], body: Span | None = None
) -> tuple[Relation, ...]:
    """The relations between ``figures`` of ``text``, sentence by sentence, and in the tables of ``body``.

    Linear in the number of figures.
    """
    found: list[Relation] = []
    told: list[Indicator] = []
    starts = [figure.span.start for figure in figures]
    units = [figure.unit for figure in figures]
    totals, spaced = word_tuple("repeat", "totals"), " " in text or "\u00a0" in text
    before: tuple[Span, Sequence[Figure]] | None = None
    for span, first, last in _by_sentence(sentences, starts):
        start = span.start
        inside, named = figures[first:last], units[first:last]
        again, row = 0, None
        looks = "%" in named or text[start] in _BEGINNING
        if len(named) > 1:
            again = len(named) - len(set(named))
            looks = looks or again > 0 or meets(named)
        if looks:
            row = Row(text, span, inside)
            follows = before and not text[before[0].end : start].strip(" \u3000")
            found += _in_sentence(text, row, again, before if follows else None)
        labels = text[max(start, starts[first] - LABEL) : starts[last - 1]]
        if has(unspaced(labels) if spaced else labels, totals) and may_be_told_again(text[start : starts[first]]):
            told += indicators(text, span, row.items if row else items_of(text, span, inside))
        before = span, inside
    found += read_repeats(text, told)
    if "|" in text or "\t" in text:
        from hegui.report.relations.tables import read_tables

        found += read_tables(text, body or Span(0, len(text)))
    return tuple(sorted(found, key=lambda relation: relation.span))


def _by_sentence(sentences: Iterable[Span], figures: Sequence[int]) -> Iterator[tuple[Span, int, int]]:
    """The sentences that have ``figures``, told by their starts: each with its first and the one behind its last."""
    starts = [*figures, _FAR]
    at = 0
    for span in sentences:
        start, end = span
        if starts[at] >= end:
            continue
        while starts[at] < start:
            at += 1
        first = at
        while starts[at] < end:
            at += 1
        if at > first:
            yield span, first, at


def _in_sentence(text: str, row: Row, again: int, before: tuple[Span, Sequence[Figure]] | None) -> Iterator[Relation]:
    """The relations in one sentence; each kind is looked for only where its words and units allow for it.

    ``again`` of its figures have the unit of another one; ``before`` is the sentence right before.
    """
    earlier = Row(text, *before) if before else None
    if earlier and row.words.lstrip().startswith("其中") and (whole := earlier.only(row.units[0])):
        items = [whole, *row.items]
        yield from read_sums(text, items)
        yield from read_rates(text, items, earlier)
        yield from read_changes(text, items)
        yield from read_counts(text, items, row.words)
        return
    if again and may_add(text, row):
        yield from read_sums(text, row.items)
    if "%" in row.units and may_rate(row):
        yield from read_rates(text, row.items, earlier)
    if may_change(again, row):
        yield from read_changes(text, row.items)
    if may_order(again, row):
        yield from read_counts(text, row.items, row.words)
