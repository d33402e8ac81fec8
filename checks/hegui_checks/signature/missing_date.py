"""SIG002."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import DATED
from hegui_checks.grading import LOST, drafted, foot


@check(
    "SIG002",
    "missing-date",
    "缺少成文日期",
    each=Report,
    severity=Severity.ERROR,
    basis=DATED,
    examples=[
        Example(
            bad="",
            good="2025年1月20日",
            quiet=("（2025年1月20日）", "二〇二五年一月二十日", "2025年01月20日印发"),
            part="date",
        )
    ],
)
def missing_date(report: Report) -> Iterator[Hit]:
    """署名之下应当有成文日期。网页上的发布日期不是成文日期。"""
    signature = report.signature
    if signature and signature.date:
        return
    severity = Severity.ERROR if drafted(report) else Severity.WARNING
    where = signature.issuers[-1].span if signature else foot(report)
    lost = "" if drafted(report) else LOST
    yield Hit(where, f"没有成文日期{lost}", "在署名之下写明年、月、日", severity)
