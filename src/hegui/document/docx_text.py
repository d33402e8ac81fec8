"""The text of a Word file, one paragraph a line, and the way from each of its characters back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from hegui.document.docx_items import Bit, Cell, Item, Paragraph, Table
from hegui.document.docx_numbering import Numbering
from hegui.document.docx_styles import ParaProps, Style, StyleSheet, over
from hegui.document.model import Place
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_FLOWING = 4


class Stretch(NamedTuple):
    """``start`` to ``end`` of the text stand in one ``w:t`` of ``word/document.xml``, from its character ``offset`` on.

    ``paragraph`` counts all ``w:p`` of the part from 0, in the order in which they begin; ``element`` counts from 0
    the ``w:t`` of that paragraph, those of text boxes in it not among them. What Word makes of other elements
    (tabs, breaks, signs) lies in no stretch.
    """

    start: int
    end: int
    paragraph: int
    element: int
    offset: int


class ParagraphText(NamedTuple):
    """A paragraph of the text, its line break at ``end``.

    ``number`` counts from 1 the paragraphs outside tables that hold something, as Word's word count does; inside a
    table, whose ``cell`` is table, row and cell, and for an empty one it is that of the paragraph above.
    """

    start: int
    end: int
    number: int
    cell: tuple[int, int, int] | None
    stretches: tuple[Stretch, ...]


class DocxText(NamedTuple):
    """All text that was taken from a Word file, in order."""

    text: str
    paragraphs: tuple[ParagraphText, ...]

    def paragraph_at(self, at: int) -> ParagraphText:
        """The paragraph in which offset ``at`` stands; raises IndexError for a file without any."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, at, key=lambda one: one.start) - 1)]

    def place(self, at: int, width: int) -> Place:
        """Where a reader finds ``width`` code points at offset ``at``; columns are those in the paragraph."""
        if not self.paragraphs:
            return Place(at, width, None, None, None, None)
        one = self.paragraph_at(at)
        last = self.paragraph_at(at + width) if width and at + width > one.end else one
        columns = at - one.start + 1, at + width - last.start + 1
        return Place(at, width, None, columns[0], None, columns[1], None, one.number or None, one.cell)

    def changeable(self, at: int, width: int) -> bool:
        """Whether all of it are characters that somebody typed, in one paragraph."""
        span = Span(at, at + width)
        found = self.under(span)
        return bool(found) and width == sum(min(one.end, span.end) - max(one.start, at) for one in found)

    def under(self, span: Span) -> list[Stretch]:
        """The stretches that share a character with ``span``; for an empty one that which it follows."""
        if not self.paragraphs:
            return []
        paragraph = self.paragraph_at(span.start)
        if span.width:
            within = span.end <= paragraph.end
            return [one for one in paragraph.stretches if within and one.start < span.end and span.start < one.end]
        return [one for one in paragraph.stretches if one.start <= span.start <= one.end][:1]


class Draft(NamedTuple):
    """A paragraph with what is needed to lay it out: its number, and the properties that hold for it."""

    text: ParagraphText
    number: str
    bits: tuple[Bit, ...]
    props: ParaProps
    style: Style


class Row(NamedTuple):
    """A row of a table that is read across: its cells, each with its paragraphs."""

    cells: tuple[tuple[Draft, ...], ...]


class Remark(NamedTuple):
    """Where the comment with this id begins."""

    name: str
    at: int


class Composer:
    """Puts the items of a body into one text, numbers counted on the way."""

    def __init__(self, styles: StyleSheet, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._parts: list[str] = []
        self._length = 0
        self._number = 0
        self._table = 0
        self.paragraphs: list[ParagraphText] = []
        self.drafts: list[Draft | Row] = []
        self.remarks: list[Remark] = []

    def text(self) -> DocxText:
        """All that was composed."""
        return DocxText("".join(self._parts), tuple(self.paragraphs))

    def compose(self, items: Iterable[Item]) -> None:
        """Add what stands in the body."""
        self.drafts += self._flow(items, None)

    def _flow(self, items: Iterable[Item], cell: tuple[int, int, int] | None) -> Iterator[Draft | Row]:
        """What stands in the body or a cell, one after the other."""
        for item in _mended(items):
            if isinstance(item, Table):
                yield from self._rows(item)
            elif draft := self._paragraph(item, cell):
                yield draft

    def _rows(self, table: Table) -> Iterator[Draft | Row]:
        self._table += 1
        number = self._table
        for at, row in enumerate(table.rows, 1):
            across = len(row) > 1 and not any(map(_flows, row))
            cells: list[tuple[Draft, ...]] = []
            for index, cell in enumerate(row, 1):
                drafts = self._flow(cell.items, (number, at, index))
                if across:
                    cells.append(tuple(draft for draft in drafts if isinstance(draft, Draft)))
                    cells += [()] * (cell.width - 1)
                else:
                    yield from drafts
            if across:
                yield Row(tuple(cells))

    def _paragraph(self, paragraph: Paragraph, cell: tuple[int, int, int] | None) -> Draft | None:
        style = self._styles.paragraph(paragraph.props.style)
        if style.contents:
            return None
        props = over(paragraph.props, style.para)
        direct = paragraph.props
        inherited = direct.numbering is None and direct.level is None
        level = None if inherited else direct.level or 0
        number = self._numbering.number(props.numbering, level, style.numbered, style.para.level)
        bits = tuple(bit for bit in paragraph.bits if not self._hidden(bit, style))
        holds = any(bit.text.strip() for bit in bits)
        self._number += holds and cell is None
        text = self._put(bits, cell)
        self.remarks += (Remark(name, text.start) for name, _ in paragraph.remarks)
        return Draft(text, number if holds else "", bits, props, style)

    def _hidden(self, bit: Bit, style: Style) -> bool:
        if bit.run.hidden is not None:
            return bit.run.hidden
        if bit.run.style and (hidden := self._styles.characters(bit.run.style).hidden) is not None:
            return hidden
        return style.run.hidden is True

    def _put(self, bits: tuple[Bit, ...], cell: tuple[int, int, int] | None) -> ParagraphText:
        start = at = self._length
        stretches = []
        for text, paragraph, element, offset, _ in bits:
            self._parts.append(text)
            if element >= 0:
                stretches.append(Stretch(at, at + len(text), paragraph, element, offset))
            at += len(text)
        self._parts.append("\n")
        self._length = at + 1
        self.paragraphs.append(ParagraphText(start, at, self._number, cell, tuple(stretches)))
        return self.paragraphs[-1]


def _mended(items: Iterable[Item]) -> Iterator[Item]:
    """The items, a paragraph whose mark is deleted made one with the next, which gives it its properties."""
    held: list[Paragraph] = []
    for item in items:
        if isinstance(item, Paragraph):
            held.append(item)
            if item.goes_on:
                continue
        yield from _joined(held)
        held = []
        if isinstance(item, Table):
            yield item
    yield from _joined(held)


def _joined(held: list[Paragraph]) -> Iterator[Paragraph]:
    if len(held) > 1:
        whole = Paragraph(held[-1].number)
        whole.props = held[-1].props
        whole.bits = [bit for paragraph in held for bit in paragraph.bits]
        whole.remarks = [remark for paragraph in held for remark in paragraph.remarks]
        yield whole
    else:
        yield from held


def _flows(cell: Cell) -> bool:
    """Whether a cell holds a text of its own, as in tables that lay out a page, and not an entry."""
    filled = [item for item in cell.items if isinstance(item, Paragraph) and item.bits]
    return len(filled) > _FLOWING or any(isinstance(item, Table) for item in cell.items)
