"""STR013."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import HAN, Edit, Example, Fix, Heading, Hit, Paragraph, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE

_N = "一二三四五六七八九十"
_LOST_OPENING = regex(rf"([{_N}]{{1,3}})[)）](?=\s*{HAN})")
_LOST_CLOSING = regex(rf"[（(]([{_N}]{{1,2}})(?=\s*{HAN})(?![{_N}是般个次件])")
_LOST_POINT = regex(
    rf"(\d{{1,2}})(?={HAN}{{2}})(?![年月日号时点分个名件人次场份家条项户起宗处所台批部套万亿元余多类级期届站支只辆间座亩公平米岁周天小课节篇面张块道辆者是比对至到倍成])"
)
_RUN_ON = regex(rf"{HAN}(?=我(?:镇|乡|县|区|市|局|委|厅|街道)(?![长域]))", words=("我",))
_OPENING, _CLOSING, _POINTS = ("（", "("), (")", "）"), (".", "．", "、")
_MARKING = frozenset((*_OPENING, *_N))
_JOINING = "全在对由为是使让以与和及的将把向从给按据被受于当因如经,，、；"
_COMMA = regex("[，,]")
_CLAUSES = 2
_CLAUSE = 14
_REACH = 45
_LONG = 32
_ITEM = 3
_NEAR = 15


@check(
    "STR013",
    "damaged-marker",
    "序号或标题受损",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="（一）加强学习\n组织集中学法。\n二)纵深推进执法改革\n开展案卷评查。",
            good="（一）加强学习\n组织集中学法。\n（二）纵深推进执法改革\n开展案卷评查。",
            part="plan",
            marks="二)",
        ),
        Example(
            bad="1.深化普法宣传\n组织集中学法。\n2优化法治教育\n开展旁听庭审。",
            good="1.深化普法宣传\n组织集中学法。\n2.优化法治教育\n开展旁听庭审。",
            quiet=(
                "1.深化普法宣传\n12345热线办理工单。\n2.优化法治教育\n3名干部取得执法证。",
                "12月召开专题会议。\n24小时值守。",
            ),
            part="plan",
            marks="2",
        ),
        Example(
            bad="（一）抓实走深法治学习我镇始终坚持集中学法制度，组织学习6次，开展旁听庭审2次。",
            good="（一）抓实走深法治学习。我镇始终坚持集中学法制度，组织学习6次，开展旁听庭审2次。",
            quiet=("（一）抓实走深法治学习，推动我镇干部集中学法，组织学习6次，开展旁听庭审2次。",),
            part="plan",
        ),
        Example(
            bad="（一）加强学习\n组织学法。\n（二）规范执法\n开展评查。\n（三）加强行政执法监督开展专项监督1次，统一文书和流程，提升执法公信力。",
            good="（一）加强学习\n组织学法。\n（二）规范执法\n开展评查。\n（三）加强执法监督\n开展专项监督1次，统一文书和流程，提升公信力。",
            part="plan",
            replace=True,
        ),
    ],
)
def damaged_marker(report: Report) -> Iterator[Hit]:
    """标题序号缺了半边括号或点，或者标题和正文连成了一句，多半是排版或者复制时丢了字符。"""
    text = report.text
    for paragraph in report.body_paragraphs:
        (start, stop), _, heading, _, _ = paragraph
        if heading is None or not heading.marker:
            marked = (text[start] in _MARKING or text[start].isdecimal()) and text[start + 1 : start + 2] != "是"
            if marked and (hit := _half_lost(report, paragraph)):
                yield hit
        elif heading.level < _ITEM and (where := _run_on(text, heading, stop)):
            yield Hit(where, "标题和正文连成了一句，中间似缺句号", "在标题后加句号，或另起一段")
            continue
        if heading and heading.level < _ITEM and _is_sentence(text, heading) and _alone(report, paragraph):
            message = "同级的其他标题都单独成行或以句号断开，这里标题似与正文连成了一句"
            yield Hit(heading.span, message, "在标题后加句号，或另起一段", Severity.INFO)


def _half_lost(report: Report, paragraph: Paragraph) -> Hit | None:
    """A marker of which a bracket or the point is missing."""
    text, span = report.text, paragraph.span
    head = text[span.start : min(span.end, span.start + len(_N))]
    after = head.lstrip("（(0123456789" + _N)[:1]
    if head[0] in _N and after in _CLOSING and (match := _LOST_OPENING.match(text, *span)):
        return _mend(Span(*match.span()), f"（{match[1]}）", "序号缺了前半个括号")
    if head[0] in _OPENING and after not in _CLOSING and (match := _LOST_CLOSING.match(text, *span)):
        return _mend(Span(*match.span()), f"（{match[1]}）", "序号缺了后半个括号")
    if (
        head[0].isdecimal()
        and after not in _POINTS
        and (match := _LOST_POINT.match(text, *span))
        and _beside(report, paragraph, int(match[1]))
    ):
        return _mend(Span(*match.span()), f"{match[1]}.", "序号后缺了“.”")
    return None


def _run_on(text: str, heading: Heading, end: int) -> Span | None:
    """A heading that runs into a sentence about 我镇 without any mark between them."""
    start = heading.span.start + len(heading.marker)
    if text.find("我", start + 4, min(end, start + _REACH)) < 0:
        return None
    found = _RUN_ON.search(text, start + 4, min(end, start + _REACH))
    if found is None or found[0] in _JOINING or re.search("[。，；：,;:]", text[start : found.end()]):
        return None
    return Span(heading.span.start, found.end())


def _is_sentence(text: str, heading: Heading) -> bool:
    """Whether a numbered paragraph is one long sentence where a heading ought to be."""
    if heading.run_in:
        return not heading.title
    if heading.span.width <= _LONG:
        return False
    clauses = _COMMA.split(heading.title)
    least = _LONG if len(clauses) > _CLAUSES and len(clauses[0]) > _CLAUSE else _REACH
    return heading.span.width > least and text[heading.span.end - 1] == "。"


def _alone(report: Report, paragraph: Paragraph) -> bool:
    """Whether all neighbours of the level, two at least, have a title of their own and this one has none."""
    level = paragraph.heading.level if paragraph.heading else 0
    near = report.paragraphs[max(0, paragraph.order - _NEAR) : paragraph.order + _NEAR]
    others = [p.heading for p in near if p.heading and p.heading.level == level and p.order != paragraph.order]
    return len(others) > 1 and all(heading.title and heading.span.width <= _REACH for heading in others)


def _mend(span: Span, new: str, message: str) -> Hit:
    fix = Fix(f"改为“{new}”", (Edit(span, new),), Safety.UNSAFE)
    return Hit(span, message, f"补全为“{new}”", fix=fix)


def _beside(report: Report, paragraph: Paragraph, number: int) -> bool:
    """Whether a neighbour in the list bears the number before or after."""
    near = report.paragraphs[max(0, paragraph.order - 4) : paragraph.order + 5]
    numbers = {p.heading.number for p in near if p.heading and p.heading.level == 3 and p.heading.number}
    return number - 1 in numbers or number + 1 in numbers
