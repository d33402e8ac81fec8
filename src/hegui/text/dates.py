"""Dates as reports write them, right or wrong."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.text.numerals import halfwidth, parse_chinese
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_D = r"[0-9０-９]"
_ZEROS = "0OＯ○ОΟ零"  # the letters are Latin, full-width, Cyrillic and Greek
_C = rf"[〇{_ZEROS}一二三四五六七八九十]"
_GAP = r"[^\S\n]{0,3}"
_WRITTEN = regex(rf"(?<!{_D})({_D}{{4}}){_GAP}年{_GAP}({_D}{{1,2}}){_GAP}月(?:{_GAP}({_D}{{1,2}}){_GAP}[日号])?")
_IN_CHINESE = regex(
    rf"([一二]{_C}{{3}}){_GAP}年{_GAP}({_C}{{1,3}}){_GAP}月(?:{_GAP}({_C}{{1,3}}){_GAP}[日号])?",
    words=tuple(f"{first}{second}" for first in "一二" for second in f"九〇{_ZEROS}一二三四五六七八十"),
)
_NUMERIC = regex(r"(?<![\d.])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = regex(r"(?<![\d.])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})(?!\d)")
_COMPACT = regex(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_JOINTS = regex(r"\s*([-/.])\s*")
_COUNTING = frozenset(f"0123456789０１２３４５６７８９〇{_ZEROS}一二三四五六七八九十")
_BEFORE, _BEHIND = 18, 12  # how far a date may reach on either side of its 月
_PLAIN = str.maketrans(dict.fromkeys(_ZEROS, "〇"))
_WIDE_JOINTS = str.maketrans("－–—／．", "---/.")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A date as written: it sorts by time; month or day is 0 where none is written."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def exists(self) -> bool:
        """Whether the calendar has this date (a missing day counts as there)."""
        if not 1 <= self.month <= 12:
            return False
        if self.month == 2 and self.day == 29:
            return self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        return 0 <= self.day <= _MONTH_DAYS[self.month - 1]

    def __str__(self) -> str:
        month = f"{self.month}月" if self.month else ""
        return f"{self.year}年{month}" + (f"{self.day}日" if self.day else "")

    @property
    def iso(self) -> str:
        """``2024-02-19``, ``2024-02`` without a day, ``2024`` without a month."""
        return "-".join([f"{self.year:04}", *(f"{n:02}" for n in self[1:] if n)])


class Dated(NamedTuple):
    """A date and the place where it is written."""

    span: Span
    day: Day


def _number(text: str | None) -> int:
    if not text:
        return 0
    plain = halfwidth(text)
    return int(plain) if plain.isdecimal() else parse_chinese(text.translate(_PLAIN)) or 0


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Every 2024年2月19日 (also 2024年2月, full-width, Chinese numerals) in ``text[start:end]``."""
    end = len(text) if end is None else end
    at = text.find("月", start, end)
    while at >= 0:
        first, last = max(start, at - _BEFORE), min(end, at + _BEHIND)
        before = text[at - 1 : at]
        if (before in _COUNTING or before.isspace()) and text.find("年", first, at) >= 0:
            match = _WRITTEN.search(text, first, last) or _IN_CHINESE.search(text, first, last)
            if match and match.start() < at:
                year, month, day = match.groups()
                yield Dated(Span(*match.span()), Day(_number(year), _number(month), _number(day)))
                start = match.end()
        at = text.find("月", at + 1, end)


def numeric_date(text: str) -> Day | None:
    """The first date of a label value such as ``2024- 02- 19 10 : 16`` or ``18.03.2015``, or None."""
    squeezed = _JOINTS.sub(r"\1", halfwidth(text).translate(_WIDE_JOINTS))
    if match := _NUMERIC.search(squeezed):
        return Day(int(match[1]), int(match[3]), int(match[4]))
    if match := _DAY_FIRST.search(squeezed):
        return Day(int(match[4]), int(match[3]), int(match[1]))
    if match := _COMPACT.fullmatch(squeezed.strip()):
        return Day(int(match[1]), int(match[2]), int(match[3]))
    dated = next(written_dates(text), None)
    return dated.day if dated and dated.day.day else None
