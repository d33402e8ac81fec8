"""CIT007."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Day, Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.citation.reading import Cited, citations, origin, whole, written_by
from hegui_checks.register import as_of
from hegui_checks.titles import Entry, register

_YEARS = regex(r"[（(]\s*(\d{4})\s*年?\s*[—–－\-~～―至到]{1,2}\s*(\d{4})\s*(年)?\s*[）)]\s*$")


@check(
    "CIT007",
    "wrong-period",
    "规划、纲要的起止年份有误",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("《",),
    examples=[
        Example(
            bad="全面落实《法治政府建设实施纲要（2022—2025年）》。",
            good="全面落实《法治政府建设实施纲要（2021—2025年）》。",
            quiet=(
                "全面落实《法治政府建设实施纲要(2021-2025年)》《法治政府建设实施纲要》。",
                "全面落实《清源县法治政府建设实施方案(2022-2025 年)》《松坪县法治政府建设实施纲要（2022—2025年）》。",
                "全面落实中央、省《法治政府建设实施纲要（2016—2020年）》。",
                "县委、县政府印发《法治政府建设实施纲要（2022—2025年）》。",
                "我县制定了《法治社会建设实施纲要（2021—2025年）》。",
            ),
            marks="2022—2025年",
        ),
        Example(
            bad="全面落实《法治政府建设实施纲要(2021-2025)》。",
            good="全面落实《法治政府建设实施纲要(2021-2025年)》。",
            quiet=("全面落实《法治中国建设规划（2020–2025年）》。",),
        ),
        Example(
            bad="落实《提升行政执法质量三年行动计划（2022—2024年）》。",
            good="落实《提升行政执法质量三年行动计划（2023—2025年）》。",
            quiet=("落实《清源县提升行政执法质量三年行动计划（2022—2024年）》。",),
        ),
    ],
)
def wrong_period(report: Report) -> Iterator[Hit]:
    """国家的纲要、规划，名称里的起止年份是名称的一部分。缺“年”字只作提示。

    题名里或前面有地名的、写明是本地制定的可能另有起止年份，不作判断；资料截止日以后成文的不作判断。
    """
    day = written_by(report)
    told: set[str] = set()
    for cited in citations(report):
        entry = cited.entry
        if entry is None or not cited.name.tail or cited.name.head:
            continue
        if entry.name.period is None or cited.name.period is None:
            continue
        raw = cited.span.of(report.text)
        years = _YEARS.search(raw)
        if years is None or raw in told:
            continue
        right = [each for each in register().get(cited.name.core) if each.name.period]
        hit = _judge(cited, years, right, day)
        if hit and not origin(report, cited).is_local:
            told.add(raw)
            yield hit


def _judge(cited: Cited, years: re.Match[str], right: list[Entry], day: Day | None) -> Hit | None:
    bracket = Span(years.start(1), years.end(3) if years[3] else years.end(2)).shift(cited.span.start)
    written = (int(years[1]), int(years[2]))
    periods = [each.name.period for each in right if each.name.period]
    if written in periods:
        if years[3]:
            return None
        edit = Edit(Span(bracket.end, bracket.end), "年")
        message = f"起止年份后缺“年”字，应为（{written[0]}—{written[1]}年）"
        return Hit(bracket, message, "补“年”字", Severity.INFO, fix=Fix("补“年”字", (edit,), Safety.UNSAFE))
    if day is None or day > as_of("documents"):
        return None
    trusted = all(each.trusted for each in right)
    if written[0] > max(last for _, last in periods):
        message = f"资料里没有起止年份为{written[0]}—{written[1]}年的《{cited.name.core}》"
        return Hit(whole(cited), message, "核对文件是否已经印发", Severity.INFO)
    official = "、".join(f"{first}—{last}年" for first, last in sorted(periods))
    return Hit(
        bracket,
        f"《{cited.name.core}》的起止年份是{official}",
        "核对起止年份",
        None if trusted else Severity.INFO,
        fix=_fix(bracket, written, periods),
    )


def _fix(bracket: Span, written: tuple[int, int], periods: list[tuple[int, int]]) -> Fix | None:
    """The period that shares a year with the written one, if only one does."""
    alike = [period for period in periods if period[0] == written[0] or period[1] == written[1]]
    if len(alike) != 1:
        return None
    first, last = alike[0]
    return Fix(f"改为（{first}—{last}年）", (Edit(bracket, f"{first}—{last}年"),), Safety.UNSAFE)
