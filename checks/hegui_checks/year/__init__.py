"""TIM: the year reported on."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.year.anachronism import anachronism
    from hegui_checks.year.early_cutoff import early_cutoff
    from hegui_checks.year.relative_year import relative_year
    from hegui_checks.year.stale_period import stale_period
    from hegui_checks.year.stale_year_in_body import stale_year_in_body
    from hegui_checks.year.year_mismatch import year_mismatch

    return [
        year_mismatch,
        stale_year_in_body,
        stale_period,
        anachronism,
        relative_year,
        early_cutoff,
    ]
