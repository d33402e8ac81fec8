"""Markdown, read line by line: marks are left out of the reading text, everything else stays in place.

No Markdown library keeps offsets inside a line, and to all of them an indented Chinese paragraph is code.
"""

from __future__ import annotations

import re

from hegui.document.assemble import assemble
from hegui.document.lines import Line, line_of, split_lines, take_comments
from hegui.document.model import Comment, Document
from hegui.text.source import decode

_HEADING = re.compile(r"[ \t\u3000]{0,8}(#{1,6})[ \t\u3000]+")
_LEAD = re.compile(r"[ \t\u3000]*(?:>[ \t]?)*[ \t\u3000]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)?")
_RULE = re.compile(
    r"[ \t]*(?:[-*_=][ \t]*){3,}|[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*|[ \t]*(?:```|~~~).*"
)
_MARKS = re.compile(
    r"\*{1,3}|__|`+|~~|!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)|(?<=\])\([^)\s\n]{1,500}\)|\[(?=[^\]\n]{1,200}\]\()|\](?=\()"
    r"|<br\s*/?>|</?[a-zA-Z][^>\n]{0,200}>|<!--(?:(?!-->)[^\n])*-->|\\(?=[!-/:-@\[-`{-~])"
)
_ENDING_HASHES = re.compile(r"[ \t]+#+[ \t]*$")


class MarkdownLoader:
    """Reads ``.md`` files."""

    name = "md"
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        source = decode(data)
        lines: list[Line] = []
        comments: list[Comment] = []
        for start, stop in split_lines(source.text):
            stop_text = stop - 1 if source.text.endswith("\r", start, stop) else stop
            pieces, found = take_comments(source.text, start, stop_text)
            line = _line(source.text, start, stop, stop_text, pieces)
            comments += [comment._replace(alone=not line.text) for comment in found]
            lines.append(line)
        return assemble(path, self.name, source, lines, comments)


def _line(text: str, start: int, stop: int, stop_text: int, pieces: list[tuple[int, int]]) -> Line:
    """One line without its Markdown marks; a rule or a fence is an empty line."""
    if _RULE.fullmatch(text, start, stop_text):
        return line_of(text, start, stop, [])
    style, level = "text", 0
    first_start, first_end = pieces[0]
    if heading := _HEADING.match(text, first_start, first_end):
        style, level = "heading", len(heading[1])
        first_start = heading.end()
        if (hashes := _ENDING_HASHES.search(text, first_start, first_end)) and len(pieces) == 1:
            first_end = hashes.start()
    elif lead := _LEAD.match(text, first_start, first_end):
        first_start = lead.end()
    pieces = [(first_start, first_end), *pieces[1:]]
    kept = [rest for a, b in pieces for rest in _without_marks(text, a, b)]
    line = line_of(text, start, stop, kept, style, level)
    if line.text.startswith("|") and line.text.count("|") > 1:
        return line._replace(style="row")
    return line


def _without_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the marks of a piece of a line."""
    out = []
    for match in _MARKS.finditer(text, start, end):
        out.append((start, match.start()))
        start = match.end()
    return [*out, (start, end)]
