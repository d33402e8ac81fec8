"""The marks inside a line of Markdown: what is left when a reader no longer sees them."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from hegui.document.lines import Piece
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

_SPECIAL = regex(r"[\\*_`~!\[\]<&]")
_UNLINKED = regex(r"[\\*_`~<&]")
_TAGS = (
    "a|abbr|b|big|blockquote|br|caption|center|code|col|colgroup|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins"
    "|kbd|li|mark|o:p|ol|p|pre|q|s|section|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul"
)
_TOKEN = regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<code>`+)|(?P<emphasis>\*+|_+|~~)|(?P<note>\[\^[^\[\]\s]{1,20}\]:?)"
    r"|(?P<open>!?\[)|(?P<close>\])"
    rf"|(?P<tag></?(?:{_TAGS})(?=[\s/>])[^<>\n]*>)|<(?P<address>(?:https?://|mailto:)[^<>\s]{{1,2000}})>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,10});)",
    re.IGNORECASE,
)
_TARGET = regex(
    r"\([ \t]*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_ADDRESS = regex(r"[\x21-\x7e]*|.*[/.#:@?=].*")
_CELL = regex(r"<(?:/?t[dh]|br)\b", re.IGNORECASE)
_OPENING, _CLOSING = "（《“‘【〔(", "，。、；：！？）》”’】〕,.;:!?)"


class _Cut(NamedTuple):
    """A stretch that is not read, or read as ``text``."""

    start: int
    end: int
    text: str | None = None


class _Opener(NamedTuple):
    """A ``[`` or ``![`` that waits for its end."""

    start: int
    image: bool


def without_marks(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of ``text[start:end]`` without emphasis, links, images, tags and escapes; entities decoded."""
    if not _SPECIAL.search(text, start, end):
        return [Piece(start, end)]
    return list(_pieces(sorted(_Scanner(text, start, end).cuts()), start, end))


def _pieces(cuts: list[_Cut], start: int, end: int) -> Iterator[Piece]:
    for cut in cuts:
        if cut.start >= start:
            if cut.start > start:
                yield Piece(start, cut.start)
            if cut.text:
                yield Piece(cut.start, cut.end, cut.text)
        start = max(start, cut.end)
    if start < end:
        yield Piece(start, end)


class _Scanner:
    """One pass over the marks of a line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.end = end
        self.found: list[_Cut] = []
        self.emphasis: dict[str, list[int]] = defaultdict(list)
        self.brackets: list[_Opener] = []
        self.tokens = list(self._tokens(start))
        self.codes: dict[str, deque[int]] = defaultdict(deque)
        for match in self.tokens:
            if match["code"]:
                self.codes[match["code"]].append(match.start())

    def _tokens(self, at: int) -> Iterator[re.Match[str]]:
        linked = self.text.find("](", at, self.end) >= 0 or self.text.find("[^", at, self.end) >= 0
        marks = _SPECIAL if linked else _UNLINKED
        while special := marks.search(self.text, at, self.end):
            if match := _TOKEN.match(self.text, special.start(), self.end):
                yield match
                at = match.end()
            else:
                at = special.end()

    def cuts(self) -> list[_Cut]:
        """The stretches that a reader does not see."""
        done = 0
        for match in self.tokens:
            if match.start() >= done:
                done = self._take(match)
        return self.found

    def _take(self, match: re.Match[str]) -> int:
        """Deal with one mark; the offset from which the next may stand."""
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "escaped":
            self.found.append(_Cut(start, start + 1))
        elif kind == "code":
            return self._code(match[0], start, end)
        elif kind == "emphasis":
            self._emphasis(match[0], start, end)
        elif kind == "open":
            self.brackets.append(_Opener(start, match[0] == "!["))
        elif kind == "close":
            return self._close(start, end)
        elif kind == "entity":
            self._entity(match[0], start, end)
        elif kind == "address":
            self.found += (_Cut(start, start + 1), _Cut(end - 1, end))
        else:
            self.found.append(_Cut(start, end, " " if _CELL.match(match[0]) else None))
        return end

    def _code(self, ticks: str, start: int, end: int) -> int:
        others = self.codes[ticks]
        while others and others[0] <= start:
            others.popleft()
        if not others:
            return end
        close = others.popleft()
        self.found += (_Cut(start, end), _Cut(close, close + len(ticks)))
        return close + len(ticks)

    def _emphasis(self, mark: str, start: int, end: int) -> None:
        """Pair equal marks: an opening one has a character behind it, a closing one before it."""
        before = self.text[start - 1 : start]
        after = self.text[end : min(end + 1, self.end)]
        inside = mark[0] == "_"
        closes = before.strip() and before not in _OPENING and not (inside and after.isalnum())
        opens = after.strip() and after not in _CLOSING and not (inside and before.isalnum())
        if closes and self.emphasis[mark]:
            opened = self.emphasis[mark].pop()
            self.found += (_Cut(opened, opened + len(mark)), _Cut(start, end))
        elif opens and len(mark) <= 3:
            self.emphasis[mark].append(start)

    def _close(self, start: int, end: int) -> int:
        """A ``]``: with a target behind it the end of a link or image."""
        if not self.brackets:
            return end
        opener = self.brackets.pop()
        target = _TARGET.match(self.text, end, self.end)
        if target is None or not _ADDRESS.fullmatch(target[1]):
            return end
        if opener.image:
            self.found.append(_Cut(opener.start, target.end()))
        else:
            self.found += (_Cut(opener.start, opener.start + 1), _Cut(start, target.end()))
        return target.end()

    def _entity(self, name: str, start: int, end: int) -> None:
        from html import unescape

        read = unescape(name)
        if read != name and (read.isprintable() or read == "\u00a0"):
            self.found.append(_Cut(start, end, read))
