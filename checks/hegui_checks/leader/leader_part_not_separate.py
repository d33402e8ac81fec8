"""LDR002."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS


@check(
    "LDR002",
    "leader-part-not-separate",
    "主要负责人履职情况没有单独成节",
    each=Report,
    severity=Severity.INFO,
    basis=CONTENTS,
    examples=[
        Example(
            bad="（九）镇党委书记、镇长对法治建设重要工作亲自部署、重大问题亲自过问，主持召开专题会议2次。",
            good="三、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头学法，主持召开专题会议2次。",
            part="leader",
            replace=True,
        )
    ],
)
def leader_part_not_separate(report: Report) -> Iterator[Hit]:
    """《规定》把这一内容单列为一项；约半数已公开的报告写在其他部分里，因此只作提示，街道不提示。"""
    passage = report.parts.get("leader")
    if passage is None or passage.form == "section" or report.body == "subdistrict":
        return
    where = passage.heading.span if passage.heading else passage.span
    yield Hit(where, "主要负责人履职情况写在其他部分里，没有单独成节", "《规定》将其单列一项，建议单独成节")
