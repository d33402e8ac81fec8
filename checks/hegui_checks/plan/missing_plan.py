"""PLN001."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import foot, lacking


@check(
    "PLN001",
    "missing-plan",
    "缺少下一年度主要安排",
    each=Report,
    severity=Severity.ERROR,
    basis=CONTENTS,
    examples=[
        Example(
            bad="",
            good="四、2025年推进法治政府建设的主要安排\n组织法治培训12场，完成规范性文件清理。",
            quiet=(
                "四、下步打算\n组织法治培训12场，完成规范性文件清理。",
                "下一步，我镇将组织法治培训12场，完成规范性文件清理。",
                "2025年，我镇将继续组织法治培训，完成规范性文件清理。",
            ),
            part="plan",
            replace=True,
        )
    ],
)
def missing_plan(report: Report) -> Iterator[Hit]:
    """年度报告应当包括下一年度推进法治政府建设的主要安排；“下一步工作”“下步打算”都算。"""
    yield from lacking(report, "plan", foot(report), "补写下一年度推进法治政府建设的主要安排")
