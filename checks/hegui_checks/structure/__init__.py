"""STR: the parts a report must have, its title and its numbering."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.structure.missing_title import missing_title
    from hegui_checks.structure.incomplete_title import incomplete_title
    from hegui_checks.structure.missing_measures import missing_measures
    from hegui_checks.structure.missing_shortcomings import missing_shortcomings
    from hegui_checks.structure.missing_causes import missing_causes
    from hegui_checks.structure.part_without_heading import part_without_heading
    from hegui_checks.structure.numbering_gap import numbering_gap
    from hegui_checks.structure.empty_part import empty_part
    from hegui_checks.structure.request_in_report import request_in_report

    return [
        missing_title,
        incomplete_title,
        missing_measures,
        missing_shortcomings,
        missing_causes,
        part_without_heading,
        numbering_gap,
        empty_part,
        request_in_report,
    ]
