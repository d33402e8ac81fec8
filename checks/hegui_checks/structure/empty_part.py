"""STR010."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import aside, owed

_ALMOST_NOTHING = 15
_SOME = 40


@check(
    "STR010",
    "empty-part",
    "必备部分只有标题",
    each=Report,
    severity=Severity.WARNING,
    basis=CONTENTS,
    examples=[
        Example(
            bad="四、2025年主要安排\n继续努力。",
            good="四、2025年主要安排\n制定年度计划，组织12场法治培训，完成规范性文件清理。",
            part="plan",
            replace=True,
        ),
        Example(
            bad="二、存在的不足和原因",
            good="二、存在的不足和原因\n由于专业人员较少，普法形式较为单一。",
            part="shortcomings",
            replace=True,
            marks="存在的不足和原因",
        ),
    ],
)
def empty_part(report: Report) -> Iterator[Hit]:
    """有标题而几乎没有内容的部分，等于没有写。"""
    for part in report.kind.parts:
        passage = report.parts.get(part.role)
        if not part.required or passage is None or passage.heading is None or passage.form == "themes":
            continue
        heading = passage.heading
        if _nearly_empty(report.text, passage.bodies):
            duty = report.duty(part.role)
            yield Hit(
                heading.span,
                f"“{heading.title}”下几乎没有内容{aside(duty)}",
                f"补写{part.name}的具体内容",
                owed(duty, Severity.WARNING),
            )


def _nearly_empty(text: str, bodies: Sequence[Span]) -> bool:
    """Whether there are but a few characters of text; most parts tell so by their first words."""
    for start, end in bodies:
        if len("".join(text[start : min(start + _SOME, end)].split())) >= _ALMOST_NOTHING:
            return False
    return sum(len("".join(body.of(text).split())) for body in bodies) < _ALMOST_NOTHING
