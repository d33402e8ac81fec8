"""CIT: the laws and documents that a report cites."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.citation.docno_brackets import docno_brackets
    from hegui_checks.citation.law_not_yet import law_not_yet
    from hegui_checks.citation.misnamed_document import misnamed_document
    from hegui_checks.citation.not_a_document import not_a_document
    from hegui_checks.citation.quoted_law import quoted_law
    from hegui_checks.citation.repealed_law import repealed_law
    from hegui_checks.citation.short_title import short_title
    from hegui_checks.citation.wrong_issuer_of_document import wrong_issuer_of_document
    from hegui_checks.citation.wrong_period import wrong_period

    return [
        misnamed_document,
        repealed_law,
        law_not_yet,
        short_title,
        docno_brackets,
        not_a_document,
        wrong_period,
        quoted_law,
        wrong_issuer_of_document,
    ]
