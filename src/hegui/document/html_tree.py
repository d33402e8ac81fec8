"""A web page as it is read: its elements, how much text each holds, and what stands in them, in order."""

from __future__ import annotations

from hegui.document.html_tokens import Token
from hegui.text.tables import load
from hegui.text.values import NamedTuple

BREAK = 5
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(load(__file__, "html")["tags"]["blocks"])


class Event(NamedTuple):
    """Something to be read at ``start``: text, the edge of a block, a line break, a remark to hegui."""

    kind: int
    start: int
    end: int
    element: Element | None = None


class Element:
    """One element: ``first`` and ``last`` bound its events; ``words`` and ``linked`` count text outside and in links.

    ``by_style`` tells that a style hides it. Of a table ``flows`` tells that it lays out the page, ``rows`` how many of
    its rows have several cells with text; of a row ``table`` is the table it is in.
    """

    def __init__(self, token: Token, parent: Element | None, *, block: bool) -> None:
        self.name = token.name
        self.token = token
        self.parent = parent
        self.block = block
        self.first = self.last = 0
        self.words = self.linked = self.links = self.blocks = 0
        self.cells = self.rows = 0
        self.flows = False
        self.table: Element | None = None
        self.by_style = False


class Page(NamedTuple):
    """A page as read: its events, its block elements in document order, and what its head tells.

    ``unseen`` counts the characters that only a style hides.
    """

    text: str
    root: Element
    events: list[Event]
    elements: list[Element]
    metas: list[Token]
    title: tuple[int, int] | None
    unseen: int
