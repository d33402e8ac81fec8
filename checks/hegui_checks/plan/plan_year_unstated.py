"""PLN003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check, regex, years_in
from hegui_checks.bases import PRACTICE

_RELATIVE = regex(r"下一?年|下一个年度|明年|来年|新的一年")


@check(
    "PLN003",
    "plan-year-unstated",
    "没有写明安排的是哪一年",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="四、下一步工作打算\n组织法治培训12场，完成规范性文件清理。",
            good="四、2025年工作打算\n组织法治培训12场，完成规范性文件清理。",
            quiet=(
                "四、下一年度工作打算\n组织法治培训12场。",
                "四、下一步工作打算\n2025年，我镇将组织法治培训12场。",
                "四、2024年工作打算\n组织法治培训12场。",
            ),
            part="plan",
            replace=True,
        )
    ],
)
def plan_year_unstated(report: Report) -> Iterator[Hit]:
    """写明年份，第二年才好对照检查。"""
    passage = report.parts.get("plan")
    if passage is None or report.year is None:
        return
    if passage.heading and next(years_in(passage.heading.title), None):
        return  # it states one, if perhaps not the right one
    texts = [span.of(report.text) for span in passage.spans]
    if any(str(report.year + 1) in text or _RELATIVE.search(text) for text in texts):
        return
    yield Hit(passage.head(), "没有写明安排的是哪一年的工作", f"写明“{report.year + 1}年”")
