"""SUB: whether the report says what matters."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.substance.plan_as_result import plan_as_result
    from hegui_checks.substance.shortcomings_slight import shortcomings_slight
    from hegui_checks.substance.topic_missing import topic_missing

    return [
        shortcomings_slight,
        topic_missing,
        plan_as_result,
    ]
