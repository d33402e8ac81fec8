"""PDF files: pages of placed characters, read by a process of their own and put together by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hegui.document.assemble import assemble
from hegui.document.labels import is_name
from hegui.document.lines import Line, Piece
from hegui.document.model import Document, Place
from hegui.document.pdf_margins import columns, common_size, without_furniture
from hegui.document.pdf_page import BESIDE, Page, Row, joined, read_pages, rows_of
from hegui.document.pdf_paragraphs import Paragraph, paragraphs
from hegui.document.pdf_process import ask
from hegui.text.source import Source, Unreadable
from hegui.text.values import NamedTuple

_MAGIC, _HEAD = b"%PDF-", 1024
_PICTURE = 30
_NAMED_PAGES = 8


class PdfLoader:
    """Reads ``.pdf`` files."""

    name = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    unchangeable = "PDF 不能直接修正，请在原来的 Word 文档里改"

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        if not data:
            raise Unreadable("文件是空的")
        if _MAGIC not in data[:_HEAD]:
            raise Unreadable("内容不是 PDF，扩展名可能写错了")
        pages = read_pages(ask(data))
        _refuse_pictures(pages)
        rows = without_furniture(pages, [rows_of(page) for page in pages])
        flat = [row for found in rows for row in found]
        if not flat:
            raise Unreadable("文件里没有可读的文字")
        size = common_size(flat)
        few = 5 * sum(row.blank != "" for row in flat) < len(flat)  # else it is how the writing program ends its rows
        return _Writer(blanks=few).document(path, self.name, paragraphs(rows, columns(rows, size), size))


def _refuse_pictures(pages: list[Page]) -> None:
    """Raises Unreadable for pages that are pictures: what stands on them would seem to be missing."""
    numbers = [page.number for page in pages if not page.stretches and page.image >= _PICTURE]
    if not any(page.stretches for page in pages):
        raise Unreadable("所有页都没有文字，可能是扫描件，请先做文字识别或改用 Word 文件")
    if numbers:
        named = "、".join(map(str, numbers[:_NAMED_PAGES])) + (" 等" if len(numbers) > _NAMED_PAGES else "")
        raise Unreadable(f"第 {named} 页没有文字，可能是扫描件，请先做文字识别或改用 Word 文件")


class _Writer:
    """Writes the text that stands for the file, a line for each paragraph, and knows the page of every row."""

    def __init__(self, *, blanks: bool) -> None:
        self.blanks = blanks
        self.parts: list[str] = []
        self.length = 0
        self.lines: list[Line] = []
        self.starts: list[int] = []
        self.places: list[tuple[int, int]] = []

    def document(self, path: str, format_: str, groups: Sequence[Paragraph]) -> Document:
        """The document whose paragraphs are ``groups``; raises Unreadable."""
        page = paragraph = 0
        for group, align in groups:
            text = ""
            blank = ""
            begun = False
            for row in group:
                if row.page != page:
                    page, paragraph, begun = row.page, 0, False
                paragraph += not begun
                begun = True
                longer = joined(text, _told(row), blank)
                self.starts.append(self.length + len(text))
                self.places.append((page, paragraph))
                text, blank = longer, row.blank if self.blanks else ""
            stop = self.length + len(text)
            style = "row" if len(group[0].cells) > 1 else "text"
            self.lines.append(Line(text, (Piece(self.length, stop),), 0, stop, style, align=align))
            self.parts.append(text)
            self.length = stop + 1
        source = Source("\n".join(self.parts), "utf-8")
        places = _Places(tuple(self.starts), tuple(self.places))
        return assemble(path, format_, source, self.lines, [], places=places, join=_apart)


class _Places(NamedTuple):
    """Page and paragraph of each stretch of the text by where it starts."""

    starts: tuple[int, ...]
    numbers: tuple[tuple[int, int], ...]

    def place(self, at: int, width: int) -> Place:
        """The page, and the paragraph on it."""
        page, paragraph = self.numbers[max(bisect_right(self.starts, at) - 1, 0)]
        return Place(at, width, None, None, None, None, page=page, paragraph=paragraph)

    def changeable(self, at: int, width: int) -> bool:  # noqa: ARG002 - the protocol's names
        """Nothing: a page is set, not written."""
        return False


def _apart(lines: list[Line]) -> list[list[Line]]:
    """Each line is a whole paragraph."""
    return [[line] for line in lines]


def _told(row: Row) -> str:
    """The words of a row; one of a table as in every format, but a table of labels as labels, ``索引号：…``."""
    if not row.ruled:
        return row.text
    names, values = row.cells[::2], row.cells[1::2]
    if len(names) == len(values) and all(map(is_name, names)):
        return BESIDE.join(f"{name.rstrip(':： ')}：{value}" for name, value in zip(names, values, strict=True))
    return f"| {' | '.join(row.cells)} |"
