"""FMT: marks and figures as they are set."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.typography.unpaired_mark import unpaired_mark

    return [
        unpaired_mark,
    ]
