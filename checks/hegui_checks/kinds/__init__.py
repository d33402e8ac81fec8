"""The kinds of report that the built-in checks are for."""

from __future__ import annotations

from hegui.api import Kind, hookimpl, load, parse_kind

NAMES = ("fazhi",)


@hookimpl
def hegui_kinds() -> list[Kind]:
    """Every kind of this folder."""
    return [parse_kind(load(__file__, name)) for name in NAMES]
