"""The short way to modules finds what Python's own search finds, and leaves to it what it does not know."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ASKS = """
import sys
if sys.argv[1] == "short":
    from hegui.cli.importing import use
    use()
import hegui_probe.inner.one as one, hegui_probe.two as two
for module in (one, two, sys.modules["hegui_probe.inner"]):
    spec = module.__spec__
    told = module.__name__, module.__file__, module.__cached__, module.__package__, spec.origin, spec.has_location
    print(module.VALUE, type(spec.loader).__name__ == "_Loader", *told, getattr(module, "__path__", ""))
try:
    import hegui_probe.none
except ModuleNotFoundError as error:
    print(error)
"""
MODULES = {"__init__": "", "two": "VALUE = 2", "inner/__init__": "VALUE = 3", "inner/one": "VALUE = 1"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in MODULES.items():
        place = tmp_path / "hegui_probe" / f"{name}.py"
        place.parent.mkdir(exist_ok=True)
        place.write_text(source, "utf-8")
    return tmp_path


def asked(folder: Path, way: str, *options: str) -> list[list[str]]:
    """What modules tell of themselves, and whether they came by the short way."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONPATH": os.pathsep.join([str(folder), *sys.path])}
    command = [sys.executable, *options, "-c", ASKS, way]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=True)
    return [line.split(" ") for line in done.stdout.splitlines()]


def test_modules_are_as_python_finds_them(folder: Path) -> None:
    long, compiled, read = asked(folder, "long"), asked(folder, "short"), asked(folder, "short")
    assert [row[:1] + row[2:] for row in long] == [row[:1] + row[2:] for row in compiled]
    assert compiled == read
    assert [row[1] for row in long[:3]] == ["False"] * 3
    assert [row[1] for row in read[:3]] == ["True"] * 3


def test_a_source_that_has_changed_is_read_anew(folder: Path) -> None:
    assert [row[0] for row in asked(folder, "short")[:3]] == ["1", "2", "3"]
    (folder / "hegui_probe" / "two.py").write_text("VALUE = 22", "utf-8")
    assert [row[0] for row in asked(folder, "short")[:3]] == ["1", "22", "3"]


def test_a_compiled_file_that_is_gone_or_another_python_s_is_left_to_python(folder: Path) -> None:
    asked(folder, "short")
    cached = {place.name.partition(".")[0]: place for place in folder.rglob("*.pyc")}
    cached["one"].unlink()
    cached["two"].write_bytes(b"\0" * 4 + cached["two"].read_bytes()[4:])
    assert [row[0] for row in asked(folder, "short")[:3]] == ["1", "2", "3"]


@pytest.mark.parametrize("options", [("-O",), ("-X", "pycache_prefix=elsewhere")])
def test_other_places_of_compiled_files_are_python_s_own_affair(folder: Path, options: tuple[str, ...]) -> None:
    assert [row[1] for row in asked(folder, "short", *options)[:3]] == ["False"] * 3
