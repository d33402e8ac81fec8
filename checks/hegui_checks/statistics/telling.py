"""From the relations that do not hold to what is said about them."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Hit, Report, Severity, Verdict


def tell(
    report: Report, kinds: tuple[str, ...], advice: str, unsure: Severity | None = None
) -> Generator[Hit, None, int]:
    """A hit for each relation of ``kinds`` that does not hold; returns how many were judged at all.

    A relation that another reading would save is told with severity ``unsure``.
    """
    judged = 0
    for relation in report.relations:
        if relation.kind not in kinds or relation.verdict is Verdict.UNJUDGED:
            continue
        judged += 1
        if relation.verdict is Verdict.CONTRADICTORY:
            severity = None if relation.sure else unsure
            yield Hit(relation.span, relation.problem, advice, severity, relation.evidence, related=relation.related)
    return judged
