"""Right and wrong sentences that judge the rules on citations, wording, typography, privacy, substance, repetition.

``right.toml`` and ``wrong.toml`` are for builders to read. The held-back files judge what nobody looked at:
they stay closed while the rules are built, and ``benchmarks/wording.py`` shows their rows only when asked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hegui.check import Example, Severity

HERE = Path(__file__).parent


class Right(NamedTuple):
    """A sentence without a defect; ``near`` is the rule that a slip would call, ``why`` what keeps it right."""

    text: str
    near: str
    why: str
    year: int = 2024
    body: str = "town"
    part: str = "measures"
    replace: bool = False
    also: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The rule that the row is about."""
        return self.near


class Wrong(NamedTuple):
    """A sentence with a defect: the rule that must speak, what it must touch, and how grave it may be at most.

    Empty ``marks`` mean anywhere. ``instead`` are rules that may speak in its place, ``also`` rules that are
    right to speak as well, wherever they point.
    """

    text: str
    code: str
    marks: str
    severity: Severity
    year: int = 2024
    body: str = "town"
    part: str = "measures"
    replace: bool = False
    instead: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def right(*, held: bool = False) -> tuple[Right, ...]:
    """The right sentences, or those held back."""
    return tuple(Right(near=code, **row) for code, _, row in _rows("held_right" if held else "right"))


def wrong(*, held: bool = False) -> tuple[Wrong, ...]:
    """The wrong sentences, or those held back; a row without a severity has that of its table."""
    return tuple(
        Wrong(code=code, severity=Severity[row.pop("severity", ceiling).upper()], **row)
        for code, ceiling, row in _rows("held_wrong" if held else "wrong")
    )


def example(row: Right | Wrong) -> Example:
    """Where the testing kit plants the row."""
    return Example(row.text, "", part=row.part, replace=row.replace, year=row.year, body=row.body)


def _rows(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    tables: dict[str, Any] = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))
    for code, table in tables.items():
        for row in table["rows"]:
            yield code, table.get("severity", ""), {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
