"""The paragraphs of a report with what findings mean in them, for outputs that show the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from hegui.engine.stamp import Stamp, location
from hegui.finding import Finding, WireMark, WireParagraph
from hegui.report.build import Report
from hegui.report.model import Paragraph
from hegui.text.span import Span

PASSAGES, TEXT = "passages", "text"
_FARTHEST = 5


def passages(
    report: Report, stamp: Stamp, spans: Mapping[str, tuple[Span, ...]], findings: Sequence[Finding], keep: str
) -> tuple[WireParagraph, ...]:
    """The paragraphs in which ``findings`` stand, or with ``keep`` text all; what is private is masked in them.

    ``spans`` are the stretches of each finding by its fingerprint.
    Further places of a finding are marked where their paragraph is shown, and bring none of their own.
    """
    paragraphs = report.paragraphs
    starts = [paragraph.span.start for paragraph in paragraphs]
    marks: dict[int, list[WireMark]] = defaultdict(list)
    shown = set(range(len(paragraphs))) if keep == TEXT else set[int]()
    for finding in findings:
        for place, span in enumerate(spans.get(finding.fingerprint, ())):
            for index in _under(span, paragraphs, starts):
                start, end = _inside(span, paragraphs[index].span)
                marks[index].append(WireMark(start, end, finding.fingerprint, place > 0))
                if place == 0:
                    shown.add(index)
    return tuple(_wired(report, stamp, paragraphs[index], tuple(sorted(marks[index]))) for index in sorted(shown))


def _under(span: Span, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> Iterator[int]:
    """The first paragraphs that ``span`` shares a character with, or the one that an empty span stands in."""
    first = max(0, bisect_right(starts, span.start) - 1)
    for index in range(first, min(first + _FARTHEST, len(paragraphs))):
        inside = paragraphs[index].span
        if inside.start < span.end and span.start < inside.end:
            yield index
        elif span.start == span.end and inside.start <= span.start <= inside.end:
            yield index
            return


def _inside(span: Span, paragraph: Span) -> tuple[int, int]:
    """What of ``span`` is in ``paragraph``, from its start; an empty span takes the character before it, to be seen."""
    start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
    if start >= end:
        start = max(paragraph.start, start - 1)
        end = min(paragraph.end, start + 1)
    return start - paragraph.start, end - paragraph.start


def _wired(report: Report, stamp: Stamp, paragraph: Paragraph, marks: tuple[WireMark, ...]) -> WireParagraph:
    span = paragraph.span
    style = "heading" if paragraph.is_heading else paragraph.style
    if report.title and report.title.span.covers(span):
        style = "title"
    return WireParagraph(stamp.shown(span), location(report.document.places(span)[0]), style, marks)
