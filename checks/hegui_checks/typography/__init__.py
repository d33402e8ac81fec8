"""FMT: marks and figures as they are set."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.typography.body_typeface import body_typeface
    from hegui_checks.typography.empty_marks import empty_marks
    from hegui_checks.typography.event_date import event_date
    from hegui_checks.typography.half_width import half_width
    from hegui_checks.typography.heading_end_mark import heading_end_mark
    from hegui_checks.typography.heading_typeface import heading_typeface
    from hegui_checks.typography.line_spacing import line_spacing
    from hegui_checks.typography.lost_in_transfer import lost_in_transfer
    from hegui_checks.typography.mixed_brackets import mixed_brackets
    from hegui_checks.typography.needless_comma import needless_comma
    from hegui_checks.typography.no_end_mark import no_end_mark
    from hegui_checks.typography.number_range import number_range
    from hegui_checks.typography.page_margins import page_margins
    from hegui_checks.typography.page_number import page_number
    from hegui_checks.typography.repeated_mark import repeated_mark
    from hegui_checks.typography.stray_space import stray_space
    from hegui_checks.typography.title_typeface import title_typeface
    from hegui_checks.typography.unpaired_mark import unpaired_mark

    return [
        unpaired_mark,
        half_width,
        needless_comma,
        event_date,
        lost_in_transfer,
        repeated_mark,
        stray_space,
        no_end_mark,
        heading_end_mark,
        empty_marks,
        mixed_brackets,
        number_range,
        title_typeface,
        body_typeface,
        heading_typeface,
        page_margins,
        line_spacing,
        page_number,
    ]
