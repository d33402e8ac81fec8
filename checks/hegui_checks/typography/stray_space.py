"""FMT007."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import HAN, Edit, Example, Fix, Hit, Paragraph, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE

_SPACE = regex(rf" (?=(?:{HAN}|[\d“《]))")
_BEFORE = regex(rf"(?:{HAN}|[，、；：。,;:》”])|\d")
_UNITS = "年月日件人"
_ISSUERS = 40


@check(
    "FMT007",
    "stray-space",
    "句中有多余的空格",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="2024 年组织专题会议4次，审查合同。",
            good="2024年组织专题会议4次，审查合同。",
            quiet=(
                "（一） 健全工作制度。",
                "姓名    职务    联系电话",
                "使用LED 屏和GB/T 9704文本。",
                "　　健全工作制度，规范工作程序。",
                "落实《中共中央 国务院关于印发〈法治政府建设实施纲要（2021—2025年）〉的通知》。",
            ),
            marks=" ",
        ),
        Example(
            bad="健全工作制度, 切实规范 程序，提高水平。",
            good="健全工作制度,切实规范程序，提高水平。",
        ),
    ],
)
def stray_space(report: Report) -> Iterator[Hit]:
    """公文里汉字之间、汉字和数字之间不加空格。标题、署名、文件名称里联合发文机关之间和为对齐留的空格不算。"""
    text = report.text
    at = text.find(" ", report.start)
    while at >= 0:
        here = report.paragraph_at(at)
        if _running(report, here):
            for match in _SPACE.finditer(text, *here.body):
                if hit := _hit(text, match.start(), here.body):
                    yield hit
        at = text.find(" ", max(at + 1, here.span.end)) if here.span.start < report.end else -1


def _running(report: Report, paragraph: Paragraph) -> bool:
    """Whether this is running text, not a row of a table, a heading, or words set apart."""
    if paragraph.is_heading or paragraph.style != "text" or not report.start <= paragraph.span.start < report.end:
        return False
    words = paragraph.span.of(report.text)
    return "  " not in words and "\u3000" not in words and "\t" not in words


def _hit(text: str, at: int, body: Span) -> Hit | None:
    before, after = text[at - 1], text[at + 1]
    if at <= body.start or not _BEFORE.match(before) or (before.isdigit() and after.isdigit()):
        return None
    if _between_issuers(text, at, body):
        return None
    span = Span(at, at + 1)
    if (before.isdigit() and after in _UNITS) or (after.isdigit() and before in _UNITS):
        fix = Fix("删去空格", (Edit(span, ""),), Safety.SAFE)
        return Hit(span, "句中有多余的空格", "删去空格", fix=fix)
    return Hit(span, "句中有多余的空格", "删去空格")


def _between_issuers(text: str, at: int, body: Span) -> bool:
    """Whether the space at ``at`` stands in the title of a document before its 关于, where several issue it."""
    opened = text.rfind("《", body.start, at)
    return opened > text.rfind("》", body.start, at) and "关于" in text[at : at + _ISSUERS]
