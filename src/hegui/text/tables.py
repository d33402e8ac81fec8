"""Word lists and tables: written as TOML for people, loaded as the JSON generated from it.

``python -m hegui.text.tables FOLDER…`` writes the JSON anew; parsing TOML at every start
would cost more than reading a report.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from hegui.text import paths

if TYPE_CHECKING:
    from pathlib import Path


@cache
def load(folder: str, name: str) -> dict[str, Any]:
    """The table ``name`` beside a module; ``folder`` is that module's ``__file__`` or its folder."""
    place = paths.parent(folder) if folder.endswith(".py") else folder
    table: dict[str, Any] = _reader()(paths.content(paths.child(place, f"{name}.json")).decode("utf-8"))
    return table


class _Plain:
    """What the reader of JSON is told: nothing out of the ordinary."""

    strict = True
    object_hook = object_pairs_hook = parse_constant = None
    parse_float = float
    parse_int = int
    memo: dict[str, str] = {}


@cache
def _reader() -> Callable[[str], Any]:
    """What ``json.loads`` does, without its package: to import that takes longer than to read all tables."""
    try:
        from _json import make_scanner

        scan: Callable[[str, int], tuple[Any, int]] = make_scanner(cast("Any", _Plain()))
    except (ImportError, AttributeError, TypeError):  # another Python
        from json import loads

        return loads
    return lambda text: scan(text, 0)[0]


def generate(source: Path) -> str:
    """The JSON text that belongs to a TOML file: same keys, same order."""
    import json
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
