"""From tags to elements: what is inside what and what is hidden, for pages that close few of their tags."""

from __future__ import annotations

from collections import defaultdict

from hegui.document.html_tokens import CLOSE, COMMENT, OPEN, Token, attributes, tokens
from hegui.document.html_tree import BLOCKS, BREAK, Element, Event, Page
from hegui.document.labels import is_bare_name
from hegui.document.limits import current, over
from hegui.document.lines import read_remark
from hegui.text.patterns import regex
from hegui.text.tables import load

_EMPTY, _LEFT_OUT = (frozenset(load(__file__, "html")["tags"][key]) for key in ("empty", "left_out"))
_PAGE = frozenset(("html", "head", "body", "frameset"))
_CELLS = frozenset(("td", "th"))
_SECTIONS = frozenset(("tbody", "thead", "tfoot"))
_OF_TABLES = _CELLS | _SECTIONS | {"tr", "caption", "table"}
_WALLS = frozenset(("td", "th", "caption", "table"))
_END_P = BLOCKS - (_OF_TABLES - {"table"})
# A tag that opens one of these ends an open one of the others, unless the last of these stands between.
_ENDS = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th", "caption"), ()),
    "th": (("td", "th", "caption"), ()),
    "tr": (("tr", "caption"), ()),
    "tbody": (("tbody", "thead", "tfoot", "caption"), ()),
    "thead": (("tbody", "thead", "tfoot", "caption"), ()),
    "tfoot": (("tbody", "thead", "tfoot", "caption"), ()),
}  # fmt: skip
_SHORTEST = len(" hidden>")
_LONG_CELL, _MANY_BLOCKS, _LABEL, _ROWS = 400, 6, 12, 2
_UNSEEN = regex(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SHOWN = regex(r"display\s*:\s*(?:block|table|list-item|flex)")


def read_page(text: str, *, xml: bool = False, reveal: bool = False) -> Page:
    """The page in ``text``; ``reveal`` reads what only a style hides. Raises Unreadable beyond the limits."""
    builder = _Builder(text, reveal=reveal)
    for token in tokens(text, xml=xml):
        builder.take(token)
    return builder.page()


class _Builder:
    """Follows the tags of a page as browsers do: what is not closed ends with what it is in."""

    def __init__(self, text: str, *, reveal: bool) -> None:
        self.text = text
        self.reveal = reveal
        self.most = current().nested
        self.root = Element(Token(OPEN, 0, 0, "html"), None, block=True)
        self.stack = [self.root]
        self.places: dict[str, list[int]] = defaultdict(list)
        self.walls = [0]
        self.blocks = [0]
        self.hidden = 0
        self.in_links = 0
        self.events: list[Event] = []
        self.elements: list[Element] = []
        self.metas: list[Token] = []
        self.title: tuple[int, int] | None = None
        self.unseen = 0
        self.words = self.linked = self.links = self.edges = 0
        self.latest = (0, 0)

    def page(self) -> Page:
        """What was read; all that is open ends here."""
        self._pop_to(0, len(self.text))
        self._count(self.root)
        self.root.last = len(self.events)
        return Page(self.text, self.root, self.events, self.elements, self.metas, self.title, self.unseen)

    def take(self, token: Token) -> None:
        """Go on by one token."""
        kind, start, end, name, _ = token
        if kind == OPEN:
            self._open(token)
        elif kind == CLOSE:
            self._close(name, start)
        elif kind == COMMENT:
            if read_remark(self.text, token.inside, end):
                self.events.append(Event(COMMENT, start, end))
        elif self.hidden:
            self._unread(start, end)
        else:
            self._text(kind, start, end)

    def _text(self, kind: int, start: int, end: int) -> None:
        self.events.append(Event(kind, start, end))
        width = len(self.text[start:end].strip())
        if width:
            self.latest = (start, end)
            if self.in_links:
                self.linked += width
            else:
                self.words += width

    def _unread(self, start: int, end: int) -> None:
        """Text in a hidden element: the title, or something to be counted."""
        top = self.stack[-1].name
        if top == "title" and self.title is None:
            self.title = (start, end)
        elif self.stack[self.hidden].by_style and top not in _LEFT_OUT:
            self.unseen += len(self.text[start:end].strip())

    def _open(self, token: Token) -> None:
        name = token.name
        if name in _PAGE:
            return
        if name in _EMPTY:
            if name == "meta":
                self.metas.append(token)
            elif name in ("br", "hr") and not self.hidden:
                self.events.append(Event(BREAK, token.start, token.end))
            return
        self._end_others(name, token.start)
        element = Element(token, self.stack[-1], block=name in BLOCKS)
        self._push(element, *self._looks(token))

    def _looks(self, token: Token) -> tuple[bool, bool]:
        """Whether the attributes hide an element, and whether they make a block of it."""
        if token.end - token.inside < _SHORTEST:
            return False, False
        given = self.text[token.inside : token.end].lower()
        if "hid" not in given and "display" not in given:
            return False, False
        values = {name: self.text[start:end].lower() for name, (start, end) in attributes(self.text, token).items()}
        style = values.get("style", "")
        hides = "hidden" in values or values.get("aria-hidden") == "true" or _UNSEEN.search(style) is not None
        return hides, _SHOWN.search(style) is not None

    def _push(self, element: Element, hides: bool, shown: bool) -> None:
        depth = len(self.stack)
        if depth > self.most:
            raise over("网页标签的嵌套", "nested")
        element.block = element.block or shown
        element.by_style = hides and element.name not in _LEFT_OUT
        if not self.hidden and (element.name in _LEFT_OUT or (hides and not self.reveal)):
            self.hidden = depth
        self.stack.append(element)
        self.places[element.name].append(depth)
        if element.name in _WALLS:
            self.walls.append(depth)
        if element.block:
            self.blocks.append(depth)
            self.edges += 1
        if self._is_link(element):
            self.in_links += 1
            self.links += 1
        element.words, element.linked, element.links = -self.words, -self.linked, -self.links
        element.blocks = -self.edges
        if element.block and not self.hidden:
            element.first = len(self.events)
            self.events.append(Event(OPEN, element.token.start, element.token.end, element))
            self.elements.append(element)
            if element.name == "table" and (outer := self._nearest("table", below=depth)):
                outer.flows = True
            elif element.name == "tr":
                element.table = self._nearest("table")

    def _is_link(self, element: Element) -> bool:
        return element.name == "a" and "href" in self.text[element.token.inside : element.token.end].lower()

    def _nearest(self, name: str, below: int = 0) -> Element | None:
        places = self.places[name]
        if below and places and places[-1] >= below:
            return self.stack[places[-2]] if len(places) > 1 else None
        return self.stack[places[-1]] if places else None

    def _last(self, names: tuple[str, ...]) -> int:
        """The depth of the innermost open element of these names; 0 for none."""
        return max((self.places[name][-1] for name in names if self.places[name]), default=0)

    def _end_others(self, name: str, at: int) -> None:
        """End what a tag of this name ends: a paragraph by a block, a cell by the next one."""
        open_p = self.places["p"]
        if open_p and open_p[-1] > self.walls[-1] and name in _END_P:
            self._pop_to(open_p[-1] - 1, at)
        if rule := _ENDS.get(name):
            names, walls = rule
            wall = self._last(("table",)) if name in _OF_TABLES else max(self._last(walls), self.walls[-1])
            if (depth := self._last(names)) > wall:
                self._pop_to(depth - 1, at)

    def _close(self, name: str, at: int) -> None:
        places = self.places[name]
        if name in _OF_TABLES:
            wall = self._last(("table",)) - (name == "table")
        elif name in BLOCKS or name in _LEFT_OUT:
            wall = self.walls[-1]
        else:
            wall = self.blocks[-1] - 1
        if places and places[-1] > wall:
            self._pop_to(places[-1] - 1, at)
        elif name in ("p", "br") and not self.hidden:
            self.events.append(Event(BREAK, at, at))

    def _pop_to(self, depth: int, at: int) -> None:
        """End all elements deeper than ``depth``."""
        while len(self.stack) > depth + 1:
            self._pop(at)

    def _pop(self, at: int) -> None:
        element = self.stack.pop()
        depth = len(self.stack)
        self.places[element.name].pop()
        if self.walls[-1] == depth:
            self.walls.pop()
        if self.blocks[-1] == depth:
            self.blocks.pop()
        if self._is_link(element):
            self.in_links -= 1
        self._count(element)
        if element.block and not self.hidden:
            self.events.append(Event(CLOSE, at, at, element))
            element.last = len(self.events)
            if element.name in _OF_TABLES:
                self._tell_table(element)
        if self.hidden == depth:
            self.hidden = 0

    def _count(self, element: Element) -> None:
        element.words += self.words
        element.linked += self.linked
        element.links += self.links
        element.blocks += self.edges

    def _tell_table(self, element: Element) -> None:
        """Note at the end of a cell or row what it says about its table."""
        table = self._nearest("table")
        row = self._nearest("tr")
        if element.name in _CELLS and table and row:
            filled = element.words + element.linked
            row.cells += filled > 0
            table.flows = table.flows or filled > _LONG_CELL or element.blocks > _MANY_BLOCKS
            if 0 < filled <= _LABEL and is_bare_name(self.text[slice(*self.latest)].strip().rstrip(":：")):
                table.rows = max(table.rows, _ROWS)
        elif element.name == "tr" and table:
            table.rows += element.cells > 1
        elif element.name == "table" and element.rows < _ROWS:
            element.flows = True
