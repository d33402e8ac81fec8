"""No room is too big: modules and functions stay short enough to be read whole."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(file for root in ("src", "checks") for file in (ROOT / root).rglob("*.py"))
MODULE_LINES = 300
FUNCTION_LINES = 50


@pytest.mark.parametrize("file", MODULES, ids=[file.relative_to(ROOT).as_posix() for file in MODULES])
def test_room(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= MODULE_LINES
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    long = {f.name: lines for f in functions if (lines := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES}
    assert long == {}, "decorators not counted"
