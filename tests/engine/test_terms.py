"""A county's own words in the settings are rules like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.engine.errors import SettingsError
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.testing import model_report

TERM = '[[terms]]\ncode = "QYX001"\nfind = "清原县"\nmessage = "县名应为“清源县”"\nadvice = "改为“清源县”"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    text = model_report(opening="2024年，清原县柳河镇扎实推进各项工作，清原县司法局多次指导。")
    (tmp_path / "报告.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(**more: object) -> list[tuple[str, str, str]]:
    outcome = run(Request(paths=("报告.txt",), **more))  # type: ignore[arg-type]
    return [(f.code, f.severity.name, f.message) for f in outcome.files[0].findings if f.code == "QYX001"]


def test_a_term_is_found_once_with_its_places(folder: Path) -> None:
    (folder / "hegui.toml").write_text(TERM, "utf-8")
    assert found() == [("QYX001", "WARNING", "县名应为“清源县”（共 2 处）")]


def test_a_term_can_be_graded_and_left_out(folder: Path) -> None:
    (folder / "hegui.toml").write_text(f"{TERM}\n[severity]\nQYX001 = 'error'\n", "utf-8")
    assert found()[0][1] == "ERROR"
    (folder / "hegui.toml").write_text(f"ignore = ['QYX001']\n{TERM}", "utf-8")
    assert found() == []


def test_a_code_that_is_taken_is_refused(folder: Path) -> None:
    (folder / "hegui.toml").write_text(TERM.replace("QYX001", "STR001"), "utf-8")
    with pytest.raises(SettingsError, match="STR001"):
        found()
