"""``hegui cache``."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.engine.store import NAME, VARIABLE
from hegui.testing import model_report

from .conftest import Call


def test_told_and_cleared(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = folder / "缓存"
    monkeypatch.setenv(VARIABLE, str(store))
    assert call("cache") == (0, f"{store}  空\n", "")
    assert not store.exists()
    for number in range(20):
        (folder / f"{number}.txt").write_bytes(model_report(leader=str(number)).encode())
    assert call("check", ".", "--no-cache")[0] == 1
    assert not store.exists()
    first = call("check", ".")
    assert call("check", ".") == first
    assert call("cache")[1].endswith(" MB\n")
    code, out, err = call("cache", "clear")
    assert (code, err) == (0, "")
    assert out.startswith("已清空缓存 ")
    assert not (store / NAME).exists()
    assert call("cache", "clear") == (0, f"已清空缓存 {store}（空）\n", "")


def test_a_wrong_word(call: Call) -> None:
    code, out, err = call("cache", "clean")
    assert (code, out) == (2, "")
    assert "clear" in err


def test_no_cache_is_known_to_commands_that_have_none(call: Call) -> None:
    assert call("fix", "好.txt", "--no-cache")[0] == 0
