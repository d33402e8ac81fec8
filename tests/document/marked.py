"""What stands in a Word file that was changed: its parts, its revisions, the looks of its characters."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from hegui.document.docx_making import zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main(data: bytes) -> str:
    """The body in XML."""
    return parts(data)[MAIN].decode().partition("<w:body>")[2].removesuffix("</w:body></w:document>")


def body(data: bytes) -> ET.Element:
    """The root of the main part."""
    return ET.fromstring(parts(data)[MAIN])


def revisions(data: bytes) -> list[ET.Element]:
    """The insertions and deletions by hegui."""
    return _signed(body(data))


def _signed(root: ET.Element) -> list[ET.Element]:
    return [one for one in root.iter() if one.tag in (f"{W}ins", f"{W}del") and one.get(f"{W}author") == "hegui"]


def rejected(data: bytes) -> bytes:
    """The file as it is when all revisions by hegui are refused."""
    root = body(data)
    parents = {child: parent for parent in root.iter() for child in parent}
    for mark in _signed(root):
        at = list(parents[mark]).index(mark)
        kept = list(mark) if mark.tag == f"{W}del" else []
        parents[mark][at : at + 1] = kept
        parents |= dict.fromkeys(kept, parents[mark])
        for word in [word for run in kept for word in run.iter(f"{W}delText")]:
            word.tag = f"{W}t"
    return zipped(parts(data) | {MAIN: ET.tostring(root)})


def looks(data: bytes) -> list[tuple[str, bytes]]:
    """Each character that is shown, with the properties of its run."""
    found = []
    for run in body(data).iter(f"{W}r"):
        props = run.find(f"{W}rPr")
        told = b"" if props is None else ET.tostring(props)
        for word in run.iter(f"{W}t"):
            text = word.text or ""
            found += [(char, told) for char in (text if word.get(_SPACE) == "preserve" else text.strip(" \t\r\n"))]
    return found


def official() -> bytes:
    """A report as a clerk sets it: fonts, numbering, a table, a header, the signature to the right."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "内部，，资料"
    title = made.add_paragraph("柳河镇2024年法治政府建设情况的报告")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_paragraph("健全制度，，强化监督。", style="List Number")
    paragraph = made.add_paragraph()
    for words, size in (("办理国发[", 16), ("2010", 22), ("]33号文件，", 16), ("，坚持坚持学习。", 12)):
        run = paragraph.add_run(words)
        run.font.size, run.font.name, run.bold = Pt(size), "仿宋_GB2312", size == 22
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "事项，，", "24"
    made.add_paragraph("柳河镇人民政府").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph("2025年01月08日").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return saved(made)


def saved(word: Word) -> bytes:
    """The file of a document of python-docx."""
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def setting(data: bytes) -> list[object]:
    """How python-docx sees a file, the words of its body left out."""
    word = docx.Document(BytesIO(data))
    cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
    paragraphs = [*word.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    return [
        [(one.style and one.style.name, one.alignment, one.paragraph_format.left_indent) for one in paragraphs],
        [[(run.font.name, run.font.size, run.bold) for run in one.runs] for one in paragraphs],
        [one.text for section in word.sections for one in section.header.paragraphs],
        [(section.page_width, section.left_margin) for section in word.sections],
    ]


def commented(data: bytes) -> dict[int, str]:
    """The text over which each comment stretches; one that has no reference at its end is not among them."""
    found: dict[int, str] = {}
    open_: dict[int, str] = {}
    for node in body(data).iter():
        number = int(node.get(f"{W}id", "-1"))
        if node.tag == f"{W}commentRangeStart":
            assert number not in open_ | found
            open_[number] = ""
        elif node.tag == f"{W}commentReference":
            found[number] = open_.pop(number)
        elif node.tag == f"{W}t":
            open_ = {known: words + (node.text or "") for known, words in open_.items()}
    return found
