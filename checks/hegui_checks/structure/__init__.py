"""STR: the parts a report must have, its title and its numbering."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.structure.damaged_marker import damaged_marker
    from hegui_checks.structure.empty_part import empty_part
    from hegui_checks.structure.incomplete_title import incomplete_title
    from hegui_checks.structure.missing_addressee import missing_addressee
    from hegui_checks.structure.missing_causes import missing_causes
    from hegui_checks.structure.missing_measures import missing_measures
    from hegui_checks.structure.missing_shortcomings import missing_shortcomings
    from hegui_checks.structure.missing_title import missing_title
    from hegui_checks.structure.numbering_gap import numbering_gap
    from hegui_checks.structure.numbering_style import numbering_style
    from hegui_checks.structure.part_without_heading import part_without_heading
    from hegui_checks.structure.request_in_report import request_in_report
    from hegui_checks.structure.title_wording import title_wording
    from hegui_checks.structure.unusual_order import unusual_order

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
        unusual_order,
        numbering_style,
        missing_addressee,
        damaged_marker,
        title_wording,
    ]
