"""Word lists and tables: written as TOML for people, loaded as the JSON generated from it.

``python -m hegui.text.tables FOLDER…`` writes the JSON anew; parsing TOML at every start
would cost more than reading a report.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from hegui.text import paths

if TYPE_CHECKING:
    from pathlib import Path


@cache
def load(folder: str, name: str) -> dict[str, Any]:
    """The table ``name`` beside a module; ``folder`` is that module's ``__file__`` or its folder."""
    place = paths.parent(folder) if folder.endswith(".py") else folder
    table: dict[str, Any] = json.loads(paths.content(paths.child(place, f"{name}.json")))
    return table


def generate(source: Path) -> str:
    """The JSON text that belongs to a TOML file: same keys, same order."""
    import tomllib

    table = tomllib.loads(source.read_text("utf-8"))
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def main(roots: list[str]) -> None:
    """Write the JSON beside every TOML file below ``roots``."""
    from pathlib import Path

    for root in roots:
        for source in sorted(Path(root).rglob("*.toml")):
            source.with_suffix(".json").write_text(generate(source), "utf-8", newline="\n")


if __name__ == "__main__":
    import sys

    main(sys.argv[1:] or ["src/hegui", "checks/hegui_checks"])
