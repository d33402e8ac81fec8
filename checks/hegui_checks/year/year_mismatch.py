"""TIM001."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex, years_in
from hegui_checks.bases import ACCURACY

_LEAD = regex(r"\s*((?:19|20)\d{2}) ?年(?:度)?(?:以来)?[，,]")
_NOW = regex(r"现将[^。]{0,12}?((?:19|20)\d{2}) ?年")
_OPENING = 500


@check(
    "TIM001",
    "year-mismatch",
    "年度前后不一致",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="一、2023年法治政府建设的主要举措和成效\n全年审查合同8份，开展普法宣传12场次。",
            good="一、2024年法治政府建设的主要举措和成效\n全年审查合同8份，开展普法宣传12场次。",
            quiet=(
                "一、上一年度推进法治政府建设的主要举措和成效\n自2013年以来未发生行政复议案件，全年审查合同8份。",
                "一、贯彻《法治政府建设实施纲要（2021—2025年）》的主要举措和成效\n全年审查合同8份。",
            ),
            part="measures",
            replace=True,
            marks="2023",
        ),
        Example(
            bad="2023年，我镇深入学习贯彻习近平法治思想。现将有关情况报告如下：",
            good="2024年，我镇深入学习贯彻习近平法治思想。现将有关情况报告如下：",
            quiet=(
                "2021年8月，党中央、国务院印发《法治政府建设实施纲要（2021—2025年）》。现将有关情况报告如下：",
                "2024年，我镇聘请法律顾问1名，审查合同34份。\n2025年，我镇打算每月安排一次集中学法。",
            ),
            part="opening",
            replace=True,
            marks="2023",
        ),
        Example(bad="2023年1月20日", good="2025年1月20日", part="date", marks="2023年1月20日"),
    ],
)
def year_mismatch(report: Report) -> Iterator[Hit]:
    """标题、一级标题、开头和成文日期应当是同一个年度；不一致多半是沿用了上一年的稿子。

    下一年度安排的标题另有规则；起止年份、历史和文件的年份不算。
    """
    title = report.title
    if title is None or title.year is None or report.dating.why != "标题":
        return
    wrong = list(_headings(report, title.year))
    if wrong:
        year, span = wrong[0]
        related = [(place, "同样不一致") for _, place in wrong[1:]] + [(title.span, "标题")]
        message = f"标题写{title.year}年，这里的一级标题写{year}年"
        yield Hit(span, message, "核对报告年度，改为一致", related=tuple(related))
    elif lead := _lead(report, title.year):
        year, span = lead
        yield Hit(span, f"标题写{title.year}年，开头写{year}年", "核对报告年度，改为一致", Severity.WARNING)
    signature = report.signature
    if signature and signature.date and signature.day and signature.day.exists and signature.day.year < title.year:
        message = f"报告{title.year}年的情况，成文日期却是{signature.day}"
        yield Hit(signature.date, message, "核对标题年度和成文日期", related=((title.span, "标题"),))


def _headings(report: Report, own: int) -> Iterator[tuple[int, Span]]:
    """The years of first-level headings that are not the title's, next year's plan excepted."""
    plan = report.parts.get("plan")
    for section in report.sections:
        if plan and section.heading == plan.heading:
            continue
        years = list(years_in(section.heading.span.of(report.text)))
        if years and all(year != own for year, _ in years):
            year, place = years[0]
            yield year, place.shift(section.heading.span.start)


def _lead(report: Report, own: int) -> tuple[int, Span] | None:
    """The year that the opening gives as the one reported on, when it is not the title's.

    Where there are no headings, what follows its own year may tell of the next.
    """
    led = False
    end = min(report.sections[0].span.start if report.sections else report.end, report.start + _OPENING)
    for paragraph in report.paragraphs:
        start = paragraph.span.start
        if start >= end:
            break
        if start < report.start:
            continue
        match = (None if led else _LEAD.match(report.text, start, end)) or _NOW.search(report.text, start, end)
        if match and not (match.start() > start and _LEAD.search(report.text, start, match.start())):
            year = int(match[1])
            if year != own:
                return year, Span(*match.span(1))
            led = True
    return None
