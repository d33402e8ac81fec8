"""Paragraphs of a file whose lines are all cut at one width."""

from __future__ import annotations

from collections import Counter

from hegui.document.cues import (
    BULLETS,
    CHAPTER,
    CLOSED_START,
    DATE,
    INNER_MARK,
    NEW_PARAGRAPH,
    OPEN_END,
    Mark,
    closing_lines,
    has_comma,
    is_quoting,
    mark_of,
    read_mark,
)
from hegui.document.layout import Layout, ends_sentence
from hegui.document.lines import BLANK_LINE, REMARK, Line
from hegui.text.patterns import regex

_NUMBERED = regex(r"[〔\[]20\d\d[〕\]]\d+号$")
_TITLE_START = regex(r"关于|中共|.{2,25}(?:人民政府|办事处|委员会|局)$")
_TITLE_END = regex(r"(?:报告|总结|情况)$")
_REST = 20
_LINES = 3
_BEYOND = 8


class _Numbered:
    """One numbering, at the start of a line or inside one, and whether it begins a paragraph."""

    def __init__(self, mark: Mark, begins: bool | None) -> None:
        self.form, self.number = mark
        self.begins = begins


class Wrapped:
    """All lines are cut at one width: a line that is not full ends its paragraph."""

    def __init__(self, lines: list[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        self.near = 0.2 * layout.width
        self.doubt = 2 if layout.cells else 0
        self.edges = layout.edges(lines)
        self.missing = layout.missing(lines, self.edges)
        self.marks = [mark_of(line.text) for line in lines]
        self.closing = closing_lines(lines)
        self.alone: Counter[int] = Counter()
        self.leading: Counter[int] = Counter()
        self.inner: Counter[int] = Counter()
        self.unindented: Counter[int] = Counter()
        self.numbered: dict[int, list[_Numbered]] = {}
        self.at: dict[int, int] = {}
        self._survey()

    def _survey(self) -> None:
        """Count how the numberings of each form stand: on a line alone, before a text, inside it."""
        before_full = False
        for index, line in enumerate(self.lines):
            missing = self._missing(1, index + 1) if index + 1 < len(self.lines) else self.layout.width
            if mark := self.marks[index]:
                known = self.numbered.setdefault(mark.form, [])
                self.at[index] = len(known)
                known.append(_Numbered(mark, None if before_full else True))
                if not before_full:
                    self.leading[mark.form] += 1
                    self.unindented[mark.form] += not line.indent
                    self.alone[mark.form] += missing > self.doubt and not ends_sentence(line.text)
            for match in INNER_MARK.finditer(line.text):
                inner = read_mark(match)
                self.inner[inner.form] += 1
                self.numbered.setdefault(inner.form, []).append(_Numbered(inner, begins=False))
            before_full = missing <= 0

    def _missing(self, count: int, index: int) -> int:
        """How far a group of ``count`` lines above line ``index`` is from filling the last; at most 0 when it does."""
        shift = self.layout.shift if count == 1 else 0
        return self.missing[index - 1] - self.layout.slack - shift

    def continues(self, group: list[Line], index: int) -> bool:
        """Whether line ``index`` belongs to the paragraph of ``group``."""
        mark = self.marks[index]
        going_on = self._goes_on(group, index, mark)
        if mark:
            self.numbered[mark.form][self.at[index]].begins = not going_on
        return going_on

    def _goes_on(self, group: list[Line], index: int, mark: Mark | None) -> bool:
        last, after = group[-1], self.lines[index]
        if last.style != "text" or after.style != "text" or after.gap == REMARK or after.text.startswith(BULLETS):
            return False
        if after.text[0] in CLOSED_START or is_quoting(last.text):
            return True
        ended = ends_sentence(last.text)
        missing = self._missing(len(group), index)
        closing = index in self.closing and (ended or missing > 0 or DATE.fullmatch(after.text))
        if closing or self._is_parted(after):
            return False
        if missing > 0:
            known = missing > self.near or ended or mark
            return not known and (self._is_running(group) or self._is_rest(index))
        return self._fills_on(group, index, mark, ended=ended)

    def _fills_on(self, group: list[Line], index: int, mark: Mark | None, *, ended: bool) -> bool:
        """Whether a paragraph whose last line is full goes on."""
        if self._is_title(group, index):
            return False
        if self.layout.indented:
            return not (ended and mark and self._starts_unindented(mark))
        if self._is_heading(group, index):
            return False
        if mark and (ended or not self._is_open(group, mark)):
            return not self._begins(mark, index)
        return not ended or NEW_PARAGRAPH.match(self.lines[index].text) is None

    def _is_parted(self, after: Line) -> bool:
        """Whether blanks or a blank line mark a new paragraph."""
        return (self.layout.indented and after.indent > 0) or (self.layout.spaced and after.gap == BLANK_LINE)

    def _is_running(self, group: list[Line]) -> bool:
        """Whether a group cannot be a heading or a title, so that its sentence has to go on."""
        if len(group) > _LINES or any("。" in line.text for line in group):
            return True
        if mark := mark_of(group[0].text):
            return mark.form != CHAPTER and not self.alone[mark.form]
        return any(has_comma(line.text) for line in group)

    def _starts_unindented(self, mark: Mark) -> bool:
        return self.unindented[mark.form] > 0.5 * self.leading[mark.form]

    def _is_open(self, group: list[Line], mark: Mark) -> bool:
        """Whether a sentence is under way, so that a number cannot begin a paragraph."""
        text = group[-1].text
        return text[-1] in OPEN_END or (mark.form != CHAPTER and (len(group) > 1 or "。" in text))

    def _begins(self, mark: Mark, index: int) -> bool:
        """Whether a numbered line begins a paragraph, as its neighbours in number do, or most of its form."""
        known, at = self.numbered[mark.form], self.at[index]
        for other, number in ((at - 1, mark.number - 1), (at + 1, mark.number + 1)):
            if 0 <= other < len(known) and known[other].number == number:
                begins = known[other].begins
                if begins is not None:
                    return begins
        return self.leading[mark.form] >= self.inner[mark.form]

    def _is_heading(self, group: list[Line], index: int) -> bool:
        """Whether ``group`` is a numbered heading that happens to fill its line."""
        mark, text = mark_of(group[0].text), group[0].text
        if mark is None or len(group) > 1 or "。" in text[:-1] or self._is_rest(index):
            return False
        bare = mark.form == CHAPTER and not has_comma(text)
        return bare or self.alone[mark.form] > 0.25 * self.leading[mark.form]

    def _is_title(self, group: list[Line], index: int) -> bool:
        """Whether ``group`` is a title that fills its last line, or a line that was never cut."""
        if self.edges[index - 1] > self.layout.width + _BEYOND:
            return True
        if len(group) > _LINES or not _TITLE_END.search(group[-1].text) or mark_of(group[0].text):
            return False
        if any("。" in line.text or has_comma(line.text) for line in group):
            return False
        return not self._is_rest(index) or _TITLE_START.match(self.lines[index].text) is not None

    def _is_rest(self, index: int) -> bool:
        """Whether a line is the short end of a heading over two lines."""
        line = self.lines[index]
        short = index + 1 == len(self.lines) or self._missing(1, index + 1) > self.near
        bare = not ends_sentence(line.text) or (line.text[-1] == "。" and not has_comma(line.text))
        return (
            short and bare and len(line.text) <= _REST and line.text[0] not in "(（" and not _NUMBERED.search(line.text)
        )
