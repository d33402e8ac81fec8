"""PLN004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE


@check(
    "PLN004",
    "plan-thin",
    "下一年安排没有可检查的措施",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="四、2025年主要安排\n进一步提高思想认识，切实增强责任感和紧迫感，不断提升依法行政的能力和水平，为高质量发展提供有力支撑。",
            good="四、2025年主要安排\n开展行政执法案卷评查2次，完成规范性文件清理。",
            quiet=("四、2025年主要安排\n制定学法计划，建立法律顾问参与决策机制。",),
            part="plan",
            replace=True,
        )
    ],
)
def plan_thin(report: Report) -> Iterator[Hit]:
    """只有态度、没有措施的安排，第二年无从对照。"""
    passage = report.parts.get("plan")
    if passage is None:
        return
    if not any(report.kind.tells("plan_concrete", report.text, *body) for body in passage.bodies):
        yield Hit(passage.head(), "下一年安排里没有可以检查的措施", "写明要办的事、完成的时间或数量")
