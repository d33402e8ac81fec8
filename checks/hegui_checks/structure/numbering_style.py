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
    ],
)
def numbering_style(report: Report) -> Iterator[Hit]:
    """国家标准的层次序数依次可以用“一、”“（一）”“1.”“（1）”；只有两级的可以跳用。"""
    for section in _all(report.sections):
        if _STOPPED_DIGIT.fullmatch(section.heading.marker):
            yield Hit(section.heading.span, "阿拉伯数字序号后用了顿号，国标用下脚点“1.”", "把“1、”改为“1.”")
    if inverted := _inverted(report.headings):
        yield Hit(inverted.span, "“一、”用在了“（一）”之下，层次颠倒", "第一层用“一、”，第二层用“（一）”")
        return
    for root in report.sections:
        if len({section.heading.level for section in _all([root]) if section.heading.marker}) > _FREE:
            yield from _skips(root)


def _inverted(headings: Sequence[Heading]) -> Heading | None:
    """The first 一、 under a （一）, where （一）（二）（三） run through and 一、 begins anew under each."""
    numbered = [heading for heading in headings if heading.marker]
    upper = [heading.number for heading in numbered if heading.level == 2]
    lower = sum(heading.level == 1 for heading in numbered)
    if (
        not numbered
        or numbered[0].level != 2
        or min(lower, len(upper)) < _FREE
        or upper != list(range(1, len(upper) + 1))
    ):
        return None
    return next((heading for heading in numbered if heading.level == 1), None)


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
