"""LDR001."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import aside, head, owed

_TOLD = "三、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头学法，主持召开法治建设专题会议2次。"


@check(
    "LDR001",
    "missing-leader-part",
    "没有写党政主要负责人履职情况",
    each=Report,
    severity=Severity.ERROR,
    basis=CONTENTS,
    examples=[
        Example(
            bad="",
            good=_TOLD,
            quiet=("（九）镇党委书记、镇长对法治建设重要工作亲自部署、重大问题亲自过问，主持召开专题会议2次。",),
            part="leader",
            replace=True,
        ),
        Example(
            bad="三、加强学习\n认真学习《党政主要负责人履行推进法治建设第一责任人职责规定》，向镇党委、镇政府主要负责人汇报2次。",
            good=_TOLD,
            part="leader",
            replace=True,
        ),
    ],
)
def missing_leader_part(report: Report) -> Iterator[Hit]:
    """年度报告应当写明党政主要负责人履行推进法治建设第一责任人职责的情况。

    写在哪一节都算有；只在下一年打算里提到，或者只引了文件名的，不算。
    """
    if not report.lacks("leader"):
        return
    duty = report.duty("leader")
    yield Hit(
        head(report),
        f"全文未见党政主要负责人履行推进法治建设第一责任人职责的情况{aside(duty)}",
        "单列一项，写明主要负责人主持了哪些会议、研究解决了哪些问题、怎样带头学法和述法",
        owed(duty, Severity.ERROR),
    )
