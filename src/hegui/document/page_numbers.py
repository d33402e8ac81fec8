"""The numbers of pages that stand on lines of their own."""

from __future__ import annotations

from itertools import pairwise

from hegui.document.lines import PAGE, Line
from hegui.text.patterns import regex

_NUMBER = r"\d{1,4}"
_PAGE_NUMBER = regex(
    rf"[-—–－~]*\s*{_NUMBER}\s*[-—–－~]+|[·•]\s*{_NUMBER}\s*[·•]|第\s*{_NUMBER}\s*页(?:\s*[,，/／]?\s*共\s*{_NUMBER}\s*页)?"
    rf"|{_NUMBER}\s*[/／]\s*{_NUMBER}|[Pp]age\s+{_NUMBER}(?:\s+of\s+{_NUMBER})?"
)
_MOST_NUMBERS = 2
_CHARACTERS = "-—–－~·•第页共,，/／:Ppageof 0123456789"
_PLAYER = regex(r"\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}")
_WIDEST = 4
_BARE = regex(r"\d{1,3}|[1-9]\d{3,}(?<!19\d\d)(?<!20\d\d)")


def is_page_number(text: str) -> bool:
    """Whether a line is the number of a page, or the clock of a player."""
    rest = text.strip(_CHARACTERS)
    if rest and not all(char in _CHARACTERS or char.isdecimal() or char.isspace() for char in rest):
        return False
    if not any(map(str.isdecimal, text[:8])):
        return False
    numbers = sum(a.isdecimal() and not b.isdecimal() for a, b in pairwise(f"{text} "))
    if numbers > _MOST_NUMBERS and ":" not in text:  # a date
        return False
    return _PAGE_NUMBER.fullmatch(text) is not None or _PLAYER.fullmatch(text) is not None


def bare_page_numbers(lines: list[Line], among: list[int], first: int, last: int) -> frozenset[int]:
    """Which of the lines ``among`` are numbers counting up by one or at an end of the file: no cells of a table.

    The body reaches from line ``first`` to line ``last``.
    """
    found = [i for i in among if len(lines[i].text) <= _WIDEST and _is_bare(lines[i].text)]
    if not found:
        return frozenset()
    inner = [i for i in found if first <= i <= last or 3 <= i < len(lines) - 3]
    values = [int(lines[i].text) for i in inner]
    if all(b - a == 1 for a, b in pairwise(values)):
        return frozenset(found)
    cells = {i for i in inner if PAGE not in (lines[i].gap, lines[i + 1].gap)}
    return frozenset(found) - cells


def _is_bare(text: str) -> bool:
    return text.isdecimal() and _BARE.fullmatch(text) is not None
