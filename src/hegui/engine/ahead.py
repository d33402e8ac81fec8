"""Compiles ahead what a first report asks for: see hegui.text.ahead.

``python -m hegui.engine.ahead`` checks the sample reports, notes every pattern that is asked for, and writes the table.
Run by each Python that is served: one whose engine runs the code that stands there already adds itself.
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


def asked(reports: Iterable[str]) -> dict[str, list[Any]]:
    """Every pattern that checking the files ``reports`` asks for, as the table holds it."""
    session = Session(Request(("-",)), settled=True)
    for report in reports:
        checked = session.check_file(report)
        if isinstance(checked.result, Skipped) or checked.result.error or checked.crashes:
            raise SystemExit(f"{report}: {checked}")
    return {ahead.key(*given): made(*given) for given in sorted(ahead.asked)}


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


def written(table: dict[str, Any]) -> str:
    """The text of the table, a line each pattern."""
    rows = [f"{_json(name)}:{_json(row)}" for name, row in table["patterns"].items()]
    return f'{{"engines":{_json(table["engines"])},"patterns":{{\n' + ",\n".join(rows) + "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main() -> None:
    """Write the table anew."""
    place = Path(ahead.__file__).with_name(f"{ahead.NAME}.json")
    old = json.loads(place.read_text("utf-8"))
    place.write_text(written({"engines": [], "patterns": {}}), "utf-8")  # nothing is taken from what is to be replaced
    patterns = asked(sorted(map(str, Path().glob(SAMPLES))))
    engines = old["engines"] if old["patterns"] == patterns else []
    engines = sorted([ahead.ENGINE, *(engine for engine in engines if engine != ahead.ENGINE)])
    place.write_text(written({"engines": engines, "patterns": patterns}), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
