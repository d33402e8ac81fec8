"""SIG008."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY

_PAGE = "发布日期：{}\n柳河镇2024年法治政府建设年度报告"


@check(
    "SIG008",
    "published-before-dated",
    "公开日期早于成文日期",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    examples=[
        Example(
            bad=_PAGE.format("2025-01-08"),
            good=_PAGE.format("2025-01-20"),
            quiet=(_PAGE.format("2025-02-20"),),
            part="title",
            marks="2025年1月20日",
        )
    ],
)
def published_before_dated(report: Report) -> Iterator[Hit]:
    """先成文、后公开；公开在前的，两个日期必有一个不对。"""
    signature = report.signature
    if report.published is None or signature is None or signature.date is None or signature.day is None:
        return
    if signature.day.day and signature.day.exists and report.published < signature.day:
        yield Hit(
            signature.date,
            f"成文日期{signature.day}晚于页面的发布日期{report.published}",
            "核对两个日期",
        )
