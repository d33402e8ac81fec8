"""LDR: what the principal leaders did."""

from __future__ import annotations

from hegui.api import Check, hookimpl


@hookimpl
def hegui_checks() -> list[Check]:
    """The checks of this family."""
    from hegui_checks.leader.leader_evidence_thin import leader_evidence_thin
    from hegui_checks.leader.leader_incomplete import leader_incomplete
    from hegui_checks.leader.leader_part_not_separate import leader_part_not_separate
    from hegui_checks.leader.leader_wrong_level import leader_wrong_level
    from hegui_checks.leader.missing_leader_part import missing_leader_part

    return [
        missing_leader_part,
        leader_part_not_separate,
        leader_incomplete,
        leader_wrong_level,
        leader_evidence_thin,
    ]
