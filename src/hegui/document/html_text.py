"""The text between the tags of a web page: entities decoded, white space collapsed as browsers do."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from hegui.document.limits import current, over
from hegui.document.lines import BLANK, Piece
from hegui.text.patterns import regex

_ENTITY = r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_MARK = regex(rf"(?P<blank>[ \t\n\r\f]+)|{_ENTITY}")
_KEPT = regex(rf"(?P<blank>\r\n|[\n\r\f])|{_ENTITY}")
_COLLAPSIBLE = frozenset(" \t\n\r\f")
_WIDE = 0x2E80
_QUOTES = "“”‘’—…·"
_LONGEST_BARE = max(len(name) for name in html5 if not name.endswith(";"))


def read_entity(mark: str) -> tuple[str, int]:
    """What an entity stands for, and how many of its characters make it up: of ``&ltab`` only three."""
    if mark[1] == "#":
        return unescape(mark), len(mark)
    if (read := html5.get(mark[1:])) is not None:
        return read, len(mark)
    for end in range(min(len(mark) - 1, _LONGEST_BARE), 1, -1):
        if (read := html5.get(mark[1 : end + 1])) is not None:
            return read, end + 1
    return mark, len(mark)


def _shown(read: str) -> str:
    """What a reader sees of a decoded entity: nothing of controls, a space for one that does not break."""
    return "".join([" " if char == "\xa0" else char for char in read if char.isprintable() or char.isspace()])


class Words:
    """Collects the pieces of one line after another."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.pieces: list[Piece] = []
        self.preformatted = 0
        self.entities = 0
        self._gap: tuple[int, int] | None = None
        self._broken = False
        self._last = ""

    def take(self, start: int, end: int) -> int | None:
        """Read on from ``start``; stops behind a line end of preformatted text and tells where, else None."""
        at = start
        for match in (_KEPT if self.preformatted else _MARK).finditer(self.source, start, end):
            if match.start() < at:
                continue
            self._exact(at, match.start())
            at = match.end()
            if match["blank"] is None:
                at = self._entity(match)
            elif self.preformatted:
                return at
            else:
                self._space(*match.span(), match[0])
        self._exact(at, end)
        return None

    def verbatim(self, start: int, end: int) -> None:
        """Text in which nothing is decoded."""
        self._exact(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """``text`` for a mark that stands in the page from ``start`` to ``end``, such as the edge of a cell."""
        self._gap = None
        self.pieces.append(Piece(start, end, text))
        self._last = text[-1]

    def space(self, at: int) -> None:
        """A gap that is no white space in the file."""
        if self._gap is None:
            self._gap, self._broken = (at, at), False

    def line(self) -> tuple[list[Piece], int]:
        """The pieces of the line that ends here without the blanks around it, and the width of its indent."""
        pieces, self.pieces = self.pieces, []
        self._gap, self._broken, self._last = None, False, ""
        if not pieces:
            return pieces, 0
        first, last = 0, len(pieces)
        while first < last and not self._words(pieces[first]).strip(BLANK):
            first += 1
        while last > first and not self._words(pieces[last - 1]).strip(BLANK):
            last -= 1
        indent = sum(_width(self._words(piece)) for piece in pieces[:first])
        kept = pieces[first:last]
        if kept:
            words = self._words(kept[0])
            indent += _width(words[: len(words) - len(words.lstrip(BLANK))])
            kept[0] = self._stripped(kept[0])
            kept[-1] = self._stripped(kept[-1], right=True)
        return kept, indent

    def _stripped(self, piece: Piece, *, right: bool = False) -> Piece:
        words = self._words(piece)
        bare = words.rstrip(BLANK) if right else words.lstrip(BLANK)
        if piece.text is not None:
            return piece._replace(text=bare)
        return Piece(piece.start, piece.start + len(bare)) if right else Piece(piece.end - len(bare), piece.end)

    def _words(self, piece: Piece) -> str:
        return self.source[piece.start : piece.end] if piece.text is None else piece.text

    def _exact(self, start: int, end: int) -> None:
        if start == end:
            return
        self._settle(self.source[start])
        if self.pieces and self.pieces[-1].end == start and self.pieces[-1].text is None:
            start = self.pieces.pop().start
        self.pieces.append(Piece(start, end))
        self._last = self.source[end - 1]

    def _space(self, start: int, end: int, blanks: str) -> None:
        if self._gap is None:
            self._gap, self._broken = (start, end), False
        self._broken = self._broken or "\n" in blanks or "\r" in blanks

    def _settle(self, following: str) -> None:
        """Write the gap before ``following``: a line break beside a Chinese character is none."""
        gap, self._gap = self._gap, None
        if gap is None or not self._last or self._last in _COLLAPSIBLE:
            return
        if self._broken and (_is_wide(self._last) or _is_wide(following)):
            return
        start, end = gap
        exact = end - start == 1 and self.source[start] == " "
        self.pieces.append(Piece(start, end, None if exact else " "))

    def _entity(self, match: re.Match[str]) -> int:
        self.entities += 1
        if self.entities > current().tags:
            raise over("网页的实体", "tags")
        start = match.start()
        read, width = read_entity(match[0])
        if read == match[0]:
            self._exact(start, start + width)
        elif read in _COLLAPSIBLE:
            self._space(start, start + width, read)
        elif shown := _shown(read):
            self._settle(shown[0])
            self.pieces.append(Piece(start, start + width, shown))
            self._last = "\u3000" if shown == " " else shown[-1]
        return start + width


def _is_wide(char: str) -> bool:
    return ord(char) >= _WIDE or char in _QUOTES


def _width(blanks: str) -> int:
    return len(blanks) + blanks.count("\u3000") + blanks.count("\u2003") + 3 * blanks.count("\t")
