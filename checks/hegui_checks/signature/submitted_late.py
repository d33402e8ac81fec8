"""SIG006."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, check
from hegui_checks.bases import SUBMISSION
from hegui_checks.grading import aside, owed


@check(
    "SIG006",
    "submitted-late",
    "成文日期晚于报送期限",
    each=Report,
    severity=Severity.WARNING,
    basis=SUBMISSION,
    examples=[
        Example(bad="2025年3月18日", good="2025年2月28日", quiet=("2025年3月1日",), part="date", marks="2025年3月18日"),
    ],
)
def submitted_late(report: Report) -> Iterator[Hit]:
    """市、县、乡的党委和政府以及部门应当在三月一日之前报告上一年度情况，省一级在四月一日之前。

    当日成文的不报；街道参照执行，只作提示；2019年以前的报告不受约束。
    """
    signature = report.signature
    duty = report.duty("plan")
    deadline = report.kind.deadline("submit", report.level)
    if signature is None or signature.date is None or signature.day is None or report.year is None:
        return
    if deadline is None or duty.strength == "none" or not signature.day.exists:
        return
    month, day = map(int, deadline.split("-"))
    last = Day(report.year + 1, month, day)
    if signature.day > last:
        yield Hit(
            signature.date,
            f"成文日期{signature.day}晚于报送期限（{last}之前）{aside(duty)}",
            "核对成文日期；确已逾期的，向上级说明",
            owed(duty, Severity.WARNING),
        )
