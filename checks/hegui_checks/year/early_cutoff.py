"""TIM006."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE

_CUTOFF = regex(r"截[至止](?:到)? ?(?:(20\d{2}) ?年)? ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日|底|末|份)?")
_LATE = 12
_ON_PURPOSE = regex(r"因|由于|口径|暂|提供")


@check(
    "TIM006",
    "early-cutoff",
    "数据截止日早于年底",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    needs=("截",),
    examples=[
        Example(
            bad="截至10月底，全镇共调解矛盾纠纷126件。",
            good="截至12月底，全镇共调解矛盾纠纷126件。",
            quiet=("截至2025年1月，执法证持有率为96%。", "截至2021年3月，已完成机构改革。"),
            marks="截至10月底",
        )
    ],
)
def early_cutoff(report: Report) -> Iterator[Hit]:
    """年度报告的数据通常是全年的；确因来源只到某月的，写明即可。"""
    plan = list(report.stretches("plan"))
    for match in _CUTOFF.finditer(report.text, report.start, report.end):
        here = Span(*match.span())
        if (match[1] and int(match[1]) != report.year) or any(span.covers(here) for span in plan):
            continue
        sentence = report.text[max(report.text.rfind("。", 0, here.start), 0) : here.start]
        if 1 <= int(match[2]) < _LATE and not _ON_PURPOSE.search(sentence):
            yield Hit(here, f"数据只到{match[2]}月，不是全年的", "补为全年数据，或写明截止的原因")
