"""Titles cited in 《》, nested marks kept inside the outer title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.report.model import Citation
from hegui.text.patterns import regex
from hegui.text.span import Span

_MARK = regex("[《》\n]")
_LONGEST = 150


def read_citations(text: str) -> Iterator[Citation]:
    """Every outermost 《…》 on one line, of at most 150 characters; an unclosed one is none."""
    opened: list[int] = []
    for match in _MARK.finditer(text):
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "\n":
            opened.clear()
        elif opened:
            start = opened.pop()
            if not opened and match.end() - start <= _LONGEST:
                words = re.sub(r"\s", "", text[start + 1 : match.start()])
                if words:
                    yield Citation(Span(start, match.end()), words)
