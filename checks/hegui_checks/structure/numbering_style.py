"""STR009."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.api import Example, Heading, Hit, Report, Section, Severity, check, regex
from hegui_checks.bases import NUMBERING

_STOPPED_DIGIT = regex(r"\d{1,2} ?、")
_FREE = 2
_WORDS = ("一、", "（一）", "1.", "（1）")


@check(
    "STR009",
    "numbering-style",
    "序号层次不合国标",
    each=Report,
    severity=Severity.INFO,
    basis=NUMBERING,
    once=True,
    examples=[
        Example(
            bad="（一）加强学习\n1、组织集中学法。\n2、开展旁听庭审。",
            good="（一）加强学习\n1.组织集中学法。\n2.开展旁听庭审。",
            quiet=("1.组织集中学法。\n2.开展旁听庭审。", "1．组织集中学法。\n2．开展旁听庭审。"),
            part="plan",
            marks="1、",
        ),
        Example(
            bad="（一）加强学习\n（1）组织集中学法。\n（2）开展旁听庭审。",
            good="（一）加强学习\n1.组织集中学法。\n2.开展旁听庭审。",
            part="plan",
        ),
        Example(
            bad="柳河镇2024年法治政府建设年度报告\n（一）主要做法\n一、加强学习\n组织学法6次。\n二、规范执法\n开展评查2次。",
            good="柳河镇2024年法治政府建设年度报告\n一、主要做法\n（一）加强学习\n组织学法6次。\n（二）规范执法\n开展评查2次。",
            quiet=(
                "柳河镇2024年法治政府建设年度报告\n（一）加强学习\n组织学法6次。\n（二）规范执法\n开展评查2次。\n二、存在的不足\n人员较少。",
            ),
            part="whole",
        ),
    ],
)
def numbering_style(report: Report) -> Iterator[Hit]:
    """国家标准的层次序数依次可以用“一、”“（一）”“1.”“（1）”；只有两级的可以跳用。"""
    steep = False
    above: Heading | None = None
    for heading in report.headings:
        if heading.marker.endswith("、") and _STOPPED_DIGIT.fullmatch(heading.marker):
            yield Hit(heading.span, "阿拉伯数字序号后用了顿号，国标用下脚点“1.”", "把“1、”改为“1.”")
        steep = steep or (above is not None and heading.level - above.level > 1)
        above = heading
    if inverted := _inverted(report.headings):
        yield Hit(inverted.span, "“一、”用在了“（一）”之下，层次颠倒", "第一层用“一、”，第二层用“（一）”")
        return
    if not steep:
        return  # where a level is skipped, it is by the first heading under another
    for root in report.sections:
        if len({section.heading.level for section in _all([root]) if section.heading.marker}) > _FREE:
            yield from _skips(root)


def _inverted(headings: Sequence[Heading]) -> Heading | None:
    """The first 一、 under a （一）, where （一）（二）（三） run through and 一、 begins anew under each."""
    first = next((heading for heading in headings if heading.marker), None)
    if first is None or first.level != 2:
        return None
    numbered = [heading for heading in headings if heading.marker]
    upper = [heading.number for heading in numbered if heading.level == 2]
    lower = [heading for heading in numbered if heading.level == 1]
    if len(lower) < _FREE or lower[0].number != 1:
        return None
    return lower[0] if upper == list(range(1, len(upper) + 1)) else None


def _skips(section: Section) -> Iterator[Hit]:
    """The children that skip a level below their heading."""
    for child in section.children:
        if child.heading.marker and section.heading.marker and child.heading.level - section.heading.level > 1:
            usual = _WORDS[section.heading.level]
            message = f"“{section.heading.marker}”之下跳用了“{child.heading.marker}”"
            yield Hit(child.heading.span, message, f"下一级通常用“{usual}”")
        yield from _skips(child)


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)
