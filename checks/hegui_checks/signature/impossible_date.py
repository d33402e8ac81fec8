"""SIG009."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check, written_dates
from hegui_checks.bases import ACCURACY

_FAR = 5


@check(
    "SIG009",
    "impossible-date",
    "日期不存在",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="2025年2月30日", good="2025年2月20日", quiet=("2024年2月29日",), part="date", marks="2025年2月30日"
        ),
        Example(bad="2033年1月20日", good="2025年1月20日", part="date"),
        Example(
            bad="2024年13月5日，召开法治建设专题会议。",
            good="2024年11月5日，召开法治建设专题会议。",
            quiet=("到2035年基本建成法治政府。",),
        ),
    ],
)
def impossible_date(report: Report) -> Iterator[Hit]:
    """历法里没有的日期，或者远在报告年度之后的成文日期，一定是笔误。"""
    for dated in written_dates(report.text):
        if not dated.day.exists:
            yield Hit(dated.span, f"没有“{dated.span.of(report.text)}”这个日期", "核对日期")
    signature = report.signature
    if signature and signature.date and signature.day and report.year and signature.day.year > report.year + _FAR:
        yield Hit(signature.date, f"成文日期{signature.day}远在报告年度（{report.year}年）之后", "核对年份")
