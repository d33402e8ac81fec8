"""STA003."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA003",
    "impossible-rate",
    "比率超过百分之百",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("%", "％", "百分之"),
    examples=[
        Example(
            bad="执法人员参加考试，合格率达到102%。",
            good="执法人员参加考试，合格率达到100%。",
            quiet=(
                "办件量同比增长120%。",
                "年度任务完成率103%，清案率105.6%。",
                "罚没收入执行率达110%。",
                "办理效率提升150%。",
            ),
            marks="102%",
        )
    ],
)
def impossible_rate(report: Report) -> Generator[Hit, None, int]:
    """合格率、通过率、办结率这类比率的分子是分母的一部分，不会超过百分之百。"""
    return (yield from tell(report, ("limit",), "核对分子、分母；分子含以前年度的，写明口径", Severity.INFO))
