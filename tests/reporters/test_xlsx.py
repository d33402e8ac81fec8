"""The workbook, opened again."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from hegui.check import Severity
from hegui.hooks import View
from hegui.reporters.xlsx import render
from tests.reporters.sample import EMPTY, OUTCOME, file, finding


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_table_and_the_list() -> None:
    book = opened(render(OUTCOME, View()))
    assert book.sheetnames == ["各单位一览", "问题清单", "未能检查"]
    table = rows(book["各单位一览"])
    assert table[0][:6] == ["序号", "单位", "年度", "层级", "等级", "得分"]
    assert table[1][:6] == [1, "泰顺县仕阳镇人民政府", 2023, "乡镇", "C", 89]
    assert table[1][table[0].index("第一责任人")] == "△ 弱"
    found = rows(book["问题清单"])
    assert len(found) == 1 + sum(len(each.findings) for each in OUTCOME.files)
    assert found[1][:4] == ["泰顺县仕阳镇人民政府", 2023, "错误", "LDR005"]
    assert found[1][5] == "第38行"
    assert "文件是空的" in str(rows(book["未能检查"]))


def test_heads_stay_and_filter() -> None:
    for sheet, frozen in zip(opened(render(OUTCOME, View())).worksheets[:2], ("C2", "B2"), strict=True):
        assert sheet.freeze_panes == frozen
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"


def test_columns_are_as_wide_as_their_chinese() -> None:
    book = opened(render(OUTCOME, View()))
    widths = book["各单位一览"].column_dimensions
    assert widths["B"].width >= 2 * len("泰顺县仕阳镇人民政府")
    assert widths["A"].width < 10
    cell = book["问题清单"]["H2"]
    assert cell.alignment.wrap_text
    assert book["问题清单"].column_dimensions["J"].width < 60


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "http://x.example/"])
def test_what_looks_like_a_formula_is_text(words: str) -> None:
    hostile = finding(message=words, advice=words, excerpt=words, section=words)
    book = opened(
        render(OUTCOME._replace(files=(file(words, hostile, title=words, issuers=(words,)),)), View(roster=(words,)))
    )
    texts = 0
    for sheet in book.worksheets:
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n")
                if cell.value == words.replace("\t", " "):
                    texts += 1
                    assert cell.data_type == "s"
                    assert cell.quotePrefix or words.startswith("http") or words[0] == "\t"
    assert texts >= 6


def test_control_characters_and_long_texts_do_no_harm() -> None:
    odd = finding(message="红\x1b[31m\x00\ufffe\udc80", excerpt="长" * 40_000)
    (_, row) = rows(opened(render(OUTCOME._replace(files=(file("一.txt", odd),)), View()))["问题清单"])
    assert row[7].startswith("红␛[31m")
    assert len(row[9]) == 32_000


def test_the_roster_has_a_sheet() -> None:
    book = opened(render(OUTCOME, View(roster=("仕阳镇", "柳河镇"))))
    shown = {row[0]: row[1] for row in rows(book["报送情况"])}
    assert (shown["仕阳镇"], shown["柳河镇"]) == ("已报送", "没有报送")


def test_the_same_outcome_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = render(OUTCOME, View())
    assert render(OUTCOME, View()) == first
    assert opened(first).properties.created == datetime(1980, 1, 1)  # noqa: DTZ001 - as the workbook says it
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert opened(render(OUTCOME, View())).properties.created == datetime(2023, 11, 14, 22, 13, 20)  # noqa: DTZ001


def test_nothing_checked_is_a_workbook_too() -> None:
    assert opened(render(EMPTY, View())).sheetnames == ["各单位一览", "问题清单"]


def test_accepted_findings_are_listed_as_such() -> None:
    from hegui.finding import Accepted

    quiet = file("一.txt", accepted=(Accepted(finding(severity=Severity.ERROR), "已核实"),))
    (_, row) = rows(opened(render(OUTCOME._replace(files=(quiet,)), View()))["问题清单"])
    assert row[11] == "已接受：已核实"
