"""STA008."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.statistics.telling import tell


@check(
    "STA008",
    "implausible-count",
    "数量关系反常",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="开展法治宣传活动26场次，覆盖群众15人次。",
            good="开展法治宣传活动26场次，覆盖群众1500人次。",
            quiet=("举办培训班10场次，培训干部200余人次。", "接待来信来访498批次900余人次。"),
            marks="26场次",
        ),
        Example(
            bad="全年受理行政复议案件20件，审结23件。",
            good="全年受理行政复议案件23件，审结20件。",
            quiet=("全年受理行政复议案件20件，审结23件（含上年结转5件）。",),
            marks="23件",
        ),
        Example(
            bad="新通过执法证考试人员30人，目前共计有执法证持证人员22人。",
            good="新通过执法证考试人员3人，目前共计有执法证持证人员22人。",
            marks="30人",
        ),
    ],
)
def implausible_count(report: Report) -> Generator[Hit, None, int]:
    """一场活动不足一人次、办结多于受理、新增多于总数，不一定是错，多半值得再看一眼台账。"""
    kinds = ("attendance", "order", "stock")
    return (yield from tell(report, kinds, "对照台账核对；口径不同或者含上年结转的，在文中写明"))
