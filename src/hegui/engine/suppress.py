"""Findings set aside by their readers: by a remark in the text, or by a row of the settings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from hegui.check import Check
from hegui.document.model import Comment
from hegui.engine.select import rank, unknown
from hegui.engine.settings import IgnoreRow
from hegui.engine.stamp import location
from hegui.finding import Location
from hegui.report.build import Report
from hegui.text.span import Span
from hegui.text.values import NamedTuple

# Compiled when a report has a remark, which few have.
_DIRECTIVE = r"(?i)\s*hegui\s*[:：]\s*ignore\b\s*(?:[\[［【]([^\]］】]*)[\]］】])?"
_SEPARATOR = r"[,，、;；\s]+"


class Ignore(NamedTuple):
    """One wish to set findings aside: rules by selector, inside ``span``, for a ``reason``.

    ``remark`` is what it was read from, at ``place`` of the file; ``row`` is the row of the settings.
    """

    selectors: tuple[str, ...]
    span: Span
    reason: str
    remark: str
    place: Location
    row: IgnoreRow | None = None

    def covers(self, check: Check, place: Span) -> bool:
        """Whether a hit of ``check`` at ``place`` is meant; without a reason nothing is."""
        return bool(self.reason) and self.span.start <= place.start <= self.span.end and self.names(check)

    def names(self, check: Check) -> bool:
        """Whether one of the selectors means ``check``."""
        return any(rank(check, selector) for selector in self.selectors)


class Ignores:
    """All wishes for one report, and which of them were of use."""

    def __init__(self, ignores: Iterable[Ignore]) -> None:
        self.ignores = tuple(ignores)
        self._used: set[tuple[int, str]] = set()

    def take(self, check: Check, place: Span) -> bool:
        """Whether a hit of ``check`` at ``place`` is to be set aside."""
        taken = False
        for number, ignore in enumerate(self.ignores):
            if ignore.covers(check, place):
                taken = True
                self._used |= {(number, selector) for selector in ignore.selectors if rank(check, selector)}
        return taken

    def unused(self, ran: Sequence[Check]) -> list[tuple[Ignore, str]]:
        """Each wish and selector that set nothing aside, though a check that it names was run."""
        return [
            (ignore, selector)
            for number, ignore in enumerate(self.ignores)
            for selector in ignore.selectors
            if ignore.reason and (number, selector) not in self._used and any(rank(check, selector) for check in ran)
        ]

    def without_reason(self) -> list[Ignore]:
        """The remarks that give no reason, and therefore do nothing."""
        return [ignore for ignore in self.ignores if not ignore.reason]

    def unknown(self, checks: Sequence[Check]) -> list[tuple[Ignore, str]]:
        """Each wish that names no rule, and why, in Chinese."""
        found = []
        for ignore in self.ignores:
            if not ignore.selectors:
                found.append((ignore, "没有写出要忽略的规则编号"))
            found += [(ignore, why) for selector in ignore.selectors if (why := unknown(selector, checks))]
        return found


def ignores(report: Report, rows: Iterable[IgnoreRow]) -> Ignores:
    """What the remarks of ``report`` and the ``rows`` that fit its path ask for."""
    return Ignores((*remarks(report), *of_rows(rows, report.span, top(report))))


def remarks(report: Report) -> tuple[Ignore, ...]:
    """What the remarks of ``report`` ask for."""
    return tuple(ignore for comment in report.document.comments if (ignore := _read(comment, report)))


def of_rows(rows: Iterable[IgnoreRow], whole: Span, place: Location) -> Iterator[Ignore]:
    """What ``rows`` ask for in a file that is ``whole`` and begins at ``place``."""
    for row in rows:
        yield Ignore((row.code,), whole, row.reason, f"[[ignore]] {row.code}", place, row)


def top(report: Report) -> Location:
    """Where the file begins."""
    return location(report.document.place(0))


def _read(comment: Comment, report: Report) -> Ignore | None:
    match = re.match(_DIRECTIVE, comment.text)
    if not match:
        return None
    selectors = tuple(filter(None, re.split(_SEPARATOR, match.group(1) or "")))
    reason = comment.text[match.end() :].strip(" \t\r\n:：-—")
    return Ignore(selectors, _reach(comment, report), reason, comment.text, location(report.document.place(comment.at)))


def _reach(comment: Comment, report: Report) -> Span:
    """Alone before the title, or beside it: the whole file; alone elsewhere: the next paragraph; else its own."""
    paragraphs, anchor = report.paragraphs, comment.anchor
    if comment.margin and report.title and anchor < report.title.span.end:
        return report.span
    if comment.alone:
        head = report.title.span if report.title else paragraphs[0].span if paragraphs else report.span
        if anchor <= head.start:
            return report.span
        index = bisect_left(paragraphs, anchor, key=lambda paragraph: paragraph.span.start)
        return paragraphs[index].span if index < len(paragraphs) else Span(anchor, anchor)
    index = bisect_left(paragraphs, anchor, key=lambda paragraph: paragraph.span.end)
    return paragraphs[index].span if index < len(paragraphs) else report.span
