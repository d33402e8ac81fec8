"""DUP: passages that stand twice, and what was left of another unit's text."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.repetition.other_unit_name import other_unit_name
    from hegui_checks.repetition.repeated_passage import repeated_passage

    return [
        repeated_passage,
        other_unit_name,
    ]
