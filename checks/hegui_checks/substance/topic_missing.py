"""SUB002."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.grading import head
from hegui_checks.register import Topic, topics

_LONG, _MANY = 1000, 3
_FULL = "开展法治宣传活动12场次，发放宣传资料3000余份，组织干部学法6次，提高法治意识。"


@cache
def _asked(level: str, body: str) -> list[Topic]:
    return [topic for topic in topics() if level in topic.levels and body in topic.bodies]


@check(
    "SUB002",
    "topic-missing",
    "没有写到主要的工作方面",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad=f"一、主要举措和成效\n{_FULL * 30}审查合同18份，公开政府信息120条。",
            good=f"一、主要举措和成效\n{_FULL * 30}审查合同18份，公开政府信息120条，调解矛盾纠纷66件。",
            quiet=(f"一、主要举措和成效\n{_FULL * 3}审查合同18份。",),
            part="measures",
            replace=True,
        )
    ],
)
def topic_missing(report: Report) -> Iterator[Hit]:
    """《法治政府建设实施纲要》的主要方面全文一个字也没有提到，可能是漏写。

    按单位的层级和性质要求：不要求乡镇写立法，不要求部门写化解纠纷。短的报告缺了几个方面才提示。
    """
    level, body = report.level, report.body
    if level is None or body is None or not report.parts.get("measures"):
        return
    missing = [topic.name for topic in _asked(level, body) if not any(map(report.text.__contains__, topic.words))]
    if missing and (len(missing) >= _MANY or report.end - report.start >= _LONG):
        names = "、".join(missing)
        yield Hit(head(report), f"全文没有写到：{names}", "有这方面工作的补写", data={"missing": missing})
