"""The first inputs of each format: invented reports, small enough to be changed a million times."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hegui.document.docx_making import word_package
from hegui.document.plain import PlainLoader
from tests.document.pages import SHAPES, labels_of, paragraphs_of
from tests.document.pdfs import content, file, typed
from tests.document.word import field, p, table
from tests.generator import corpus

_REPORTS, _LINE, _LONGEST = 8, 60, 600
_TABLE = ["| 类别 | 件数 |", "|---|---|", "| 行政许可 | 12 |", "| 合计 | 12 |"]


def _short(text: str) -> str:
    """A report of which every paragraph is cut to a few sentences, so that it stays small."""
    return "\n".join(line[:_LINE] for line in text.split("\n"))[:_LONGEST]


def _texts() -> list[str]:
    return [_short(made.text) for made in corpus(_REPORTS)]


def _txt() -> list[bytes]:
    return [text.encode(encoding) for text in _texts() for encoding in ("utf-8", "gb18030")]


def _md() -> list[bytes]:
    return ["\n\n".join(("# " + text, *_TABLE, "<!-- hegui: ignore[FMT] 理由 -->")).encode() for text in _texts()]


def _html() -> list[bytes]:
    plain = [PlainLoader().load(text.encode(), "a.txt") for text in _texts()]
    return [shape(paragraphs_of(read), labels_of(read)) for read in plain for shape in SHAPES.values()]


def _docx() -> list[bytes]:
    row = table(("类别", "件数"), ("行政许可", "12"), ("合计", "12"))
    style = '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:jc w:val="right"/>'
    return [
        word_package(p(lines[0], props=style) + "".join(p(line) for line in lines[1:]) + row + field("PAGE", "1"), {})
        for lines in (text.split("\n") for text in _texts())
    ]


def _pdf() -> list[bytes]:
    pages = [content(typed(*text.split("\n"))) for text in _texts()]
    return [file(one) for one in pages] + [file(*pages[:2])]


MAKERS: dict[str, Callable[[], list[bytes]]] = {"txt": _txt, "md": _md, "html": _html, "docx": _docx, "pdf": _pdf}


def write(name: str, folder: Path) -> None:
    """Put the first inputs of the format ``name`` into ``folder``, unless something is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    for number, data in enumerate(MAKERS.get(name, _txt)()):
        (folder / f"made-{number}").write_bytes(data)
