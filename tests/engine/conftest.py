"""Running the engine over small files with made-up plugins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hegui.api import Check
from hegui.engine.discover import EntryPoint
from hegui.engine.plugins import Plugins
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.finding import FileResult, Outcome
from hegui.testing import model_report
from tests.plugs import BASE, plugin

Run = Callable[..., Outcome]
RunText = Callable[..., FileResult]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder that is the top of a repository, so that no settings above it count."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run_files(folder: Path) -> Run:
    """``run_files(*paths, checks=[…], points=[…], request fields…)`` in ``folder``."""

    def run_files(
        *paths: str, checks: list[Check] | None = None, points: list[EntryPoint] | None = None, **more: Any
    ) -> Outcome:
        extra = [plugin("made-up", checks=checks)] if checks else []
        request = Request(paths or (".",), **more)
        return run(request, Plugins(request.disable, [*BASE, *extra, *(points or [])]))

    return run_files


@pytest.fixture
def run_text(folder: Path, run_files: Run) -> RunText:
    """``run_text(text, checks=[…], …)``: the result for one file with that text."""

    def run_text(text: str, name: str = "报告.txt", **more: Any) -> FileResult:
        (folder / name).write_bytes(text.encode())
        outcome = run_files(name, **{"kind": "fazhi"} | more)
        assert len(outcome.files) == 1, outcome
        return outcome.files[0]

    return run_text


@pytest.fixture
def report_text() -> str:
    """A complete report."""
    return model_report()
