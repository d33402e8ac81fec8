"""TIM005."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.context import stands

_NEEDED = ("今年", "去年", "上年")
_COMPARING = frozenset("较比与同")
_WORDS = regex(r"今年(?:以来)?|去年|上(?<!上上)年度?(?!度推进)")


@check(
    "TIM005",
    "relative-year",
    "年份用了“今年”一类的说法",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="今年以来，我镇办理行政处罚案件14件。",
            good="2024年，我镇办理行政处罚案件14件。",
            quiet=("上一年度推进法治政府建设的主要举措和成效如下。", "2024年办理行政处罚案件128件，较上年增长33.3%。"),
            marks="今年",
        )
    ],
)
def relative_year(report: Report) -> Iterator[Hit]:
    """次年成文的报告里写“今年”，读者难以分清是哪一年。成文在报告年度之内或者没有日期的不报；“较上年”比的是报告年度之前的一年，不报。"""
    signature = report.signature
    if report.year is None or signature is None or signature.day is None or signature.day.year != report.year + 1:
        return
    if not stands(report.text, _NEEDED):
        return
    plan = list(report.stretches("plan"))
    for match in _WORDS.finditer(report.text, report.start, report.end):
        here = Span(*match.span())
        compared = match[0].startswith("上") and report.text[here.start - 1] in _COMPARING
        if not compared and not any(span.covers(here) for span in plan):
            message = f"报告成文于{signature.day.year}年，这里的“{match[0]}”分不清是哪一年"
            meant = f"“{report.year}年”" if match[0].startswith("今") else f"“{report.year - 1}年”或“{report.year}年”"
            yield Hit(here, message, f"写明是哪一年，例如{meant}")
