"""The lines of a text file as they are read, each with the stretches of the file it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hegui.document.model import Comment

BLANK = " \t\r\v\f\u00a0\u3000\u200b\u200c\u200d\u2028\u2029\ufeff\x85"
_COMMENT = re.compile(r"<!--\s*(hegui:[^\n]*?)\s*-->")


class Line(NamedTuple):
    """One line without the blanks around it; ``pieces`` are half-open ranges of the decoded file.

    ``indent`` counts the blanks before it; ``style`` and ``level`` as in Block; ``end`` is where its
    line break stands.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    indent: int
    end: int
    style: str = "text"
    level: int = 0


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` moved inwards past the blanks."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(BLANK))
    return start + left, max(start + left, start + len(piece.rstrip(BLANK)))


def line_of(
    text: str, start: int, stop: int, pieces: list[tuple[int, int]], style: str = "text", level: int = 0
) -> Line:
    """The line between ``start`` and ``stop`` of ``text``, made of ``pieces``."""
    kept = [trim_ends(text, pieces, i) for i in range(len(pieces))]
    kept = [(a, b) for a, b in kept if b > a]
    first = kept[0][0] if kept else stop
    return Line("".join(text[a:b] for a, b in kept), tuple(kept), first - start, stop, style, level)


def trim_ends(text: str, pieces: list[tuple[int, int]], index: int) -> tuple[int, int]:
    """Piece ``index`` without blanks where it begins or ends the line."""
    start, end = pieces[index]
    if index == 0:
        start = trim(text, start, end)[0]
    if index == len(pieces) - 1:
        end = trim(text, start, end)[1]
    return start, end


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of each line of ``text``, its ``\n`` not included."""
    start = 0
    while (stop := text.find("\n", start)) >= 0:
        yield start, stop
        start = stop + 1
    yield start, len(text)


def take_comments(text: str, start: int, stop: int) -> tuple[list[tuple[int, int]], list[Comment]]:
    """What is left of a line without its ``<!-- hegui: … -->``, and those; their anchors are set later."""
    pieces, comments = [], []
    done = start
    if text.find("<!--", start, stop) >= 0:
        for match in _COMMENT.finditer(text, start, stop):
            pieces.append((done, match.start()))
            comments.append(Comment(match[1], -1, False, match.start()))
            done = match.end()
    pieces.append((done, stop))
    return pieces, comments
