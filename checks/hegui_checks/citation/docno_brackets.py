"""CIT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import HAN, Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import DOCUMENT_NUMBER
from hegui_checks.context import offsets

_NUMBER = regex(r"([\[［【(（﹝〔]) ?((?:19|20)\d{2}) ?([\]］】)）﹞〕]) ?第? ?\d{1,5} ?号")
_LONGEST = 20
_AGENCY = regex(rf"{HAN} ?$")
_LOOKALIKE = {"﹝", "﹞", "〔", "〕"}
_NOT_A_NUMBER = regex(r"(?:编号|批次|索引号|第|年度|案号|文件|标准|图号|证号|证书) ?$")


@check(
    "CIT005",
    "docno-brackets",
    "发文字号的年份未用六角括号",
    each=Report,
    severity=Severity.WARNING,
    basis=DOCUMENT_NUMBER,
    needs=("号",),
    once=True,
    examples=[
        Example(
            bad="落实《关于加强法治政府建设的意见》（国发[2010]33号）。",
            good="落实《关于加强法治政府建设的意见》（国发〔2010〕33号）。",
            quiet=(
                "落实《关于加强法治政府建设的意见》（国发〔2010〕33号）。",
                "（2024）川0102行初12号案件由镇长出庭应诉。",
                "2024年（第3号）公告已发布，2024年第12号文件已归档。",
                "完成档案整理[2024]12件。",
            ),
            marks="[2010]",
        ),
        Example(bad="柳政发（2024）5号文件已印发。", good="柳政发〔2024〕5号文件已印发。"),
        Example(bad="柳政办【2024】15号文件已印发。", good="柳政办〔2024〕15号文件已印发。"),
    ],
)
def docno_brackets(report: Report) -> Iterator[Hit]:
    """发文字号中的年份用六角括号〔〕。法院案号用圆括号，不在此列；只是字形相近的括号作提示。"""
    for match in _numbers(report.text):
        pair = {match[1], match[3]}
        before = report.text[max(0, match.start() - 8) : match.start()]
        if pair == {"〔", "〕"} or not _AGENCY.search(before) or _NOT_A_NUMBER.search(before):
            continue
        edits = tuple(
            Edit(Span(*match.span(group)), right) for group, right in ((1, "〔"), (3, "〕")) if match[group] != right
        )
        severity = Severity.INFO if pair <= _LOOKALIKE else None
        yield Hit(
            Span(match.start(1), match.end()),
            f"“{match[0].strip()}”的年份应当用六角括号〔〕",
            "改为六角括号",
            severity,
            fix=Fix("改为六角括号", edits, Safety.SAFE),
        )


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers of documents, looked for before each 号 that has a digit before it."""
    last = 0
    for at in offsets(text, "号", 0, len(text)):
        if text[at - 1 : at].isdecimal() or text[at - 1 : at] == " ":
            yield from _NUMBER.finditer(text, max(last, at - _LONGEST), at + 1)
        last = at + 1
