"""PRI: what must not be published."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.privacy.named_person import named_person
    from hegui_checks.privacy.personal_number import personal_number
    from hegui_checks.privacy.secrecy_mark import secrecy_mark

    return [
        personal_number,
        named_person,
        secrecy_mark,
    ]
