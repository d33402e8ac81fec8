"""The relations between the figures of a report, each judged: consistent, contradictory, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hegui.report.model import Figure
from hegui.report.relations.changes import read_changes
from hegui.report.relations.counts import read_counts
from hegui.report.relations.items import Item, items_of
from hegui.report.relations.model import Range, Relation, Verdict
from hegui.report.relations.rates import read_rates
from hegui.report.relations.repeats import Indicator, indicators, read_repeats
from hegui.report.relations.sums import read_sums
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.report.build import Report

__all__ = ["Range", "Relation", "Verdict", "read_relations", "relations_in"]


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
    before: list[Item] = []
    end = 0
    for span, inside in _by_sentence(sentences, figures):
        items = items_of(text, span, inside)
        earlier = before if not text[end : span.start].strip(" \u3000") else []
        told += indicators(text, span, items)
        found += _in_sentence(text, span, items, earlier)
        before, end = items, span.end
    found += read_repeats(text, told)
    if "|" in text or "\t" in text:
        from hegui.report.relations.tables import read_tables

        found += read_tables(text, body or Span(0, len(text)))
    return tuple(sorted(found, key=lambda relation: relation.span))


def _by_sentence(sentences: Iterable[Span], figures: Sequence[Figure]) -> Iterator[tuple[Span, list[Figure]]]:
    at = 0
    for span in sentences:
        while at < len(figures) and figures[at].span.start < span.start:
            at += 1
        first = at
        while at < len(figures) and figures[at].span.start < span.end:
            at += 1
        if at > first:
            yield span, list(figures[first:at])


def _in_sentence(text: str, span: Span, items: list[Item], earlier: list[Item]) -> Iterator[Relation]:
    same = [item for item in earlier if item.unit == items[0].unit]
    if len(same) == 1 and items[0].gap.lstrip().startswith("其中"):
        items = [same[0], *items]
    rates = any(item.unit == "%" for item in items)
    if len(items) < 2 and not rates:
        return
    yield from read_sums(text, items)
    if rates:
        yield from read_rates(text, items, earlier)
    yield from read_changes(text, items)
    yield from read_counts(text, items, span.of(text))
