"""SIG004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE


@check(
    "SIG004",
    "dated-before-year-end",
    "成文日期早于年度结束",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="2024年12月19日", good="2025年1月19日", quiet=("2025年1月1日",), part="date", marks="2024年12月19日"
        )
    ],
)
def dated_before_year_end(report: Report) -> Iterator[Hit]:
    """年度没有结束，全年的数据还不可能齐。起草中的稿子用 --draft 不报。"""
    signature = report.signature
    if report.draft or signature is None or signature.date is None or signature.day is None:
        return
    if signature.day.year == report.year and signature.day.exists:
        yield Hit(
            signature.date,
            f"成文日期{signature.day}在报告年度之内，{report.year}年的数据还不可能是全年的",
            "核对成文日期；数据截止日早于年底的，在文中写明",
        )
