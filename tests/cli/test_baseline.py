"""Accepted findings stay accepted, new ones fail."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui.engine.baseline import Line, load, text
from hegui.testing import model_report
from tests.cli.conftest import Call

FILE = Path("hegui-baseline.txt")
WRONG = "全年办理行政处罚案件14件，其中已结案9件、正在办理4件。"


def lines() -> list[str]:
    return [line for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.fixture
def accepted(call: Call, folder: Path) -> Path:
    """The folder with everything in it accepted."""
    code, out, err = call("baseline", ".")
    assert (code, err) == (0, "")
    assert out.startswith("hegui-baseline.txt：共 ")
    return folder


def test_what_is_accepted_does_not_fail_and_the_grade_stays(call: Call, accepted: Path) -> None:
    assert call("check", ".")[0] == 1
    code, out, _ = call("check", ".", "--baseline", "hegui-baseline.txt", "--format", "json")
    table = json.loads(out)
    lacking = next(file for file in table["files"] if file["path"] == "缺.txt")
    assert (code, table["baseline"], lacking["findings"], lacking["grade"]) == (0, True, [], "D")
    assert lacking["baselined"] == len(lacking["accepted"]) == len(lines()) > 0
    assert lacking["counts"] == {"error": 0, "warning": 0, "info": 0}
    assert "基线中已接受" in call("check", ".", "--baseline", "hegui-baseline.txt")[1]


def test_a_new_finding_fails(call: Call, accepted: Path) -> None:
    report = accepted / "好.txt"
    report.write_bytes(report.read_bytes().replace("二、".encode(), f"{WRONG}\n\n二、".encode(), 1))
    code, out, _ = call("check", ".", "--baseline", "hegui-baseline.txt", "--format", "concise")
    assert code == 1
    assert re.findall(r"^(\S+?):\d+:\d+: 错误 (\w+)", out, re.MULTILINE) == [("好.txt", "STA001")]


def test_moved_text_stays_accepted(call: Call, folder: Path) -> None:
    report = folder / "好.txt"
    good = report.read_text("utf-8")
    report.write_text(good.replace("二、", f"{WRONG}\n\n二、", 1), "utf-8", newline="\n")
    call("baseline", "好.txt")
    assert any("STA001" in line for line in lines())
    moved = good.split("\n")
    first = next(number for number, line in enumerate(moved) if line.startswith("一、"))
    moved.insert(first + 1, f"\n{WRONG}\n")
    report.write_text("\n".join(moved), "utf-8", newline="\n")
    assert call("check", "好.txt", "--baseline", "hegui-baseline.txt")[0] == 0


@pytest.mark.parametrize("name", ["归档/缺.txt", "新名字.txt", "a b/# 报告\u3000.md"])
def test_a_moved_report_stays_accepted_with_its_notes(call: Call, accepted: Path, name: str) -> None:
    FILE.write_text(re.sub(r"(LDR001.*)", r"\1 已核实无误", FILE.read_text("utf-8")), "utf-8")
    (accepted / name).parent.mkdir(exist_ok=True)
    (accepted / "缺.txt").rename(accepted / name)
    assert call("check", ".", "--baseline", "hegui-baseline.txt")[0] == 0
    before = len(lines())
    assert call("baseline", ".")[0] == 0
    assert len(lines()) == before
    assert not any(line.startswith("缺.txt") for line in lines())
    assert sum(line.endswith("已核实无误") for line in lines()) == 1
    assert call("check", ".", "--baseline", "hegui-baseline.txt")[0] == 0


def test_another_report_is_not_the_moved_one(call: Call, accepted: Path) -> None:
    other = (accepted / "缺.txt").read_text("utf-8").replace("柳河镇", "青山镇")
    (accepted / "缺.txt").unlink()
    (accepted / "青山镇.txt").write_text(other, "utf-8")
    assert call("check", ".", "--baseline", "hegui-baseline.txt")[0] == 1


def test_next_years_report_under_the_old_name_is_new(call: Call, accepted: Path) -> None:
    (accepted / "缺.txt").write_text(model_report(year=2023, leader=""), "utf-8")
    assert call("check", "缺.txt", "--baseline", "hegui-baseline.txt")[0] == 1


def test_a_copy_is_new(call: Call, accepted: Path) -> None:
    (accepted / "复制.txt").write_bytes((accepted / "缺.txt").read_bytes())
    assert call("check", "缺.txt", "--baseline", "hegui-baseline.txt")[0] == 0
    assert call("check", "复制.txt", "--baseline", "hegui-baseline.txt")[0] == 1


def test_gone_ones_are_told_and_pruned_and_nothing_new_is_accepted(call: Call, accepted: Path) -> None:
    (accepted / "另.txt").write_bytes((accepted / "缺.txt").read_bytes())
    call("baseline", ".")
    many = len(lines())
    (accepted / "缺.txt").write_bytes((accepted / "好.txt").read_bytes())
    (accepted / "另.txt").unlink()
    (accepted / "新.txt").write_text(model_report(plan=""), "utf-8")
    code, out, _ = call("baseline", "缺.txt")
    assert code == 0
    assert f"已不存在的 {many} 条，可用 --prune 去掉：" in out
    assert len(lines()) == many
    code, out, _ = call("baseline", ".", "--prune")
    assert (code, lines()) == (0, [])
    assert "已去掉" in out
    assert "  另.txt LDR001" in out
    assert call("check", ".", "--baseline", "hegui-baseline.txt")[0] == 1


def test_lines_of_rules_and_files_that_did_not_run_stay(call: Call, accepted: Path) -> None:
    before = FILE.read_bytes()
    call("baseline", ".", "--prune", "--ignore", "LDR,STR")
    assert FILE.read_bytes() == before
    call("baseline", "好.txt", "--prune")
    assert FILE.read_bytes() == before
    call("baseline", ".")
    assert FILE.read_bytes() == before


def test_it_stands_in_the_settings_and_is_found_from_a_folder_below(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "hegui.toml").write_text('baseline = "基线/旧.txt"', encoding="utf-8")
    (folder / "基线").mkdir()
    (folder / "子").mkdir()
    (folder / "缺.txt").rename(folder / "子" / "缺.txt")
    assert call("check", ".")[0] == 2
    assert call("baseline", ".")[0] == 0
    assert "../子/缺.txt\tLDR001\t" in (folder / "基线" / "旧.txt").read_text("utf-8")
    assert call("check", ".")[0] == 0
    monkeypatch.chdir(folder / "子")
    assert call("check", "缺.txt")[0] == 0


def test_editors_may_touch_it(call: Call, accepted: Path) -> None:
    content = FILE.read_text("utf-8")
    FILE.write_bytes(b"\xef\xbb\xbf" + content.replace("\t", "  ").replace("\n", " \r\n").encode())
    assert call("check", ".", "--baseline", "hegui-baseline.txt")[0] == 0
    call("baseline", ".")
    assert FILE.read_text("utf-8") == content


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("<<<<<<< HEAD", "第 3 行看不懂"),
        ("缺.txt\tLDR001\t123", "第 3 行看不懂"),
        ("LDR001\t0123456789abcdef\t2024-01234567", "第 3 行看不懂"),
        ('"缺\tLDR001\t0123456789abcdef\t2024-01234567', "第 3 行看不懂"),
        ("缺.txt\tLDR001\t0123456789abcdef\t2024-01234567\t说明没有井号", "第 3 行看不懂"),
    ],
)
def test_a_broken_line_is_named(call: Call, folder: Path, row: str, told: str) -> None:
    FILE.write_text(f"# 一\n\n{row}\n", "utf-8")
    for command in (("check", ".", "--baseline", str(FILE)), ("baseline", ".")):
        code, out, err = call(*command)
        assert (code, out) == (2, "")
        assert f"基线文件 hegui-baseline.txt {told}" in err
    assert FILE.read_text("utf-8") == f"# 一\n\n{row}\n"


def test_a_missing_or_foreign_file(call: Call, folder: Path) -> None:
    assert "没有基线文件 无.txt" in call("check", ".", "--baseline", "无.txt")[2]
    FILE.write_bytes("基线".encode("gb18030"))
    assert "不是 UTF-8 编码" in call("check", ".", "--baseline", str(FILE))[2]
    (folder / "夹").mkdir()
    assert call("check", ".", "--baseline", "夹")[0] == 2


def test_equal_findings_are_counted(tmp_path: Path) -> None:
    line = Line("a.txt", "A1", "0" * 16, "2024-01234567")
    (tmp_path / "b.txt").write_text(text([line, line]), "utf-8")
    assert load(tmp_path / "b.txt").left == [line, line]


NAMES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(lambda name: "\x00" not in name)
NOTES = st.text(st.characters(categories=["Lo", "Nd", "Po", "Zs"]), max_size=20).map(
    lambda note: " ".join(note.split())
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, NOTES)
def test_any_name_and_note_come_back(tmp_path: Path, name: str, note: str) -> None:
    line = Line(name, "LDR001", "0123456789abcdef", "2024-01234567", "原文", note)
    (tmp_path / "b.txt").write_bytes(text([line]).encode())
    assert [(one.path, one.note) for one in load(tmp_path / "b.txt").left] == [(name, note)]


def test_lines_are_sorted_and_end(call: Call, accepted: Path) -> None:
    assert lines() == sorted(lines())
    assert FILE.read_text("utf-8").endswith("\n")
