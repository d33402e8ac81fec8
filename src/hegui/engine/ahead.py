"""Compiles ahead what a first report asks for: see hegui.text.ahead.

``python -m hegui.engine.ahead`` checks the sample reports, notes every pattern that is asked for, and writes the table
for the Python that runs it; each Python whose engine differs has a table of its own.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hegui.engine.session import Request, Session
from hegui.finding import Skipped
from hegui.text import ahead

SAMPLES = "seeds/*/report.txt"


def table(reports: Iterable[str]) -> str:
    """The table of all patterns that checking the files ``reports`` asks for, a line each."""
    session = Session(Request(("-",)), settled=True)
    for report in reports:
        checked = session.check_file(report)
        if isinstance(checked.result, Skipped) or checked.result.error or checked.crashes:
            raise SystemExit(f"{report}: {checked}")
    rows = [f"{_json(ahead.key(*given))}:{_json(made(*given))}" for given in sorted(ahead.asked)]
    return f'{{"machine":{_json(ahead.MACHINE)},"patterns":{{\n' + ",\n".join(rows) + "\n}}\n"


def made(source: str, flags: int) -> list[Any]:
    """What ``re`` makes of a pattern, as the table holds it."""
    parser, compiler = sys.modules["re._parser"], sys.modules["re._compiler"]
    parsed = vars(parser)["parse"](source, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = array("I", vars(compiler)["_code"](parsed, flags)).tobytes().hex()
    return [code, flags | state.flags, state.groups - 1, state.groupdict, names]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=int)


if __name__ == "__main__":
    place = Path(ahead.__file__).with_name(f"{ahead.NAME}.json")
    place.unlink(missing_ok=True)  # nothing is taken from the table that is to be replaced
    place.write_text(table(sorted(map(str, Path().glob(SAMPLES)))), "utf-8", newline="\n")
