"""Ignores, seen from outside: what is reported, what is counted, what is said of the ignores themselves."""

from pathlib import Path

import pytest

from hegui.finding import FileResult
from tests.engine.conftest import RunText
from tests.plugs import crashing, word_check

CHECKS = [word_check("错字"), word_check("病句", "TST002"), word_check("套话", "TST003", once=True)]
HEAD = "柳河镇2024年法治政府建设情况报告\n"


def codes(result: FileResult) -> list[str]:
    return [finding.code for finding in result.findings]


def test_alone_it_covers_the_next_paragraph_only(run_text: RunText) -> None:
    text = f"{HEAD}第一段有错字。\n<!-- hegui: ignore[TST001] 引文如此 -->\n第二段有错字，有病句。\n第三段有错字。\n"
    result = run_text(text, checks=CHECKS)
    assert [(f.code, f.location.line) for f in result.findings] == [("TST001", 2), ("TST002", 4), ("TST001", 5)]
    assert result.suppressed == 1


@pytest.mark.parametrize("at_end", [True, False])
def test_inside_a_paragraph_it_covers_that_paragraph(run_text: RunText, at_end: bool) -> None:
    mark = "<!-- hegui: ignore[TST001] 引文如此 -->"
    line = f"第二段错字又错字。{mark}" if at_end else f"第二段错字{mark}又错字。"
    result = run_text(f"{HEAD}第一段有错字。\n{line}\n第三段有错字。\n", checks=CHECKS)
    assert [(f.code, f.location.line) for f in result.findings] == [("TST001", 2), ("TST001", 4)]
    assert result.suppressed == 2


def test_before_the_title_it_covers_the_file(run_text: RunText) -> None:
    text = f"<!-- hegui: ignore[TST001,slug-tst003] 县里要求如此 -->\n{HEAD}有错字。\n有错字，有套话，有套话。\n"
    result = run_text(text, checks=CHECKS)
    assert codes(result) == []
    assert result.suppressed == 3


def test_a_family_is_a_selector(run_text: RunText) -> None:
    result = run_text(f"<!-- hegui: ignore[TST] 样稿 -->\n{HEAD}有错字，有病句。\n", checks=CHECKS)
    assert codes(result) == []


def test_without_a_reason_it_does_nothing(run_text: RunText) -> None:
    result = run_text(f"{HEAD}<!-- hegui: ignore[TST001] -->\n有错字。\n", checks=CHECKS)
    assert codes(result) == ["HEG002", "TST001"]
    assert result.findings[0].location.line == 2
    assert result.suppressed == 0


def test_unused_is_told_of_rules_that_ran(run_text: RunText) -> None:
    text = f"{HEAD}<!-- hegui: ignore[TST001,TST002] 引文 -->\n有病句。\n"
    result = run_text(text, checks=CHECKS)
    assert [(f.code, "TST001" in f.message) for f in result.findings] == [("HEG001", True)]


def test_unused_is_not_told_of_a_rule_that_crashed_or_was_not_chosen(run_text: RunText, folder: Path) -> None:
    text = f"{HEAD}<!-- hegui: ignore[TST002,TST009] 引文 -->\n正文。\n"
    (folder / "hegui.toml").write_text('ignore = ["TST002"]', encoding="utf-8")
    result = run_text(text, checks=[*CHECKS, crashing()])
    assert codes(result) == []


@pytest.mark.parametrize("words", ["ignore[TST01] 引文", "ignore 引文"])
def test_an_unknown_code_is_told(run_text: RunText, words: str) -> None:
    result = run_text(f"{HEAD}<!-- hegui: {words} -->\n有错字。\n", checks=CHECKS)
    assert codes(result) == ["HEG003", "TST001"]


def test_own_rules_can_be_turned_off_and_remapped(run_text: RunText, folder: Path) -> None:
    text = f"{HEAD}<!-- hegui: ignore[TST001] -->\n正文。<!-- hegui: ignore[TST999] 引文 -->\n"
    (folder / "hegui.toml").write_text('severity = { HEG002 = "error", unknown-code = "off" }', encoding="utf-8")
    result = run_text(text, checks=CHECKS)
    assert [(f.code, f.severity.name) for f in result.findings] == [("HEG002", "ERROR")]


def test_rows_of_the_settings(run_text: RunText, folder: Path) -> None:
    rows = '[[ignore]]\npath = "报告.txt"\ncode = "TST001"\nreason = "旧稿"\n'
    unused = '[[ignore]]\npath = "*.txt"\ncode = "TST002"\nreason = "旧稿"\n'
    other = '[[ignore]]\npath = "别的.txt"\ncode = "TST003"\nreason = "旧稿"\n'
    (folder / "hegui.toml").write_text(rows + unused + other, encoding="utf-8")
    result = run_text(f"{HEAD}有错字，有套话。\n", checks=CHECKS)
    assert codes(result) == ["TST003"]
    assert result.suppressed == 1


def test_an_unused_row_for_one_file_is_told(run_text: RunText, folder: Path) -> None:
    row = '[[ignore]]\npath = "报告.txt"\ncode = "TST001"\nreason = "旧稿"\n'
    (folder / "hegui.toml").write_text(row, encoding="utf-8")
    assert codes(run_text(f"{HEAD}正文。\n", checks=CHECKS)) == ["HEG001"]


def test_once_is_one_suppressed_finding_and_keeps_the_rest(run_text: RunText) -> None:
    text = f"{HEAD}<!-- hegui: ignore[TST003] 引文 -->\n套话，套话。\n套话。\n套话。\n"
    result = run_text(text, checks=CHECKS)
    assert [(f.location.line, f.message) for f in result.findings] == [(4, "有“套话”（共 2 处）")]
    assert result.suppressed == 1
