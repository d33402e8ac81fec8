"""A table inside a report: its rows say the same in every format, and a cell is named where there are cells."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from hegui.document.docx_making import word_package
from hegui.engine.session import Request, Session
from hegui.finding import FileResult
from hegui.testing import model_report
from tests.document import office
from tests.document.word import p
from tests.document.word import table as word_table

LINES = [line for line in model_report().split("\n") if line]
AT = 6
ROWS = [
    ("序号", "事项", "数量"),
    ("1", "行政执法培训，，", "XX次"),
    ("2", "宣传《中华人民共和国合同法》", "12场次"),
    ("3", "坚持坚持案卷评查", "15件"),
]
FOUND = {
    ("FMT006", f"| {' | '.join(ROWS[1])} |", "，，"),
    ("TRM006", f"| {' | '.join(ROWS[1])} |", "XX"),
    ("CIT002", f"| {' | '.join(ROWS[2])} |", "《中华人民共和国合同法》"),
    ("TRM009", f"| {' | '.join(ROWS[3])} |", "坚持坚持"),
}


def markdown() -> bytes:
    rows = [f"| {' | '.join(row)} |" for row in ROWS]
    return "\n\n".join([*LINES[:AT], "\n".join([rows[0], "|---|---|---|", *rows[1:]]), *LINES[AT:]]).encode()


def page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td><p>{escape(cell)}</p></td>' for cell in row)}</tr>" for row in ROWS)
    above, below = ("".join(f"<p>{line}</p>" for line in lines) for lines in (LINES[:AT], LINES[AT:]))
    return f"<meta charset=utf-8><div class=TRS_Editor>{above}<table border=1>{rows}</table>{below}</div>".encode()


def word() -> bytes:
    return word_package("".join([*map(p, LINES[:AT]), word_table(*ROWS), *map(p, LINES[AT:])]))


def found(path: str, data: bytes) -> FileResult:
    checked = Session(Request(paths=(), kind="fazhi")).check(path, data)
    assert isinstance(checked.result, FileResult)
    said = {(one.code, one.excerpt, one.marked) for one in checked.result.findings}
    assert {one for one in said if one[1].startswith("|")} == FOUND
    assert len(said) == len(FOUND)
    return checked.result


@pytest.mark.parametrize(("path", "make"), [("a.md", markdown), ("a.html", page)])
def test_rows_in_lines(path: str, make: Callable[[], bytes]) -> None:
    assert all(one.location.line for one in found(path, make()).findings)


def test_cells_of_word() -> None:
    cells = {one.code: one.location.cell for one in found("a.docx", word()).findings}
    assert cells == {"FMT006": (1, 2, 2), "TRM006": (1, 2, 3), "CIT002": (1, 3, 2), "TRM009": (1, 4, 2)}


@pytest.mark.system
def test_what_libreoffice_makes(tmp_path: Path) -> None:
    lines = office.styled(LINES)
    below = "".join(f'<text:p text:style-name="{style}">{words}</text:p>' for style, words in lines[AT:])
    file = tmp_path / "a.fodt"
    file.write_text(office.flat(lines[:AT], after=office.table(ROWS) + below), "utf-8")
    for suffix in ("docx", "pdf"):
        (made,) = office.convert([file], suffix, tmp_path)
        result = found(made.name, made.read_bytes())
        assert all(one.location.cell if suffix == "docx" else one.location.page for one in result.findings)
