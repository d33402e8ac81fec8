"""Word files: the text that a reader sees when all changes are accepted, and nothing else of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from hegui.document.assemble import assemble
from hegui.document.docx_body import Body
from hegui.document.docx_comments import comments_of
from hegui.document.docx_format import formatting, has_page_numbers
from hegui.document.docx_lines import join, lines_of, with_title_level
from hegui.document.docx_numbering import Numbering
from hegui.document.docx_package import Package
from hegui.document.docx_styles import StyleSheet, without_ornaments
from hegui.document.docx_text import Composer, DocxText
from hegui.document.docx_xml import Node, parse, tree
from hegui.document.limits import MEGABYTE, check_size
from hegui.document.model import Document, Note, Revision
from hegui.text.edit import Edit
from hegui.text.source import Source, Unreadable
from hegui.text.values import NamedTuple

ENCODING = "docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SHORT = 2 * MEGABYTE
_ROOT, _MAIN = "_rels/.rels", "word/document.xml"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    (b"%PDF", "内容是 PDF，不是 Word 文档，请用扩展名 .pdf"),
    (b"{\\rtf", "内容是 RTF，请用 Word 或 WPS 打开后另存为 .docx"),
    (b"<?xml", "内容是 XML，请用 Word 或 WPS 打开后另存为 .docx"),
    (b"MIME-Version", "内容是网页存档，请用 Word 或 WPS 打开后另存为 .docx"),
    (b"<", "内容是网页，不是 Word 文档，请用扩展名 .html 或另存为 .docx"),
)


class DocxLoader:
    """Reads ``.docx`` files, whatever program wrote them; one that is an old ``.doc`` inside is read as that."""

    name = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm")

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable."""
        check_size(len(data))
        if data.startswith(OLE):
            from hegui.document.office import converted

            data = converted(data)
        return _Reading(data).document(path, self.name)

    def rewrite(self, data: bytes, edits: Sequence[Edit], revision: Revision | None = None) -> bytes:
        """The file with ``edits`` of its text made, in the open or as a ``revision``; raises Unreadable."""
        from hegui.document.docx_edit import edited, rebuilt

        reading = _of_word(data)
        main = reading.parts.main
        xml = edited(reading.package.read(main), reading.composer.text(), edits, revision)
        return rebuilt(data, {main: xml})

    def annotate(self, data: bytes, notes: Sequence[Note], date: str = "") -> bytes:
        """The file with ``notes`` as comments; raises Unreadable."""
        from hegui.document.docx_annotate import annotated

        reading = _of_word(data)
        return annotated(data, reading.parts.main, reading.composer.text(), notes, date)


def docx_text(data: bytes) -> DocxText:
    """The text of a ``.docx`` file with the way back to its ``w:t``, as the document has it; raises Unreadable."""
    return _Reading(data).composer.text()


def refuse_others(data: bytes) -> None:
    """Raises Unreadable for what is no archive, naming what it is."""
    if not data:
        raise Unreadable("文件是空的")
    if data.startswith(OLE) and _ENCRYPTED in data:
        raise Unreadable("文件有密码，请取消密码后再检查")
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if why := next((why for mark, why in _OTHERS if start.startswith(mark)), None):
        raise Unreadable(why)


def _of_word(data: bytes) -> _Reading:
    """The file taken apart anew; raises Unreadable for one that is no ``.docx`` inside."""
    if data.startswith(OLE):
        raise Unreadable("内容是旧版 Word 文档，请先另存为 .docx")
    return _Reading(data)


class _Parts(NamedTuple):
    """The names of the parts that are read, None for one that the file has not."""

    main: str
    styles: str | None
    numbering: str | None
    comments: str | None
    margins: tuple[str, ...]


class _Reading:
    """One file taken apart."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(_ZIP):
            refuse_others(data)
            if not data.startswith(b"PK"):
                raise Unreadable("不是 Word 文档（内容不是 .docx 格式），请用 Word 或 WPS 打开后另存为 .docx")
        self.package = Package(data)
        self.parts = _parts(self.package)
        if not self.package.has(self.parts.main):
            raise Unreadable(self.package.other())
        self.package.refuse_doctypes(self.parts.main)
        self.styles = StyleSheet(self._tree(self.parts.styles, shortened=True))
        body = self._body(contents=False)
        self.body = self._body(contents=True) if body.unended else body
        self.composer = Composer(self.styles, Numbering(self._numbering))
        self.composer.compose(self.body.items)

    def _tree(self, part: str | None, *, shortened: bool = False) -> Node:
        if part is None or not self.package.has(part):
            return Node("", {}, [])
        if shortened and self.package.size(part) <= _SHORT:
            return tree(part, [without_ornaments(self.package.read(part))])
        return tree(part, self.package.chunks(part))

    def _numbering(self) -> Node:
        return self._tree(self.parts.numbering)

    def _body(self, *, contents: bool) -> Body:
        body = Body(contents=contents)
        parse(self.parts.main, self.package.chunks(self.parts.main), body)
        return body

    def document(self, path: str, format_: str) -> Document:
        """The document; raises Unreadable when there is nothing to read."""
        text = self.composer.text()
        lines = with_title_level(list(lines_of(text.text, self.composer.drafts)))
        starts = [paragraph.start for paragraph in text.paragraphs]
        numbered = has_page_numbers(self.package, self.parts.margins)
        return assemble(
            path,
            format_,
            Source(text.text, ENCODING),
            lines,
            list(comments_of(self.package, self.parts.comments, self.composer.remarks)),
            places=text,
            join=partial(join, starts=starts),
            formatting=partial(
                formatting,
                drafts=self.composer.drafts,
                styles=self.styles,
                sections=self.body.sections,
                numbered=numbered,
            ),
        )


def _parts(package: Package) -> _Parts:
    """What the relations of the file say; links out of it are not followed."""
    main = next((target for kind, target in _relations(package, _ROOT, "") if kind == "officeDocument"), _MAIN)
    folder, _, name = main.rpartition("/")
    related = list(_relations(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder))
    first = dict(reversed(related))
    return _Parts(
        main,
        first.get("styles"),
        first.get("numbering"),
        first.get("comments"),
        tuple(target for kind, target in related if kind in ("header", "footer")),
    )


def _relations(package: Package, part: str, folder: str) -> list[tuple[str, str]]:
    """The kind and the target of each relation inside the file."""
    found = []
    for node in tree(part, package.chunks(part)).children if package.has(part) else ():
        given = node.attributes
        if given.get("TargetMode") != "External":
            found.append((given.get("Type", "").rpartition("/")[2], _resolved(given.get("Target", ""), folder)))
    return found


def _resolved(target: str, folder: str) -> str:
    """The name of a part that is meant from ``folder``; it need not exist."""
    steps: list[str] = [] if target.startswith("/") or not folder else folder.split("/")
    for step in target.replace("\\", "/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
