"""``hegui inspect --why`` and ``--figures``: the reasons behind a reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from hegui.cli.inspect import inspect
from hegui.testing import model_report


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "报告.txt"
    path.write_text(model_report(), "utf-8")
    return str(path)


def said(*arguments: str) -> str:
    done = CliRunner().invoke(inspect, list(arguments))
    assert done.exit_code == 0, done.output
    return done.output


def test_why_names_the_words_of_each_heading(report: str) -> None:
    text = said(report, "--why")
    assert "年度  2024：标题" in text
    assert "存在的不足和原因：不足和原因，根据“不足”" in text
    assert "（一）依法全面履行职能：不像必备部分" in text
    assert "镇党委书记" not in text.split("标题")[0]
    assert "有会议、次数或事项" in text


def test_figures_lists_each_relation_and_their_number(report: str) -> None:
    rows = said(report, "--figures").splitlines()
    assert any("27 件＋" in row and "39 件 ＝" in row and "一致" in row for row in rows)
    assert any("已结案9 件＋正在办理5 件" in row for row in rows)
    assert rows[-1].startswith("本报告核对了")
    assert "矛盾" not in rows[-1]


def test_plain_inspect_tells_neither(report: str) -> None:
    assert "本报告核对了" not in said(report)
