"""Where the ``w:t`` of a Word file stand, byte by byte, so that one can be changed and all else left as it is."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.parsers import expat

from hegui.document.docx_body import KEPT_WHOLE
from hegui.document.docx_xml import Names
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

# One character as it stands in XML; the parser makes one of \r\n.
_CHARACTER = re.compile(r"&[^;]*;|\r\n|.", re.DOTALL)
_SPACE = re.compile(rb"""\sxml:space\s*=\s*["']preserve["']""")
_OTHER_MARKUP = b"<"
Key = tuple[int, int]


class Stretch(NamedTuple):
    """Bytes ``start`` to ``end`` of a part."""

    start: int
    end: int

    def of(self, xml: bytes) -> bytes:
        """The bytes themselves."""
        return xml[self.start : self.end]


class Run(NamedTuple):
    """A ``w:r``: its start tag, its properties (empty where it has none), and all that stands between its tags."""

    tag: Stretch
    props: Stretch
    inside: Stretch
    whole: Stretch


class Element(NamedTuple):
    """A ``w:t``: all of it, its start tag and its content, and the run that holds it."""

    whole: Stretch
    tag: Stretch
    content: Stretch
    run: Run

    @property
    def first(self) -> bool:
        """Whether nothing of its run stands before it."""
        return self.whole.start == max(self.run.props.end, self.run.inside.start)

    @property
    def last(self) -> bool:
        """Whether nothing of its run stands after it."""
        return self.whole.end == self.run.inside.end

    def preserves(self, xml: bytes) -> bool:
        """Whether the blanks at its ends count."""
        return _SPACE.search(self.tag.of(xml)) is not None

    def characters(self, xml: bytes) -> list[str] | None:
        """Its content character by character, entities as they are written; None for what is not plain text."""
        content = self.content.of(xml)
        return None if _OTHER_MARKUP in content else _CHARACTER.findall(content.decode("utf-8"))


def elements(xml: bytes, wanted: Collection[Key]) -> dict[Key, Element]:
    """The ``w:t`` with these keys, paragraph and element as in docx_text; raises Unreadable for a strange encoding."""
    scan = _Scan(xml, frozenset(wanted))
    scan.parse()
    return scan.found


class _OpenRun:
    def __init__(self, tag: Stretch) -> None:
        self.tag = tag
        self.props = Stretch(tag.end, tag.end)
        self.elements: list[tuple[Key, Stretch, Stretch, Stretch]] = []


class _Scan:
    """Counts paragraphs and elements as the reader of the body does, and notes where they are."""

    def __init__(self, xml: bytes, wanted: frozenset[Key]) -> None:
        self.found: dict[Key, Element] = {}
        self._xml = xml
        self._wanted = wanted
        self._names = Names()
        self._count = 0
        self._paragraphs: list[list[int]] = []
        self._runs: list[_OpenRun] = []
        self._starts: list[int] = []
        self._whole = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.XmlDeclHandler = self._declared

    def parse(self) -> None:
        if self._xml.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Unreadable("正文部件不是 UTF-8 编码，不能直接修改，请用 Word 另存为 .docx")
        self._parser.Parse(self._xml, True)  # noqa: FBT003 - expat takes it by place

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            raise Unreadable(f"正文部件的编码是 {encoding}，不能直接修改，请用 Word 另存为 .docx")

    def _start(self, full: str, _: dict[str, str]) -> None:
        name = self._names[full]
        self._starts.append(self._parser.CurrentByteIndex)
        if self._whole or name in KEPT_WHOLE:
            self._whole += 1
        elif name == "w:p":
            self._paragraphs.append([self._count, 0])
            self._count += 1
        elif name == "w:r":
            self._runs.append(_OpenRun(self._tag(self._parser.CurrentByteIndex)))

    def _end(self, full: str) -> None:
        name = self._names[full]
        start, end = self._starts.pop(), self._parser.CurrentByteIndex
        if self._whole:
            self._whole -= 1
            if name == "w:rPr" and not self._whole and self._runs:
                self._runs[-1].props = Stretch(start, self._after(start, end))
        elif name == "w:p":
            self._paragraphs.pop()
        elif name == "w:r":
            self._close(self._runs.pop(), end)
        elif name == "w:t" and self._paragraphs:
            number, element = self._paragraphs[-1]
            self._paragraphs[-1][1] += 1
            if (number, element) in self._wanted and self._runs and start != end:
                tag = self._tag(start)
                whole = Stretch(start, self._after(start, end))
                self._runs[-1].elements.append(((number, element), whole, tag, Stretch(tag.end, end)))

    def _close(self, run: _OpenRun, end: int) -> None:
        after = self._after(run.tag.start, end)
        made = Run(run.tag, run.props, Stretch(run.tag.end, end), Stretch(run.tag.start, after))
        self.found |= {key: Element(whole, tag, content, made) for key, whole, tag, content in run.elements}

    def _tag(self, start: int) -> Stretch:
        """The start tag that begins at ``start``."""
        at, quote = start, b""
        while True:
            at += 1
            char = self._xml[at : at + 1]
            if quote:
                quote = b"" if char == quote else quote
            elif char in (b'"', b"'"):
                quote = char
            elif char == b">":
                return Stretch(start, at + 1)

    def _after(self, start: int, end: int) -> int:
        """Where an element ends whose end tag begins at ``end``; one that is a single tag has the same for both."""
        return self._tag(start).end if start == end else self._xml.index(b">", end) + 1
