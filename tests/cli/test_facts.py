from __future__ import annotations

import pytest

from tests.cli.conftest import Call


def test_tables(call: Call) -> None:
    code, out, err = call("facts")
    assert (code, err) == (0, "")
    assert "法律法规" in out
    assert "截至 2025-04-19" in out


@pytest.mark.parametrize(
    "words", ["信访条例", "《信访条例》", "中华人民共和国公务员法", "公务员法", "国家公务员法", "党章"]
)
def test_one_title(call: Call, words: str) -> None:
    code, out, err = call("facts", words)
    assert (code, err) == (0, "")
    assert "来源：" in out


def test_a_repealed_law_names_its_successor(call: Call) -> None:
    out = call("facts", "信访条例")[1]
    assert "废止：2022年5月1日" in out
    assert "现行：信访工作条例" in out


def test_a_part_of_a_title_lists_what_holds_it(call: Call) -> None:
    code, out, _ = call("facts", "实施纲要")
    assert code == 0
    assert "法治政府建设实施纲要（2021—2025年）（党内法规、文件、读物和标准）" in out


def test_a_table_by_its_name(call: Call) -> None:
    assert call("facts", "periods")[1] == call("facts", "规划及其期限")[1]
    assert "中华人民共和国民法典\n" in call("facts", "laws")[1]


def test_an_unknown_title(call: Call) -> None:
    code, out, err = call("facts", "信访工作条列")
    assert (code, out) == (2, "")
    assert "信访工作条例" in err
    assert "不一定不存在" in err


def test_without_the_plugin_there_is_nothing(call: Call) -> None:
    assert call("facts", "--disable", "facts")[0] == 0
