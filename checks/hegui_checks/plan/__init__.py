"""PLN: next year's plan."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.plan.missing_plan import missing_plan
    from hegui_checks.plan.plan_thin import plan_thin
    from hegui_checks.plan.plan_year_unstated import plan_year_unstated
    from hegui_checks.plan.shortcoming_unanswered import shortcoming_unanswered
    from hegui_checks.plan.wrong_plan_year import wrong_plan_year

    return [
        missing_plan,
        wrong_plan_year,
        plan_year_unstated,
        plan_thin,
        shortcoming_unanswered,
    ]
