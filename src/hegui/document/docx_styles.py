"""The properties of paragraphs and characters: as told in place, by styles, and by the defaults of a Word file."""

from __future__ import annotations

import re
from typing import Any, TypeVar

from hegui.document.docx_xml import Node, integer
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

_ALIGN = {"center": "center", "right": "right", "end": "right"}
_HEADING = regex(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_CONTENTS = regex(r"(?:toc|目录) ?(?:[1-9]|heading|标题)|toc标题", re.IGNORECASE)
_BODY_LEVEL = 9
_DEEPEST = 8
_DELETED = ("w:del", "w:moveFrom", "w:specVanish")
_TWENTIETHS = 20

_STYLE, _STYLE_END = b"<w:style ", b"</w:style>"
_OF_TABLES = b'w:type="table"'
_LATENT, _LATENT_END = b"<w:latentStyles", b"</w:latentStyles>"


class RunProps(NamedTuple):
    """What is told of characters; None is not told.

    ``font`` is that of Chinese characters, empty where it is left to the theme; ``half_points`` the size.
    """

    hidden: bool | None = None
    font: str | None = None
    half_points: int | None = None
    style: str | None = None


class ParaProps(NamedTuple):
    """What is told of a paragraph; None is not told.

    ``numbering`` and ``level`` name its automatic number, ``outline`` is 0 for the highest heading and 9 for text,
    ``indent`` that the first line is indented, ``line`` an exact distance of lines in points (0: not exact).
    """

    style: str | None = None
    numbering: int | None = None
    level: int | None = None
    align: str | None = None
    outline: int | None = None
    indent: bool | None = None
    line: float | None = None


class Style(NamedTuple):
    """A style with all that it inherits; ``numbered`` are the styles that may give the level of its number."""

    para: ParaProps
    run: RunProps
    contents: bool
    numbered: tuple[str, ...]


T = TypeVar("T", RunProps, ParaProps)


def over(upper: T, lower: T) -> T:
    """``upper``, and ``lower`` for what it does not tell."""
    pairs: Any = zip(upper._fields, upper, lower, strict=True)
    missing = {name: below for name, told, below in pairs if told is None and below is not None}
    return upper._replace(**missing) if missing else upper


def run_props(node: Node | None) -> RunProps:
    """The properties in ``w:rPr``."""
    if node is None or not node.children:
        return RunProps()
    fonts = node.find("w:rFonts")
    font = None
    if fonts:
        theme = "w:eastAsiaTheme" in fonts.attributes
        font = "" if theme else fonts.attributes.get("w:eastAsia")
    return RunProps(node.switch("w:vanish"), font, node.number("w:sz"), node.value("w:rStyle"))


def para_props(node: Node | None) -> ParaProps:
    """The properties in ``w:pPr``."""
    if node is None or not node.children:
        return ParaProps()
    number = node.find("w:numPr")
    align = node.value("w:jc")
    return ParaProps(
        node.value("w:pStyle"),
        number.number("w:numId") if number else None,
        number.number("w:ilvl") if number else None,
        None if align is None else _ALIGN.get(align, ""),
        node.number("w:outlineLvl"),
        _indent(node.find("w:ind")),
        _line(node.find("w:spacing")),
    )


def mark_is_gone(node: Node) -> bool:
    """Whether the mark that ends a paragraph is deleted or hidden, so that it goes on with the next."""
    mark = node.find("w:rPr")
    return mark is not None and any(mark.switch(name) for name in _DELETED)


def _indent(node: Node | None) -> bool | None:
    told = [node.attributes.get(name) for name in ("w:firstLineChars", "w:firstLine")] if node else []
    widths = [integer(width) for width in told if width is not None]
    return any((width or 0) > 0 for width in widths) if widths else None


def _line(node: Node | None) -> float | None:
    """The exact distance of lines; 0 when it grows with what stands in them."""
    width = integer(node.attributes.get("w:line")) if node else None
    if node is None or width is None:
        return None
    return width / _TWENTIETHS if node.attributes.get("w:lineRule") == "exact" else 0.0


def without_ornaments(data: bytes) -> bytes:
    """The styles part without styles of tables and the list of hidden ones: most of it, and never asked for."""
    head, *styles = data.split(_STYLE)
    before, _, rest = head.partition(_LATENT)
    kept = [before, rest.partition(_LATENT_END)[2] if _LATENT_END in rest else head[len(before) :]]
    for style in styles:
        table = _OF_TABLES in style[: style.find(b">") + 1] and _STYLE_END in style
        kept.append(style.partition(_STYLE_END)[2] if table else _STYLE + style)
    return b"".join(kept)


class StyleSheet:
    """The styles of a file, each resolved once; one that inherits from itself inherits nothing."""

    def __init__(self, root: Node) -> None:
        self._nodes: dict[str, Node] = {}
        self._standard: dict[str, str] = {}
        self._bare: dict[str, Style] = {}
        self._known: dict[str | None, Style] = {}
        for node in root.all("w:style"):
            name = node.attributes.get("w:styleId", "")
            self._nodes[name] = node
            if node.attributes.get("w:default", "0") in ("1", "true", "on"):
                self._standard.setdefault(node.attributes.get("w:type", ""), name)
        defaults = root.find("w:docDefaults") or root
        self._run = run_props(_inside(defaults, "w:rPrDefault", "w:rPr"))
        self._para = para_props(_inside(defaults, "w:pPrDefault", "w:pPr"))

    def paragraph(self, name: str | None) -> Style:
        """The paragraph style ``name``, or the standard one, over the defaults."""
        if name not in self._nodes:
            name = self._standard.get("paragraph")
        if name not in self._known:
            bare = self._inherited(name)
            self._known[name] = bare._replace(para=over(bare.para, self._para), run=over(bare.run, self._run))
        return self._known[name]

    def characters(self, name: str | None) -> RunProps:
        """What the character style ``name`` tells."""
        return self._inherited(name).run

    def _inherited(self, name: str | None) -> Style:
        """A style with what those tell that it is based on."""
        chain: dict[str, Node] = {}
        while name in self._nodes and name not in self._bare and name not in chain:
            chain[name] = self._nodes[name]
            name = chain[name].value("w:basedOn")
        style = self._bare.get(name or "", _NOTHING)
        for link in reversed(chain):
            style = self._bare[link] = _based(link, chain[link], style)
        return style


def _based(name: str, node: Node, base: Style) -> Style:
    own = para_props(node.find("w:pPr"))
    called = node.value("w:name") or ""
    if own.outline is None and (heading := _HEADING.fullmatch(called)):
        own = own._replace(outline=int(heading[1]) - 1)
    numbered = (name,) if own.numbering is not None else (name, *base.numbered)[:_DEEPEST]
    return Style(
        over(own._replace(style=None), base.para),
        over(run_props(node.find("w:rPr")), base.run),
        base.contents or _CONTENTS.fullmatch(called) is not None,
        numbered,
    )


_NOTHING = Style(ParaProps(), RunProps(), contents=False, numbered=())


def _inside(node: Node, *names: str) -> Node | None:
    found: Node | None = node
    for name in names:
        found = found.find(name) if found else None
    return found


def heading_level(props: ParaProps) -> int:
    """1 for the highest heading, 0 for text."""
    return props.outline + 1 if props.outline is not None and 0 <= props.outline < _BODY_LEVEL else 0
