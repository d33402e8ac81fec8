"""What a written number may stand for: its value, its printed precision, and the words 余 约 近 around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import inf

from hegui.report.model import Figure
from hegui.text.numerals import halfwidth, parse_chinese
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_SMALL = "一二三四五六七八九"
_SCALES = {"": 1, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}
LONGEST = 24
_RATIOS = ("%", "‰", "个百分点")
_VAGUE = {
    "十几": (11, 19),
    "几十": (20, 99),
    "数十": (20, 99),
    "几百": (200, 999),
    "数百": (200, 999),
    "几千": (2000, 9999),
    "数千": (2000, 9999),
    "几万": (20000, 99999),
    "数万": (20000, 99999),
}


class Around:
    """The words around a number: each row is the word, which way it bounds, and what may not stand before it.

    Those before it are known by their last two characters, those behind it by the first.
    """

    def __init__(
        self, prefix: Mapping[str, list[tuple[str, str, str]]], suffix: Mapping[str, list[tuple[str, str]]]
    ) -> None:
        self.prefix = prefix
        self.suffix = suffix

    def before(self, text: str, begin: int) -> tuple[tuple[str, str] | None, int]:
        """The word that ends at ``begin`` with its way, and where it starts."""
        at = begin - 1 if begin and text[begin - 1] == " " else begin
        near = text[max(0, at - 2) : at]
        for word, way, inside in (*self.prefix.get(near, ()), *self.prefix.get(near[1:], ())):
            start = at - len(word)
            if start < 0 or not text.startswith(word, start):
                continue
            if inside and start and text[start - 1] in inside:
                continue
            if word not in ("上", "过") or text[begin] in "百千万":
                return (word, way), start
        return None, begin

    def behind(self, text: str, stop: int) -> tuple[tuple[str, str] | None, int]:
        """The word that starts at ``stop`` with its way, and where it ends."""
        for word, way in self.suffix.get(text[stop : stop + 1], ()):
            if text.startswith(word, stop):
                return (word, way), stop + len(word)
        return None, stop


class Value(NamedTuple):
    """A number as written, before any word around it; ``step`` is how far 余 reaches."""

    value: float
    low: float
    high: float
    step: float
    digits: int
    vague: str = ""


def _scaled(number: str, scale: int) -> tuple[float, int, float]:
    """The value of a printed decimal times ``scale``, its decimals, the size of its last place."""
    whole, _, decimals = number.partition(".")
    digits = len(decimals)
    total, rest = divmod(int(whole + decimals) * scale, 10**digits)
    return (total + rest / 10**digits if rest else total), digits, scale / 10**digits


def whole_number(digits: str) -> Value:
    """The value of plain digits."""
    value = int(digits)
    return Value._make((value, value, value, _reach(digits), 0, ""))


def arabic(match: re.Match[str]) -> Value | None:
    """The value of groups 1 (the number), 2 (the end of a range) and 4 (万, 亿); None for a range that falls."""
    number = match[1]
    if number.isascii() and number.isdigit() and len(number) <= LONGEST and not (match[2] or match[4]):
        return whole_number(number)
    number = halfwidth(number).replace(",", "")
    if len(number) > LONGEST:
        return None
    scale = _SCALES.get(match[4], 1)
    value, digits, place = _scaled(number, scale)
    if match[2]:
        high, more, _ = _scaled(halfwidth(match[2])[:LONGEST], scale)
        return Value(high, value, high, place, max(digits, more), "至") if high > value else None
    if place == 1:
        return Value(value, value, value, _reach(number), 0)
    return Value(value, value - place / 2, value + place * 0.999, _reach(number) * place, digits)


def _reach(number: str) -> float:
    """How far 余 may reach, in last places: 560 to 570, 4000 to 5000; 404 to the next ten."""
    whole = "." not in number
    digits = number if whole else number.replace(".", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 - int(digits[-1]) if whole and not zeros else 10.0**zeros


def chinese(match: re.Match[str]) -> Value | None:
    """The value of a Chinese numeral in group 1 with 万, 亿 in group 4; None when it is none."""
    token = match[1]
    scale = _SCALES.get(match[4], 1)
    if token in _VAGUE:
        low, high = _VAGUE[token]
        return Value(low * scale, low * scale, high * scale, scale, 0, token)
    pair = _pair(token)
    if pair:
        return Value(pair[1] * scale, pair[0] * scale, pair[1] * scale, scale, 0, token)
    value = parse_chinese(token)
    if value is None or (len(token) > 1 and not any(c in "十百千万亿" for c in token)):
        return None
    return Value(value * scale, value * scale, value * scale, _reach(str(value)) * scale, 0)


def _pair(token: str) -> tuple[int, int] | None:
    """两三, 七八十: two neighbours stand for a range."""
    first, second, rest = _SMALL.find(token[:1].replace("两", "二")), _SMALL.find(token[1:2] or "x"), token[2:]
    if first < 0 or not 0 < second - first <= 2:
        return None
    low, high = parse_chinese(_SMALL[first] + rest), parse_chinese(_SMALL[second] + rest)
    return (low, high) if low is not None and high is not None else None


def percentage(match: re.Match[str]) -> Value | None:
    """The value of what stands after 百分之 in group 1 (九十八点五)."""
    whole, point, decimals = match[1].partition("点")
    value = parse_chinese(whole)
    tail = parse_chinese(decimals) if point else 0
    if value is None or tail is None:
        return None
    number = value + tail / 10 ** len(decimals) if tail else value
    return Value(number, number, number, 1, len(decimals))


def bounded(text: str, place: tuple[int, int], number: Value, unit: str, more: str, around: Around) -> Figure:
    """The figure at ``place`` with ``more`` (余, 多) and the words around it worked into its bounds."""
    value, low, high, step, digits, modifier = number
    if unit in _RATIOS and not modifier:
        low = high = value
    before, begin = around.before(text, place[0])
    behind, stop = around.behind(text, place[1])
    if more:
        high = max(high, value + step - (1 if step >= 1 else 0))
        modifier = f"{modifier}…{more}" if modifier else more
    if before:
        low, high = _widened(before[1], value, low, high, step)
        modifier = f"{before[0]}…{modifier}" if modifier else before[0]
    if behind:
        low, high = _widened(behind[1], value, low, high, step)
        modifier = f"{modifier}…{behind[0]}" if modifier else behind[0]
    return Figure._make((Span._make((begin, stop)), value, low, high, unit, modifier, digits))


def _widened(way: str, value: float, low: float, high: float, step: float) -> tuple[float, float]:
    if way == "near":
        return max(0, min(low, value * 0.9, value - step)), high
    if way == "about":
        return min(low, value * 0.9), max(high, value * 1.1)
    return (low, inf) if way == "above" else (0, high)
