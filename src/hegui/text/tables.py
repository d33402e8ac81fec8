"""Word lists and tables: written as TOML for people, loaded as the JSON generated from it.

``python -m hegui.text.tables FOLDER…`` writes the JSON anew; parsing TOML at every start
would cost more than reading a report.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(folder: str, name: str) -> dict[str, Any]:
    """The table ``name`` beside a module; ``folder`` is that module's ``__file__`` or its folder."""
    place = Path(folder)
    if place.suffix == ".py":
        place = place.parent
    table: dict[str, Any] = json.loads((place / f"{name}.json").read_bytes())
    return table


def generate(source: Path) -> str:
    """The JSON text that belongs to a TOML file: same keys, same order."""
    import tomllib

    table = tomllib.loads(source.read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def main(roots: list[str]) -> None:
    """Write the JSON beside every TOML file below ``roots``."""
    for root in roots:
        for source in sorted(Path(root).rglob("*.toml")):
            source.with_suffix(".json").write_text(generate(source), "utf-8", newline="\n")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:] or ["src/hegui", "checks/hegui_checks"])
