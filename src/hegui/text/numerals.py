"""Chinese and full-width numerals."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
_VALUES = {c: i for i, c in enumerate(DIGITS)} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_VALUES |= _FORMAL
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
CHARACTERS = "".join((*_VALUES, *_TENS, *_GROUPS))
_HALF = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def halfwidth(text: str) -> str:
    """``text`` with full-width digits, point, comma and percent sign made half-width; same length."""
    return text.translate(_HALF)


def parse_chinese(text: str) -> int | None:
    """The value of a Chinese numeral (二十三, 一百零五, 两万, 二〇二四), or None when it is none."""
    if not text:
        return None
    if all(c in _VALUES for c in text):
        return int("".join(str(_VALUES[c]) for c in text))
    total = group = digit = unit = 0
    for char in text:
        if char in _VALUES:
            digit = _VALUES[char]
            unit = unit if digit else 0
        elif char in _TENS:
            unit = _TENS[char]
            group += (digit or 1) * unit
            digit = 0
        elif char in _GROUPS:
            unit = _GROUPS[char]
            total = (total + group + digit) * unit if char == "亿" else total + (group + digit) * unit
            group = digit = 0
        else:
            return None
    if unit >= 100:
        digit *= unit // 10
    return total + group + digit


def to_chinese(value: int) -> str:
    """``value`` (0 to 99,999,999) as a Chinese numeral, as 一百零五 is written."""
    if value < 10_000:
        return _below_ten_thousand(value)
    high, low = divmod(value, 10_000)
    tail = "" if not low else ("零" if low < 1000 else "") + _below_ten_thousand(low, inner=True)
    return _below_ten_thousand(high) + "万" + tail


def _below_ten_thousand(value: int, inner: bool = False) -> str:
    if value == 0:
        return "零"
    out = ""
    gap = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            out += ("零" if gap and out else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return out[1:] if out.startswith("一十") and not inner else out
