"""The sentences of a report, cut at their end marks."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.report.model import Paragraph, Sentence
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

STOPS = "。！？!?"
_CLOSERS = "”’）)》」"
_GOES_ON = regex(rf"。(?!\n)[\s{STOPS}{_CLOSERS}]")
_ANY_END = regex(rf"[{STOPS}]+[{_CLOSERS}]*|\n")


def read_sentences(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs, each with its end mark."""
    if not paragraphs:
        return ()
    start, end = paragraphs[0].span.start, paragraphs[-1].span.end
    lines = text[start:end].split("\n")
    if len(lines) == len(paragraphs) and not (
        any(mark in text for mark in STOPS[1:]) or _GOES_ON.search(text, start, end)
    ):
        return _of_lines(lines, start, paragraphs[0].order)
    found: list[Sentence] = []
    for paragraph in paragraphs:
        found += _of_any(text, *paragraph.span, paragraph.order)
    return tuple(found)


def _of_lines(lines: Sequence[str], at: int, order: int) -> tuple[Sentence, ...]:
    """The sentences of lines that are a paragraph each, the first of them at ``at``; 。 and nothing else ends one."""
    span_of = Span._make
    found: list[tuple[Span, int]] = []
    for number, line in enumerate(lines, order):
        ended = line.split("。")
        rest = ended.pop()
        for words in ended:
            start, at = at, at + len(words) + 1
            found.append((span_of((start, at)), number))
        start, at = at, at + len(rest)
        if rest:
            found.append((span_of((start, at)), number))
        at += 1
    return tuple(map(Sentence._make, found))


def _of_any(text: str, start: int, end: int, order: int) -> list[Sentence]:
    """The sentences of one paragraph, which may be a piece of a line, or several lines."""
    found = []
    while start < end:
        match = _ANY_END.search(text, start, end)
        stop = match.end() if match else end
        span = strip(text, start, stop)
        if span.width:
            found.append(Sentence(span, order))
        start = stop
    return found
