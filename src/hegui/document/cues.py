"""What tells a reader where a paragraph begins or cannot end: numbers, marks, dates, the names of organs."""

from __future__ import annotations

import re

from hegui.document.lines import Line
from hegui.text.numbering import NUMERALS, digits, numerals, stands
from hegui.text.numerals import parse_chinese
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

OPEN_END = "，、,（(《〈“‘"
CLOSED_START = "，。、；：！？）》〉”’】〕,;:!?)"
CHAPTER, ITEM = 1, 6
_N = NUMERALS
INNER_MARK = regex(
    rf"(?<=[。；;：:，,、！!？?\s”])(?:([{_N}]{{1,3}})[、.．]|([{_N}]{{1,3}})[是要]|[(（] ?([{_N}]{{1,3}}) ?[)）]"
    rf"|[(（] ?(\d{{1,2}}) ?[)）]|第([{_N}]{{1,2}})[,，、部]|(\d{{1,2}})(?:[.．](?!\d)|[、)）]))"
)
BULLETS = ("•", "●", "▪", "◦", "附件", "特此", "专此")
NEW_PARAGRAPH = regex(r"一年来|近年来|下一步|下步|今后|今年以来|20\d\d年以来")
DATE = regex(
    r"[(（]?[12]\d{3}\s*年\s*\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?[)）]?|[二一][〇○零九][〇○零一二三四五六七八九]{2}年.{2,6}日"
)
_ORGAN = regex(r"(?:人民政府|办事处|委员会|局|厅|党委|工委|办公室|中心|领导小组)(?:\s|[)）(（]|$)")
_PHRASE = regex(r"[^，。、；：,;:]{2,60}")
_FIRST = frozenset(f"(（第{NUMERALS}")
FOOT = 12


class Mark(NamedTuple):
    """A numbering at the start of a line: which form (CHAPTER is 一、, ITEM is 1.), and the number."""

    form: int
    number: int


def mark_of(text: str) -> Mark | None:
    """The numbering that ``text`` begins with, in the forms of INNER_MARK."""
    if text[:1] not in _FIRST and not text[:1].isdecimal():
        return None
    if stands(text, 0, "(（"):
        start = 1 + stands(text, 1, " ")
        for form, run, most in ((3, numerals, 3), (4, digits, 2)):
            end = run(text, start, most)
            if end > start and stands(text, end + stands(text, end, " "), ")）"):
                return Mark(form, _value(text[start:end]))
        return None
    if text[:1] == "第":
        end = numerals(text, 1, 2)
        return Mark(5, _value(text[1:end])) if end > 1 and stands(text, end, ",，、部") else None
    if end := numerals(text, 0, 3):
        form = CHAPTER if stands(text, end, "、.．") else 2
        return Mark(form, _value(text[:end])) if form == CHAPTER or stands(text, end, "是要") else None
    end = digits(text, 0, 2)
    point = stands(text, end, ".．") and not text[end + 1 : end + 2].isdecimal()
    return Mark(ITEM, int(text[:end])) if end and (point or stands(text, end, "、)）")) else None


def read_mark(match: re.Match[str]) -> Mark:
    """The numbering found by INNER_MARK."""
    form = match.lastindex or 1
    return Mark(form, _value(match[form]))


def _value(number: str) -> int:
    if len(number) == 1 and number in NUMERALS:
        return NUMERALS.index(number) + 1
    return int(number) if number.isdecimal() else parse_chinese(number) or 0


def closing_lines(lines: list[Line]) -> frozenset[int]:
    """The lines at the foot of a report that are a date or name an organ above it."""
    found: set[int] = set()
    for index in range(len(lines) - 1, max(-1, len(lines) - FOOT), -1):
        text = lines[index].text
        organ = _PHRASE.fullmatch(text) and _ORGAN.search(text)
        if DATE.fullmatch(text) or (organ and (index + 1 in found or index + 1 == len(lines))):
            found.add(index)
    return frozenset(found)


def has_comma(text: str) -> bool:
    """Whether ``text`` has a comma or semicolon, as sentences have."""
    return "，" in text or "," in text or "；" in text or ";" in text


def is_quoting(text: str) -> bool:
    """Whether a title in 《 》 is not closed yet."""
    opened = text.rfind("《")
    return opened >= 0 and text.find("》", opened) < 0
