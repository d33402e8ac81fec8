"""Patterns that come compiled, as modules do: compiling those of a first report took a fifth of its time.

``patterns.json`` holds what ``re`` made of them, and for which engines: each knows the code that it runs by a number.
Another compiles them as ever. ``python -m hegui.engine.ahead`` writes it.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any

from hegui.text.tables import load

_engine: Any = sys.modules.get("_sre")  # no stub knows it; `re` has imported it
NAME = "patterns"
ENGINE = [getattr(_engine, "MAGIC", 0), getattr(_engine, "MAXREPEAT", 0), sys.byteorder]
"""What the code depends on: which engine runs it, how wide its numbers are, and their order."""
asked: list[tuple[str, int]] = []
"""Every pattern that was asked for, with its flags, in turn."""


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` makes of ``source``; raises ``re.error``."""
    asked.append((source, flags))
    row = _made().get(key(source, flags))
    if row is None:
        return re.compile(source, flags)
    code, all_flags, groups, numbers, names = row
    words = memoryview(bytes.fromhex(code)).cast("I").tolist()
    pattern: re.Pattern[str] = _engine.compile(source, all_flags, words, groups, numbers, tuple(names))
    return pattern


def key(source: str, flags: int) -> str:
    """Under what a pattern stands in the table."""
    return f"{flags:d} {source}"


@cache
def _made() -> dict[str, Any]:
    """Of each pattern the code, all its flags, how many groups it has, their numbers by name, their names by number."""
    table = load(__file__, NAME)
    made: dict[str, Any] = table["patterns"]
    return made if ENGINE in table["engines"] else {}
