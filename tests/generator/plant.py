"""Puts one defect into a complete report."""

from __future__ import annotations

from random import Random

from . import plant_leader, plant_marks, plant_parts, plant_signature, plant_title, plant_year
from .change import Planter, case
from .model import Generated
from .render import render

PLANTERS: dict[str, Planter] = {
    **plant_title.PLANTERS,
    **plant_parts.PLANTERS,
    **plant_marks.PLANTERS,
    **plant_leader.PLANTERS,
    **plant_signature.PLANTERS,
    **plant_year.PLANTERS,
}
RULES = tuple(sorted(PLANTERS))


def plant(rule: str, generated: Generated, rng: Random) -> tuple[str, str] | None:
    """The report's text with exactly that defect and a note of what was done.

    None when the report is not complete, when its form already allows the rule to speak, or when the defect does not
    fit it. Raises KeyError for a rule without a planter.
    """
    planter = PLANTERS[rule]
    if not generated.complete or rule in generated.allowed:
        return None
    changed = planter(case(generated, rng))
    if changed is None:
        return None
    draft, note = changed
    text = render(draft)
    return None if text == generated.text else (text, note)
