"""STR004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import head, lacking


@check(
    "STR004",
    "missing-shortcomings",
    "缺少不足和原因",
    each=Report,
    severity=Severity.ERROR,
    basis=CONTENTS,
    examples=[
        Example(
            bad="",
            good="二、存在的不足和原因\n普法形式较为单一，主要是因专业人员较少。",
            quiet=(
                "过去一年，我镇法治政府建设取得了一定成效，但也存在一些不足：由于人员较少，普法形式较为单一。",
                "二、存在问题及下一步打算\n由于人员较少，普法形式较为单一。下一步将充实队伍。",
            ),
            part="shortcomings",
            replace=True,
        )
    ],
)
def missing_shortcomings(report: Report) -> Iterator[Hit]:
    """年度报告应当包括推进法治政府建设存在的不足和原因。没有标题、只有一段的也算有。"""
    yield from lacking(report, "shortcomings", head(report), "补写本年度推进法治政府建设存在的不足及其原因")
