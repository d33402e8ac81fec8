"""Plain text: one line after another, as clerks save it and sites copy it."""

from __future__ import annotations

from hegui.document.assemble import assemble
from hegui.document.lines import Line, Visible, comments_of, line_of, read_comments, split_lines, whole_lines
from hegui.document.model import Comment, Document
from hegui.text.source import decode


class PlainLoader:
    """Reads ``.txt`` files."""

    name = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        source = decode(data)
        hidden = read_comments(source.text, every=False)
        if not hidden:
            return assemble(path, self.name, source, whole_lines(source.text), [])
        visible = Visible(hidden)
        lines: list[Line] = []
        comments: list[Comment] = []
        for start, stop in split_lines(source.text):
            pieces, remarks = visible.of(start, stop)
            lines.append(line_of(source.text, start, stop, pieces))
            if remarks:
                comments += comments_of(remarks, lines[-1])
        return assemble(path, self.name, source, lines, comments)
