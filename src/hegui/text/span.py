"""Where something stands: half-open ranges of code points in the reading text."""

from __future__ import annotations

from hegui.text.values import NamedTuple


class Span(NamedTuple):
    """A half-open range ``start <= i < end`` of code points of one text."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """The number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of ``text`` that stand in this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same width, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)


def strip(text: str, start: int, end: int) -> Span:
    """``text[start:end]`` without the white space at both ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span._make((start + left, max(start + left, start + len(piece.rstrip()))))
