"""The comments of a Word file that speak to hegui."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hegui.document.docx_package import Package
from hegui.document.docx_text import Remark
from hegui.document.docx_xml import Attributes, parse
from hegui.document.model import Comment
from hegui.text.patterns import regex

_REMARK = regex(r"\s*hegui\s*[:：]", re.IGNORECASE)
_LONGEST = 1000


class _Comments:
    """Collects the words of each comment by its id."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self._name: str | None = None
        self._taking = False

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if name == "w:comment":
            self._name = attributes.get("w:id", "")
            self.words.setdefault(self._name, "")
        elif name == "w:p":
            self.text_of_comment(" ")
        self._taking = name == "w:t"

    def end(self, name: str) -> None:
        """An element ends."""
        self._taking = False
        if name == "w:comment":
            self._name = None

    def text(self, text: str) -> None:
        """Characters of an element."""
        if self._taking:
            self.text_of_comment(text)

    def text_of_comment(self, text: str) -> None:
        """More words of the comment that is open."""
        if self._name is not None and len(self.words[self._name]) < _LONGEST:
            self.words[self._name] += text


def comments_of(package: Package, part: str | None, remarks: Iterable[Remark]) -> Iterator[Comment]:
    """The comments to hegui that begin at ``remarks``, in the order of the text."""
    if part is None or not package.has(part):
        return
    handler = _Comments()
    parse(part, package.chunks(part), handler)
    for name, at in remarks:
        words = handler.words.get(name, "").strip()
        if _REMARK.match(words):
            yield Comment(words, -1, alone=False, at=at, margin=True)
