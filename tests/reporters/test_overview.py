"""The reviewer's table: what a result says about each thing that must be there."""

from __future__ import annotations

import pytest

from hegui.check import Severity
from hegui.finding import FileResult, Outcome, PartPlace, Summary
from hegui.reporters.page.names import body_name, place_name, without_folders
from hegui.reporters.page.overview import overview
from tests.reporters.sample import OUTCOME, file, finding


def cells(result: FileResult, **more: object) -> dict[str, str]:
    outcome: Outcome = OUTCOME._replace(files=(result,), partial=False, summary=Summary(1, 0, 0, 0))._replace(**more)  # type: ignore[arg-type]  # tests name the fields
    table = overview(outcome)
    return {column.label: cell.state.word for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}


def told(code: str, severity: Severity = Severity.WARNING, **more: object) -> FileResult:
    return file("一.txt", finding(code=code, severity=severity, **more))


def test_a_report_without_findings_has_everything() -> None:
    shown = cells(
        file(
            "一.txt",
            published="2024-03-20",
            parts={r: PartPlace(1, "x", "section") for r in ("measures", "shortcomings", "leader", "plan")},
        )
    )
    assert set(shown.values()) == {"有", "按期"}
    assert list(shown)[:6] == ["标题", "举措成效", "不足", "原因", "第一责任人", "下年安排"]


@pytest.mark.parametrize(
    ("code", "severity", "column", "word"),
    [
        ("STR001", Severity.WARNING, "标题", "缺"),
        ("STR002", Severity.WARNING, "标题", "弱"),
        ("STR005", Severity.ERROR, "原因", "缺"),
        ("LDR004", Severity.INFO, "第一责任人", "弱"),
        ("PLN004", Severity.INFO, "下年安排", "弱"),
        ("SIG001", Severity.WARNING, "署名", "缺"),
        ("SIG009", Severity.ERROR, "成文日期", "弱"),
        ("SIG009", Severity.ERROR, "按期报送", "不明"),
        ("SIG006", Severity.WARNING, "按期报送", "逾期"),
        ("SIG006", Severity.INFO, "按期报送", "存疑"),
        ("SIG007", Severity.WARNING, "按期公开", "逾期"),
    ],
)
def test_a_finding_speaks_for_its_column(code: str, severity: Severity, column: str, word: str) -> None:
    assert cells(told(code, severity))[column] == word


def test_an_empty_part_is_known_by_its_heading() -> None:
    empty = finding(code="STR010", severity=Severity.WARNING, excerpt="四、安排", mark=(0, 4))
    shown = cells(file("一.txt", empty))
    assert (shown["下年安排"], shown["举措成效"]) == ("弱", "有")


def test_forms_without_a_heading_are_weak_and_absent_parts_missing() -> None:
    parts = {
        "measures": PartPlace(1, "x", "themes"),
        "shortcomings": PartPlace(9, None, "paragraph"),
        "leader": PartPlace(3, None, "sentence"),
        "plan": None,
    }
    shown = cells(file("一.txt", parts=parts))
    assert [shown[name] for name in ("举措成效", "不足", "第一责任人", "下年安排")] == ["有", "弱", "弱", "缺"]


def test_what_a_body_is_not_bound_to_is_lacking_but_not_red() -> None:
    parts = {"measures": PartPlace(1, "x", "section"), "leader": None}
    lacking = file("一.txt", finding(code="LDR001", severity=Severity.INFO), parts=parts)
    table = overview(OUTCOME._replace(files=(lacking,)))
    states = {column.label: cell.state for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}
    assert (states["第一责任人"].key, states["第一责任人"].word) == ("lacking", "缺")


def test_silence_of_rules_that_did_not_run_tells_nothing() -> None:
    shown = cells(file("一.txt"), partial=True)
    assert [shown[name] for name in ("标题", "原因", "署名", "按期报送")] == ["不明"] * 4
    assert shown["成文日期"] == "有"


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ({"date": None}, "不明"),
        ({"year": None}, "不明"),
        ({"level": None}, "不明"),
        ({"year": 2018}, "不涉及"),
        ({}, "按期"),
    ],
)
def test_a_deadline_is_kept_only_when_all_is_known(more: dict[str, object], word: str) -> None:
    assert cells(file("一.txt", **more))["按期报送"] == word


def test_publication_is_not_asked_of_a_subdistrict() -> None:
    assert cells(file("一.txt", body="subdistrict", published="2024-05-01"))["按期公开"] == "不涉及"


def test_another_kind_brings_its_own_parts() -> None:
    other = file("二.txt", kind="anquan", parts={"risks": PartPlace(1, "x", "section"), "drills": None})
    shown = cells(other)
    assert (shown["risks"], shown["drills"]) == ("有", "缺")
    assert "第一责任人" not in shown


def test_bars_count_reports_before_findings_and_hints_come_last() -> None:
    often = file("一.txt", *(finding(code="FMT001", fingerprint=str(n)) for n in range(9)))
    hint = finding(code="FMT002", severity=Severity.INFO)
    many = file("二.txt", finding(code="LDR001", severity=Severity.WARNING), hint)
    table = overview(OUTCOME._replace(files=(often, many, many, file("三.txt", hint))))
    assert [(bar.code, bar.reports, bar.findings) for bar in table.bars] == [
        ("LDR001", 2, 2),
        ("FMT001", 1, 9),
        ("FMT002", 3, 3),
    ]


def test_names() -> None:
    assert body_name(file("一.txt", issuers=("仕阳镇", "泰顺县仕阳镇人民政府"))) == "泰顺县仕阳镇人民政府"
    assert body_name(file("a/b/报告.txt", issuers=(), title=None)) == "b/报告.txt"
    assert place_name(finding().location) == "第38行"
    assert place_name(finding().location._replace(line=None, page=2, paragraph=5)) == "第2页第5段"
    assert place_name(finding().location._replace(line=None)) == ""


def test_no_absolute_path_is_shown() -> None:
    shown = without_folders(["/home/li/2025/a/一.txt", "/home/li/2025/二.txt", "三.txt"])
    assert list(shown.values()) == ["a/一.txt", "二.txt", "三.txt"]
    assert without_folders(["C:/Users/li/一.txt"]) == {"C:/Users/li/一.txt": "一.txt"}
    assert without_folders(["/一.txt"]) == {"/一.txt": "一.txt"}
