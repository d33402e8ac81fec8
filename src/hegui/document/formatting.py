"""How a file is set: what a format that knows of pages and typefaces can prove, and nothing guessed."""

from __future__ import annotations

from bisect import bisect_right

from hegui.text.span import Span
from hegui.text.values import NamedTuple


class PageSetup(NamedTuple):
    """A size of paper and its margins, in millimetres."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


class Look(NamedTuple):
    """How one paragraph is set; None where the file does not tell, or tells more than one thing.

    ``font`` is the typeface of its Chinese characters, ``size`` and the exact distance of lines ``line`` are in
    points.
    """

    span: Span
    font: str | None = None
    size: float | None = None
    line: float | None = None


class Formatting(NamedTuple):
    """How a file is set: the setup of each section, the look of each paragraph, whether pages are numbered."""

    pages: tuple[PageSetup, ...]
    looks: tuple[Look, ...]
    numbered: bool

    def at(self, offset: int) -> Look | None:
        """The look of the paragraph in which ``offset`` of the reading text stands."""
        index = bisect_right(self.looks, offset, key=lambda look: look.span.start) - 1
        return self.looks[index] if index >= 0 else None
