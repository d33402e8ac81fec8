"""HEG004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.grading import head
from hegui_checks.register import as_of


@check(
    "HEG004",
    "facts-out-of-date",
    "报告晚于资料截止日",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[Example(bad="2028年1月20日", good="2026年2月20日", part="date", year=2027)],
)
def facts_out_of_date(report: Report) -> Iterator[Hit]:
    """规划、会议和法律的资料都有截止日；更晚的报告里，新规划是否印发、旧法是否废止，本工具不知道，也就不判断。"""
    dated = report.signature.day if report.signature else None
    if dated is None or not dated.exists:
        dated = Day(report.year + 1, 4, 1) if report.year else None
    limit = as_of("periods")
    if dated and dated > limit:
        message = f"资料截至{limit}，这份报告更晚：规划是否到期、法律是否已修改等没有判断"
        yield Hit(head(report), message, "升级 hegui，或对这些内容人工核对")
