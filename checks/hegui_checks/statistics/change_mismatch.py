"""STA004."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA004",
    "change-mismatch",
    "增减幅度与数字不符",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("增", "升", "降", "减", "提高", "涨", "跌", "回落"),
    examples=[
        Example(
            bad="行政诉讼案件由17起下降至9起，同比下降57.06%。",
            good="行政诉讼案件由17起下降至9起，同比下降47.06%。",
            quiet=(
                "发生生产安全事故9起，死亡9人，同比均下降47.06%。",
                "审查合同136件次，较上年增长23%。",
                "受理行政复议案件240件，同比下降24.76%。",
                "行政许可和行政处罚分别增长8%和12.4%。",
                "全年受理案件34件，去年28件，同比增长21.43%。",
                "群众诉求1280件，同比下降3.7%。",
            ),
            marks="57.06%",
        ),
        Example(bad="信访总量由9件下降至17件。", good="信访总量由17件下降至9件。", marks="17件"),
        Example(
            bad="全年受理行政复议案件12件，同比增长47.5%。",
            good="全年受理行政复议案件12件，同比增长50%。",
            marks="47.5%",
        ),
    ],
)
def change_mismatch(report: Report) -> Generator[Hit, None, int]:
    """前后两个数都写了，增减幅度就能复算；只写一个数时，看上年有没有整数能得出这一幅度。"""
    advice = "核对本年数、上年数和增减幅度"
    return (yield from tell(report, ("change", "direction", "base"), advice, Severity.INFO))
