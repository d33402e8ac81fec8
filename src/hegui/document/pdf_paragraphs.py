"""Puts the rows of a PDF together to paragraphs, by where they begin and end and how far they are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from hegui.document.cues import CLOSED_START, INNER_MARK, NEW_PARAGRAPH, Mark, has_comma, mark_of, read_mark
from hegui.document.layout import ends_sentence
from hegui.document.pdf_margins import Column
from hegui.document.pdf_page import Row
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

# Line breakers part neither a number from its marks nor a quotation mark from what is on both its sides.
_UNIT = regex(
    r"[（《〈【〔(]*[^（《〈【〔(]?(?:[，。、；：！？）》〉】〕,.;:!?)%“”‘’]|(?<=[A-Za-z0-9.,:;%\-])[A-Za-z0-9%\-]|(?<=[“”‘’])\S)*"
)
_WIDEST_UNIT = 10.0
_INDENT, _DEEPEST = 1.2, 3.4
_APART, _SPACED = 0.6, 0.25
_RAGGED, _JUSTIFIED, _FLUSH = 1.5, 0.5, 0.2
_SIZE = 0.12


class Paragraph(NamedTuple):
    """The rows of one paragraph, and how it is set: ``align`` is as in Block."""

    rows: list[Row]
    align: str = ""


def paragraphs(rows: list[list[Row]], columns: Sequence[Column], size: int) -> list[Paragraph]:
    """The rows of all pages grouped into paragraphs, in order."""
    flat = [row for found in rows for row in found]
    rule = _Geometry(flat, columns, size)
    groups: list[list[Row]] = []
    for row in flat:
        if groups and rule.continues(groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [Paragraph(group, rule.align(group)) for group in groups]


class _Geometry:
    """How this file sets its paragraphs: ``indented``, or else ``spaced``, or neither."""

    def __init__(self, rows: list[Row], columns: Sequence[Column], size: int) -> None:
        self.columns = columns
        self.size = size
        plain = [row for row in rows if self._is_plain(row)]
        self.leading = _common_leading(plain) or 2 * size
        shifts = [self._shift(row) for row in plain]
        indented = sum(_INDENT <= shift <= _DEEPEST for shift in shifts)
        flush = sum(abs(shift) < 0.5 for shift in shifts)
        self.indented = indented >= 2 and flush >= 2
        self.most = _SPACED * size
        rests = [rest for row in plain if (rest := self._rest(row)) < 1]
        self.justified = sum(rest < _FLUSH for rest in rests) > 0.85 * len(rests)
        wide = [self._is_apart(last, row) for last, row in pairwise(plain) if last.page == row.page]
        self.spaced = not self.indented and len(wide) // 10 < sum(wide) < 0.9 * len(wide)
        self.most = _SPACED * size if self.spaced else _APART * self.leading

    def _is_plain(self, row: Row) -> bool:
        return len(row.cells) == 1 and abs(row.size - self.size) <= _SIZE * self.size

    def _shift(self, row: Row) -> float:
        """How far a row begins behind the edge, in characters."""
        return (row.left - self.columns[row.page - 1].left) / self.size

    def _rest(self, row: Row) -> float:
        """How much room is left behind a row, in characters of its own size; a centred one has it on both sides."""
        column = self.columns[row.page - 1]
        both = row.left - column.left if self.is_centred(row) else 0
        return (column.right - row.right + both) / row.size

    def is_centred(self, row: Row) -> bool:
        """Whether a row stands in the middle, away from both edges."""
        column = self.columns[row.page - 1]
        off = abs((row.left + row.right) // 2 - column.middle)
        away = min(row.left - column.left, column.right - row.right)
        usual = abs(self._shift(row) - 2) < 0.3 and row.size <= 1.1 * self.size
        return off < 0.6 * row.size and away > row.size and not usual

    def _may_be_centred(self, row: Row) -> bool:
        """Whether a row stands in the middle, be it that it fills the column."""
        column = self.columns[row.page - 1]
        return abs((row.left + row.right) // 2 - column.middle) < 0.6 * row.size

    def is_far(self, row: Row) -> bool:
        """Whether a row begins as far to the right as signatures do."""
        return self._shift(row) > 5 and not self.is_centred(row)

    def align(self, group: list[Row]) -> str:
        """How a paragraph is set."""
        if len(group[0].cells) > 1 or not (self.is_centred(group[-1]) or self.is_far(group[0])):
            return ""
        if all(map(self._may_be_centred, group)):
            return "center"
        return "right" if self.is_far(group[0]) else ""

    def continues(self, group: list[Row], row: Row) -> bool:
        """Whether ``row`` belongs to the paragraph ``group``."""
        last = group[-1]
        if len(last.cells) > 1 or len(row.cells) > 1:
            return False
        if abs(last.size - row.size) > _SIZE * max(last.size, row.size):
            return False
        if row.text[0] in CLOSED_START:
            return True
        if self._is_apart(last, row) or self.is_far(last) or self.is_far(row):
            return False
        if self.is_centred(last) or self.is_centred(row):
            middle = all(map(self._may_be_centred, (*group, row)))
            return middle and self._rest(last) < _unit(row.text) and not ends_sentence(last.text)
        return self._goes_on(group, row)

    def _goes_on(self, group: list[Row], row: Row) -> bool:
        last = group[-1]
        ended = ends_sentence(last.text)
        mark = mark_of(row.text)
        rest, unit = self._rest(last), _unit(row.text)
        full = rest < (min(unit, _JUSTIFIED) if self.justified else unit)
        if self.indented:
            if self._shift(row) >= _INDENT:  # a block that is indented as a whole goes on, another paragraph begins
                return len(group) > 1 and abs(last.left - row.left) < 0.5 * self.size and full and not (ended and mark)
            return full or (not ended and rest < unit + _RAGGED)
        begins = mark and not _is_next(mark, group)
        if self.spaced and last.page == row.page and full:
            return not (begins and last.text.endswith(("：", ":")))
        if ended:
            return full and not begins and NEW_PARAGRAPH.match(row.text) is None
        running = any("。" in part.text for part in group) or (has_comma(last.text) and not mark_of(group[0].text))
        return full or (running and not mark and rest < unit + _RAGGED)

    def _is_apart(self, last: Row, row: Row) -> bool:
        """Whether there is more room between two rows of one page than inside a paragraph."""
        leading = self.leading * max(1.0, max(last.size, row.size) / self.size)
        return last.page == row.page and row.baseline - last.baseline > leading + self.most


def _common_leading(rows: Sequence[Row]) -> int:
    """The distance of most rows from the next."""
    steps = Counter(row.baseline - last.baseline for last, row in pairwise(rows) if last.page == row.page)
    return max(steps, key=lambda step: (steps[step] + steps[step - 1] + steps[step + 1], -step)) if steps else 0


def _is_next(mark: Mark, group: Sequence[Row]) -> bool:
    """Whether a numbering follows one that stands inside the paragraph ``group``."""
    found = (read_mark(match) for row in group for match in INNER_MARK.finditer(row.text))
    return any(inner.form == mark.form and inner.number == mark.number - 1 for inner in found)


def _unit(text: str) -> float:
    """The width in characters of what cannot be parted at the start of ``text``."""
    match = _UNIT.match(text)
    words = match[0] if match else text[:1]
    return min(sum(0.5 if char.isascii() else 1.0 for char in words), _WIDEST_UNIT)
