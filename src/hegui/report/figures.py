"""Every number that counts something, with its unit, as an interval; dates, names and hotlines are none."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hegui.report.bounds import LONGEST, Around, arabic, bounded, chinese, percentage, whole_number
from hegui.report.model import Figure
from hegui.text.numerals import halfwidth
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.tables import load

# Where a number may begin: digits that are no date or marker of an item, a numeral that is none (一是, （一）, 一、).
# Names in marks are passed over.
_START = regex(
    r"[0-9０-９《“一二三四五六七八九十两数几百千万]"
    r"(?:(?<=[0-9])[0-9]*+(?![年月日]|[.．、)）](?!\d))|(?<=《)[^》]{0,88}》|(?<=“)[^”]{0,28}”|(?<=[０-９])"
    r"|(?<![《“0-9])(?!是)(?!、)(?!\))(?!）))"
)
_TAIL = r"[ \u00a0]?(余|多|来|几|)([万亿]{0,2}|千(?![米克])(?![瓦伏]))([余多]?)[ \u00a0]?"
_ARABIC = regex(
    r"(\d+(?:,\d{3}(?!\d)|，[０-９]{3}(?![０-９]))*(?:[.．]\d+)?)"
    r"(?:[%％]?[-–—~～至到]{1,2}(\d+(?:[.．]\d+)?))?" + _TAIL
)
_NUMERAL = regex(r"([数〇零一二三四五六七八九十百千万亿两几点]+)()" + _TAIL)
_QUOTING = frozenset("《“")
_WIDE = "０"
_JOINS = frozenset("-–—~～至到")
_SPACES = frozenset(" \u00a0")
_TAIL_STARTS = "余多来几万亿千 \u00a0"
_DAYS = frozenset("年月日")
_POINTS = frozenset(".．、)）")
_NONE_ALONE = "一数几点"
_FOLLOW = "〇零一二三四五六七八九十百千万亿两几余多来分 \u00a0"
_NAME = regex(r"(?:19|20)\d\d|1[12]\d|12\d{3}|96\d{3,4}|\d{7,}")
_MARKER = regex(r"[.．、)）](?!\d)")
_TIME = regex(r"\d ?[-:：] ?$")


class _Words:
    """The word lists of ``figures.toml`` in the form in which they are asked."""

    def __init__(self, table: dict[str, Any]) -> None:
        self.aliases: dict[str, str] = table["aliases"]
        self.units: dict[str, list[str]] = {}
        for unit in sorted({*table["units"], *self.aliases}, key=lambda word: (-len(word), word)):
            self.units.setdefault(unit[0], []).append(unit)
        self.after = tuple(table["after"])
        self.before = frozenset(table["before"])
        self.before_but = tuple(table["before_but"])
        self.phrases = tuple(table["chinese"]["set"])
        self.individuals = tuple(table["chinese"]["individuals"])
        prefix: dict[str, list[tuple[str, str, str]]] = {}
        for word, way in sorted(table["prefix"].items(), key=lambda row: -len(row[0])):
            prefix.setdefault(word[-2:], []).append((word, way, table["prefix_inside"].get(word, "")))
        suffix: dict[str, list[tuple[str, str]]] = {}
        for word, way in table["suffix"].items():
            suffix.setdefault(word[0], []).append((word, way))
        self.around = Around(prefix, suffix)
        self.follow = frozenset((*self.units, *_FOLLOW))
        plain = {unit for unit in table["units"] if unit[0] not in _TAIL_STARTS}
        self.singles = {unit: unit for unit in plain if len(unit) == 1}
        longer = {unit for units in self.units.values() for unit in units if len(unit) > 2}
        self.pairs = {unit: unit for unit in plain if len(unit) == 2} | dict.fromkeys((unit[:2] for unit in longer), "")
        self.telling = frozenset((*self.before, *map(chr, range(ord("A"), ord("z") + 1)), "前", " "))
        self.follow_digits = _SPACES.union(self.units, "余")
        self.bounding = frozenset(word[-1] for word in prefix)
        self.before_it = self.telling | self.bounding
        self.behind_it = _JOINS.union(suffix)


@cache
def _words() -> _Words:
    return _Words(load(__file__, "figures"))


def read_figures(text: str, start: int = 0, end: int | None = None) -> tuple[Figure, ...]:
    """The figures of ``text[start:end]`` in order, spans in ``text``; linear in its length.

    A number without a measure word is a figure with an empty unit, where nothing speaks against it.
    """
    words = _words()
    pairs, singles, before_it, behind_it = words.pairs, words.singles, words.before_it, words.behind_it
    figure_of, span_of = Figure._make, Span._make
    end = len(text) if end is None else end
    padded = text + "\n"  # so that a character stands behind every number
    found: list[Figure] = []
    done = start
    for match in _START.finditer(text, start, end):
        begin, at = match.span()
        first = text[begin]
        if begin < done or first in _QUOTING:
            continue
        if first <= "9":  # most are bare digits with their unit right behind them and no word before
            unit = pairs.get(padded[at : at + 2])
            if unit is None:
                unit = singles.get(padded[at], "")
            stop = at + len(unit)
            alone = padded[begin - 1] not in before_it and padded[stop] not in behind_it
            if unit and alone and stop <= end and at - begin <= LONGEST:
                value = int(match[0])
                found.append(figure_of((span_of((begin, stop)), value, value, value, unit, "", 0)))
                continue
        elif first < _WIDE and (at == end or padded[at] not in words.follow):
            continue  # a numeral that counts nothing
        figure, done = _closer(text, begin, at, end, done, words)
        if figure:
            found.append(figure)
    return tuple(found)


def _closer(text: str, begin: int, at: int, end: int, done: int, words: _Words) -> tuple[Figure | None, int]:
    """The figure whose number begins at ``begin``, and up to where the text is read; its digits end at ``at``."""
    first, behind = text[begin], text[at : at + 1]
    if first <= "9" and behind in words.follow_digits and (figure := _plain(text, begin, at, end, words)):
        return figure, done
    if behind in _DAYS or (first in _NONE_ALONE and behind not in _FOLLOW):
        return None, done
    if behind in _POINTS and at < end and not text[at + 1 : at + 2].isdecimal():
        return None, done  # the marker of an item
    return _number(text, begin, end, words)


def _plain(text: str, begin: int, at: int, end: int, words: _Words) -> Figure | None:
    """The figure of digits and their unit with nothing, 余 or a space between; None: look closer."""
    digits = text[begin:at]
    more = "余" if text[at] == "余" else ""
    if more or text[at] in _SPACES:
        at += 1
    if text[at : at + 1] in _TAIL_STARTS or len(digits) > LONGEST:
        return None
    unit, stop = _unit(text, at, end, words)
    before, behind = text[begin - 1 : begin], text[stop : stop + 1]
    if not unit or behind in _JOINS or (before in words.telling and not _free(text, begin, words)):
        return None
    if before == " ":
        before = text[begin - 2 : begin - 1]
    if more or before in words.bounding or behind in words.around.suffix:
        return bounded(text, (begin, stop), whole_number(digits), unit, more, words.around)
    value = int(digits)
    return Figure._make((Span._make((begin, stop)), value, value, value, unit, "", 0))


def _number(text: str, at: int, end: int, words: _Words) -> tuple[Figure | None, int]:
    """The figure that begins at ``at``, and where to read on."""
    if text[at].isdecimal():
        match = _ARABIC.match(text, at, end)
        return (_of_digits(text, match, end, words), match.end()) if match else (None, at)
    if text.startswith("百分之", at):
        match = _NUMERAL.match(text, at + 3, end)
        return (_of_hundred(text, at, match, words), match.end()) if match else (None, at)
    match = _NUMERAL.match(text, at, end)
    return (_of_numerals(text, match, end, words), match.end()) if match else (None, at)


def _of_digits(text: str, match: re.Match[str], end: int, words: _Words) -> Figure | None:
    begin, at = match.span()
    unit, stop = _unit(text, at, end, words)
    if (not unit and not _bare(text, match, end, words)) or not _free(text, begin, words):
        return None
    value = arabic(match)
    more = match[3] or match[5]
    if more in ("多", "来", "几") and not unit:
        more = ""
    return bounded(text, (begin, stop), value, unit, more, words.around) if value else None


def _of_hundred(text: str, begin: int, match: re.Match[str], words: _Words) -> Figure | None:
    value = percentage(match)
    return bounded(text, (begin, match.end(1)), value, "%", "", words.around) if value else None


def _of_numerals(text: str, match: re.Match[str], end: int, words: _Words) -> Figure | None:
    begin, at = match.span()
    numeral = match[1]
    if numeral[0] in "百千万":
        if text[begin - 1 : begin] not in ("上", "近", "超", "逾", "过"):
            return None
    elif len(numeral) == 1 and numeral in _NONE_ALONE:
        return None
    unit, stop = _unit(text, at, end, words)
    if not unit or text.startswith(words.phrases, begin) or not _free(text, begin, words):
        return None
    if unit == "个" and len(numeral) == 1 and not text.startswith(words.individuals, stop):
        return None
    value = chinese(match)
    return bounded(text, (begin, stop), value, unit, match[3] or match[5], words.around) if value else None


def _unit(text: str, at: int, end: int, words: _Words) -> tuple[str, int]:
    """The measure word at ``at`` and where it ends."""
    pair = text[at : at + 2]
    unit = words.pairs.get(pair)
    if unit is None:
        unit = words.singles.get(pair[:1])
    if unit and at + len(unit) <= end:
        return unit, at + len(unit)
    for word in words.units.get(pair[:1], ()):
        if text.startswith(word, at, end):
            return words.aliases.get(word, word), at + len(word)
    while at and text[at - 1] in " \u00a0":
        at -= 1
    return "", at


def _bare(text: str, match: re.Match[str], end: int, words: _Words) -> bool:
    """Whether a number without a unit may still count something."""
    at = match.end()
    digits = halfwidth(match[1]).replace(",", "")
    if match[2] or text.startswith(words.after, at) or (not match[4] and _NAME.fullmatch(digits)):
        return False
    if _MARKER.match(text, match.end(1), end) or _is_day(digits):
        return False
    begin, following = match.start(), text[at : at + 1]
    if following and following.isascii() and (following.isalnum() or following in "-_:"):
        return False
    if following in ("", "\n") and text[begin - 1 : begin] in ("", "\n"):
        return False
    return not _TIME.search(text, max(0, begin - 4), begin)


def _is_day(digits: str) -> bool:
    """12.4, 6.26: a day of the year when no unit follows."""
    month, point, day = digits[:8].partition(".")
    return bool(point) and 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def _free(text: str, begin: int, words: _Words) -> bool:
    """Whether nothing right before the number makes it a name, an ordinal or a part of a longer token."""
    if not begin:
        return True
    char = text[begin - 1]
    if char == " " and begin > 1 and text[begin - 2] in "第№":
        return False
    if char in words.before or (char.isascii() and char.isalpha()):
        return False
    return char != "前" or text[max(0, begin - 2) : begin] in words.before_but
