"""STA: figures that must agree."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.statistics.approximate_misuse import approximate_misuse
    from hegui_checks.statistics.change_mismatch import change_mismatch
    from hegui_checks.statistics.conflicting_figures import conflicting_figures
    from hegui_checks.statistics.coverage_contradiction import coverage_contradiction
    from hegui_checks.statistics.frequency_mismatch import frequency_mismatch
    from hegui_checks.statistics.implausible_count import implausible_count
    from hegui_checks.statistics.impossible_rate import impossible_rate
    from hegui_checks.statistics.no_figures import no_figures
    from hegui_checks.statistics.points_not_percent import points_not_percent
    from hegui_checks.statistics.rate_mismatch import rate_mismatch
    from hegui_checks.statistics.sum_mismatch import sum_mismatch

    return [
        sum_mismatch,
        rate_mismatch,
        impossible_rate,
        change_mismatch,
        conflicting_figures,
        points_not_percent,
        approximate_misuse,
        implausible_count,
        no_figures,
        coverage_contradiction,
        frequency_mismatch,
    ]
