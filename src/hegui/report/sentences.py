"""The sentences of a report, cut at their end marks."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.report.model import Paragraph, Sentence
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

STOPS = "。！？!?"
_CLOSERS = "[”’）)》」]*"
_FULL_STOP = regex(rf"。[{STOPS}]*{_CLOSERS}")
_ANY_STOP = regex(rf"[{STOPS}]+{_CLOSERS}")
_ANY_END = regex(rf"[{STOPS}]+{_CLOSERS}|\n")


def read_sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs, each with its end mark."""
    if not paragraphs:
        return ()
    lines = len(paragraphs) - 1 == text.count("\n", paragraphs[0].span.start, paragraphs[-1].span.end)
    starts, ends, orders = _of_lines(text, paragraphs) if lines else _of_any(text, paragraphs)
    spans = list(map(Span._make, zip(starts, ends, strict=True)))
    firsts, lasts = map(text.__getitem__, starts), [text[end - 1] for end in ends]
    if any(map(str.isspace, firsts)) or any(map(str.isspace, lasts)):
        bare = [(strip(text, *span), order) for span, order in zip(spans, orders, strict=True)]
        return tuple([Sentence(span, order) for span, order in bare if span.width])
    return tuple(map(Sentence._make, zip(spans, orders, strict=True)))


_Places = tuple[list[int], list[int], list[int]]


def _of_lines(text: str, paragraphs: Sequence[Paragraph]) -> _Places:
    """Where sentences begin and end, and their paragraphs: each a line of its own, so that one look finds all ends."""
    stop = _ANY_STOP if any(mark in text for mark in STOPS[1:]) else _FULL_STOP
    start, order = paragraphs[0].span.start, paragraphs[0].order
    breaks = {paragraph.span.end for paragraph in paragraphs}
    ends = sorted(breaks.union([match.end() for match in stop.finditer(text, start, paragraphs[-1].span.end)]))
    starts: list[int] = []
    orders: list[int] = []
    for end in ends:
        starts.append(start)
        orders.append(order)
        start = end
        if end in breaks:
            start += 1
            order += 1
    return starts, ends, orders


def _of_any(text: str, paragraphs: Sequence[Paragraph]) -> _Places:
    """The same for paragraphs that are pieces of a line, or several lines."""
    starts: list[int] = []
    ends: list[int] = []
    orders: list[int] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        for stop in [*(match.end() for match in _ANY_END.finditer(text, start, end)), end]:
            if start < stop:
                starts.append(start)
                ends.append(stop)
                orders.append(paragraph.order)
                start = stop
    return starts, ends, orders
