"""STR006."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE

_SHORTCOMINGS = "一、存在的不足\n由于人员较少，普法形式较为单一。"
_MEASURES = "二、主要举措和成效\n全年审查合同8份，开展普法宣传12场次，集中学法6次，化解矛盾纠纷20件，开展案卷评查2次。"


@check(
    "STR006",
    "unusual-order",
    "各部分的顺序与《规定》不同",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad=f"{_SHORTCOMINGS}\n{_MEASURES}",
            good="一、主要举措和成效\n全年审查合同8份，开展普法宣传12场次，集中学法6次，化解矛盾纠纷20件。",
            part="measures",
            replace=True,
        )
    ],
)
def unusual_order(report: Report) -> Iterator[Hit]:
    """《规定》依次列出各项内容，但没有规定顺序；顺序不同只作提示，只看独立成节的部分。"""
    placed = [
        passage
        for part in report.kind.parts
        if part.required and (passage := report.parts.get(part.role)) and passage.form == "section" and passage.heading
    ]
    for before, after in pairwise(placed):
        if before.heading and after.heading and after.span.start < before.span.start:
            yield Hit(
                after.heading.span,
                f"“{after.heading.title}”排在“{before.heading.title}”之前，与《规定》列举的顺序不同",
                "顺序没有强制要求，可按列举的顺序调整，便于对照",
                related=((before.heading.span, "按列举的顺序应在前面"),),
            )
            return
