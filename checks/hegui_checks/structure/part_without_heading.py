"""STR007."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE

_WORDS = 20


@check(
    "STR007",
    "part-without-heading",
    "必备部分没有标题",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="一年来，法治政府建设取得了一定成效，但也存在一些不足：由于人员较少，普法形式较为单一。",
            good="二、存在的不足和原因\n由于人员较少，普法形式较为单一。",
            quiet=(
                "（八）存在的不足\n由于人员较少，普法形式较为单一。",
                "二、存在的不足。由于人员较少，普法形式较为单一。",
            ),
            part="shortcomings",
            replace=True,
        )
    ],
)
def part_without_heading(report: Report) -> Iterator[Hit]:
    """每个必备部分有自己的标题，读者和审核人才找得到。全文没有标题的，只提示一次。"""
    bare = [
        (part.name, passage.head(_WORDS))
        for part in report.kind.parts
        if part.required and (passage := report.parts.get(part.role)) and passage.form == "paragraph"
    ]
    if not bare:
        return
    names = "、".join(f"“{name}”" for name, _ in bare)
    whole = "" if report.sections else "，全文没有分级标题"
    yield Hit(
        bare[0][1],
        f"{names}只有段落，没有标题{whole}",
        "为每个必备部分加上一级标题",
        related=tuple((span, f"“{name}”从这里开始") for name, span in bare[1:]),
    )
