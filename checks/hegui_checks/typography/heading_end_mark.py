"""FMT009."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check
from hegui_checks.bases import PRACTICE

_LONG = 45
_LOWEST = 2


@check(
    "FMT009",
    "heading-end-mark",
    "单独成行的标题末尾用了句号",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="（四）提高政务服务水平。\n办理政务服务事项126件。",
            good="（四）提高政务服务水平\n办理政务服务事项126件。",
            quiet=(
                "（四）提高政务服务水平。办理政务服务事项126件，群众满意率较高，开展回访。",
                "（一）定期召开会议。\n（二）组织集中学习。",
                "（一）定期召开会议。\n（二）组织集中学习。\n特此报告。",
                "1.健全工作制度。\n规范工作程序，明确工作责任。",
            ),
            part="plan",
            marks="。",
        )
    ],
)
def heading_end_mark(report: Report) -> Iterator[Hit]:
    """单独成行的标题末尾不用句号；标题后接着写正文的要用。逐条列出、序号下只有一句话的不算标题。"""
    body = report.body_paragraphs
    for index, paragraph in enumerate(body[:-1]):
        heading = paragraph.heading
        if heading is None or heading.run_in or heading.level > _LOWEST or not heading.marker:
            continue
        if report.text[paragraph.span.end - 1] != "。" or paragraph.span.width > _LONG:
            continue
        following, before = body[index + 1].heading, body[index - 1].heading if index else None
        if (following and following.level <= heading.level) or (before and before.level == heading.level):
            continue
        mark = Span(paragraph.span.end - 1, paragraph.span.end)
        fix = Fix("删去句号", (Edit(mark, ""),), Safety.SAFE)
        yield Hit(mark, "单独成行的标题末尾不用句号", "删去句号", fix=fix)
