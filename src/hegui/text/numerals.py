"""Chinese and full-width numerals."""

from __future__ import annotations

DIGITS = "〇一二三四五六七八九"
_VALUES = {c: i for i, c in enumerate(DIGITS)} | {"零": 0, "○": 0, "Ｏ": 0, "两": 2}
_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True))
_VALUES |= _FORMAL
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}
_PLACES = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_LONGEST = 24
CHARACTERS = "".join((*_VALUES, *_TENS, *_GROUPS))
_HALF = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


def halfwidth(text: str) -> str:
    """``text`` with full-width digits, point, comma and percent sign made half-width; same length."""
    return text.translate(_HALF)


def parse_chinese(text: str) -> int | None:
    """The value of a Chinese numeral (二十三, 一百零五, 两万, 二〇二四), or None when it is none."""
    if not text or len(text) > _LONGEST:
        return None
    if all(char in _VALUES for char in text):
        return int("".join(str(_VALUES[char]) for char in text))
    total = group = digit = place = 0
    limit = _GROUPS["万"]
    for char in text:
        if char in _VALUES:
            if digit:
                return None
            digit = _VALUES[char]
            place = place if digit else 0
        elif char in _TENS and _TENS[char] < limit:
            place = limit = _TENS[char]
            group += (digit or 1) * place
            digit = 0
        elif char in _GROUPS:
            place, limit = _GROUPS[char], _GROUPS["万"]
            total = (total + group + digit) * place if char == "亿" else total + (group + digit) * place
            group = digit = 0
        else:
            return None
    return total + group + digit * (place // 10 if place >= 100 else 1)


def to_chinese(value: int) -> str:
    """``value`` as a Chinese numeral, as 一百零五 is written; raises ValueError outside 0 to 999,999,999,999."""
    if not 0 <= value < _GROUPS["亿"] * 10_000:
        raise ValueError(f"cannot write {value} as a Chinese numeral")
    words = _written(value)
    return words[1:] if words.startswith("一十") else words or "零"


def _written(value: int) -> str:
    for place, name in _PLACES:
        if value >= place:
            high, low = divmod(value, place)
            gap = "零" if 0 < low < place // 10 else ""
            return _written(high) + name + gap + _written(low)
    return DIGITS[value] if value else ""
