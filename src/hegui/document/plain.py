"""Plain text: one line after another, as clerks save it and sites copy it."""

from __future__ import annotations

from hegui.document.assemble import assemble
from hegui.document.lines import Line, line_of, split_lines, take_comments
from hegui.document.model import Comment, Document
from hegui.text.source import decode


class PlainLoader:
    """Reads ``.txt`` files."""

    name = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        source = decode(data)
        lines: list[Line] = []
        comments: list[Comment] = []
        for start, stop in split_lines(source.text):
            pieces, found = take_comments(source.text, start, stop)
            line = line_of(source.text, start, stop, pieces)
            comments += [comment._replace(alone=not line.text) for comment in found]
            lines.append(line)
        return assemble(path, self.name, source, lines, comments)
