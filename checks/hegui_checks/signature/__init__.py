"""SIG: who signs, and when."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.signature.dated_before_year_end import dated_before_year_end
    from hegui_checks.signature.impossible_date import impossible_date
    from hegui_checks.signature.issuer_mismatch import issuer_mismatch
    from hegui_checks.signature.malformed_date import malformed_date
    from hegui_checks.signature.missing_date import missing_date
    from hegui_checks.signature.missing_signature import missing_signature
    from hegui_checks.signature.published_before_dated import published_before_dated
    from hegui_checks.signature.published_late import published_late
    from hegui_checks.signature.submitted_late import submitted_late

    return [
        missing_signature,
        missing_date,
        malformed_date,
        dated_before_year_end,
        issuer_mismatch,
        submitted_late,
        impossible_date,
        published_late,
        published_before_dated,
    ]
