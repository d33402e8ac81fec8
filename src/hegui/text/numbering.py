"""The numbers at the head of a heading or an item: 一、 （一） 第一部分 1. （1）.

They are read without patterns: a class of the Chinese numerals takes a tenth of a millisecond to compile.
"""

from __future__ import annotations

NUMERALS = "一二三四五六七八九十"
_FIRST_FIVE = "一二三四五"
_FIRST = frozenset(f"(（第{NUMERALS}")


def numerals(text: str, at: int, most: int) -> int:
    """Where the run of at most ``most`` Chinese numerals that begins at ``at`` ends."""
    end = min(len(text), at + most)
    while at < end and text[at] in NUMERALS:
        at += 1
    return at


def digits(text: str, at: int, most: int) -> int:
    """Where the run of at most ``most`` digits that begins at ``at`` ends."""
    end = min(len(text), at + most)
    while at < end and text[at].isdecimal():
        at += 1
    return at


def stands(text: str, at: int, marks: str) -> bool:
    """Whether one of ``marks`` stands at ``at``."""
    return at < len(text) and text[at] in marks


def begins_chapter(text: str) -> bool:
    """Whether ``text`` begins with 一、 or （一） or 第一部分."""
    if text[:1] not in _FIRST:
        return False
    if stands(text, 0, "(（"):
        end = numerals(text, 1, 3)
        return end > 1 and stands(text, end, ")）")
    if text[:1] == "第":
        return stands(text, 1, _FIRST_FIVE) and text.startswith("部分", 2)
    end = numerals(text, 0, 3)
    return end > 0 and text.startswith("、", end)
