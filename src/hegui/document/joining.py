"""Puts broken lines together again: text copied off a PDF breaks inside sentences and words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from hegui.document.layout import Layout, ends_sentence, layout_of
from hegui.document.lines import BLANK_LINE, PAGE, REMARK, Line
from hegui.text.numerals import parse_chinese
from hegui.text.patterns import regex

_OPEN_END = "，、,（(《〈“‘"
_CLOSED_START = "，。、；：！？）》〉”’】〕,;:!?)"
_N = "一二三四五六七八九十"
_MARK_FORMS = (
    rf"([{_N}]{{1,3}})[、.．]|([{_N}]{{1,3}})[是要]|[(（] ?([{_N}]{{1,3}}) ?[)）]|[(（] ?(\d{{1,2}}) ?[)）]"
    rf"|第([{_N}]{{1,2}})[,，、部]|(\d{{1,2}})(?:[.．](?!\d)|[、)）])"
)
_CHAPTER, _ITEM = 1, 6
_BULLET_FORMS = r"[•●▪◦]|附件|特此|专此"
_BULLET = regex(_BULLET_FORMS)
_MARK = regex(_MARK_FORMS)
_START = regex(rf"{_BULLET_FORMS}|{_MARK_FORMS}")
_INNER_MARK = regex(rf"(?<=[。；;：:，,、！!？?\s”])(?:{_MARK_FORMS})")
_OPENING = regex(r"20\d\d年|今年|此外|另外|以上|同时[，,]")
_NEW_PARAGRAPH = regex(r"一年来|近年来|下一步|下步|今后|今年以来|20\d\d年以来")
_DATE = regex(
    r"[(（]?[12]\d{3}\s*年\s*\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?[)）]?|[二一][〇○零九][〇○零一二三四五六七八九]{2}年.{2,6}日"
)
_ORGAN = regex(r"(?:人民政府|办事处|委员会|局|厅|党委|工委|办公室|中心|领导小组)(?:\s|[)）(（]|$)")
_PHRASE = regex(r"[^，。、；：,;:]{2,60}")
_NUMBERED = regex(r"[〔\[]20\d\d[〕\]]\d+号$")
_TITLE_END = regex(r"(?:报告|总结|情况)$")
_SHORT, _LONG = 20, 60
_LONG_ITEM = 28
_REST = 20
_LINES = 3
_FOOT = 12


class _Mark(NamedTuple):
    """A numbering at the start of a line: which form, and the number."""

    form: int
    number: int


def join(lines: list[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs; none of them is empty."""
    layout = layout_of(lines)
    rule = _Wrapped(lines, layout) if layout.width else _Unwrapped(lines)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index and rule.continues(groups[-1], index):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _mark(text: str) -> _Mark | None:
    match = _MARK.match(text)
    return _read_mark(match) if match else None


def _read_mark(match: re.Match[str]) -> _Mark:
    form = match.lastindex or 1
    digits = match[form]
    return _Mark(form, int(digits) if digits.isdecimal() else parse_chinese(digits) or 0)


def _closing(lines: list[Line]) -> frozenset[int]:
    """The lines at the foot of a report that are a date or name an organ above it."""
    found: set[int] = set()
    for index in range(len(lines) - 1, max(-1, len(lines) - _FOOT), -1):
        text = lines[index].text
        organ = _PHRASE.fullmatch(text) and _ORGAN.search(text)
        if _DATE.fullmatch(text) or (organ and (index + 1 in found or index + 1 == len(lines))):
            found.add(index)
    return frozenset(found)


def _has_comma(text: str) -> bool:
    return any(mark in text for mark in "，,；;")


def _is_quoting(group: list[Line]) -> bool:
    """Whether a title in 《 》 is not closed yet."""
    text = group[-1].text
    return text.rfind("《") > text.rfind("》")


class _Unwrapped:
    """Paragraphs stand on one line each, except where a page ended inside them."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        long = [line for line in lines if len(line.text) >= _LONG]
        self.stops = sum(not ends_sentence(line.text) for line in long) <= max(3, 0.4 * len(long))
        self.indented = sum(line.indent > 0 for line in lines) > 0.5 * len(lines)
        self._broken: bool | None = None

    @cached_property
    def closing(self) -> frozenset[int]:
        """The lines of the foot."""
        return _closing(self.lines)

    @property
    def broken(self) -> bool:
        """Whether more than one sentence breaks at the end of a page."""
        if self._broken is None:
            self._broken = False
            self._broken = sum(self.continues([self.lines[i - 1]], i) for i in range(1, len(self.lines))) > 1
        return self._broken

    def continues(self, group: list[Line], index: int) -> bool:
        """Whether line ``index`` goes on with the sentence that ``group`` breaks off."""
        last, after = group[-1], self.lines[index]
        if last.style != "text" or after.style != "text" or after.gap == REMARK:
            return False
        if after.text[0] in _CLOSED_START or _is_quoting(group):
            return True
        if ends_sentence(last.text):
            return False
        at_page = after.gap == PAGE
        if at_page:
            going_on = self._is_running(group, at_page=True)
        elif self.indented and after.indent:
            return False
        else:
            going_on = last.text[-1] in _OPEN_END or (self.stops and self._is_running(group))
        return going_on and not self._begins_anew(index, at_page=at_page)

    def _begins_anew(self, index: int, *, at_page: bool) -> bool:
        """Whether a line begins as a paragraph does, or belongs to the foot of the report."""
        text = self.lines[index].text
        if _START.match(text) or index in self.closing:
            return True
        open_end = self.lines[index - 1].text[-1] in _OPEN_END
        return not at_page and not open_end and (_OPENING.match(text) or _NEW_PARAGRAPH.match(text)) is not None

    def _is_running(self, group: list[Line], *, at_page: bool = False) -> bool:
        """Whether a paragraph is one of sentences, not a heading or a title."""
        length = sum([len(line.text) for line in group])
        if length < _SHORT:
            return False
        if any("。" in line.text for line in group):
            return True
        if not any(_has_comma(line.text) for line in group):
            return False
        if mark := _mark(group[0].text):
            return (self.broken or at_page) and length >= _LONG_ITEM and mark.form == _ITEM
        return at_page or length >= _LONG


class _Numbered:
    """One numbering, at the start of a line or inside one, and whether it begins a paragraph."""

    def __init__(self, mark: _Mark, begins: bool | None) -> None:
        self.form, self.number = mark
        self.begins = begins


class _Wrapped:
    """All lines are cut at one width: a line that is not full ends its paragraph."""

    def __init__(self, lines: list[Line], layout: Layout) -> None:
        self.lines = lines
        self.layout = layout
        self.near = 0.2 * layout.width
        self.doubt = 2 if layout.cells else 0
        self.closing = _closing(lines)
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
            missing = self._missing([line], index + 1) if index + 1 < len(self.lines) else self.layout.width
            if mark := _mark(line.text):
                known = self.numbered.setdefault(mark.form, [])
                self.at[index] = len(known)
                known.append(_Numbered(mark, None if before_full else True))
                if not before_full:
                    self.leading[mark.form] += 1
                    self.unindented[mark.form] += not line.indent
                    self.alone[mark.form] += missing > self.doubt and not ends_sentence(line.text)
            for match in _INNER_MARK.finditer(line.text):
                inner = _read_mark(match)
                self.inner[inner.form] += 1
                self.numbered.setdefault(inner.form, []).append(_Numbered(inner, begins=False))
            before_full = missing <= 0

    def _missing(self, group: list[Line], index: int) -> int:
        """How far the last line of ``group`` is from being full; at most 0 when it is."""
        shift = self.layout.shift if len(group) == 1 else 0
        return self.layout.missing(group[-1], self.lines[index]) - self.layout.slack - shift

    def continues(self, group: list[Line], index: int) -> bool:
        """Whether line ``index`` belongs to the paragraph of ``group``."""
        mark = _mark(self.lines[index].text)
        going_on = self._goes_on(group, index, mark)
        if mark:
            self.numbered[mark.form][self.at[index]].begins = not going_on
        return going_on

    def _goes_on(self, group: list[Line], index: int, mark: _Mark | None) -> bool:
        last, after = group[-1], self.lines[index]
        if last.style != "text" or after.style != "text" or after.gap == REMARK or _BULLET.match(after.text):
            return False
        if after.text[0] in _CLOSED_START or _is_quoting(group):
            return True
        ended = ends_sentence(last.text)
        missing = self._missing(group, index)
        closing = index in self.closing and (ended or missing > 0 or _DATE.fullmatch(after.text))
        if closing or self._is_parted(after):
            return False
        if missing > 0:
            known = missing > self.near or ended or mark
            return not known and (self._is_running(group) or self._is_rest(index))
        return self._fills_on(group, index, mark, ended=ended)

    def _fills_on(self, group: list[Line], index: int, mark: _Mark | None, *, ended: bool) -> bool:
        """Whether a paragraph whose last line is full goes on."""
        if self.layout.indented:
            return not (ended and mark and self._starts_unindented(mark))
        if self._is_heading(group, index):
            return False
        if mark and (ended or not self._is_open(group)):
            return not self._begins(mark, index)
        return not ended or _NEW_PARAGRAPH.match(self.lines[index].text) is None

    def _is_parted(self, after: Line) -> bool:
        """Whether blanks or a blank line mark a new paragraph."""
        return (self.layout.indented and after.indent > 0) or (self.layout.spaced and after.gap == BLANK_LINE)

    def _is_running(self, group: list[Line]) -> bool:
        """Whether a group cannot be a heading or a title, so that its sentence has to go on."""
        if len(group) > _LINES or any("。" in line.text for line in group):
            return True
        mark = _mark(group[0].text)
        if mark and mark.form != _CHAPTER:
            return not self.alone[mark.form]
        return any(_has_comma(line.text) for line in group)

    def _starts_unindented(self, mark: _Mark) -> bool:
        return self.unindented[mark.form] > 0.5 * self.leading[mark.form]

    def _is_open(self, group: list[Line]) -> bool:
        """Whether a sentence is under way, so that a number cannot begin a paragraph."""
        return group[-1].text[-1] in _OPEN_END or len(group) > 1 or "。" in group[-1].text

    def _begins(self, mark: _Mark, index: int) -> bool:
        """Whether a numbered line begins a paragraph, as its neighbours in number do, or most of its form."""
        known, at = self.numbered[mark.form], self.at[index]
        for other, number in ((at - 1, mark.number - 1), (at + 1, mark.number + 1)):
            if 0 <= other < len(known) and known[other].number == number:
                begins = known[other].begins
                if begins is not None:
                    return begins
        return self.leading[mark.form] >= self.inner[mark.form]

    def _is_heading(self, group: list[Line], index: int) -> bool:
        """Whether ``group`` is a heading or title that happens to fill its last line."""
        text = group[-1].text
        if len(group) > _LINES or any("。" in line.text[:-1] for line in group) or self._is_rest(index):
            return False
        if mark := _mark(group[0].text):
            alone = self.alone[mark.form] > 0.25 * self.leading[mark.form] or (
                mark.form == _CHAPTER and not _has_comma(text)
            )
            return len(group) == 1 and alone
        return _TITLE_END.search(text) is not None and not any(_has_comma(line.text) for line in group)

    def _is_rest(self, index: int) -> bool:
        """Whether a line is the short end of a heading over two lines."""
        line = self.lines[index]
        short = index + 1 == len(self.lines) or self._missing([line], index + 1) > self.near
        bare = not ends_sentence(line.text) or (line.text[-1] == "。" and not _has_comma(line.text))
        return (
            short and bare and len(line.text) <= _REST and line.text[0] not in "(（" and not _NUMBERED.search(line.text)
        )
