"""Bodies of Word files in XML, as short as tests want them."""

from __future__ import annotations

from xml.sax.saxutils import escape

from hegui.document.docx import DocxLoader
from hegui.document.docx_making import word_package
from hegui.document.model import Document

PREFIX = "清源县柳河镇人民政府关于2024年法治政府建设情况的报告"


def t(text: str) -> str:
    """A ``w:t``."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(*content: str, props: str = "") -> str:
    """A run of elements; what is no element is text."""
    inner = "".join(piece if piece.startswith("<") else t(piece) for piece in content)
    return f"<w:r><w:rPr>{props}</w:rPr>{inner}</w:r>"


def p(*content: str, props: str = "") -> str:
    """A paragraph of runs; what is no element is a run."""
    inner = "".join(piece if piece.startswith("<") else r(piece) for piece in content)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells; what is no element is a paragraph."""
    cells = ["".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def field(instruction: str, *result: str) -> str:
    """A complex field: its instruction, and what Word computed."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    shown = "".join(piece if piece.startswith("<") else r(piece) for piece in result)
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{middle}{shown}{end}"


def read(body: str, **parts: str) -> Document:
    """The document with ``body``."""
    return DocxLoader().load(word_package(body, parts), "a.docx")
