from __future__ import annotations

from pathlib import Path

import pytest

from hegui import __version__
from hegui.cli import group
from hegui.cli.group import COMMANDS
from tests.cli.conftest import Call
from tests.installed import built_in_checks


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), *((name, "--help") for name in COMMANDS)])
def test_help_is_chinese(call: Call, arguments: tuple[str, ...]) -> None:
    code, out, err = call(*arguments)
    assert (code, err) == (0, "")
    assert out.startswith("用法：hegui")
    for english in ("Usage", "Options", "Commands", "Show this", "OPTIONS", "ARGS", "required", "default"):
        assert english not in out


def test_help_names_every_command(call: Call) -> None:
    out = call("--help")[1]
    assert all(f"  {name} " in out for name in COMMANDS)


def test_version(call: Call) -> None:
    assert call("--version") == (0, f"hegui {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "hegui：没有 chek 这个命令，是不是想写 check？"),
        (("qqqqqq",), "hegui：没有 qqqqqq 这个命令"),
        (("--wat",), "hegui：没有 --wat 这个选项"),
        (("check", "--formt", "x"), "hegui：没有 --formt 这个选项，是不是想写 --format？"),
        (("check",), "hegui：缺少参数 路径… "),
        (("check", "-o"), "hegui：选项 -o 用得不对：后面应有一个值，或者不应有值"),
        (("check", "--all=1"), "hegui：选项 --all 用得不对：后面应有一个值，或者不应有值"),
        (("rule",), "hegui：缺少参数 CODE|SLUG"),
        (("rule", "a", "b"), "hegui：多余的参数：b"),
        (("rule", "LDR"), "hegui：LDR 不是一条规则；用 hegui rules 列出全部规则"),
        (("rule", "LDR01"), "hegui：没有编号、类别或名称为 LDR01 的规则，是不是想写 LDR001？"),
        (("inspect",), "hegui：缺少参数 文件"),
    ],
)
def test_what_is_used_wrongly_is_one_chinese_line(call: Call, arguments: tuple[str, ...], told: str) -> None:
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert err.strip() == told.strip()


def test_an_error_of_our_own_is_one_line_too(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("忘了")

    monkeypatch.setattr(group.program, "main", fail)
    code, out, err = call("check", ".")
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "程序内部错误" in err
    assert "KeyError: '忘了'" in err


def test_interrupted(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hegui.engine.run.Run.files", stop)
    code, _, err = call("check", ".")
    assert (code, err.strip()) == (130, "已中断：0 个文件中已检查 0 个（错误 0、警告 0、提示 0）")


def test_rules_lists_every_rule(call: Call) -> None:
    code, out, err = call("rules")
    assert (code, err) == (0, "")
    for check in built_in_checks():
        assert f"{check.code}  " in out
        assert check.slug in out
    assert "HEG001" in out


@pytest.mark.parametrize("name", ["LDR001", "ldr001", "missing-leader-part"])
def test_rule_explains(call: Call, name: str) -> None:
    code, out, _ = call("rule", name)
    assert code == 0
    assert out.startswith("LDR001 ")
    for words in ("级别：错误", "依据：《", "不对：", "对："):
        assert words in out


def test_every_rule_can_be_explained(call: Call) -> None:
    for check in built_in_checks():
        assert call("rule", check.code)[0] == 0


def test_inspect(call: Call) -> None:
    code, out, err = call("inspect", "好.txt")
    assert (code, err) == (0, "")
    for words in (
        "标题      清源县柳河镇人民政府关于2024年法治政府建设情况的报告（第 1 行）",
        "年度      2024",
        "单位      乡镇级，政府",
        "成文日期  2025年1月20日（第 20 行）",
        "独立成节",
        "（二）规范行政执法行为（第 7 行）",
        "评分      100  得 100 分，A 级",
    ):
        assert words in out


def test_inspect_shows_the_sum(call: Call) -> None:
    out = call("inspect", "缺.txt")[1]
    assert "：缺\n" in out
    assert "− 20×1（缺少 " in out
    assert "得 69 分，D 级" in out


def test_inspect_of_what_is_none(call: Call, folder: Path) -> None:
    (folder / "纪要.txt").write_text("会议纪要\n今天开会。\n", encoding="utf-8")
    (folder / "空.txt").write_bytes(b"")
    code, out, err = call("inspect", "纪要.txt")
    assert (code, out, "--kind fazhi" in err) == (3, "", True)
    assert call("inspect", "纪要.txt", "--kind", "fazhi")[0] == 0
    assert call("inspect", "空.txt") == (2, "", "空.txt：文件是空的\n")
    assert call("inspect", "没有.txt")[0] == 2
    assert call("inspect", ".")[0] == 2
