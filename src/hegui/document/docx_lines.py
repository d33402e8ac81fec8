"""From the paragraphs of a Word file to the lines that are read: numbers before them, rows as Markdown has them."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator

from hegui.document.docx_styles import heading_level
from hegui.document.docx_text import Draft, Row
from hegui.document.joining import Unwrapped
from hegui.document.layout import ends_sentence, layout_of
from hegui.document.lines import Line, Piece, Stretch, line_of, split_lines
from hegui.document.wrapped import Wrapped

_INDENT = 4
_BAR, _GAP = "| ", " | "


def lines_of(text: str, drafts: Iterable[Draft | Row]) -> Iterator[Line]:
    """The lines of all paragraphs and rows; ``text`` is what their offsets are of."""
    for draft in drafts:
        if isinstance(draft, Row):
            yield from _row(text, draft)
        else:
            yield from _lines(text, draft)


def _lines(text: str, draft: Draft) -> Iterator[Line]:
    """The lines into which breaks cut a paragraph; the first has its number."""
    level = heading_level(draft.props) if draft.text.cell is None else 0
    pieces = deque(_pieces(draft))
    start, end = draft.text.start, draft.text.end
    for index, (left, right) in enumerate(split_lines(text[start:end])):
        own = [Piece(start, start, draft.number)] if draft.number and not index else []
        while pieces and pieces[0].start < start + right:
            piece = pieces.popleft()
            if piece.end > start + right:
                pieces.appendleft(piece._replace(start=start + right))
                piece = piece._replace(end=start + right)
            if piece.end > start + left:
                own.append(piece._replace(start=max(piece.start, start + left)))
        line = line_of(text, start + left, start + right, own, "heading" if level else "text", level)
        indent = max(line.indent, _INDENT) if draft.props.indent and not index else line.indent
        yield line._replace(indent=indent, align=draft.props.align or "")


def _pieces(draft: Draft) -> Iterator[Piece]:
    """The stretches of a paragraph: what stands in the file as it is, and what Word makes of an element."""
    start = at = draft.text.start
    for bit in draft.bits:
        end = at + len(bit.text)
        if bit.element < 0:
            if start < at:
                yield Piece(start, at)
            yield Piece(at, end, bit.text)
            start = end
        at = end
    if start < at:
        yield Piece(start, at)


def _row(text: str, row: Row) -> Iterator[Line]:
    """One line for a row, ``| 甲 | 乙 |``; nothing for one that holds nothing."""
    cells = [[line for draft in cell for line in _lines(text, draft) if line.text] for cell in row.cells]
    drafts = [draft for cell in row.cells for draft in cell]
    if not any(cells):
        return
    pieces: list[Stretch] = []
    at = drafts[0].text.start
    mark = _BAR
    for cell in cells:
        for line in cell:
            pieces += (Piece(at, line.pieces[0][0], mark), *line.pieces)
            at, mark = line.pieces[-1][1], " "
        mark = _GAP if cell else mark + _BAR
    end = drafts[-1].text.end
    pieces.append(Piece(at, end, mark.rstrip()))
    words = "".join(text[start:stop] if instead is None else instead for start, stop, instead in pieces)
    yield Line(words, tuple(pieces), 0, end, "row")


def with_title_level(lines: list[Line]) -> list[Line]:
    """The lines with headings counted as Markdown's are, where the highest level is the title.

    In Word the title often is no heading, and 一、 is one of the first level: then all are one lower.
    """
    tops = 0
    before = False
    for line in lines:
        if line.text:
            top = line.style == "heading" and line.level == 1
            tops += top and not before
            before = top
    if tops < 2:
        return lines
    return [line._replace(level=line.level + 1) if line.style == "heading" else line for line in lines]


def join(lines: list[Line], starts: list[int]) -> list[list[Line]]:
    """The lines grouped into paragraphs; ``starts`` are where those of the file begin.

    Breaks inside one are mended as in plain text. Paragraphs are what their author made them, unless all lines of
    the file are cut at one width, as in what was copied off a PDF.
    """
    layout = layout_of(lines)
    rule = Wrapped(lines, layout) if layout.width else Unwrapped(lines)
    owners = [bisect_right(starts, line.end) for line in lines]
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        going_on = bool(index) and rule.continues(groups[-1], index)
        own = bool(index) and owners[index] == owners[index - 1]
        if going_on and (own or (layout.width and _is_cut(groups[-1][-1], line))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_cut(last: Line, after: Line) -> bool:
    """Whether two paragraphs may be lines of one: nothing sets the second apart, and the first ends in a sentence."""
    return not (last.align or after.align or after.indent or ends_sentence(last.text))
