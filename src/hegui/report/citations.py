"""Titles cited in 《》, nested marks kept inside the outer title."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.report.model import Citation
from hegui.text.patterns import regex
from hegui.text.span import Span

_MARK = regex("[《》\n]")
_PLAIN = regex(r"《([^《》\n]*)》")
_LONGEST = 150


def read_citations(text: str) -> Iterator[Citation]:
    """Every outermost 《…》 on one line, of at most 150 characters; an unclosed one is none."""
    plain = list(_PLAIN.finditer(text))
    if len(plain) == text.count("《") == text.count("》"):
        for match in plain:
            words = "".join(match[1].split())
            if words and match.end() - match.start() <= _LONGEST:
                yield Citation(Span(*match.span()), words)
    else:
        yield from _nested(text)


def _nested(text: str) -> Iterator[Citation]:
    """The same where marks stand inside marks, or alone."""
    opened: list[int] = []
    for match in _MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            if not opened and match.end() - start <= _LONGEST:
                words = "".join(text[start + 1 : match.start()].split())
                if words:
                    yield Citation(Span(start, match.end()), words)
