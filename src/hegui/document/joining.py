"""Puts broken lines together again: text copied off a PDF breaks inside sentences and words."""

from __future__ import annotations

from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from hegui.document.cues import (
    BULLETS,
    CLOSED_START,
    FOOT,
    ITEM,
    NEW_PARAGRAPH,
    OPEN_END,
    closing_lines,
    has_comma,
    is_quoting,
    mark_of,
)
from hegui.document.layout import FULL_STOP, Layout, ends_sentence, layout_of
from hegui.document.lines import PAGE, REMARK, Line
from hegui.text.patterns import regex

if TYPE_CHECKING:
    from hegui.document.wrapped import Wrapped

_OPENING = regex(r"20\d\d年|今年|此外|另外|以上|同时[，,]")
_FIRST = frozenset("2今此另以同一近下")  # of _OPENING and NEW_PARAGRAPH
_SHORT, _LONG = 20, 60
_LONG_ITEM = 28


def join(lines: list[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs; none of them is empty."""
    layout = layout_of(lines)
    if not layout.width:
        return Unwrapped(lines).groups()
    rule = _wrapped(lines, layout)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index and rule.continues(groups[-1], index):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _wrapped(lines: list[Line], layout: Layout) -> Wrapped:
    from hegui.document.wrapped import Wrapped

    return Wrapped(lines, layout)


class Unwrapped:
    """Paragraphs stand on one line each, except where a page ended inside them."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self._broken: bool | None = None
        self._seen = _Seen(-1)

    def groups(self) -> list[list[Line]]:
        """The lines grouped into paragraphs."""
        lines = self.lines
        groups: list[list[Line]] = []
        index = 0
        for doubtful in (*self.doubtful, len(lines)):
            groups += [[line] for line in lines[index:doubtful]]
            index = max(index, doubtful)
            while index < len(lines) and self.continues(groups[-1], index):
                groups[-1].append(lines[index])
                index += 1
        return groups

    @cached_property
    def doubtful(self) -> list[int]:
        """The lines that may go on with the one above; most stand below the end of a sentence or a heading."""
        return [
            index
            for index, (above, text) in enumerate(pairwise([line.text for line in self.lines]), 1)
            if not (above[-1] in FULL_STOP or (len(above) < _SHORT and above[-1] not in OPEN_END))
            or ("《" in above and is_quoting(above))
            or text[0] in CLOSED_START
        ]

    @cached_property
    def closing(self) -> frozenset[int]:
        """The lines of the foot."""
        return closing_lines(self.lines)

    @cached_property
    def stops(self) -> bool:
        """Whether long lines end as sentences do, so that one that does not goes on."""
        long = [line.text for line in self.lines if len(line.text) >= _LONG]
        return sum([not ends_sentence(text) for text in long]) <= max(3, 0.4 * len(long))

    @cached_property
    def indented(self) -> bool:
        """Whether most lines begin with blanks, as paragraphs do."""
        return sum([line.indent > 0 for line in self.lines]) > 0.5 * len(self.lines)

    @property
    def broken(self) -> bool:
        """Whether more than one sentence breaks at the end of a page."""
        if self._broken is None:
            self._broken = False
            breaks = (index for index in self.doubtful if self.continues([self.lines[index - 1]], index))
            self._broken = len(list(islice(breaks, 2))) > 1
        return self._broken

    def continues(self, group: list[Line], index: int) -> bool:
        """Whether line ``index`` goes on with the sentence that ``group``, the lines above it, breaks off."""
        last, after = group[-1], self.lines[index]
        if last.style != "text" or after.style != "text" or after.gap == REMARK:
            return False
        if after.text[0] in CLOSED_START or is_quoting(last.text):
            return True
        if ends_sentence(last.text):
            return False
        at_page = after.gap == PAGE
        if at_page:
            going_on = self._is_running(index - len(group), index, at_page=True)
        else:
            going_on = last.text[-1] in OPEN_END or (self._is_running(index - len(group), index) and self.stops)
            going_on = going_on and not (after.indent and self.indented)
        return going_on and not self._begins_anew(index, at_page=at_page)

    def _begins_anew(self, index: int, *, at_page: bool) -> bool:
        """Whether a line begins as a paragraph does, or belongs to the foot of the report."""
        text = self.lines[index].text
        if text.startswith(BULLETS) or mark_of(text) or (index > len(self.lines) - FOOT and index in self.closing):
            return True
        open_end = self.lines[index - 1].text[-1] in OPEN_END
        if at_page or open_end or text[0] not in _FIRST:
            return False
        return (_OPENING.match(text) or NEW_PARAGRAPH.match(text)) is not None

    def _is_running(self, first: int, after: int, *, at_page: bool = False) -> bool:
        """Whether a paragraph, the lines from ``first`` up to ``after``, is one of sentences, no heading or title."""
        seen = self._seen
        if seen.first != first or seen.after > after:
            seen = self._seen = _Seen(first)
        seen.look(self.lines, after)
        if seen.length < _SHORT:
            return False
        if seen.stop:
            return True
        if not seen.comma:
            return False
        if mark := mark_of(self.lines[first].text):
            return seen.length >= _LONG_ITEM and mark.form == ITEM and (at_page or self.broken)
        return at_page or seen.length >= _LONG


class _Seen:
    """What the lines of one paragraph hold, each looked at once however often it is asked."""

    def __init__(self, first: int) -> None:
        self.first = self.after = first
        self.length = 0
        self.stop = self.comma = False

    def look(self, lines: list[Line], after: int) -> None:
        """Take in the lines before ``after``."""
        for index in range(self.after, after):
            text = lines[index].text
            self.length += len(text)
            self.stop = self.stop or "。" in text
            self.comma = self.comma or has_comma(text)
        self.after = after
