"""Markdown, read line by line: marks are left out of the reading text, everything else stays in place.

No Markdown library keeps offsets inside a line, and to all of them an indented Chinese paragraph is code.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from hegui.document.assemble import assemble
from hegui.document.inline import without_marks
from hegui.document.lines import Line, Piece, Visible, comments_of, line_of, read_comments, split_lines, trim
from hegui.document.model import Comment, Document, Label
from hegui.text.patterns import HAN, regex
from hegui.text.source import decode

_BLOCK_MARKS = "`~-*_=|:["
_HEADING = regex(rf"(#{{1,6}})(?:[ \t\u3000]+|(?=(?:{HAN}|[（(]))|$)")
_LEAD = regex(r"(?:>[ \t\u3000]*)*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
_RULE = regex(r"-[-\s]{2,}|\*[*\s]{2,}|_[_\s]{2,}|=[=\s]{2,}")
_DELIMITERS = regex(r"\|?\s*:?-+:?\s*\|(?:\s*:?-+:?\s*\|)*\s*(?::?-+:?)?")
_FENCE = regex(r"(`{3,}|~{3,})[^`\n]*")
_REFERENCE = regex(r"\[[^\[\]\n]{1,200}\]:\s*(?:<[^<>\n]*>|(?:https?:|mailto:|[/.#])\S*)(?:\s+[\"'(][^\n]*)?")
_LINE_BREAK = regex(r"<br\s*/?>|</(?:p|div|li|tr|h[1-6]|center)\s*>", re.IGNORECASE)
_KEY = regex(r"([\w][\w .-]{0,40}?)\s*[:：](?:\s+(.*)|)", re.DOTALL)
_KEYS = {"title": "标题"}
_FRONT_LINES = 100
_SHORT = 60


class MarkdownLoader:
    """Reads ``.md`` files."""

    name = "md"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        source = decode(data)
        text = source.text
        labels, body = read_front_matter(text)
        reader = _Reader(text)
        for start, stop in split_lines(text):
            if start >= body:
                reader.take(start, stop)
        return assemble(path, self.name, source, reader.lines, reader.comments, labels)


def read_front_matter(text: str) -> tuple[list[Label], int]:
    """The labels between two ``---`` at the top of a file, and where the text begins behind them."""
    labels: list[Label] = []
    for number, (start, stop) in enumerate(split_lines(text)):
        words = text[start:stop].rstrip().lstrip("\ufeff")
        if number == 0 and words != "---":
            break
        if number and words in ("---", "..."):
            return labels, min(stop + 1, len(text))
        if number and words and words[0] not in " \t-#[]{}":
            key = _KEY.fullmatch(words)
            if key is None:
                break
            name = key[1].strip()
            labels.append(Label(_KEYS.get(name.lower(), name), (key[2] or "").strip().strip("\"'"), start))
        if number > _FRONT_LINES:
            break
    return [], 0


class _Reader:
    """Turns lines of Markdown into lines as they are read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = []
        self.comments: list[Comment] = []
        self._visible = Visible(read_comments(text, every=True))
        self._fence = ""
        self._table = False
        self._tags = _LINE_BREAK.search(text) is not None

    def take(self, start: int, stop: int) -> None:
        """Read the line between ``start`` and ``stop``."""
        pieces, remarks = self._visible.of(start, stop)
        line = self._line(start, stop, pieces)
        if remarks:
            self.comments += comments_of(remarks, line)
        if self._tags and line.style != "row":
            self.lines += self._parts(line, start)
        else:
            self.lines.append(line)

    def _line(self, start: int, stop: int, pieces: list[Piece] | None) -> Line:
        pieces = [Piece(start, stop)] if pieces is None else pieces
        if not pieces:
            return line_of(self.text, start, stop, [])
        left, right = trim(self.text, pieces[0].start, pieces[0].end)
        whole = len(pieces) == 1
        if whole and (self._fence or self.text[left : left + 1] in _BLOCK_MARKS):
            words = self.text[left:right]
            if self._is_fence(words) or (not self._fence and self._is_rule(words)):
                return line_of(self.text, start, stop, [])
            if self._fence:
                return line_of(self.text, start, stop, [Piece(left, right)], "alone")
        style, level = "text", 0
        if heading := _HEADING.match(self.text, left, right):
            style, level, left = "heading", len(heading[1]), heading.end()
            right = self._before_hashes(left, right) if whole else right
        elif lead := _LEAD.match(self.text, left, right):
            left = lead.end()
        kept = without_marks(self.text, left, right if whole else pieces[0].end)
        for piece in pieces[1:]:
            kept += without_marks(self.text, piece.start, piece.end)
        line = line_of(self.text, start, stop, kept, style, level)
        self._table = self._table and "|" in line.text
        if self._table or (line.text.startswith("|") and line.text.count("|") > 1):
            return line._replace(style="row")
        return line

    def _before_hashes(self, start: int, end: int) -> int:
        """Where a heading ends that is closed by ``#``."""
        words = self.text[start:end]
        bare = words.rstrip("#")
        return start + len(bare) if bare != words and (not bare or bare[-1] in " \t\u3000") else end

    def _is_fence(self, words: str) -> bool:
        match = _FENCE.fullmatch(words)
        if match is None or not (not self._fence or (words == match[1] and match[1].startswith(self._fence))):
            return False
        self._fence = "" if self._fence else match[1]
        return True

    def _is_rule(self, words: str) -> bool:
        """Whether a line is a rule, an underline or the delimiters of a table; marks the line above."""
        above = self.lines[-1] if self.lines else None
        if _DELIMITERS.fullmatch(words):
            if above and "|" in above.text:
                self.lines[-1] = above._replace(style="row")
                self._table = True
            return True
        if _REFERENCE.fullmatch(words):
            return True
        if len(words) < 3 or not _RULE.fullmatch(words):
            return False
        if above and words.strip("=-") == "" and _may_be_heading(above):
            self.lines[-1] = above._replace(style="heading", level=1 if words[0] == "=" else 2)
        return True

    def _parts(self, line: Line, start: int) -> Iterator[Line]:
        """The line, or the lines that ``<br>`` and closing tags make of it; in a fence they are text."""
        stops = [match.start() for match in _LINE_BREAK.finditer(self.text, start, line.end)]
        if not stops or line.style == "alone":
            yield line
            return
        pieces = deque(line.pieces)
        for stop in stops:
            kept = []
            while pieces and pieces[0][0] < stop:
                kept.append(pieces.popleft())
            yield line_of(self.text, start, stop, kept, line.style, line.level)
            start = stop
        yield line_of(self.text, start, line.end, pieces, line.style, line.level)


def _may_be_heading(line: Line) -> bool:
    """Whether an underline makes a line a heading rather than part it from the next."""
    return line.style == "text" and 0 < len(line.text) <= _SHORT and line.text[-1] not in "。；;：:，,"
