"""The relations between the figures of a report, each judged: consistent, contradictory, or not to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from hegui.report.model import Figure
from hegui.report.relations.items import items_of
from hegui.report.relations.model import Range, Relation, Verdict
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.report.build import Report

__all__ = ["Range", "Relation", "Verdict", "read_relations", "relations_in"]


def read_relations(report: Report) -> tuple[Relation, ...]:
    """All relations between the figures of a report, in the order of the text."""
    return relations_in(report.text, [sentence.span for sentence in report.sentences], report.figures)


def relations_in(text: str, sentences: Iterable[Span], figures: Sequence[Figure]) -> tuple[Relation, ...]:
    """The relations between ``figures`` of ``text``, sentence by sentence; linear in their number."""
    found: list[Relation] = []
    for span, inside in _by_sentence(sentences, figures):
        found += _in_sentence(text, span, inside)
    return tuple(found)


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


def _in_sentence(text: str, span: Span, figures: list[Figure]) -> Iterator[Relation]:
    from hegui.report.relations.sums import read_sums

    if len(figures) < 2:
        return
    items = items_of(text, span, figures)
    yield from read_sums(text, items)
