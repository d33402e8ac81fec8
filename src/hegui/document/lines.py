"""The lines of a text file as they are read, each with the stretches of the file it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from hegui.document.model import Comment
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

BLANK = "".join(
    (" \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a",
     "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")
)  # fmt: skip
_BREAK = regex(r"[\n\v\f\x85]|\r(?!\n)|[\u2028\u2029]")  # three narrow classes compile in a tenth of the time
_RARE_BREAKS = "\v\f\x85\u2028\u2029"
_REMARK = regex(r"\s*hegui\s*[:：]", re.IGNORECASE)
BLANK_LINE, PAGE, REMARK = 1, 2, 3


class Piece(NamedTuple):
    """``start`` to ``end`` of the decoded file, read as it stands or, where given, as ``text``."""

    start: int
    end: int
    text: str | None = None


Stretch = tuple[int, int, str | None]
"""What a Piece is; as a bare tuple it is made in a third of the time."""


class Line(NamedTuple):
    """One line without the blanks around it.

    ``pieces`` are the stretches it is made of, each as in Piece; ``indent`` is the width of the blanks before it in
    cells; ``end`` is where its line break stands; ``style``, ``level`` and ``align`` are as in Block; ``gap`` tells
    what is above it: BLANK_LINE, PAGE (the end of one) or REMARK (one to hegui that has a line to itself).
    """

    text: str
    pieces: tuple[Stretch, ...]
    indent: int
    end: int
    style: str = "text"
    level: int = 0
    gap: int = 0
    align: str = ""


class Hidden(NamedTuple):
    """A stretch that is no part of the reading text; ``remark`` is what it tells hegui."""

    start: int
    end: int
    remark: str | None


def split_lines(text: str) -> Iterator[tuple[int, int]]:
    r"""Start and end of each line of ``text``, its line break not included.

    A lone ``\r``, a form feed and the like part what is read, although editors count ``\n`` only.
    """
    start = 0
    for words in _rows(text):
        end = start + len(words)
        yield start, end
        start = end + 1


def _rows(text: str) -> list[str]:
    r"""The lines without their breaks, of one character each: of ``\r\n`` the first belongs to the line."""
    if any(map(text.__contains__, _RARE_BREAKS)) or ("\r" in text and text.count("\r") > text.count("\r\n")):
        return _BREAK.split(text)
    return text.split("\n")


def whole_lines(text: str) -> list[Line]:
    """The lines that hold something, of a text in which nothing is hidden; the others are told by the gap below."""
    lines: list[Line] = []
    pages = "\f" in text
    start = gap = 0
    for row in _rows(text):
        stop = start + len(row)
        if words := row.strip(BLANK):
            indent = 0
            if len(words) < len(row) and (left := row.index(words[0])):
                indent = _cells(row[:left])
                start += left
            lines.append(Line._make((words, ((start, start + len(words), None),), indent, stop, "text", 0, gap, "")))
            gap = 0
        else:
            gap = gap or BLANK_LINE
        if pages and text.startswith("\f", stop):
            gap = PAGE
        start = stop + 1
    return lines


@lru_cache(64)
def _cells(blanks: str) -> int:
    """How wide ``blanks`` are."""
    return len(blanks) + blanks.count("\u3000") + 3 * blanks.count("\t")


def read_remark(text: str, start: int, end: int) -> str | None:
    """What the comment whose words begin at ``start`` tells hegui; ``end`` is behind its ``-->``."""
    return text[start:end].removesuffix("-->").strip() if _REMARK.match(text, start, end) else None


def read_comments(text: str, *, every: bool) -> tuple[Hidden, ...]:
    """The ``<!-- hegui: … -->`` of a text, or every HTML comment; one that is never closed is text."""
    if "<" not in text:
        return ()
    found = []
    close = start = 0
    while (start := text.find("<!--", start)) >= 0:
        remark = _REMARK.match(text, start + 4)
        following = text.find("<!--", start + 4)
        if every or remark:
            close = max(close, text.find("-->", max(close, start + 4)))
            if close < start + 4:
                break
            if not 0 <= following < close:
                found.append(Hidden(start, close + 3, text[start + 4 : close].strip() if remark else None))
        if following < 0:
            break
        start = following
    return tuple(found)


class Visible:
    """What is left of each line without the hidden stretches, and what those tell; asked line after line."""

    def __init__(self, hidden: Iterable[Hidden]) -> None:
        self._hidden = list(hidden)
        self._next = 0

    def of(self, start: int, stop: int) -> tuple[list[Piece] | None, list[Hidden]]:
        """The pieces of a line, None for all of it, and the remarks that begin in it."""
        if self._next >= len(self._hidden) or self._hidden[self._next].start >= stop:
            return None, []
        pieces, remarks = [], []
        line_start = start
        while self._next < len(self._hidden) and (hidden := self._hidden[self._next]).start < stop:
            if hidden.start > start:
                pieces.append(Piece(start, hidden.start))
            if hidden.remark and hidden.start >= line_start:
                remarks.append(hidden)
            start = min(hidden.end, stop)
            if hidden.end > stop:
                break
            self._next += 1
        if start < stop:
            pieces.append(Piece(start, stop))
        return pieces, remarks


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` moved inwards past the blanks."""
    words = text[start:end]
    left = start + len(words) - len(words.lstrip(BLANK))
    return left, max(left, start + len(words.rstrip(BLANK)))


def line_of(
    text: str, start: int, stop: int, pieces: Sequence[Stretch] | None = None, style: str = "text", level: int = 0
) -> Line:
    """The line between ``start`` and ``stop`` of ``text``, made of ``pieces`` or else of all of it."""
    raw = text[start:stop]
    words = raw.lstrip(BLANK)
    indent = _cells(raw[: len(raw) - len(words)]) if words else len(raw)
    if pieces is None:
        left = stop - len(words)
        words = words.rstrip(BLANK)
        whole: tuple[Piece, ...] = (Piece(left, left + len(words)),) if words else ()
        return Line(words, whole, indent, stop, style, level)
    kept = _trimmed(text, pieces)
    words = "".join([text[a:b] if instead is None else instead for a, b, instead in kept])
    return Line(words, tuple(kept), indent, stop, style, level)


def _trimmed(text: str, pieces: Iterable[Stretch]) -> list[Stretch]:
    """The pieces without the blanks that begin and end the line, and those doubled where a mark was."""
    kept: list[Stretch] = []
    after_blank = True
    for piece in pieces:
        start, end, instead = piece
        words = text[start:end] if instead is None else instead
        bare = words.lstrip(BLANK) if after_blank else words
        if bare:
            kept.append(piece if instead is not None else Piece(end - len(bare), end))
            after_blank = bare[-1] in BLANK
    while kept and after_blank:
        start, end, instead = kept.pop()
        words = (text[start:end] if instead is None else instead).rstrip(BLANK)
        if words:
            kept.append(Piece(start, end, instead) if instead is not None else Piece(start, start + len(words)))
            break
    return kept


def comments_of(remarks: Iterable[Hidden], line: Line) -> Iterator[Comment]:
    """The remarks of a line as comments; what they stand before is known when the text is assembled."""
    return (Comment(hidden.remark or "", -1, not line.text, hidden.start) for hidden in remarks)


def line_part(line: Line, start: int, end: int) -> Line:
    """Characters ``start`` to ``end`` of a line, as a line."""
    words = line.text[start:end]
    start += len(words) - len(words.lstrip(BLANK))
    words = words.strip(BLANK)
    end = start + len(words)
    pieces = []
    done = 0
    for at, stop, instead in line.pieces:
        width = stop - at if instead is None else len(instead)
        left, right = max(start - done, 0), min(end - done, width)
        if left < right:
            exact = Piece(at + left, at + right)
            pieces.append(exact if instead is None else Piece(at, stop, instead[left:right]))
        done += width
    return line._replace(text=words, pieces=tuple(pieces))


def offset_of(pieces: tuple[Stretch, ...], at: int) -> int:
    """The offset in the decoded file of character ``at`` of a line."""
    for start, end, instead in pieces:
        width = end - start if instead is None else len(instead)
        if at < width:
            return start + at if instead is None else start
        at -= width
    return pieces[-1][1] if pieces else 0
