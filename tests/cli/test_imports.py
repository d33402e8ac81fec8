"""What each command imports and compiles before it has done its work: whatever is heavy waits until it is needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hegui.testing import model_report

HEAVY = {
    "rich",
    "jieba",
    "lxml",
    "docx",
    "pypdfium2",
    "jinja2",
    "xlsxwriter",
    "importlib.metadata",
    "importlib.resources",
    "zipfile",
    "xml",
    "html",
    "tomllib",
    "email",
    "asyncio",
    "concurrent",
    "multiprocessing",
    "dataclasses",
    "pathlib",
    "urllib",
    "subprocess",
    "tempfile",
    "difflib",
    "logging",
    "traceback",
    "random",
    "shutil",
    "hashlib",
    "decimal",
    "statistics",
    "sqlite3",
    "platformdirs",
}
OTHERS = {"hegui.document.markdown", "hegui.engine.settings_file", "hegui.cli.inspect", "hegui.cli.rules"}
PLAIN = HEAVY | OTHERS | {"hegui.reporters.text", "unicodedata", "locale"}
LIGHT = HEAVY | {"pluggy", "json", "hegui.check", "hegui.report", "hegui.document", "hegui.engine.run", "hegui_checks"}
OF_HELP = {"shutil", "pathlib", "urllib"}  # click asks for the width of the help; commands that write import pathlib
PATHS = {
    "concise": (("check", "好.txt", "--format", "concise"), PLAIN),
    "findings": (("check", "缺.txt", "--format", "concise"), PLAIN),
    "text, piped": (("check", "缺.txt"), HEAVY | OTHERS | {"hegui.reporters.concise"}),
    "version": (("--version",), LIGHT),
    "help": (("--help",), LIGHT - OF_HELP),
    "help of a command": (("check", "--help"), LIGHT - OF_HELP),
    "rules": (("rules",), HEAVY - {"rich", "pathlib", "urllib"} | {"hegui.document.plain", "hegui.document.furniture"}),
}
MOST_PATTERNS = 56
SAYS = """
import atexit, sys
import re._compiler as compiler
compiled, real = [], compiler.compile
def compile(pattern, flags=0):
    compiled.append(pattern)
    return real(pattern, flags)
compiler.compile = compile
atexit.register(lambda: sys.stderr.write("\\n".join([*sys.modules, f"patterns={len(compiled)}"])))
sys.argv[0] = "hegui"
import click
compiled.clear()
from hegui.cli import main
main()
"""


def told(*arguments: str, cwd: Path) -> list[str]:
    """The names of the modules that a command imported, and how many patterns were compiled beyond click's."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-S", "-c", SAYS, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=60, check=False)
    assert done.returncode in (0, 1), done.stderr.decode("utf-8")
    return done.stderr.decode("utf-8").split()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "好.txt").write_bytes(model_report().encode())
    (tmp_path / "缺.txt").write_bytes(model_report(leader="").encode())
    return tmp_path


@pytest.mark.parametrize("name", PATHS)
def test_what_is_heavy_is_not_imported(name: str, folder: Path) -> None:
    arguments, heavy = PATHS[name]
    loaded = {module for module in told(*arguments, cwd=folder) if "=" not in module}
    assert "hegui.cli.group" in loaded
    assert not {module for module in loaded if module in heavy or module.partition(".")[0] in heavy}


def test_a_report_without_findings_compiles_few_patterns(folder: Path) -> None:
    count = told("check", "好.txt", "--format", "concise", cwd=folder)[-1]
    assert int(count.removeprefix("patterns=")) <= MOST_PATTERNS


def test_import_hegui_is_light() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import hegui, sys; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "hegui" in done.stdout.split()
    assert not {"hegui.engine", "click", "pluggy"} & set(done.stdout.split())
