"""One report as files of every format, as a clerk, a site and an office program would make them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from hegui.document.plain import PlainLoader
from hegui.text.values import NamedTuple
from tests.document.office import flat, styled
from tests.document.pages import SHAPES, labels_of, paragraphs_of

_FOLDERS = (Path(__file__).parent / "reports", Path(__file__).parents[2] / "seeds")
_ALIGNED = {"Title": WD_ALIGN_PARAGRAPH.CENTER, "Sign": WD_ALIGN_PARAGRAPH.RIGHT}


class Told(NamedTuple):
    """What a report says: its paragraphs, and the labels that a site writes under its title."""

    paragraphs: list[str]
    labels: list[tuple[str, str]]

    def lines(self) -> list[tuple[str, str]]:
        """The paragraphs and labels in order, each with its style: Title, Body, Sign."""
        lines = styled(self.paragraphs)
        head = sum(style == "Title" for style, _ in lines)
        return [*lines[:head], *(("Body", f"{name}：{value}") for name, value in self.labels), *lines[head:]]


def reports() -> dict[str, Told]:
    """The samples as parsed, and seven reports in which every family finds something, by name."""
    own, seeds = _FOLDERS
    files = {path.stem: path for path in sorted(own.glob("*.txt"))}
    files |= {path.parent.name: path for path in sorted(seeds.glob("*/report.txt"))}
    read = {name: PlainLoader().load(path.read_bytes(), path.name) for name, path in files.items()}
    return {name: Told(paragraphs_of(document), labels_of(document)) for name, document in read.items()}


def text(told: Told) -> bytes:
    """A text file with a line for each paragraph."""
    return "".join(f"{words}\n" for _, words in told.lines()).encode()


def markdown(told: Told) -> bytes:
    """Markdown with headings, and a blank line between paragraphs."""
    return "\n".join(f"{_mark(style, words)}{words}\n" for style, words in told.lines()).encode()


def _mark(style: str, words: str) -> str:
    if style == "Title":
        return "# "
    chapter, section = words[1:2] == "、" or words[2:3] == "、", words[:1] in "（(" and words[2:3] in "）)"
    return "" if "。" in words or len(words) > 40 else "## " if chapter else "### " if section else ""


def word(told: Told) -> bytes:
    """A Word file with the styles of its program: a centred title, headings, a signature on the right."""
    made = docx.Document()
    for style, words in told.lines():
        level = _mark(style, words).count("#") - 1
        paragraph = made.add_heading(words, level) if level > 0 else made.add_paragraph(words)
        if style in _ALIGNED:
            paragraph.alignment = _ALIGNED[style]
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def office(told: Told) -> bytes:
    """A flat OpenDocument file, which LibreOffice makes into others."""
    return flat(told.lines()).encode()


def _page(shape: str) -> Callable[[Told], bytes]:
    return lambda told: SHAPES[shape](told.paragraphs, told.labels)


FORMS: dict[str, tuple[str, Callable[[Told], bytes]]] = {
    "md": ("md", markdown),
    "docx": ("docx", word),
    **{f"html, {shape}": ("html", _page(shape)) for shape in SHAPES},
}
OFFICE = {"docx of LibreOffice": "docx", "pdf of LibreOffice": "pdf"}
