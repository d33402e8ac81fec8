"""Web pages, as the content systems of governments write them and Word saves them."""

from __future__ import annotations

import re

from hegui.document.assemble import assemble
from hegui.document.html_build import read_page
from hegui.document.html_charset import decode_page
from hegui.document.html_head import meta_labels, page_labels, title_lines
from hegui.document.html_lines import LineReader
from hegui.document.html_main import beside, main_part
from hegui.document.html_tokens import COMMENT
from hegui.document.html_tree import Element, Page
from hegui.document.lines import read_remark
from hegui.document.model import Comment, Document
from hegui.text.source import Source, Unreadable

_ARCHIVE = rb"(?i)\s*(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,20}?Content-Type:\s*multipart/related"
_LITTLE = 200


class HtmlLoader:
    """Reads ``.html`` files."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def quote(self, text: str) -> str:
        """``text`` as it is written in a page."""
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def load(self, data: bytes, path: str) -> Document:
        """The report in ``data``, without what the site puts around it; raises Unreadable."""
        if re.match(_ARCHIVE, data[:4096]):
            raise Unreadable("内容是单一文件网页（.mht），请在浏览器里另存为“网页，仅 HTML”")
        source = decode_page(data)
        page = _page(source.text, xml=path.lower().endswith(".xhtml"))
        return _document(path, self.name, source, page)


def _page(text: str, *, xml: bool) -> Page:
    """The page; when hardly anything of it is shown before a script runs, with what is hidden till then."""
    page = read_page(text, xml=xml)
    if page.unseen > max(_LITTLE, page.root.words):
        return read_page(text, xml=xml, reveal=True)
    return page


def _document(path: str, format_: str, source: Source, page: Page) -> Document:
    main = main_part(page)
    reader = LineReader(page, beside(page, main))
    lines = reader.lines(main.first, main.last or len(page.events))
    if not any(line.text for line in lines):
        raise Unreadable("网页里没有可读的文字，内容可能由脚本生成或在附件里，请复制到文本文件")
    labels = page_labels(page, main) if main is not page.root else []
    document = assemble(path, format_, source, title_lines(page, lines) + lines, reader.comments, labels)
    document.labels += tuple(meta_labels(page, document.labels))
    document.comments = (*_outside(page, main, document), *document.comments)
    return document


def _outside(page: Page, main: Element, document: Document) -> list[Comment]:
    """The remarks to hegui above the report, which hold for all of it, and below."""
    found = []
    for index, event in enumerate(page.events):
        if event.kind == COMMENT and not main.first <= index < main.last:
            remark = read_remark(page.text, event.start + 4, event.end) or ""
            anchor = 0 if index < main.first else len(document.text)
            found.append(Comment(remark, anchor, alone=True, at=event.start))
    return found
