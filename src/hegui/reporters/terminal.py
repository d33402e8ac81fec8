"""Text for a terminal: widths in cells, colours, and document text made harmless."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

RED, YELLOW, BLUE, BOLD, DIM, UNDERLINE = "31", "33", "34", "1", "2", "4"
_NOT_FIRST = "，。；：、？！）》」』】”’)%,.;:!?"
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
_HARMLESS = (
    {code: 0x2400 + code for code in range(0x20)}
    | dict.fromkeys((0x09, 0x0A, 0x0D, 0x2028, 0x2029), ord(" "))
    | dict.fromkeys((*range(0x7F, 0xA0), *_BIDI), 0xFFFD)
)


def visible(text: str) -> str:
    """``text`` in one line without anything that steers a terminal; as long as before."""
    return text.translate(_HARMLESS)


def paint(text: str, *styles: str, on: bool) -> str:
    """``text`` in ANSI ``styles`` when ``on``."""
    return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if on and text else text


def cell(char: str) -> int:
    """How many cells of a terminal a character takes."""
    return 1 if char < "\x7f" else _cell(char)


@cache
def _cell(char: str) -> int:
    import unicodedata  # not needed for a format without widths

    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1


def cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes."""
    return sum(map(cell, text))


def wrap(text: str, room: int) -> Iterator[str]:
    """``text`` in lines of at most ``room`` cells, none of which begins with a closing mark."""
    line, used = "", 0
    for char in text:
        width = cell(char)
        if used + width > room and char not in _NOT_FIRST:
            cut = _word_start(line) if char.isascii() and char != " " else len(line)
            yield line[:cut].rstrip()
            line = line[cut:].lstrip()
            used = cells(line)
            if not line and char == " ":
                continue
        line, used = line + char, used + width
    yield line


def _word_start(line: str) -> int:
    """Where the Latin word or number at the end of ``line`` begins, if it is not the whole line."""
    cut = len(line)
    while cut and line[cut - 1].isascii() and line[cut - 1] != " ":
        cut -= 1
    return cut or len(line)


def crop(text: str, mark: tuple[int, int], room: int) -> tuple[str, tuple[int, int]]:
    """What of ``text`` fits into ``room`` cells around ``mark``, and where the mark is then."""
    if cells(text) <= room:
        return text, mark
    room -= 2
    start, end, used = mark[0], mark[0], 0
    while end < mark[1] and used + cell(text[end]) <= room:
        used += cell(text[end])
        end += 1
    inside = end
    for grow_left in (True, False) * len(text):
        if grow_left and start and used + cell(text[start - 1]) <= room:
            start -= 1
            used += cell(text[start])
        elif not grow_left and end < len(text) and inside == mark[1] and used + cell(text[end]) <= room:
            used += cell(text[end])
            end += 1
    before, after = "…" * (start > 0), "…" * (end < len(text))
    moved = len(before) - start
    return f"{before}{text[start:end]}{after}", (mark[0] + moved, inside + moved)
