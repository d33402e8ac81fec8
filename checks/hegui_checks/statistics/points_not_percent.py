"""STA006."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.statistics.telling import tell


@check(
    "STA006",
    "points-not-percent",
    "率的升降写作百分比",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    needs=("率", "满意度"),
    examples=[
        Example(
            bad="矛盾纠纷调解率为98.6%，同比上升2.6%。",
            good="矛盾纠纷调解率为98.6%，同比上升2.6个百分点。",
            quiet=(
                "办件量同比上升2.6%。",
                "矛盾纠纷调解率为98.6%，同比上升2.6个百分点。",
                "案件办理增长率为5%，罚款额同比上升2.6%。",
                "办结率98.6%，较上年增幅2.6%。",
            ),
            marks="2.6%",
        )
    ],
)
def points_not_percent(report: Report) -> Generator[Hit, None, int]:
    """率从96%升到98.6%，是上升2.6个百分点；写“上升2.6%”会被读成96%的2.6%。"""
    found = tell(report, ("points",), "如指两个率之差，改为“个百分点”；如指相对变化，写明“相对”", Severity.WARNING)
    while True:
        try:
            hit = next(found)
        except StopIteration as end:
            return int(end.value)
        words = hit.span.of(report.text)
        if words.endswith(("%", "％")):
            edit = Edit(Span(hit.span.end - 1, hit.span.end), "个百分点")
            hit = hit._replace(fix=Fix("改为“个百分点”", (edit,), Safety.UNSAFE))
        yield hit
