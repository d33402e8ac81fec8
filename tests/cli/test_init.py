from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import Call


def test_it_is_written_once(call: Call, folder: Path) -> None:
    assert call("init") == (0, "已写好 hegui.toml\n", "")
    before = (folder / "hegui.toml").read_bytes()
    assert call("check", "好.txt")[0] == 0, "as written it changes nothing"
    code, out, err = call("init")
    assert (code, out, err) == (2, "", "hegui：已经有 hegui.toml，没有改动\n")
    assert (folder / "hegui.toml").read_bytes() == before
    assert "没有这个文件夹" in call("init", "无")[2]


def test_every_example_is_a_setting(call: Call, folder: Path) -> None:
    call("init")
    settings = folder / "hegui.toml"
    text = re.sub(r"^# (?=[\[a-zA-Z][^：。]*$)", "", settings.read_text("utf-8"), flags=re.MULTILINE)
    assert text.count("\n[") == 8
    settings.write_text(text, "utf-8")
    (folder / "hegui-baseline.txt").write_text("", "utf-8")
    code, _, err = call("check", "好.txt")
    assert (code, err) == (0, "")
