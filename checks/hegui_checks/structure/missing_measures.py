"""STR003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import head, lacking


@check(
    "STR003",
    "missing-measures",
    "缺少主要举措和成效",
    each=Report,
    severity=Severity.ERROR,
    basis=CONTENTS,
    examples=[
        Example(
            bad="",
            good="一、2024年推进法治政府建设的主要举措和成效\n全年开展普法宣传12场次，审查合同8份。",
            quiet=(
                "一、强化组织领导，夯实法治根基\n党委会专题研究法治建设。\n二、规范执法行为，提升执法水平\n全年办理案件4件。",
                "主要工作开展情况\n一年来，我镇审查合同8份，化解矛盾纠纷12件，开展普法宣传20场次。",
            ),
            part="measures",
            replace=True,
        )
    ],
)
def missing_measures(report: Report) -> Iterator[Hit]:
    """年度报告应当包括上一年度推进法治政府建设的主要举措和成效。按主题分写的同样算有。"""
    yield from lacking(
        report, "measures", head(report), "补写本年度推进法治政府建设的主要举措和成效；已写的，请用标题标明"
    )
