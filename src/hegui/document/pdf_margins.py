"""What stands around the text of a PDF's pages: running heads and page numbers, left out; and where its text begins
and ends.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from hegui.document.pdf_page import Page, Row
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

_EDGE_ROWS = 2
_SAME_HEIGHT = 40
_NUMBER = regex(
    r"[-—–－_~·•.\s]*\d{1,4}[-—–－_~·•.\s]*|第\s*\d{1,4}\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[-—–－\s]*[ivxIVX]{1,5}[-—–－\s]*"
)
# What a browser prints there.
_PRINTED = regex(r"(?:https?|file)://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[,，]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]M)?")
_DIGITS = regex(r"\d+")
_OUTER = 0.12
_HANGING = "，。、；：！？）》〉”’】〕,.;:!?)"
_NEAR = 30
_FEW = 4


class Column(NamedTuple):
    """Where the rows of running text begin and end."""

    left: int
    right: int

    @property
    def middle(self) -> int:
        """Where the middle of a centred row is."""
        return (self.left + self.right) // 2


def without_furniture(pages: Sequence[Page], rows: list[list[Row]]) -> list[list[Row]]:
    """The rows of each page without its number and without what pages repeat at one height."""
    edges = [_edges(found) for found in rows]
    seen: Counter[tuple[str, int]] = Counter()
    for found in edges:
        for row in found:
            seen.update(_prints(row))
    kept = []
    for page, found, edge in zip(pages, rows, edges, strict=True):
        gone = {row for row in edge if _is_number(row, page) or _is_repeated(row, seen)}
        kept.append([row for row in found if row not in gone])
    return kept


def _edges(rows: list[Row]) -> list[Row]:
    return rows if len(rows) <= 2 * _EDGE_ROWS else rows[:_EDGE_ROWS] + rows[-_EDGE_ROWS:]


def _prints(row: Row) -> set[tuple[str, int]]:
    """A row is the same on another page whose number, and little more of its height, differs."""
    words = _DIGITS.sub("0", "".join(row.text.split()))
    return {
        (words, row.baseline // _SAME_HEIGHT),
        (words, (row.baseline + _SAME_HEIGHT // 2) // _SAME_HEIGHT + 100_000),
    }


def _is_repeated(row: Row, seen: Counter[tuple[str, int]]) -> bool:
    return not row.ruled and max(seen[key] for key in _prints(row)) > 1


def _is_number(row: Row, page: Page) -> bool:
    """Whether a row is the number of a page or what a browser prints beside it, in the margin above or below."""
    if row.ruled or _OUTER * page.height < row.baseline < (1 - _OUTER) * page.height:
        return False
    return _NUMBER.fullmatch(row.text.strip()) is not None or any(map(_PRINTED.fullmatch, row.cells))


def columns(rows: list[list[Row]], size: int) -> list[Column]:
    """The column of running text on each page; ``size`` is that of most characters."""
    plain = [[row for row in found if len(row.cells) == 1 and abs(row.size - size) <= size // 5] for found in rows]
    whole = _column([row for found in plain for row in found], size, Column(0, 0))
    return [_column(found, size, whole) for found in plain]


def _column(rows: list[Row], size: int, other: Column) -> Column:
    """The column that ``rows`` show, or ``other`` where they are too few to tell."""
    if not rows or (other.right and len(rows) < 2 * _FEW):
        return other
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows if row.text[-1] not in _HANGING) or sorted(row.right for row in rows)
    few = min(max(2, len(rows) // 20), len(rows))
    left = next((at for at in lefts if _count(lefts, at, at + _NEAR) >= few), lefts[0])
    few = min(max(2, len(rights) // 10), len(rights))
    right = next((at for at in reversed(rights) if _count(rights, at - size, at) >= few), rights[-1])
    every = sorted(row.right for row in rows)
    if len(every) - bisect_right(every, right + size) > len(rows) // 10:  # the long rows end in a mark, or none is full
        right = every[-1]
    if other.right and right < other.right - 2 * size:  # a page of short rows only
        right = left + other.right - other.left
    return Column(left, right)


def _count(values: Sequence[int], low: int, high: int) -> int:
    return bisect_right(values, high) - bisect_left(values, low)


def common_size(rows: Iterable[Row]) -> int:
    """The size of most characters."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], -size))
