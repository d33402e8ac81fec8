"""SUB001."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE

_LEAST = 0.02
_LONG = 400
_FULL = "全年开展执法检查26次，审查合同18份，调解矛盾纠纷66件，组织法治宣传12场次，公开政府信息120条。"


@check(
    "SUB001",
    "shortcomings-slight",
    "不足写得过少",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad=f"一、主要举措和成效\n{_FULL * 60}",
            good=f"一、主要举措和成效\n{_FULL * 30}",
            quiet=("一、主要举措和成效\n审查合同18份，调解矛盾纠纷66件。",),
            part="measures",
            replace=True,
            marks="存在的不足",
        )
    ],
)
def shortcomings_slight(report: Report) -> Iterator[Hit]:
    """不足部分不到全文百分之二的，多半没有写到实处。短的报告不作比较。"""
    passage = report.parts.get("shortcomings")
    whole = len(report.text)
    if passage is None or whole < _LONG:
        return
    share = sum(len("".join(span.of(report.text).split())) for span in passage.bodies) / whole
    if share < _LEAST:
        where = (
            passage.heading.span
            if passage.heading
            else Span(passage.span.start, min(passage.span.end, passage.span.start + 24))
        )
        yield Hit(
            where,
            f"不足部分只占全文的{share:.1%}",
            "对照工作实际，写出具体的问题和原因",
            data={"share": round(share, 4)},
        )
