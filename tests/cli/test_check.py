from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from hegui.engine.plugins import Plugins
from hegui.engine.run import Run
from hegui.finding import FileResult, PartPlace
from tests.cli.conftest import Call


def test_a_good_report(call: Call) -> None:
    code, out, err = call("check", "好.txt")
    assert (code, err) == (0, "")
    assert "没有发现问题" in out
    assert "A 级" in out


def test_a_report_without_its_leader_part(call: Call) -> None:
    code, out, err = call("check", "缺.txt", "--format", "concise")
    assert (code, err) == (1, "")
    assert out.startswith("缺.txt:")
    assert " 错误 LDR001 " in out


def test_json_says_the_exit_code(call: Call) -> None:
    code, out, _ = call("check", ".", "--format=json")
    table = json.loads(out)
    assert (table["exit_code"], code) == (1, 1)
    assert [(file["path"], file["grade"]) for file in table["files"]] == [("好.txt", "A"), ("缺.txt", "D")]


def test_output_into_a_file_does_not_change_the_exit(call: Call, folder: Path) -> None:
    code, out, err = call(
        "check", ".", "--format", "json", "-o", "结果.json", "--report", "concise=问题.txt", "--report", "text=全.txt"
    )
    assert (code, out, err) == (1, "", "")
    assert json.loads((folder / "结果.json").read_text("utf-8"))["exit_code"] == 1
    assert (folder / "问题.txt").read_text("utf-8").startswith("缺.txt:")
    assert "\x1b" not in (folder / "全.txt").read_text("utf-8")
    assert not list(folder.glob(".hegui-*"))


def test_two_outputs_into_one_file_are_refused(call: Call, folder: Path) -> None:
    code, out, err = call("check", ".", "-o", "结果.txt", "--report", "json=./结果.txt")
    assert (code, out, err) == (2, "", "hegui：有两份输出都要写入 结果.txt\n")
    assert not (folder / "结果.txt").exists()


def test_an_absolute_path_below_the_working_folder_is_told_from_there(call: Call, folder: Path) -> None:
    assert str(folder) not in call("check", str(folder), "--format", "json")[1]
    assert call("check", str(folder / "缺.txt"), "--format", "concise")[1].startswith("缺.txt:")


def test_files_are_written_as_they_come_and_none_is_kept(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    alive: set[int] = set()
    most = 0

    class Counted:
        """Lives as long as the data of one file."""

        def __init__(self) -> None:
            alive.add(id(self))

        def __del__(self) -> None:
            alive.discard(id(self))

    files = Run.files

    def watched(self: Run) -> Iterator[FileResult]:
        nonlocal most
        for number in range(20):
            for file in files(self):
                most = max(most, len(alive))
                yield file._replace(
                    path=f"{number}/{file.path}", parts={"x": cast("PartPlace", Counted())} | file.parts
                )
                del file

    monkeypatch.setattr(Run, "files", watched)
    for name, keeps in (("concise", False), ("json", True)):
        most = 0
        call("check", ".", "--format", name, "-o", "结果")
        assert (most > 10) is keeps, name


def test_a_run_that_breaks_off_leaves_the_old_output(call: Call, folder: Path) -> None:
    (folder / "结果.txt.out").write_text("旧", encoding="utf-8")
    (folder / "坏").mkdir()
    (folder / "坏" / "hegui.toml").write_text("wrong = 1", encoding="utf-8")
    (folder / "坏" / "报告.txt").write_text("报告", encoding="utf-8")
    (folder / "a.txt").write_bytes((folder / "缺.txt").read_bytes())
    code, out, err = call("check", "a.txt", "坏", "-o", "结果.txt.out")
    assert (code, out) == (2, "")
    assert "wrong" in err
    assert (folder / "结果.txt.out").read_text("utf-8") == "旧"
    assert not list(folder.glob(".hegui-*"))


def test_what_cannot_be_read_is_on_standard_error_too_when_the_output_is_for_programs(call: Call) -> None:
    code, out, err = call("check", "没有.txt", "好.txt", "--format", "json")
    assert (code, err) == (2, "没有.txt：没有这个文件或文件夹\n")
    assert [file["error"] is None for file in json.loads(out)["files"]] == [True, False]
    assert call("check", "没有.txt")[2] == ""


def test_a_file_that_cannot_be_written(call: Call) -> None:
    code, out, err = call("check", "缺.txt", "-o", "没有/结果.txt")
    assert (code, out) == (2, "")
    assert err.startswith("hegui：无法写入 没有/结果.txt（")
    assert err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="no such devices on Windows")
def test_a_device_is_written_to_not_replaced(call: Call) -> None:
    assert call("check", "好.txt", "-o", os.devnull)[0] == 0
    assert not Path(os.devnull).is_file()


def test_select_ignore_and_extend(call: Call) -> None:
    assert call("check", "缺.txt", "--ignore", "LDR001，STR")[0] == 0
    code, out, _ = call("check", "缺.txt", "--select", "missing-leader-part", "--format", "json")
    table = json.loads(out)
    assert (code, table["partial"], table["files"][0]["grade"]) == (1, True, None)
    assert table["files"][0]["verified"]["rules"] == 1
    code, _, err = call("check", "缺.txt", "--select", "LDR01")
    assert (code, err) == (2, "hegui：没有编号、类别或名称为 LDR01 的规则，是不是想写 LDR001？\n")


def test_fail_on_and_max_warnings(call: Call) -> None:
    assert call("check", "缺.txt", "--fail-on", "never")[0] == 0
    assert call("check", "好.txt", "--max-warnings", "0")[0] == 0
    code, _, err = call("check", "好.txt", "--fail-on", "eror")
    assert (code, "是不是想写 error" in err) == (2, True)
    code, _, err = call("check", "好.txt", "--max-warnings", "-1")
    assert (code, "应是不小于 0 的整数" in err) == (2, True)


def test_nothing_to_check(call: Call, folder: Path) -> None:
    (folder / "空").mkdir()
    code, out, err = call("check", "空")
    assert (code, out, err) == (3, "没有检查任何报告\n", "")
    assert call("check", "空", "--allow-empty")[0] == 0


def test_skipped_files_are_told_with_the_reason(call: Call, folder: Path) -> None:
    (folder / "README.md").write_text("# 说明\n\n这里是说明。\n", encoding="utf-8")
    (folder / "报告.mht").write_bytes(b"MIME")
    code, out, _ = call("check", ".", "--fail-on", "never")
    assert code == 0
    assert "跳过 2 个文件：" in out
    assert "  README.md：" in out
    assert "  报告.mht：还不能读 .mht（单一文件网页）" in out


def test_kind_can_be_forced(call: Call, folder: Path) -> None:
    (folder / "纪要.txt").write_text("会议纪要\n今天开会讨论了一些事情。\n", encoding="utf-8")
    assert call("check", "纪要.txt")[0] == 3
    assert call("check", "纪要.txt", "--kind", "fazhi", "--fail-on", "warning")[0] == 1
    assert (
        call("check", "纪要.txt", "--kind", "fazi")[2]
        == "hegui：--kind：没有名为 fazi 的报告种类，是不是想写 fazhi？\n"
    )


def test_all_shows_hints_and_so_does_failing_on_them(call: Call, folder: Path) -> None:
    text = (folder / "好.txt").read_text("utf-8").replace("2025年推进法治政府建设的主要安排", "下一步工作安排")
    (folder / "好.txt").write_text(text, encoding="utf-8", newline="\n")
    code, out, _ = call("check", "好.txt")
    assert (code, " 提示 " in out, "--all 显示" in out) == (0, False, True)
    assert " 提示 PLN003 " in call("check", "好.txt", "--all")[1]
    code, out, _ = call("check", "好.txt", "--fail-on", "info")
    assert (code, " 提示 PLN003 " in out) == (1, True)


def test_draft_silences_the_date(call: Call, folder: Path) -> None:
    text = (folder / "好.txt").read_text("utf-8").replace("2025年1月20日", "2024年12月20日")
    (folder / "好.txt").write_text(text, encoding="utf-8", newline="\n")
    assert "SIG004" in call("check", "好.txt")[1]
    assert "SIG004" not in call("check", "好.txt", "--draft")[1]


def test_format_of_the_settings(call: Call, folder: Path) -> None:
    (folder / "hegui.toml").write_text('format = "json"', encoding="utf-8")
    assert call("check", "好.txt")[1].startswith("{")
    assert not call("check", "好.txt", "--format", "text")[1].startswith("{")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--format", "jsn"), "没有 jsn 这种输出格式，可用的有 checkstyle、concise、github、"),
        (("--report", "json"), "--report 应写成 格式=文件"),
        (("--report", "jsn=x"), "没有 jsn 这种输出格式"),
        (("--disable", "nobody"), "--disable：没有名为 nobody 的插件"),
    ],
)
def test_wrong_words_are_refused_before_any_work(call: Call, arguments: tuple[str, ...], complaint: str) -> None:
    code, out, err = call("check", "好.txt", *arguments)
    assert (code, out) == (2, "")
    assert complaint in err
    assert err.count("\n") == 1


def test_a_wrong_settings_file_is_one_line(call: Call, folder: Path) -> None:
    (folder / "hegui.toml").write_text("selct = 1", encoding="utf-8")
    code, out, err = call("check", "好.txt")
    assert (code, out) == (2, "")
    assert err == "hegui：hegui.toml：selct 不是 hegui 的设置项，是不是想写 select？\n"


def test_a_reporter_that_fails(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Bad:
        name = "bad"

        def render(self, outcome: object, view: object) -> str:
            raise ValueError("坏了")

    whole = Plugins().reporters | {"bad": Bad()}
    monkeypatch.setattr(Plugins, "reporters", property(lambda self: whole))
    code, out, err = call("check", "好.txt", "--format", "bad", "--report", "json=结果.json")
    assert (code, out) == (4, "")
    assert "hegui：输出格式 bad 出错：ValueError: 坏了" in err
    assert json.loads(Path("结果.json").read_text("utf-8"))["exit_code"] == 0


def test_bytes_of_a_reporter_go_out_as_they_are(call: Call, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    class Raw:
        name = "raw"

        def render(self, outcome: object, view: object) -> bytes:
            return b"\xff\x00\n"

    monkeypatch.setattr(Plugins, "reporters", property(lambda self: {"raw": Raw(), "text": Raw()}))
    assert call("check", "好.txt", "--format", "raw", "-o", "x.bin")[0] == 0
    assert (folder / "x.bin").read_bytes() == b"\xff\x00\n"


@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_a_hostile_name_cannot_steer_the_terminal(call: Call) -> None:
    code, _, err = call("check", "\x1b[31m红.txt", "--format", "json")
    assert (code, err) == (2, "␛[31m红.txt：没有这个文件或文件夹\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line(call: Call) -> None:
    code, out, err = call("check", "好.txt", "-o", "/dev/full")
    assert (code, out) == (2, "")
    assert err.startswith("hegui：无法写入 /dev/full（")


def test_timing_comes_last_and_changes_nothing_else(call: Call) -> None:
    plain, timed = call("check", "缺.txt"), call("check", "缺.txt", "--timing")
    assert plain[:2] == timed[:2]
    lines = timed[2].splitlines()
    assert lines[0].startswith("耗时（毫秒")
    assert [line.split()[1] for line in lines[1:7]] == ["读取", "识别", "解析", "规则", "汇总", "合计"]
    assert any("LDR001" in line for line in lines[8:])
