"""Who owes a report against who handed one in: full and short names, and no guess."""

from __future__ import annotations

import pytest

from hegui.finding import FileResult, Outcome, Skipped, Summary
from hegui.reporters.page.roster import Roll, call, read_roster, same_body
from hegui.text.source import Unreadable
from tests.reporters.sample import EMPTY, file


def outcome(*files: FileResult, skipped: tuple[Skipped, ...] = ()) -> Outcome:
    return EMPTY._replace(files=files, skipped=skipped, summary=Summary(len(files), 0, 0, 0))


def of(path: str, *issuers: str) -> FileResult:
    return file(path, issuers=issuers, title=None)


def states(roll: Roll) -> dict[str, str]:
    return {entry.name: entry.state for entry in roll.entries}


@pytest.mark.parametrize(
    "data",
    [
        "柳河镇\n仕阳镇\n\n 柳河镇 \n".encode(),
        "\ufeff单位\r\n柳河镇\r\n仕阳镇\r\n".encode(),
        "序号,单位名称,联系人\n1,柳河镇,甲\n2,仕阳镇,\n".encode("gb18030"),
        "序号\t名称\n1\t柳河镇\n2\t仕阳镇\n".encode(),
        '序号,单位\n1,"柳河镇"\n2,"仕阳镇"\n'.encode(),
    ],
)
def test_lists_are_read(data: bytes) -> None:
    assert read_roster(data) == ("柳河镇", "仕阳镇")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("1,柳河镇\n2,仕阳镇\n".encode(), "好几列"),
        ("单位\n\n".encode(), "没有单位"),
        (b"\n\n", "空"),
        (b"PK\x03\x04....", "压缩格式"),
        (b'"' + b"x" * 140_000 + b'"\n', "CSV"),
    ],
)
def test_what_is_no_list_is_told(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        read_roster(data)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("仕阳镇", "泰顺县仕阳镇人民政府"),
        ("仕阳镇人民政府", "中共泰顺县仕阳镇委员会"),
        ("渠南街道", "渠县人民政府渠南街道办事处"),
        ("渠南街道办事处", "中共渠县渠南街道工作委员会"),
        ("县司法局", "泰顺县司法局"),
        ("司法局", "泰顺县司法局"),
        ("泰顺县", "泰顺县人民政府"),
        ("柳河", "柳河镇人民政府"),
        ("泰顺县高新区管委会", "泰顺县高新区管理委员会"),
    ],
)
def test_short_names_mean_the_body(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("泰顺县", "泰顺县仕阳镇人民政府"),
        ("泰顺县人民政府", "泰顺县司法局"),
        ("柳河镇", "柳河乡"),
        ("河镇", "柳河镇人民政府"),
        ("县发改局", "泰顺县发展和改革局"),
        ("仕阳镇", "渠南街道"),
        ("城关镇", "城关街道办事处"),
    ],
)
def test_other_bodies_are_kept_apart(one: str, other: str) -> None:
    assert not same_body(one, other)
    assert not same_body(other, one)


def test_who_handed_in_and_who_did_not() -> None:
    roll = call(("仕阳镇", "柳河镇", "县司法局"), outcome(of("a.txt", "泰顺县仕阳镇人民政府"), of("b.txt", "渠南街道")))
    assert states(roll) == {"仕阳镇": "in", "柳河镇": "out", "县司法局": "out"}
    assert roll.entries[0].files == (1,)
    assert roll.strangers == (2,)


def test_a_whole_name_goes_before_a_short_one() -> None:
    roll = call(("泰顺县", "泰顺县人民政府"), outcome(of("a.txt", "泰顺县人民政府")))
    assert states(roll) == {"泰顺县": "out", "泰顺县人民政府": "in"}


def test_a_name_that_fits_two_is_not_guessed() -> None:
    roll = call(("渠县城关镇", "达县城关镇"), outcome(of("a.txt", "城关镇人民政府")))
    assert states(roll) == {"渠县城关镇": "unsure", "达县城关镇": "unsure"}
    assert roll.doubts[0].names == ("渠县城关镇", "达县城关镇")
    assert roll.strangers == ()


def test_one_full_name_among_the_issuers_settles_it() -> None:
    roll = call(("渠县城关镇", "达县城关镇"), outcome(of("a.txt", "城关镇", "渠县城关镇人民政府")))
    assert states(roll) == {"渠县城关镇": "in", "达县城关镇": "out"}


def test_both_bodies_of_a_joint_report_have_handed_in() -> None:
    roll = call(("县委", "渠县人民政府", "县司法局"), outcome(of("a.txt", "渠县人民政府", "渠县司法局")))
    assert states(roll) == {"县委": "out", "渠县人民政府": "in", "县司法局": "in"}


@pytest.mark.parametrize(
    "path", ["2025/仕阳镇报告.txt", "2025/泰顺县仕阳镇/report.txt", "关于仕阳镇的报告.txt", "1.仕阳镇.txt"]
)
def test_a_report_without_issuer_is_known_by_its_file(path: str) -> None:
    roll = call(("仕阳镇人民政府", "柳河镇"), outcome(of(path)))
    assert states(roll) == {"仕阳镇人民政府": "in", "柳河镇": "out"}
    assert roll.entries[0].note == "按文件名对应"


@pytest.mark.parametrize("path", ["大仕阳镇.txt", "仕阳镇司法所委.txt", "report.txt"])
def test_a_file_name_that_says_something_else_does_not_count(path: str) -> None:
    assert states(call(("仕阳镇",), outcome(of(path)))) == {"仕阳镇": "out"}


def test_the_county_is_not_meant_by_the_name_of_its_town() -> None:
    assert states(call(("泰顺县人民政府", "柳河镇"), outcome(of("泰顺县仕阳镇.txt")))) == {
        "泰顺县人民政府": "out",
        "柳河镇": "out",
    }


def test_an_unread_file_is_not_nothing() -> None:
    unread = FileResult("2025/柳河镇.doc", error="读不了")
    roll = call(("柳河镇", "仕阳镇", "渠南街道"), outcome(unread, skipped=(Skipped("仕阳镇.txt", "不是报告"),)))
    assert states(roll) == {"柳河镇": "unread", "仕阳镇": "unread", "渠南街道": "out"}


def test_an_abbreviation_is_pointed_out_not_taken() -> None:
    roll = call(("县发改局",), outcome(of("发改.txt", "泰顺县发展和改革局")))
    assert roll.entries[0].state == "out"
    assert "泰顺县发展和改革局" in roll.entries[0].note
    assert roll.strangers == (1,)
