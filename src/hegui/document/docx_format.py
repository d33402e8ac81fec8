"""What a Word file tells of its typefaces, its distances and its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hegui.document.docx_package import Package
from hegui.document.docx_styles import StyleSheet, over
from hegui.document.docx_text import Draft, Row
from hegui.document.docx_xml import Node, integer
from hegui.document.formatting import Formatting, Look, PageSetup
from hegui.document.model import Document
from hegui.text.patterns import HAN, regex
from hegui.text.span import Span

_TWIPS = 1440 / 25.4
_HAN = regex(HAN)
_PAGE_NUMBERS = (b"PAGE ", b" PAGE", b">PAGE<", b'"PAGE', b"pgNum")
_MARGINS = ("w:top", "w:bottom", "w:left", "w:right")


def formatting(
    document: Document, drafts: Sequence[Draft | Row], styles: StyleSheet, sections: Iterable[Node], *, numbered: bool
) -> Formatting:
    """The formatting of a document that was read from ``drafts``, a look for each of its blocks."""
    starts = [_first(draft) for draft in drafts]
    looks = []
    at = 0
    for block in document.blocks:
        place = document.places(block.span)[0]
        while at + 1 < len(drafts) and starts[at + 1] <= place.at:
            at += 1
        draft = drafts[at]
        looks.append(Look(block.span) if isinstance(draft, Row) else _look(draft, block.span, styles))
    return Formatting(tuple(filter(None, map(_page, sections))), tuple(looks), numbered)


def _first(draft: Draft | Row) -> int:
    if isinstance(draft, Row):
        return next((one.text.start for cell in draft.cells for one in cell), -1)
    return draft.text.start


def _look(draft: Draft, span: Span, styles: StyleSheet) -> Look:
    """The look of a paragraph; of Chinese characters set in two ways neither is told."""
    fonts: set[str | None] = set()
    sizes: set[int | None] = set()
    for bit in draft.bits:
        if _HAN.search(bit.text):
            props = over(bit.run, over(styles.characters(bit.run.style), draft.style.run))
            fonts.add(props.font or None)
            sizes.add(props.half_points)
    font = fonts.pop() if len(fonts) == 1 else None
    size = sizes.pop() if len(sizes) == 1 else None
    return Look(span, font, size / 2 if size else None, draft.props.line or None)


def _page(section: Node) -> PageSetup | None:
    """The size and the margins that a section tells, or None when it leaves one out."""
    paper, margins = section.find("w:pgSz"), section.find("w:pgMar")
    if paper is None or margins is None:
        return None
    told = [integer(paper.attributes.get(name)) for name in ("w:w", "w:h")]
    told += [integer(margins.attributes.get(name)) for name in _MARGINS]
    widths = [width / _TWIPS for width in told if width is not None]
    return PageSetup(*widths) if len(widths) == len(told) else None


def has_page_numbers(package: Package, parts: Iterable[str]) -> bool:
    """Whether one of the headers and footers named by ``parts`` shows the number of its page."""
    return any(mark in piece for part in parts for piece in package.chunks(part) for mark in _PAGE_NUMBERS)
