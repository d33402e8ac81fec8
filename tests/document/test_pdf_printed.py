"""Reports printed to PDF by LibreOffice and by a browser: the same paragraphs, and the same findings."""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path

import pytest

from hegui.document.model import Document
from hegui.document.pdf import PdfLoader
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.finding import FileResult, Severity
from tests.document.office import Setting, convert, flat, paragraphs, styled, table
from tests.generator import compose
from tests.system import program

pytestmark = pytest.mark.system

SEEDS = Path(__file__).parents[2] / "seeds"
SETTINGS = {
    "standard": Setting(),
    "ragged": Setting(size=14, align="left", leading="150%", below=6, foot="- {} -"),
    "flush": Setting(size=15, font="Noto Sans CJK SC", leading="150%", indent=0, below=6, foot="第{}页", head="汇编"),
    "small": Setting(size=12, font="Noto Sans CJK SC", leading="100%", foot="{}"),
}


def reports() -> dict[str, list[str]]:
    """The samples, and generated reports, as paragraphs."""
    found = {path.parent.name: paragraphs(path.read_bytes()) for path in sorted(SEEDS.glob("*/report.txt"))}
    return found | {f"made-{seed}": paragraphs(compose(seed).text.encode()) for seed in range(40, 45)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every report in every setting, as .pdf and as .txt."""
    folder = tmp_path_factory.mktemp("printed")
    files = []
    for name, found in reports().items():
        for kind, setting in SETTINGS.items():
            file = folder / f"{name}.{kind}.fodt"
            file.write_text(flat(styled(found), setting), "utf-8")
            file.with_suffix(".txt").write_text("".join(f"{text}\n" for text in found), "utf-8")
            files.append(file)
    convert(files, "pdf", folder)
    return folder


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def found_in(path: Path) -> FileResult:
    (result,) = run(Request((str(path),), kind="fazhi")).files
    assert result.error is None
    return result


def what(result: FileResult, *, every: bool) -> list[tuple[str, str, str]]:
    return sorted(
        (finding.code, finding.severity.name, "".join(finding.excerpt.split()))
        for finding in result.findings
        if every or finding.severity > Severity.INFO
    )


@pytest.mark.parametrize("kind", SETTINGS)
@pytest.mark.parametrize("name", reports())
def test_the_same_is_found(printed: Path, name: str, kind: str) -> None:
    text, pdf = found_in(printed / f"{name}.{kind}.txt"), found_in(printed / f"{name}.{kind}.pdf")
    # The blank at which a line is parted is not in the file: a finding about blanks may be one fewer.
    assert what(pdf, every=False) == what(text, every=False)
    assert (pdf.title, pdf.year, pdf.issuers, pdf.grade) == (text.title, text.year, text.issuers, text.grade)
    assert all(finding.location.page and finding.location.line is None for finding in pdf.findings)


@pytest.mark.parametrize("name", reports())
def test_paragraphs_are_whole(printed: Path, name: str) -> None:
    text = (printed / f"{name}.standard.txt").read_bytes()
    read = blocks(PdfLoader().load((printed / f"{name}.standard.pdf").read_bytes(), "a.pdf"))
    assert ["".join(block.split()) for block in read] == ["".join(block.split()) for block in paragraphs(text)]


def test_a_table_with_lines(tmp_path: Path) -> None:
    found = reports()["made-40"]
    rows = [["序号", "事项", "数量"], ["1", "行政处罚", "12件"], ["2", "本年度受理并且办结的行政许可事项合计" * 2, "5"]]
    file = tmp_path / "表.fodt"
    file.write_text(flat(styled(found), after=table(rows)), "utf-8")
    (pdf,) = convert([file], "pdf", tmp_path)
    document = PdfLoader().load(pdf.read_bytes(), "a.pdf")
    assert blocks(document)[-3:] == [f"| {' | '.join(row)} |" for row in rows]
    assert [block.style for block in document.blocks[-3:]] == ["row"] * 3


@pytest.mark.parametrize("css", ["p{text-indent:2em;margin:0 0 10px}", "p{margin:0 0 14px}", "p{margin:0}"])
def test_a_page_printed_by_a_browser(tmp_path: Path, css: str) -> None:
    found = reports()["shiyang-2023"]
    body = "".join(f"<p>{escape(text)}</p>" for text in found[1:])
    style = f"<style>body{{font:16px/1.8 'Noto Sans CJK SC'}}h1{{text-align:center;font-size:26px}}{css}</style>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8>{style}<h1>{escape(found[0])}</h1>{body}", "utf-8")
    browser = program("chromium", "chromium")
    to = f"--print-to-pdf={tmp_path / 'a.pdf'}"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", to]
    subprocess.run([*command, (tmp_path / "a.html").as_uri()], check=True, capture_output=True, timeout=120)
    assert blocks(PdfLoader().load((tmp_path / "a.pdf").read_bytes(), "a.pdf")) == found
