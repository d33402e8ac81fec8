"""TIM004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.context import stands
from hegui_checks.register import calendar

_AWAITED = regex(r"(?:喜迎|迎接|迎|护航|筹备|备战|即将召开的?|服务)(?:党的)?$")


@check(
    "TIM004",
    "anachronism",
    "引用了当时还没有的会议或提法",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="深入学习贯彻党的二十届四中全会精神。",
            good="深入学习贯彻党的二十届三中全会精神。",
            quiet=("深入学习贯彻党的二十大和二十届二中、三中全会精神。",),
            marks="二十届四中全会",
        ),
        Example(
            bad="深入学习贯彻党的二十大精神。",
            good="深入学习贯彻党的十九大精神。",
            quiet=("以优异成绩迎接党的二十大胜利召开。",),
            year=2021,
        ),
    ],
)
def anachronism(report: Report) -> Iterator[Hit]:
    """成文之日还没有召开的会议、还没有提出的提法，只能是后来补写或者套用了别年的稿子。

    没有成文日期的，按次年四月一日计；下一年安排里提到已经宣布的会议不算。
    """
    latest = _latest(report)
    if latest is None:
        return
    for event in calendar():
        if event.first <= latest or not stands(report.text, event.words):
            continue
        plan = list(report.stretches("plan"))
        for match in event.pattern.finditer(report.text):
            here = Span(*match.span())
            before = report.text[max(0, here.start - 8) : here.start]
            if any(span.covers(here) for span in plan) or _AWAITED.search(before):
                continue
            yield Hit(
                here,
                f"{event.name}始于{event.first}，而本报告成文不晚于{latest}",
                "核对报告年度和成文日期，或删去这一提法",
                None if event.trusted else Severity.INFO,
            )
            break


def _latest(report: Report) -> Day | None:
    """The day by which the report must have been written."""
    if report.signature and report.signature.day and report.signature.day.day and report.signature.day.exists:
        return report.signature.day
    return Day(report.year + 1, 4, 1) if report.year else None
