"""The sentences of a report, cut at their end marks."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.report.model import Paragraph, Sentence
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

STOPS, _CLOSERS = "。！？!?", "”’）)》」"
_AFTER_STOP = frozenset(STOPS + _CLOSERS)
_ANY_END = regex(rf"[{STOPS}\n]")


def read_sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs, each with its end mark."""
    if not paragraphs:
        return ()
    breaks = text.count("\n", paragraphs[0].span.start, paragraphs[-1].span.end)
    usual = breaks == len(paragraphs) - 1 and not any(mark in text for mark in STOPS[1:])
    ends: list[int] = []
    starts: list[int] = []
    orders: list[int] = []
    for paragraph in paragraphs:
        start, end = paragraph.span
        if start == end:
            continue
        stops = _full_stops(text, start, end) if usual else _any_stops(text, start, end)
        if not stops or stops[-1] < end:
            stops.append(end)
        starts.append(start)
        starts += stops[:-1]
        ends += stops
        orders += [paragraph.order] * len(stops)
    firsts, lasts = map(text.__getitem__, starts), [text[end - 1] for end in ends]
    if any(map(str.isspace, firsts)) or any(map(str.isspace, lasts)):
        bare = [(strip(text, *place), order) for *place, order in zip(starts, ends, orders, strict=True)]
        return tuple([Sentence(span, order) for span, order in bare if span.width])
    spans = map(Span._make, zip(starts, ends, strict=True))
    return tuple(map(Sentence._make, zip(spans, orders, strict=True)))


def _full_stops(text: str, start: int, end: int) -> list[int]:
    """Where the sentences of a line end that has no other end marks than 。"""
    found = []
    at = text.find("。", start, end) + 1
    while at:
        if at < end and text[at] in _AFTER_STOP:
            at = _after_stop(text, at, end)
        found.append(at)
        at = text.find("。", at, end) + 1
    return found


def _any_stops(text: str, start: int, end: int) -> list[int]:
    """The same for a line with any end marks, or broken once more."""
    found: list[int] = []
    for match in _ANY_END.finditer(text, start, end):
        if not found or match.start() >= found[-1]:
            found.append(match.end() if match[0] == "\n" else _after_stop(text, match.end(), end))
    return found


def _after_stop(text: str, at: int, end: int) -> int:
    """Where further end marks and closing ones that follow an end mark are over."""
    while at < end and text[at] in STOPS:
        at += 1
    while at < end and text[at] in _CLOSERS:
        at += 1
    return at
