"""STR008."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.api import Example, Heading, Hit, Report, Section, Severity, check
from hegui_checks.bases import PRACTICE


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
    last: dict[int, int] = {}
    yield from _siblings(report.sections, last)


def _siblings(sections: Sequence[Section], last: dict[int, int]) -> Iterator[Hit]:
    """The breaks among sections side by side; ``last`` holds the number each level has reached."""
    before: Heading | None = None
    for section in sections:
        heading = section.heading
        if heading.number is not None:
            if problem := _problem(heading, before, last.get(heading.level, 0)):
                yield problem
            last[heading.level] = heading.number
            before = heading
        yield from _siblings(section.children, last)


def _problem(heading: Heading, before: Heading | None, reached: int) -> Hit | None:
    number = heading.number or 0
    if before is None or before.level != heading.level:
        if number == 1 or reached:
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
    return Hit(heading.span, message, "核对是否漏了一项，或改正序号", related=related)
