"""How grave a lack is for the body that reports, and where a lack is pointed at."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Duty, Hit, Report, Severity, Span

LOST = "；如原件中有，可能是复制网页时丢失"
_HEAD = 24


def owed(duty: Duty, severity: Severity) -> Severity:
    """``severity`` lowered to what the body's duty bears: by reference one grade, not bound an info."""
    if duty.strength == "rule":
        return severity
    if duty.strength == "none":
        return Severity.INFO
    if duty.strength == "reference":
        return Severity(max(severity - 1, Severity.INFO))
    return min(severity, Severity.WARNING)


def aside(duty: Duty) -> str:
    """What a message adds about the duty, when it is not the plain one."""
    return "" if duty.strength == "rule" else f"（{duty.words}）"


def drafted(report: Report) -> bool:
    """Whether the file is the author's own: what is missing from a copied text may have been lost."""
    return report.document.format == "docx"


def head(report: Report) -> Span:
    """Where to point at what is not there: the title, else the first words."""
    if report.title:
        return report.title.span
    first = report.paragraphs[0].span
    return Span(first.start, min(first.end, first.start + _HEAD))


def foot(report: Report) -> Span:
    """Where the signature ought to stand: the last words of the text."""
    last = report.paragraphs[-1].span
    return Span(max(last.start, last.end - _HEAD), last.end)


def lacking(report: Report, role: str, where: Span, advice: str) -> Iterator[Hit]:
    """That a part the kind asks for is not there, as gravely as the body's duty bears."""
    if report.lacks(role):
        duty = report.duty(role)
        name = report.kind.part(role).name
        yield Hit(where, f"没有找到“{name}”部分{aside(duty)}", advice, owed(duty, Severity.ERROR))
