"""The tables of facts that the built-in checks rest on, each with the day up to which it is known to be whole."""

from __future__ import annotations

from hegui.api import Check, FactTable, hookimpl


@hookimpl
def hegui_facts() -> list[FactTable]:
    """Every table of this folder, as ``hegui facts`` shows it."""
    from hegui_checks.facts_shown import tables

    return tables()


@hookimpl
def hegui_checks() -> list[Check]:
    """What the tables themselves have to say."""
    from hegui_checks.facts.facts_out_of_date import facts_out_of_date

    return [facts_out_of_date]
