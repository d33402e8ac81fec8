"""STA011."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.statistics.telling import tell


@check(
    "STA011",
    "frequency-mismatch",
    "频次与次数不符",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    needs=("每",),
    examples=[
        Example(
            bad="坚持每两月开展1次集中学法，全年开展集中学法5次。",
            good="坚持每两月开展1次集中学法，全年开展集中学法6次。",
            quiet=(
                "建立每季度1次的督查制度，开展专项检查2次。",
                "每年开展专题学习不少于4次，组织专题学习5次。",
                "坚持每季度召开1次法治建设专题会议。",
            ),
            marks="5次",
        )
    ],
)
def frequency_mismatch(report: Report) -> Generator[Hit, None, int]:
    """写明每两月一次，全年就该有六次；少了的，或者漏记，或者没有照制度办。"""
    return (yield from tell(report, ("frequency",), "核对次数；合并召开或者中途建立制度的，写明"))
