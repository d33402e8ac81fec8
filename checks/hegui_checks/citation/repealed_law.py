"""CIT002."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.citation.reading import Cited, citations, origin, sentence, whole
from hegui_checks.titles import Entry, Repeal

_PAST = regex(
    r"废止|失效|取代|代替|替代|替换|原有|原来|旧版|旧法|旧条例|不再|此前|以往|曾|历史|停止(?:执行|施行|适用)|清理|修订为|修改为"
    r"|更名|过渡|衔接|新旧|施行前|实施前|沿革|回顾|整合|合并|编入|纳入民法典|升级|同时废|当时|订立于|差异|区别"
)
_BEFORE = regex(r"(?:原|旧|原先的?|已废止的?|失效的?|老)(?:《[^《》]{1,30}》[、和与及]?){0,6}$")


@check(
    "CIT002",
    "repealed-law",
    "引用了已经废止的法律文件",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("《",),
    examples=[
        Example(
            bad="依据《中华人民共和国合同法》审查合同8份。",
            good="依据《中华人民共和国民法典》审查合同8份。",
            quiet=(
                "《中华人民共和国合同法》于2021年1月1日废止，合同审查改按《民法典》。",
                "清理以原《物权法》为依据的文件2件。",
                "对照《婚姻法》与《民法典》的新旧规定开展宣讲。",
            ),
            marks="合同法",
        ),
        Example(
            bad="严格执行《信访条例》，接待来访20批次。",
            good="严格执行《信访工作条例》，接待来访20批次。",
            quiet=(
                "严格执行《安徽省信访条例》，接待来访20批次。",
                "严格执行省《信访条例》，接待来访20批次。",
                "严格执行《清源省实施〈信访条例〉办法》，接待来访20批次。",
                "《信访工作条例》取代了《信访条例》，全镇及时组织学习。",
            ),
        ),
        Example(bad="严格执行《婚姻法》。", good="严格执行《民法典》。", year=2022),
        Example(bad="宣传《环境噪声污染防治法》。", good="宣传《噪声污染防治法》。", year=2023, body="county"),
    ],
)
def repealed_law(report: Report) -> Iterator[Hit]:
    """已经废止的法律法规不能再作为依据。只报报告年度开始前已经废止的；年度中间废止的作提示。

    写明是历史、已废止、新旧对照的不算；各省也有同名条例的，按“如指国务院条例”提醒。
    """
    if report.year is None:
        return
    places: dict[str, list[Cited]] = {}
    for cited in citations(report):
        entry = None if cited.inner else cited.entry
        ended = entry and entry.repeal and entry.repeal.since <= Day(report.year, 12, 31)
        if entry and ended and not _excused(report, cited, entry):
            places.setdefault(entry.title, []).append(cited)
    for alike in places.values():
        entry = alike[0].entry
        if entry and entry.repeal:
            yield _hit(report, alike, entry, entry.repeal)


def _hit(report: Report, places: list[Cited], entry: Entry, repeal: Repeal) -> Hit:
    title = places[0].span.of(report.text)
    which = "如指国务院的条例，" if entry.namesakes else ""
    return Hit(
        whole(places[0]),
        f"《{title}》{which}已于{repeal.since}废止，现行的是《{repeal.successor}》",
        "改为现行的法律文件，或写明是历史情况",
        _severity(report, repeal, namesakes=entry.namesakes),
        {"since": repeal.since.iso, "successor": repeal.successor},
        related=tuple((whole(other), "同样引用") for other in places[1:]),
    )


def _severity(report: Report, repeal: Repeal, *, namesakes: bool) -> Severity:
    if not repeal.trusted or (report.year and repeal.since > Day(report.year, 1, 1)):
        return Severity.INFO
    return Severity.WARNING if namesakes else Severity.ERROR


def _excused(report: Report, cited: Cited, entry: Entry) -> bool:
    """Whether the words around tell of it as history or as repealed, or it is a local one."""
    around = sentence(report, cited.span).of(report.text)
    if _PAST.search(around) or _BEFORE.search(report.text, max(0, cited.span.start - 120), cited.span.start - 1):
        return True
    return not entry.is_law and origin(report, cited).is_local
