"""STR005."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import aside, owed


@check(
    "STR005",
    "missing-causes",
    "不足没有写明原因",
    each=Report,
    severity=Severity.WARNING,
    basis=CONTENTS,
    examples=[
        Example(
            bad="二、存在的不足和原因\n一是普法宣传的形式有待创新。二是执法队伍的力量还需加强。",
            good="二、存在的不足和原因\n一是普法宣传的形式有待创新，主要原因是专业人员较少。",
            quiet=(
                "二、存在的不足\n由于执法人员年龄偏大，办案质量有待提高。",
                "二、存在问题\n执法装备不足，难以及时发现违法行为。",
                "二、存在问题\n受编制限制，执法力量较弱。",
                "二、存在问题\n一是队伍薄弱，根源在于招录困难。",
            ),
            part="shortcomings",
            replace=True,
        )
    ],
)
def missing_causes(report: Report) -> Iterator[Hit]:
    """不足之外还应当写明原因。标题里的“原因”二字不算，正文里要有说明原因的语句。"""
    passage = report.parts.get("shortcomings")
    if passage is None:
        return
    if any(report.kind.tells("causes", report.text, *body) for body in passage.bodies):
        return
    duty = report.duty("shortcomings")
    yield Hit(
        passage.head(),
        f"写了不足，未见写明原因的语句{aside(duty)}",
        "逐条写明原因，例如“由于……”“主要原因是……”",
        owed(duty, Severity.WARNING),
    )
