"""The pages of a PDF file: characters put together to rows as they stand beside each other, cells of ruled tables too.

Lengths are tenths of a point, from the left and the top of the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from unicodedata import normalize

from hegui.text.patterns import regex
from hegui.text.tables import load
from hegui.text.values import NamedTuple

_ONE_ROW = 0.35
_WORD, _CELL = 0.15, 2.2
BESIDE = "  "
_TOUCH = 30
_MOST_TESTS = 1_000_000
_TWISTED = regex(r"[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06\u00ad\u200b-\u200d\u2060\ufeff]")


class Stretch(NamedTuple):
    """Characters that follow each other on one baseline; ``blank`` is what stands behind them."""

    left: int
    right: int
    baseline: int
    size: int
    text: str
    blank: str = ""


class Rule(NamedTuple):
    """A ruling line, thin in one direction."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def upright(self) -> bool:
        """Whether it stands rather than lies."""
        return self.bottom - self.top > self.right - self.left


class Row(NamedTuple):
    """What stands beside each other on one page, from 1; ``cells`` are more than one where wide gaps part them.

    ``ruled`` tells that ruling lines made the cells, ``blank`` is what stands behind the row.
    """

    page: int
    left: int
    right: int
    baseline: int
    size: int
    text: str
    cells: tuple[str, ...]
    ruled: bool = False
    blank: str = ""


class Page(NamedTuple):
    """One page; ``image`` is the share in percent of a picture on one without text."""

    number: int
    width: int
    height: int
    image: int
    stretches: list[Stretch]
    rules: list[Rule]


def read_pages(lines: Iterable[str]) -> list[Page]:
    """The pages that the reading process tells of."""
    pages: list[Page] = []
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind == "P":
            width, height, image = map(int, rest.split())
            pages.append(Page(len(pages) + 1, width, height, image, [], []))
        elif kind == "T":
            left, right, baseline, size, text = rest.split(" ", 4)
            words = _plain(text)
            bare = words.rstrip()
            if bare:
                place = int(left), int(right), int(baseline), max(int(size), 1)
                pages[-1].stretches.append(Stretch(*place, bare, words[len(bare) :]))
        elif kind == "R":
            pages[-1].rules.append(Rule(*map(int, rest.split())))
    return pages


@cache
def _twists() -> dict[int, str | None]:
    radicals: list[str] = load(__file__, "pdf_page")["radicals"]
    return {ord(odd): row[0] for row in radicals for odd in row[1:]} | dict.fromkeys(
        (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
    )


def _plain(text: str) -> str:
    """``text`` with the characters that are meant, where a font's table names their look-alikes."""
    if _TWISTED.search(text) is None:
        return text
    text = text.translate(_twists())
    return "".join(normalize("NFKC", c) if _TWISTED.match(c) else c for c in text)


def rows_of(page: Page) -> list[Row]:
    """The rows of a page from top to bottom."""
    tables, loose = _tables(page)
    rows = [_row(page.number, band) for band in _bands(loose)]
    return sorted(rows + tables, key=lambda row: (row.baseline, row.left))


def _bands(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """The stretches of each row, from left to right."""
    band: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda item: (item.baseline, item.left)):
        if band and stretch.baseline - band[-1].baseline > _ONE_ROW * min(stretch.size, band[-1].size):
            yield sorted(band)
            band = []
        band.append(stretch)
    if band:
        yield sorted(band)


def _row(page: int, band: list[Stretch], *, ruled: bool = False) -> Row:
    """The row of ``band``; in a ``ruled`` cell wide gaps come of its narrowness and part nothing."""
    cells: list[str] = []
    last: Stretch | None = None
    for stretch in band:
        if last is None:
            cells.append(stretch.text)
        elif stretch.left < last.right - stretch.size // 2 and stretch.text in cells[-1]:
            continue  # drawn twice, for a bold look
        else:
            gap = (stretch.left - last.right) / max(stretch.size, last.size)
            if gap >= _CELL and not ruled:
                cells.append(stretch.text)
            else:
                cells[-1] += _between(last, stretch, gap) + stretch.text
        last = stretch if last is None or stretch.right > last.right else last
    size = max(band, key=lambda item: len(item.text)).size
    baseline = max(item.baseline for item in band)
    right = max(item.right for item in band)
    blank = last.blank if last else ""
    return Row(page, band[0].left, right, baseline, size, BESIDE.join(cells), tuple(cells), blank=blank)


def _between(last: Stretch, stretch: Stretch, gap: float) -> str:
    """The blank between two stretches: one that is in the file, or one that words of Latin letters must have."""
    before, after = last.text[-1], stretch.text[0]
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return last.blank or (" " if latin and gap >= _WORD else "")


def joined(before: str, after: str, blank: str = "") -> str:
    """Two pieces of one paragraph, a blank between words of Latin letters or where there was a ``blank``."""
    edges = before[-1:] + after[:1]
    if not blank and edges.isascii() and edges.isalpha() and not edges.isupper():
        blank = " "
    return before + blank + after if before else after


class _Cell(NamedTuple):
    top: int
    left: int


def _tables(page: Page) -> tuple[list[Row], list[Stretch]]:
    """The rows of ruled tables, and the stretches that stand in none."""
    standing = sorted((rule for rule in page.rules if rule.upright), key=lambda rule: rule.left)
    lying = sorted((rule for rule in page.rules if not rule.upright), key=lambda rule: rule.top)
    if len(standing) < 2 or len(lying) < 2 or len(page.rules) * len(page.stretches) > _MOST_TESTS:
        return [], page.stretches
    found: dict[_Cell, list[Stretch]] = {}
    loose = []
    for stretch in page.stretches:
        cell = _cell_of(stretch, standing, lying)
        if cell:
            found.setdefault(cell, []).append(stretch)
        else:
            loose.append(stretch)
    rows = []
    for _, group in groupby(sorted(found), key=lambda cell: cell.top // _TOUCH):
        cells = sorted(group, key=lambda cell: cell.left)
        if len(cells) < 2:  # a frame around text
            loose += found[cells[0]]
        else:
            rows.append(_table_row(page.number, [found[cell] for cell in cells]))
    return rows, loose


def _cell_of(stretch: Stretch, standing: list[Rule], lying: list[Rule]) -> _Cell | None:
    """The cell that lines on all four sides make around the middle of a stretch."""
    x, y = (stretch.left + stretch.right) // 2, stretch.baseline - stretch.size // 3
    sides = [rule.left for rule in standing if rule.top - _TOUCH <= y <= rule.bottom + _TOUCH]
    levels = [rule.top for rule in lying if rule.left - _TOUCH <= x <= rule.right + _TOUCH]
    right, below = bisect_left(sides, x), bisect_left(levels, y)
    if 0 < right < len(sides) and 0 < below < len(levels):
        return _Cell(levels[below - 1], sides[right - 1])
    return None


def _table_row(page: int, cells: list[list[Stretch]]) -> Row:
    texts = []
    rows = []
    for cell in cells:
        inner = [_row(page, band, ruled=True) for band in _bands(cell)]
        text = ""
        for row in inner:
            text = joined(text, row.text)
        texts.append(text)
        rows += inner
    baseline = min(row.baseline for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    return Row(page, left, right, baseline, rows[0].size, BESIDE.join(texts), tuple(texts), ruled=True)
