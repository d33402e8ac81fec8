"""STA: figures that must agree."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    return []
