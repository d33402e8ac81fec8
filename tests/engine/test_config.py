from pathlib import Path

import pytest

from hegui.document.limits import Limits
from hegui.engine.config import NONE, Finder
from hegui.engine.errors import SettingsError
from hegui.engine.select import Choice
from hegui.engine.settings import FileRow, IgnoreRow, Settings, apply_kinds
from tests.installed import fazhi


def read(folder: Path, text: str, name: str = "hegui.toml") -> Settings:
    (folder / name).write_text(text, encoding="utf-8")
    return Finder().settings(str(folder))


def test_every_key(folder: Path) -> None:
    settings = read(
        folder,
        """
        fail-on = "warning"
        baseline = "hegui.baseline"
        format = "json"
        jobs = 2
        select = ["LDR", "STR001"]
        extend-select = ["STR011"]
        ignore = ["FMT"]
        kind = "fazhi"
        severity = { LDR = "warning", SIG006 = "off" }
        [[ignore-rows]]
        path = "2020/*.txt"
        code = "SIG004"
        reason = "旧报告"
        [[files]]
        path = "2019/**"
        kind = "auto"
        ignore = ["LDR001"]
        [kinds.fazhi.deadlines]
        submit = "02-15"
        province.publish = "05-01"
        [names]
        own = ["柳河镇"]
        [profile]
        place = "某县"
        [limits]
        size = 1_000_000
        pages = 50
        [[terms]]
        code = "QX001"
        find = "我县"
        message = "写全称"
        """,
    )
    assert settings.choice == Choice(("LDR", "STR001"), ("STR011",), ("FMT",), {"LDR": "warning", "SIG006": "off"})
    assert settings.ignores == (IgnoreRow("2020/*.txt", "SIG004", "旧报告"),)
    assert settings.files == (FileRow("2019/**", "auto", Choice(ignore=("LDR001",))),)
    assert (settings.kind, settings.fail_on, settings.format, settings.jobs) == ("fazhi", "warning", "json", 2)
    assert (settings.names, settings.profile) == ({"own": ("柳河镇",)}, {"place": "某县"})
    assert settings.terms == ({"code": "QX001", "find": "我县", "message": "写全称", "advice": ""},)
    assert settings.limits == Limits(size=1_000_000, pages=50)
    (kind,) = apply_kinds(settings, [fazhi()])
    assert kind.deadline("submit", "town") == "02-15"
    assert kind.deadline("publish", "province") == "05-01"
    assert kind.deadline("publish", "town") == fazhi().deadline("publish", "town")


def test_ignore_is_codes_or_rows_or_both(folder: Path) -> None:
    row = '{ path = "a.txt", code = "LDR001", reason = "另报" }'
    settings = read(folder, f'ignore = ["FMT", {row}]')
    assert (settings.choice.ignore, len(settings.ignores)) == (("FMT",), 1)
    settings = read(folder, '[[ignore]]\npath = "a.txt"\ncode = "LDR001"\nreason = "另报"')
    assert (settings.choice.ignore, len(settings.ignores)) == ((), 1)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('fail_on = "error"', "fail_on 不是 hegui 的设置项，是不是想写 fail-on"),
        ('fail-on = "eror"', "fail-on 应是 error、warning、info、never 之一，不能是 eror，是不是想写 error"),
        ('select = "LDR"', "select 应是一列文字"),
        ("select = [1]", "select 应是一列文字"),
        ("ignore = 3", "ignore 应是一列文字"),
        ('jobs = "2"', "jobs 应是不小于 0 的整数"),
        ("jobs = true", "jobs 应是不小于 0 的整数"),
        ("severity = 1", "severity 应是一张表"),
        ('severity.LDR001 = "fatal"', "severity.LDR001 应是 error、warning、info、off 之一"),
        ('[[ignore]]\npath = "a"\ncode = "LDR001"', "ignore[1].reason 不能缺少"),
        ('[[ignore]]\npath = "a"\ncode = "LDR001"\nreason = " "', "ignore[1].reason 应是一段文字"),
        ('[[files]]\npath = "a"\nkinds = "x"', "files[1].kinds 不是 hegui 的设置项，是不是想写 kind"),
        ('files = "a"', "files 应写成 [[files]]"),
        ("files = [1]", "files[1] 应是一张表"),
        ('[kinds.fazhi.deadlines]\nsubmit = "3月1日"', "kinds.fazhi.deadlines.submit 应写成 月-日"),
        ('[kinds.fazhi.deadlines]\nsubmit = "13-01"', "kinds.fazhi.deadlines.submit 应写成 月-日"),
        (
            '[kinds.fazhi.deadlines]\nsubmitt = "03-01"',
            "kinds.fazhi.deadlines.submitt 不是 hegui 的设置项，是不是想写 submit",
        ),
        ("[kinds.fazhi]\nparts = 1", "kinds.fazhi.parts 不是 hegui 的设置项"),
        ("[limits]\npage = 5", "limits.page 不是 hegui 的设置项，是不是想写 pages"),
        ("[limits]\npages = 0", "limits.pages 应是大于 0 的整数"),
        ('[limits]\nsize = "1M"', "limits.size 应是不小于 0 的整数"),
        ("[names]\nother = []", "names.other 不是 hegui 的设置项"),
        ("a = ", "不是合格的 TOML"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(folder: Path, text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read(folder, text)
    told = str(caught.value)
    assert told.startswith("hegui.toml：")
    assert complaint in told
    assert "\n" not in told


def test_not_utf8(folder: Path) -> None:
    (folder / "hegui.toml").write_bytes('kind = "法治"'.encode("gb18030"))
    with pytest.raises(SettingsError, match=r"hegui\.toml：不是 UTF-8 编码"):
        Finder().settings(str(folder))


def test_a_byte_order_mark_is_no_key(folder: Path) -> None:
    (folder / "hegui.toml").write_bytes('\ufeffkind = "fazhi"'.encode())
    assert Finder().settings(str(folder)).kind == "fazhi"


def test_pyproject_counts_only_with_a_table_of_ours(folder: Path) -> None:
    assert read(folder, '[tool.ruff]\nx = "["\n', "pyproject.toml") == NONE
    assert read(folder, "this is not = [toml", "pyproject.toml") == NONE
    assert read(folder, '[tool.hegui]\nkind = "fazhi"', "pyproject.toml").place == "pyproject.toml"
    assert read(folder, 'kind = "auto"').place == "hegui.toml"


def test_the_nearest_file_rules_and_git_ends_the_search(folder: Path) -> None:
    (folder / "hegui.toml").write_text('kind = "fazhi"', encoding="utf-8")
    inner = folder / "镇" / "2024"
    inner.mkdir(parents=True)
    assert Finder().settings(str(inner)).place == "hegui.toml"
    (inner.parent / "hegui.toml").write_text("", encoding="utf-8")
    assert Finder().settings(str(inner)).place == "镇/hegui.toml"
    (inner / ".git").write_text("gitdir: x", encoding="utf-8")
    assert Finder().settings(str(inner)) == NONE


def test_idle_finds_nothing(folder: Path) -> None:
    (folder / "hegui.toml").write_text("wrong", encoding="utf-8")
    assert Finder(idle=True).settings(str(folder)) == NONE


def test_a_kind_that_is_not_there(folder: Path) -> None:
    settings = read(folder, '[kinds.fazi.deadlines]\nsubmit = "03-01"')
    with pytest.raises(SettingsError, match=r"kinds\.fazi 没有这种报告，是不是想写 fazhi"):
        apply_kinds(settings, [fazhi()])
