"""From the events of a web page to lines: blocks and <br> end them, rows of tables of data are one line each."""

from __future__ import annotations

from collections.abc import Container

from hegui.document.cues import mark_of
from hegui.document.html_text import Words
from hegui.document.html_tokens import CLOSE, COMMENT, OPEN, TEXT, VERBATIM
from hegui.document.html_tree import BREAK, HEADINGS, Element, Event, Page
from hegui.document.lines import BLANK_LINE, Line, Piece, read_remark
from hegui.document.model import Comment
from hegui.text.patterns import regex

_APART = frozenset((*HEADINGS, "p", "ul", "ol", "dl", "table", "pre", "blockquote", "hr"))
_INDENTED = regex(r"text-indent\s*:\s*(?=[1-9]|0?\.[1-9])")
_KEPT_BLANKS = regex(r"white-space\s*:\s*pre|^pre$")
_BULLETED = regex(r"list-style[^;\"']*none")
_SPANS = {name: regex(rf"\b{name}\s*=\s*[\"']?\s*(\d{{1,4}})") for name in ("colspan", "rowspan")}
_MOST_COLUMNS = 50
_INDENT = 4


class LineReader:
    """Reads stretches of a page into lines; ``skipped`` are elements that are left out."""

    def __init__(self, page: Page, skipped: Container[Element] = ()) -> None:
        self.page = page
        self.skipped = skipped
        self.comments: list[Comment] = []
        self.words = Words(page.text)
        self.found: list[Line] = []
        self._remarks: list[Comment] = []
        self._level = 0
        self._gap = 0
        self._indent = 0
        self._number: Piece | None = None
        self._counts: dict[Element, int] = {}
        self._row: _Row | None = None
        self._spans: dict[Element, dict[int, int]] = {}

    def lines(self, first: int, last: int) -> list[Line]:
        """The lines of the events from ``first`` up to ``last``."""
        self.found = []
        events = self.page.events
        index = first
        while index < last:
            event = events[index]
            if event.kind == OPEN and event.element and event.element in self.skipped:
                self._break(event.start)
                index = event.element.last
                continue
            self._take(event)
            index += 1
        self._end(events[last - 1].end if last > first else 0)
        self._level = 0
        self._row = None
        return self.found

    def _take(self, event: Event) -> None:
        kind, start, end, element = event
        if kind == TEXT:
            self._text(start, end)
        elif kind == VERBATIM:
            self.words.verbatim(start, end)
        elif kind == COMMENT:
            remark = read_remark(self.page.text, start + 4, end) or ""
            self._remarks.append(Comment(remark, -1, alone=False, at=start))
        elif kind == BREAK:
            self._break(start)
        elif element and kind == OPEN:
            self._open(element, start, end)
        elif element and kind == CLOSE:
            self._close(element, start)

    def _text(self, start: int, end: int) -> None:
        stop = self.words.take(start, end)
        while stop is not None:
            self._break(stop - 1)
            stop = self.words.take(stop, end) if stop < end else None

    def _break(self, at: int) -> None:
        """A line ends; a second time, a blank line is between."""
        if self._row:
            self.words.space(at)
        else:
            self._end(at, 0 if self.words.pieces else BLANK_LINE)

    def _end(self, at: int, gap: int = 0) -> None:
        """Write the line that ends at ``at``, if it has words; ``gap`` is what stands below it."""
        if not (self.words.pieces or self._remarks):
            self._gap = max(self._gap, gap)
            self.words.line()
            return
        pieces, indent = self.words.line()
        text = "".join([self.page.text[a:b] if instead is None else instead for a, b, instead in pieces])
        if text and self._number and not mark_of(text):
            pieces.insert(0, self._number)
            text = f"{self._number.text}{text}"
        if text:
            style = "row" if self._row else "heading" if self._level else "text"
            line = Line(text, tuple(pieces), indent or self._indent, at, style, self._level, self._gap)
            self.found.append(line)
            self._gap = self._indent = 0
            self._number = None
        elif self._remarks:
            self.found.append(Line("", (), 0, at))
        self.comments += [remark._replace(alone=not text) for remark in self._remarks]
        self._remarks = []
        self._gap = max(self._gap, gap)

    def _open(self, element: Element, start: int, end: int) -> None:
        name = element.name
        if self._row:
            self._inside_row(element, start, end)
            return
        self._end(start, BLANK_LINE if name in _APART else 0)
        given = self.page.text[element.token.inside : element.token.end].lower()
        if name in HEADINGS:
            self._level = int(name[1])
        elif name == "tr" and element.table and not element.table.flows:
            self._row = _Row(self._spans.setdefault(element.table, {}))
        elif name == "li":
            self._count(element, start, end)
        if "text-indent" in given and _INDENTED.search(given):
            self._indent = _INDENT
        if name == "pre" or ("white-space" in given and _KEPT_BLANKS.search(given)):
            self.words.preformatted += 1

    def _close(self, element: Element, at: int) -> None:
        if self._row:
            if element.name == "tr":
                self._end_row(at)
            else:
                self.words.space(at)
            return
        self._end(at, BLANK_LINE if element.name in _APART else 0)
        if element.name in HEADINGS:
            self._level = 0
        given = self.page.text[element.token.inside : element.token.end].lower()
        if element.name == "pre" or ("white-space" in given and _KEPT_BLANKS.search(given)):
            self.words.preformatted -= 1

    def _count(self, item: Element, start: int, end: int) -> None:
        """The number that a browser writes before an item of a list."""
        outer = item.parent
        if outer and outer.name == "ol":
            given = self.page.text[outer.token.inside : outer.token.end].lower()
            self._counts[outer] = self._counts.get(outer, 0) + 1
            if not _BULLETED.search(given):
                self._number = Piece(start, end, f"{self._counts[outer]}. ")

    def _inside_row(self, element: Element, start: int, end: int) -> None:
        row = self._row
        if row is None or element.name not in ("td", "th"):
            self.words.space(start)
            return
        given = self.page.text[element.token.inside : element.token.end].lower()
        edges = row.next_cell(_span(given, "colspan"), _span(given, "rowspan"))
        self.words.put("| " * edges if not row.begun else " |" * edges + " ", start, end)
        row.begun = True
        row.filled = row.filled or element.words + element.linked > 0

    def _end_row(self, at: int) -> None:
        row = self._row
        if row and row.filled:
            self.words.put(" |" * (1 + row.rest()), at, at)
            self._end(at)
        else:
            self.words.line()
        self._row = None


class _Row:
    """One row being read; ``below`` tells for each column how many more rows its cell reaches down."""

    def __init__(self, below: dict[int, int]) -> None:
        self.below = below
        self.column = 0
        self.wide = 0
        self.begun = False
        self.filled = False

    def next_cell(self, columns: int, rows: int) -> int:
        """How many edges stand before the next cell, which covers so many columns and rows."""
        edges = self._reached() + 1
        for column in range(self.column, self.column + columns):
            if rows > 1:
                self.below[column] = rows - 1
        self.column += 1
        self.wide = columns - 1
        return edges

    def rest(self) -> int:
        """How many cells from above stand behind the last one."""
        return self._reached()

    def _reached(self) -> int:
        count, self.wide = self.wide, 0
        self.column += count
        while self.below.get(self.column, 0) > 0:
            self.below[self.column] -= 1
            self.column += 1
            count += 1
        return count


def _span(given: str, name: str) -> int:
    """How many columns or rows a cell covers."""
    match = _SPANS[name].search(given) if name in given else None
    return min(max(int(match[1]), 1), _MOST_COLUMNS) if match else 1
