"""One report as files of every format, as a clerk, a site and an office program would make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

from hegui.document.docx_making import word_package
from hegui.document.plain import PlainLoader
from hegui.text.numerals import parse_chinese
from hegui.text.values import NamedTuple
from tests.document.office import flat, styled
from tests.document.pages import SHAPES, labels_of, paragraphs_of
from tests.document.word import p, r

_FOLDERS = (Path(__file__).parent / "reports", Path(__file__).parents[2] / "seeds")
_SIDES = {"Title": "center", "Sign": "right"}
_NUMBERED = re.compile(r"([（(]?)(?:([一二三四五六七八九十]+)|([0-9]+)(?=[.]))([、）).])")
_DELETED = "<w:del><w:r><w:delText>删去的话。</w:delText></w:r></w:del>"
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


def revised(told: Told) -> bytes:
    """A Word file as several hands leave it: cut into runs, words inserted and deleted, numbered by the program."""
    numbers = _Numbers()
    body = "".join(numbers.paragraph(style, words) for style, words in told.lines())
    return word_package(body, {"numbering": numbers.part()})


class _Numbers:
    """The numbers of a file: each series of one form is a list of the program."""

    def __init__(self) -> None:
        self._lists: list[str] = []
        self._latest: dict[str, tuple[int, int]] = {}

    def paragraph(self, style: str, words: str) -> str:
        props = f'<w:jc w:val="{_SIDES[style]}"/>' if style in _SIDES else ""
        match = _NUMBERED.match(words) if style == "Body" else None
        if match:
            form = f"{match[1]}%1{match[4]}"
            value = int(match[3]) if match[3] else parse_chinese(match[2]) or 0
            props += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._series(form, value)}"/></w:numPr>'
            words = words[match.end() :]
        return p(*_cut(words), props=props)

    def _series(self, form: str, value: int) -> int:
        """The list in which ``value`` comes next."""
        key, before = self._latest.get(form, (0, -1))
        if value != before + 1:
            kind = "decimal" if form == "%1." else "chineseCounting"
            self._lists.append(
                f'<w:lvl w:ilvl="0"><w:start w:val="{value}"/><w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/>'
                f'<w:lvlText w:val="{form}"/></w:lvl>'
            )
            key = len(self._lists)
        self._latest[form] = key, value
        return key

    def part(self) -> str:
        kinds = "".join(f'<w:abstractNum w:abstractNumId="{n}">{one}</w:abstractNum>' for n, one in self._kinds())
        nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _ in self._kinds())
        return kinds + nums

    def _kinds(self) -> Iterable[tuple[int, str]]:
        return enumerate(self._lists, 1)


def _cut(words: str) -> Iterable[str]:
    """Runs of seven characters; every third is inserted, and something is deleted after it."""
    for n, at in enumerate(range(0, len(words), 7)):
        piece = r(words[at : at + 7])
        yield (
            f"<w:ins>{piece}</w:ins><w:del><w:r><w:delText>删去的话。</w:delText></w:r></w:del>"
            if n % 3 == 2
            else piece
        )


def office(told: Told) -> bytes:
    """A flat OpenDocument file, which LibreOffice makes into others."""
    return flat(told.lines()).encode()


def _page(shape: str) -> Callable[[Told], bytes]:
    return lambda told: SHAPES[shape](told.paragraphs, told.labels)


FORMS: dict[str, tuple[str, Callable[[Told], bytes]]] = {
    "md": ("md", markdown),
    "docx": ("docx", word),
    "docx, revised": ("docx", revised),
    **{f"html, {shape}": ("html", _page(shape)) for shape in SHAPES},
}
OFFICE = {"docx of LibreOffice": "docx", "pdf of LibreOffice": "pdf"}
