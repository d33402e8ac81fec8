"""TIM: the year reported on."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.year.year_mismatch import year_mismatch

    return [
        year_mismatch,
    ]
