"""TRM: words, set phrases and names as they are used now."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.wording.doubled_word import doubled_word
    from hegui_checks.wording.fazhi_form import fazhi_form
    from hegui_checks.wording.likely_typo import likely_typo
    from hegui_checks.wording.outdated_body import outdated_body
    from hegui_checks.wording.outdated_phrase import outdated_phrase
    from hegui_checks.wording.placeholder import placeholder
    from hegui_checks.wording.power_beyond_level import power_beyond_level
    from hegui_checks.wording.set_phrase import set_phrase
    from hegui_checks.wording.wrong_organ import wrong_organ
    from hegui_checks.wording.wrong_self_reference import wrong_self_reference

    return [
        fazhi_form,
        set_phrase,
        outdated_phrase,
        wrong_self_reference,
        power_beyond_level,
        placeholder,
        likely_typo,
        outdated_body,
        doubled_word,
        wrong_organ,
    ]
