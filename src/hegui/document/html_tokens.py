"""A web page cut into tags, text and comments, in one pass that never reads anything twice.

``html.parser`` takes quadratic time on tags and comments that never end, and keeps no offsets of attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.document.limits import current, over
from hegui.text.patterns import regex
from hegui.text.tables import load
from hegui.text.values import NamedTuple

TEXT, VERBATIM, OPEN, CLOSE, COMMENT = range(5)
_RAW = frozenset(load(__file__, "html")["tags"]["raw"])
_RAW_ENDS = {name: regex(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_OPENING = regex(r"<([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>")
_UNQUOTED = regex(r"<([A-Za-z][^\s/>]*+)([^>]*+)>")
_NAME = regex(r"[A-Za-z][^\s/>]*+")
_LETTER = regex(r"[A-Za-z]")
_COMMENT_END = regex(r"--!?>")
_ATTRIBUTE = regex(
    r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"?|'(?P<single>[^']*+)'?|(?P<bare>[^\s>\"']++[^\s>]*+)))?+"
)


class Token(NamedTuple):
    """A piece of the page; of an opening tag ``inside`` is where its attributes begin, of others what they hold."""

    kind: int
    start: int
    end: int
    name: str = ""
    inside: int = 0


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of a page in order; raises Unreadable when there are more tags than a file may have."""
    count, most = 0, current().tags
    for token in _Cutter(text, xml=xml).tokens():
        count += token.kind >= OPEN
        if count > most:
            raise over("网页的标签", "tags")
        yield token


def attributes(text: str, token: Token) -> dict[str, tuple[int, int]]:
    """Where the value of each attribute of an opening tag stands, by its name in lower case."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(text, token.inside, token.end - 1):
        place = match.span(match.lastgroup) if match.lastgroup else (match.end(), match.end())
        found.setdefault(match[1].lower(), place)
    return found


class _Cutter:
    """One pass; what was once sought in vain is not sought again."""

    def __init__(self, text: str, *, xml: bool) -> None:
        self.text = text
        self.xml = xml
        self.at = 0
        self.quoted = True
        self.comments_end = True
        self.endless: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        """All tokens; nothing but what is inside ``< >`` is left out."""
        mark = self.text.find("<")
        while mark >= 0:
            following = self.text[mark + 1 : mark + 2]
            if not (following and (following in "!?/" or _LETTER.match(following))):
                mark = self.text.find("<", mark + 1)
                continue
            if mark > self.at:
                yield Token(TEXT, self.at, mark)
            self.at = mark
            found = self._opening(mark) if following not in "!?/" else self._other(mark, following)
            yield from found
            mark = self.text.find("<", self.at)
        if self.at < len(self.text):
            yield Token(TEXT, self.at, len(self.text))

    def _other(self, mark: int, following: str) -> list[Token]:
        """A closing tag, a comment, or what browsers take for one."""
        text = self.text
        if following == "!" and text.startswith("<!--", mark):
            return self._comment(mark)
        if self.xml and text.startswith("<![CDATA[", mark) and (end := text.find("]]>", mark)) >= 0:
            self.at = end + 3
            return [Token(VERBATIM, mark + 9, end)]
        end = self._after(mark)
        name = _NAME.match(text, mark + 2, end) if following == "/" else None
        self.at = end
        return [Token(CLOSE, mark, end, name[0].lower())] if name else []

    def _after(self, mark: int) -> int:
        """Behind the next ``>``; without one the rest is an unfinished tag."""
        end = self.text.find(">", mark)
        return end + 1 if end >= 0 else len(self.text)

    def _comment(self, mark: int) -> list[Token]:
        end = _COMMENT_END.search(self.text, mark + 2) if self.comments_end else None
        if end is None:
            self.comments_end = False
            self.at = mark + 4
            return []
        self.at = end.end()
        return [Token(COMMENT, mark, end.end(), inside=min(mark + 4, end.start()))]

    def _opening(self, mark: int) -> list[Token]:
        match = _OPENING.match(self.text, mark) if self.quoted else None
        if match is None:
            self.quoted = False
            match = _UNQUOTED.match(self.text, mark)
        if match is None:
            self.at = len(self.text)
            return []
        self.at = match.end()
        name = match[1].lower()
        token = Token(OPEN, mark, match.end(), name, match.end(1))
        if self.xml and match[2].endswith("/"):
            return [token, Token(CLOSE, match.end(), match.end(), name)]
        return self._raw(token) if name in _RAW else [token]

    def _raw(self, token: Token) -> list[Token]:
        """An element that holds no tags; one that never ends is left out, what follows it is read."""
        end = None if token.name in self.endless else _RAW_ENDS[token.name].search(self.text, token.end)
        if end is None:
            self.endless.add(token.name)
            return []
        self.at = end.start()
        return [token, Token(TEXT, token.end, end.start())]
