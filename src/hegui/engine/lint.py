"""Linting one report: what the rules see, and what is told of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from hegui.engine.conclude import Linted, Plan, conclude, judged, split
from hegui.engine.examine import Look, describe, examine, looks
from hegui.engine.stamp import Stamp
from hegui.engine.walk import look
from hegui.finding import Finding
from hegui.report.build import Report

__all__ = ["Linted", "Plan", "describe", "judged", "lint", "looks", "split"]

Adjust = Callable[[Report, tuple[Finding, ...]], tuple[Finding, ...]]


def lint(
    report: Report,
    plan: Plan,
    path: str,
    adjust: Adjust | None = None,
    keep: str = "",
    spared: Collection[str] = (),
    look: Look = look,
) -> Linted:
    """Run ``plan`` over ``report``; a check that raises loses only its own findings.

    ``keep`` is what of the text goes with the result: nothing, passages or text.
    ``spared`` is what the findings need not have: see Stamp.
    ``look`` is what runs one check: a stopwatch may stand around it.
    """
    examined = examine(report, plan.rules, path, look, spared)
    linted = conclude(examined, plan, partial(adjust, report) if adjust else None)
    if not keep:
        return linted
    from hegui.engine.passages import passages

    stamp = Stamp(report, path, (span for spans in examined.private.values() for span in spans))
    shown = passages(report, stamp, linted.spans, linted.result.findings, keep)
    return linted._replace(result=linted.result._replace(paragraphs=shown))
