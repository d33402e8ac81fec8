"""PLN002."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check, years_in
from hegui_checks.bases import CONTENTS

_CERTAIN = {"标题", "开头"}


@check(
    "PLN002",
    "wrong-plan-year",
    "下一年度安排的年份不对",
    each=Report,
    severity=Severity.ERROR,
    basis=CONTENTS,
    examples=[
        Example(
            bad="四、2024年推进法治政府建设的主要安排\n组织法治培训12场，完成规范性文件清理。",
            good="四、2025年推进法治政府建设的主要安排\n组织法治培训12场，完成规范性文件清理。",
            quiet=(
                "四、下一年度主要安排\n落实《法治政府建设实施纲要（2021—2025年）》，完成2024年度考核整改。",
                "四、2025—2026年工作安排\n组织法治培训12场，完成规范性文件清理。",
            ),
            part="plan",
            replace=True,
            marks="2024",
        )
    ],
)
def wrong_plan_year(report: Report) -> Iterator[Hit]:
    """安排的是报告年度的下一年；标题写成别的年份，多半是沿用了旧稿。文中规划的起止年份不算。"""
    passage = report.parts.get("plan")
    if passage is None or passage.heading is None or report.year is None:
        return
    years = list(years_in(passage.heading.span.of(report.text)))
    if not years or any(year == report.year + 1 for year, _ in years):
        return
    year, place = years[0]
    certain = report.dating.why in _CERTAIN and not (year == report.year and "下" in passage.heading.title)
    yield Hit(
        place.shift(passage.heading.span.start),
        f"报告年度是{report.year}年，下一年度安排却写{year}年",
        f"改为{report.year + 1}年",
        None if certain else Severity.WARNING,
    )
