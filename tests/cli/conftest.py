"""Calling the command line inside this process, in an empty working folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hegui.cli import group
from hegui.testing import model_report

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with one good report, the top of a repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "好.txt").write_bytes(model_report().encode())
    (tmp_path / "缺.txt").write_bytes(model_report(leader="").encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(folder: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """``call("check", "好.txt")``: the exit code, standard output and standard error."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = group.run(arguments)
        return code, *capsys.readouterr()

    return call
