"""STR009."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hegui.api import Example, Hit, Report, Section, Severity, check
from hegui_checks.bases import NUMBERING

_STOPPED_DIGIT = re.compile(r"\d{1,2} ?、")
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
    for root in report.sections:
        if len({section.heading.level for section in _all([root]) if section.heading.marker}) > _FREE:
            yield from _skips(root)


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
