"""XML of a Word file, element by element: no document type, no entity, no nesting without end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat

from hegui.document.docx_package import doctype, shown
from hegui.document.limits import MEGABYTE, current, over
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
}
_OFF = frozenset(("0", "false", "off", "none"))
_DIGITS = 9
_LONGEST = 2 * MEGABYTE

Attributes = dict[str, str]


class Handler(Protocol):
    """Takes the elements of a part in order; names have the prefix that Word gives them, strange ones a colon."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        ...

    def end(self, name: str, /) -> None:
        """An element ends."""
        ...

    def text(self, text: str) -> None:
        """Characters of an element."""
        ...


class Node(NamedTuple):
    """An element without its characters."""

    name: str
    attributes: Attributes
    children: list[Node]

    def find(self, name: str) -> Node | None:
        """The first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def all(self, name: str) -> Iterable[Node]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def value(self, name: str) -> str | None:
        """``w:val`` of the first child of that name."""
        child = self.find(name)
        return child.attributes.get("w:val") if child else None

    def number(self, name: str) -> int | None:
        """``w:val`` of the first child of that name as a number."""
        return integer(self.value(name))

    def switch(self, name: str) -> bool | None:
        """Whether the first child of that name turns its property on; None without one."""
        child = self.find(name)
        return None if child is None else child.attributes.get("w:val", "1") not in _OFF


def integer(digits: str | None) -> int | None:
    """A number as Word writes it, or None for anything else."""
    if digits is None or len(digits) > _DIGITS:
        return None
    try:
        return int(digits)
    except ValueError:
        return None


class Names(dict[str, str]):
    """The short form of each full name, found once."""

    def __missing__(self, full: str) -> str:
        space, gap, local = full.rpartition(" ")
        short = f"{_PREFIXES.get(space, ':')}{local}" if gap else local
        self[full] = short
        return short


def parse(part: str, chunks: Iterable[bytes], handler: Handler) -> None:
    """Hand the elements of a part to ``handler``; raises Unreadable."""
    parser = expat.ParserCreate(namespace_separator=" ")
    names = Names()
    limits = current()
    depth = count = 0

    def start(full: str, given: Attributes) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > limits.depth:
            raise over(f"部件 {shown(part)} 的嵌套", "depth")
        if count > limits.tags:
            raise over(f"部件 {shown(part)} 的标签数", "tags")
        handler.start(names[full], {names[key]: value for key, value in given.items()} if given else given)

    def end(full: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(names[full])

    def refuse(*_: object) -> None:
        raise doctype(part)

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    _feed(parser, part, chunks)


def _feed(parser: expat.XMLParserType, part: str, chunks: Iterable[bytes]) -> None:
    """Let ``parser`` read a part; raises Unreadable."""
    fed = 0
    try:
        for chunk in chunks:
            fed += len(chunk)
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
            if fed - parser.CurrentByteIndex > _LONGEST:  # it is read anew with every chunk
                raise Unreadable(f"部件 {shown(part)} 里有超过 {_LONGEST // MEGABYTE} MB 的标签或注释，不是 Word 所写")
        parser.Parse(b"", True)  # noqa: FBT003 - likewise
    except expat.ExpatError as error:
        raise Unreadable(
            f"文件已损坏：部件 {shown(part)} 第 {error.lineno} 行第 {error.offset + 1} 列不是正确的 XML"
        ) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"文件已损坏：部件 {shown(part)} 的编码读不了") from None


class Tree:
    """A handler that keeps a whole part; ``root`` is None until it began."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        node = Node(name, attributes, [])
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def end(self, _: str) -> None:
        """An element ends."""
        self._open.pop()

    def text(self, text: str) -> None:
        """Characters are not kept."""

    @property
    def closed(self) -> bool:
        """Whether the root has ended."""
        return not self._open


def tree(part: str, chunks: Iterable[bytes]) -> Node:
    """A whole part, its characters left out; raises Unreadable."""
    handler = Tree()
    parse(part, chunks, handler)
    return handler.root or Node("", {}, [])
