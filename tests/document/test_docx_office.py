"""Word files that were corrected, revised and commented, as LibreOffice opens them."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from hegui.api import Safety
from hegui.document.docx import docx_text
from hegui.document.model import Revision
from hegui.engine.annotate import annotate
from hegui.engine.fix import Fixed, fix
from hegui.engine.session import Request, Session
from tests.document.marked import W, body, commented, revisions, saved
from tests.document.office import Setting, convert, flat
from tests.engine.test_fix import SPOILED, with_sentence
from tests.generator import compose
from tests.installed import plugins
from tests.system import program

pytestmark = pytest.mark.system

DATE = "2025-01-31T00:00:00Z"
FONT = "Noto Serif CJK SC"


def wrong(seed: int) -> list[str]:
    """The paragraphs of a report with defects of many kinds."""
    text = next(filter(None, (with_sentence(compose(number).text) for number in range(seed, seed + 50))))
    for pattern, instead in SPOILED.values():
        text = re.sub(pattern, instead, text, count=1)
    return [line.strip() for line in text.split("\n") if line.strip()]


def by_python_docx(paragraphs: Iterable[str]) -> bytes:
    """The report with every third character in a run of its own."""
    made = docx.Document()
    style = made.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(14)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    for text in paragraphs:
        paragraph = made.add_paragraph()
        paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:overflowPunct {nsdecls("w")} w:val="0"/>'))
        for at in range(0, len(text), 3):
            paragraph.add_run(text[at : at + 3]).bold = at % 2 == 1
    return saved(made)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports, each fixed, revised and commented, as .docx, .pdf and .fodt."""
    folder = tmp_path_factory.mktemp("office")
    setting = Setting(foot="", font=FONT)
    (folder / "源.fodt").write_text(flat([("Body", text) for text in wrong(70)], setting), "utf-8")
    (source,) = convert([folder / "源.fodt"], "docx", folder)
    session = Session(Request(("-",), kind="fazhi"), plugins(), settled=True)
    files = []
    for name, data in (("office", source.read_bytes()), ("python", by_python_docx(wrong(7)))):
        fixed = fix(session, "报告.docx", data, Safety.UNSAFE)
        revised = fix(session, "报告.docx", data, Safety.UNSAFE, Revision(DATE))
        noted = annotate(session, "报告.docx", data, DATE).data
        assert isinstance(fixed, Fixed)
        assert isinstance(revised, Fixed)
        assert noted
        assert len(fixed.made) == len(revised.made) > 3
        for what, content in {"plain": data, "fixed": fixed.data, "revised": revised.data, "noted": noted}.items():
            files.append(folder / f"{name}-{what}.docx")
            files[-1].write_bytes(content)
    convert(files, "pdf", folder)
    convert([file for file in files if file.stem.endswith(("revised", "noted"))], "fodt", folder)
    return folder


def shows(file: Path, text: str) -> bool:
    """Whether the PDF shows the text, blanks apart; LibreOffice leaves marks out that hang over the edge."""
    command = [program("pdftotext", "poppler-utils"), "-raw", "-nopgbrk", str(file.with_suffix(".pdf")), "-"]
    told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60).stdout
    lines = [re.escape(bare(line)) for line in told.splitlines()]
    return re.fullmatch("[，、。；：]?".join(lines), bare(text)) is not None


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", ["office", "python"])
@pytest.mark.parametrize("what", ["plain", "fixed", "noted"])
def test_the_pages_show_the_text(made: Path, name: str, what: str) -> None:
    file = made / f"{name}-{what}.docx"
    assert shows(file, docx_text(file.read_bytes()).text)
    assert (docx_text(file.read_bytes()).text == docx_text(file.with_stem(f"{name}-plain").read_bytes()).text) == (
        what != "fixed"
    )


@pytest.mark.parametrize("name", ["office", "python"])
def test_the_pages_show_what_is_deleted_and_what_is_inserted(made: Path, name: str) -> None:
    data = (made / f"{name}-revised.docx").read_bytes()
    words = (one.text or "" for one in body(data).iter() if one.tag in (f"{W}t", f"{W}delText"))
    assert shows(made / f"{name}-revised.docx", "".join(words))
    assert docx_text(data).text == docx_text((made / f"{name}-fixed.docx").read_bytes()).text
    opened = ET.fromstring((made / f"{name}-revised.fodt").read_bytes())
    marks = revisions(data)
    assert len(marks) > 5
    for kind, tag in (("insertion", "ins"), ("deletion", "del")):
        told = [region for region in opened.findall(".//{*}changed-region") if region[0].tag.endswith(f"}}{kind}")]
        assert len(told) == sum(mark.tag == f"{W}{tag}" for mark in marks)
        assert {"".join(one.itertext()) for region in told for one in region.findall(".//{*}creator")} == {"hegui"}
        assert {"".join(one.itertext())[:10] for region in told for one in region.findall(".//{*}date")} == {DATE[:10]}


@pytest.mark.parametrize("name", ["office", "python"])
def test_the_comments_are_there(made: Path, name: str) -> None:
    data = (made / f"{name}-noted.docx").read_bytes()
    opened = ET.fromstring((made / f"{name}-noted.fodt").read_bytes())
    told = list(opened.findall(".//{*}annotation"))
    assert len(told) == len(commented(data)) > 5
    assert {"".join(one.itertext()) for note in told for one in note.findall(".//{*}creator")} == {"hegui"}
    assert "hegui检查：等级" in bare("".join(told[0].itertext()))
    assert sum("【" in "".join(note.itertext()) for note in told) == len(told) - 1
