"""STR008."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hegui.api import Example, Heading, Hit, Report, Section, Severity, check
from hegui_checks.bases import PRACTICE

_DIGITS = "零一二三四五六七八九十"
_INLINE_REACH = 1500


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        _DIGITS[number]
        if number <= 10
        else ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")
    )


# How the number before may stand inside a paragraph, where no heading is read: （一）标题。1.内容……
_INLINE = (
    lambda number: re.compile(f"第{_chinese(number)}部分"),
    lambda number: re.compile(rf"(?<![^。；：:;\s]){_chinese(number)}、"),
    lambda number: re.compile(f"[（(]{_chinese(number)}[）)]"),
    lambda number: re.compile(rf"(?<!\d){number}[.．、]"),
    lambda number: re.compile(rf"[（(]{number}[）)]"),
)


@check(
    "STR008",
    "numbering-gap",
    "序号断开或重复",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="（一）加强学习\n组织集中学法。\n（三）规范执法\n开展案卷评查。",
            good="（一）加强学习\n组织集中学法。\n（二）规范执法\n开展案卷评查。",
            quiet=(
                "（一）加强学习\n1.组织集中学法。\n2.开展旁听庭审。\n（二）规范执法\n3.开展案卷评查。\n4.公示执法信息。",
                "（一）加强学习\n1.组织集中学法。\n（二）规范执法\n1.开展案卷评查。",
                "（一）加强学习。一是组织集中学法。二是开展旁听。（二）规范执法。一是评查案卷。",
                "（一）加强学习。1.组织集中学法。\n2.开展旁听庭审。\n（二）规范执法。1.评查案卷。\n2.公示信息。",
            ),
            part="plan",
            marks="（三）",
        ),
        Example(
            bad="（一）加强学习\n组织集中学法。\n（一）规范执法\n开展案卷评查。",
            good="（一）加强学习\n组织集中学法。\n（二）规范执法\n开展案卷评查。",
            quiet=("（一）加强学习\n（一）加强学习\n组织集中学法。\n（二）规范执法\n开展案卷评查。",),
            part="plan",
        ),
    ],
)
def numbering_gap(report: Report) -> Iterator[Hit]:
    """同一级的序号应当连续。上级标题之下可以从头编，也可以接着上一组往下编。"""
    for hit in _siblings(report.sections, {}):
        end = hit.span.start
        start = max(hit.related[0][0].end if hit.related else 0, end - _INLINE_REACH)
        if not _INLINE[hit.data["level"]](hit.data["number"] - 1).search(report.text, start, end):
            yield hit


def _siblings(sections: Sequence[Section], last: dict[int, int]) -> Iterator[Hit]:
    """The breaks among sections side by side; ``last`` holds the number each level has reached."""
    before: Heading | None = None
    for section in sections:
        heading = section.heading
        if heading.number is not None:
            goes_on = before and before.level == heading.level and before.number == heading.number - 1
            if not goes_on and (problem := _problem(heading, before, last.get(heading.level, 0))):
                yield problem
            last[heading.level] = heading.number
            before = heading
        if section.children:
            yield from _siblings(section.children, last)


def _problem(heading: Heading, before: Heading | None, reached: int) -> Hit | None:
    number = heading.number or 0
    if before is None or before.level != heading.level:
        if number == 1 or reached or heading.level == 0:
            return None
        return _hit(heading, f"序号从“{heading.marker}”开始，前面没有第一项", None)
    previous = before.number or 0
    if number == previous:
        return None if heading.title == before.title else _hit(heading, f"序号“{heading.marker}”重复", before)
    if number in {previous + 1, 1}:
        return None
    if number > previous:
        return _hit(heading, f"序号从“{before.marker}”跳到“{heading.marker}”", before)
    return _hit(heading, f"序号“{heading.marker}”倒退，前一项是“{before.marker}”", before)


def _hit(heading: Heading, message: str, before: Heading | None) -> Hit:
    related = ((before.span, "前一项"),) if before else ()
    data = {"level": heading.level, "number": heading.number}
    return Hit(heading.span, message, "核对是否漏了一项，或改正序号", data=data, related=related)
