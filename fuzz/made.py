"""The first inputs of each format: invented reports, small enough to be changed a million times."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from hegui.document.plain import PlainLoader
from tests.document.pages import SHAPES, labels_of, paragraphs_of
from tests.generator import corpus

_REPORTS, _LINE, _LONGEST = 8, 60, 600
_TABLE = ["| 类别 | 件数 |", "|---|---|", "| 行政许可 | 12 |", "| 合计 | 12 |"]
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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
    found = []
    for text in _texts():
        lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES)
            archive.writestr("_rels/.rels", _RELATIONS)
            archive.writestr(
                "word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{lines}</w:body></w:document>'
            )
        found.append(file.getvalue())
    return found + _by_office("docx")


def _pdf() -> list[bytes]:
    return _by_office("pdf")


def _by_office(suffix: str) -> list[bytes]:
    """Two pages as LibreOffice saves them, where there is one."""
    office = shutil.which("soffice")
    if office is None:
        return []
    found = []
    for data in _html()[:2]:
        with TemporaryDirectory() as folder:
            (Path(folder) / "a.html").write_bytes(data)
            profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
            how = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_web_pdf_Export"}[suffix]
            command = [office, profile, "--headless", "--convert-to", how, "--outdir", folder, f"{folder}/a.html"]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            found.append((Path(folder) / f"a.{suffix}").read_bytes())
    return found


MAKERS: dict[str, Callable[[], list[bytes]]] = {"txt": _txt, "md": _md, "html": _html, "docx": _docx, "pdf": _pdf}


def write(name: str, folder: Path) -> None:
    """Put the first inputs of the format ``name`` into ``folder``, unless something is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    for number, data in enumerate(MAKERS.get(name, _txt)()):
        (folder / f"made-{number}").write_bytes(data)
