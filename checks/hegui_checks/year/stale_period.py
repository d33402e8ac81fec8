"""TIM003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.context import stands
from hegui_checks.register import as_of, periods

_FOLLOWED = regex(r"按照|根据|依据|落实|贯彻|实施|推进|执行|围绕|对照|开展|制定")
_HISTORY = regex(r"总结|收官|终期|验收|评估|回顾|期间|以来|曾|圆满|完成|衔接|接续|继|上一轮|表彰|先进")
_NEAR = 24


@check(
    "TIM003",
    "stale-period",
    "规划已经到期",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    examples=[
        Example(
            bad="深入实施“七五”普法规划，落实普法责任制。",
            good="深入实施“八五”普法规划，落实普法责任制。",
            quiet=(
                "“七五”普法以来，全镇法治氛围日益浓厚。",
                "完成“七五”普法总结验收。",
                "落实《法治社会建设实施纲要（2020—2025年）》。",
            ),
            marks="七五",
        ),
        Example(
            bad="认真贯彻《法治政府建设实施纲要（2015—2020年）》，推进依法行政。",
            good="认真贯彻《法治政府建设实施纲要（2021—2025年）》，推进依法行政。",
        ),
    ],
)
def stale_period(report: Report) -> Iterator[Hit]:
    """把已经到期的规划写成本年度的工作依据，多半是沿用了旧稿。收官当年和历史回顾不算。

    资料截止日以后的报告，新一期规划可能已经印发，不作判断。
    """
    year = report.year
    if year is None or year > as_of("periods").year:
        return
    for period in periods():
        if year <= period.last or not stands(report.text, period.words):
            continue
        plan = list(report.stretches("plan"))
        for match in period.pattern.finditer(report.text, report.start, report.end):
            here = Span(*match.span())
            found = report.sentence_at(here.start)
            sentence = found.span if found else here
            if any(span.covers(here) for span in plan) or _HISTORY.search(report.text, *sentence):
                continue
            before = report.text[max(sentence.start, here.start - _NEAR) : here.start]
            if _FOLLOWED.search(before):
                certain = period.trusted and year > period.last + 1
                yield Hit(
                    here,
                    f"“{period.title}”的期限到{period.last}年，报告的是{year}年",
                    "改为现行的规划，或写明是对上一轮的总结",
                    None if certain else Severity.INFO,
                )
