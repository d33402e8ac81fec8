"""What the body of a Word file is made of, and where it is put while it is read."""

from __future__ import annotations

from hegui.document.docx_styles import ParaProps, RunProps
from hegui.text.values import NamedTuple

_WIDEST = 64


class Bit(NamedTuple):
    """Characters of one ``w:t``, from ``offset`` in it on; ``element`` is -1 for what Word makes of other elements.

    ``paragraph`` counts the ``w:p`` of the part from 0, ``element`` the ``w:t`` that stand in it and in no inner one.
    """

    text: str
    paragraph: int
    element: int
    offset: int
    run: RunProps


class Paragraph:
    """A paragraph as it is built; ``remarks`` are ids of comments and the bit before which each begins."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.props = ParaProps()
        self.goes_on = False
        self.bits: list[Bit] = []
        self.remarks: list[tuple[str, int]] = []
        self.boxes: list[Item] = []
        self.elements = 0


class Cell(NamedTuple):
    """A cell of a table, ``width`` columns wide."""

    items: list[Item]
    width: int


class Table:
    """A table with its rows of cells."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []


Item = Paragraph | Table


class Shelf:
    """Where what is read goes: the body, the cell or the text box that is open; ``items`` is the whole body."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._open: list[list[Item]] = [self.items]
        self._tables: list[Table] = []
        self._rows: list[tuple[list[Cell], list[bool]]] = []
        self._widths: list[int] = []

    def add(self, *items: Item) -> None:
        """The next items of what is open."""
        self._open[-1] += items

    def start_table(self) -> None:
        """A table begins."""
        self._tables.append(Table())

    def end_table(self) -> None:
        """A table ends."""
        self.add(self._tables.pop())

    def start_row(self) -> None:
        """A row begins."""
        self._rows.append(([], []))

    def row_is_deleted(self) -> None:
        """The row that is open is not read."""
        if self._rows:
            self._rows[-1][1].append(True)

    def end_row(self) -> None:
        """A row ends; without a table, what stands in it is text."""
        cells, deleted = self._rows.pop()
        if deleted:
            return
        if self._tables:
            self._tables[-1].rows.append(cells)
        else:
            self.add(*(item for cell in cells for item in cell.items))

    def start_cell(self) -> None:
        """A cell begins."""
        self._open.append([])
        self._widths.append(1)

    def cell_is_wide(self, columns: int) -> None:
        """The cell that is open takes up so many columns."""
        if self._widths:
            self._widths[-1] = min(max(columns, 1), _WIDEST)

    def end_cell(self) -> None:
        """A cell ends; without a row, what stands in it is text."""
        cell = Cell(self._open.pop(), self._widths.pop())
        if self._rows:
            self._rows[-1][0].append(cell)
        else:
            self.add(*cell.items)

    def start_box(self) -> None:
        """A text box begins."""
        self._open.append([])

    def end_box(self, host: Paragraph | None) -> None:
        """A text box ends; what stands in it is read after the paragraph that holds it."""
        items = self._open.pop()
        if host:
            host.boxes += items
        else:
            self.add(*items)
