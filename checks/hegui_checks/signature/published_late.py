"""SIG007."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, check
from hegui_checks.bases import PUBLICATION
from hegui_checks.grading import head

_PAGE = "发布日期：{}\n柳河镇2024年法治政府建设年度报告"
_SILENT = {"subdistrict", "zone"}


@check(
    "SIG007",
    "published-late",
    "公开日期晚于规定期限",
    each=Report,
    severity=Severity.WARNING,
    basis=PUBLICATION,
    examples=[
        Example(
            bad=_PAGE.format("2025-04-02"),
            good=_PAGE.format("2025-03-31"),
            quiet=(
                "更新时间：2025-06-02\n柳河镇2024年法治政府建设年度报告",
                "今天是：2025年6月2日\n柳河镇2024年法治政府建设年度报告",
            ),
            part="title",
        )
    ],
)
def published_late(report: Report) -> Iterator[Hit]:
    """每年四月一日之前应当向社会公开。四月一日当天只作提示；晚一年以上的可能是网站迁移的日期，也只作提示。"""
    day, year = report.published, report.year
    deadline = report.kind.deadline("publish", report.level)
    if day is None or year is None or deadline is None or report.body in _SILENT:
        return
    if report.duty("measures").strength == "none":
        return
    month, last = map(int, deadline.split("-"))
    limit = Day(year + 1, month, last)
    if day < limit:
        return
    unsure = report.body is None
    severity, note = (Severity.INFO if unsure else Severity.WARNING), ""
    if day == limit:
        severity, note = Severity.INFO, "，恰为期限当日"
    elif (day.year, day.month) > (limit.year + 1, limit.month):
        severity, note = Severity.INFO, "，可能为网站迁移日期"
    yield Hit(head(report), f"页面的发布日期是{day}，规定在{limit}之前公开{note}", "核对公开日期", severity)
