"""STA009."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE

_HEAD = 24


@check(
    "STA009",
    "no-figures",
    "举措和成效没有数据",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="一、2024年法治政府建设的主要举措和成效\n深入学习宣传习近平法治思想，扎实推进依法行政，持续规范执法行为，广泛开展普法宣传。",
            good="一、2024年法治政府建设的主要举措和成效\n组织专题学法6次，审查合同8份，开展普法宣传12场次。",
            quiet=("一、2024年法治政府建设的主要举措和成效\n组织专题学法六次，扎实推进依法行政，持续规范执法行为。",),
            part="measures",
            replace=True,
            marks="举措和成效",
        )
    ],
)
def no_figures(report: Report) -> Iterator[Hit]:
    """成效要用数据说话：开了几次会、审了几份文件、办了几件案子。"""
    passage = report.parts.get("measures")
    if passage is None:
        return
    if any(span.covers(figure.span) for span in passage.spans for figure in report.figures):
        return
    first = passage.span
    place = passage.heading.span if passage.heading else Span(first.start, min(first.end, first.start + _HEAD))
    yield Hit(place, "举措和成效部分没有一个数据", "补上会议、审查、执法、调解、宣传等的次数和件数")
