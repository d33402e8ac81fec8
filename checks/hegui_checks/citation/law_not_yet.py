"""CIT003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Day, Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.citation.reading import Cited, citations, origin, sentence, whole, written_by
from hegui_checks.register import as_of
from hegui_checks.titles import Entry

_DRAFTED = regex(r"草案|征求意见|立法|起草|即将|拟|审议|调研|送审|制定工作|出台后|颁布后|建议|筹备|意见稿")
_APPLIED = regex(r"(?:依据|依照|根据|按照|适用|对照|违反)[^。；，,]{0,16}$")
_DEED = regex(
    r"处罚|立案|查处|罚款|责令|予以|作出|办结|办理[^。；，]{0,8}案|吊销|没收|调解成功|征收"
    r"|追究|追回|发出|制发|打掉|签发|支付|下达"
)
_RENEWED = regex(r"新(?:修订|修正|修改)(?:实施|施行|通过|颁布|出台)?的?$")
_SINCE = 2014


@check(
    "CIT003",
    "law-not-yet",
    "引用了当时还没有的法律文件",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("《",),
    examples=[
        Example(
            bad="组织学习《法治宣传教育法》。",
            good="组织学习《宪法》。",
            quiet=(
                "参加《法治宣传教育法（草案）》立法调研。",
                "组织学习《增值税法》《学前教育法》《治安管理处罚法》。",
            ),
            marks="法治宣传教育法",
        ),
        Example(
            bad="认真落实《法治政府建设实施纲要（2021—2025年）》。",
            good="认真落实《法治政府建设实施纲要（2015—2020年）》。",
            quiet=("认真落实《清源县法治政府建设实施纲要（2021—2025年）》。",),
            year=2019,
        ),
        Example(
            bad="依据《中华人民共和国增值税法》查处案件2件，罚款1万元。",
            good="依据《中华人民共和国税收征收管理法》查处案件2件，罚款1万元。",
            quiet=("组织学习《中华人民共和国增值税法》，为2026年施行作准备。",),
            body="county",
        ),
        Example(
            bad="宣传新修订的《学前教育法》。",
            good="宣传新制定的《学前教育法》。",
            quiet=("宣传新修订的《行政复议法》《学前教育法》。", "宣传新修订的《国防教育法》和新施行的《学位法》。"),
        ),
    ],
)
def law_not_yet(report: Report) -> Iterator[Hit]:
    """成文时还没有通过的文件不能引用；通过而未施行的可以学习，不能作为处理的依据；第一次制定的不是“新修订”。

    没有成文日期的，按次年四月一日计。只报有通过日期的文件；草案和立法过程不算。
    """
    day = written_by(report)
    if day is None or report.year is None:
        return
    told: set[str] = set()
    for cited in citations(report):
        entry = cited.entry
        if entry is None or entry.first is None or entry.first.year < _SINCE or entry.title in told:
            continue
        hit = _judge(report, cited, entry, entry.first, day)
        if hit:
            told.add(entry.title)
            yield hit


def _judge(report: Report, cited: Cited, entry: Entry, first: Day, day: Day) -> Hit | None:
    here = whole(cited)
    force = _force(entry)
    if first > day:
        around = sentence(report, cited.span)
        if _DRAFTED.search(report.text, *around) or cited.name.period != entry.name.period or _is_local(report, cited):
            return None
        which = "如指国家的文件，" if entry.namesakes else ""
        message = f"《{entry.title}》{which}{first}才有，而本报告成文不晚于{day}"
        return Hit(here, message, "核对文件名称、报告年度和成文日期", _severity(entry))
    if force and force > Day(report.year or day.year, 12, 31) and _applied(report, here, sentence(report, cited.span)):
        severity = Severity.WARNING if entry.trusted else Severity.INFO
        message = f"《{entry.title}》{force}起才施行，{report.year}年还不能作为处理的依据"
        return Hit(here, message, "核对适用的法律", severity)
    before = max(0, here.start - 10), here.start
    renewed = _RENEWED.search(report.text, *before) if "新" in report.text[slice(*before)] else None
    if renewed and _never_revised(entry, day):
        message = f"《{entry.title}》是{first.year}年新制定的，不是修订"
        return Hit(Span(renewed.start(), here.end), message, "改为“新制定的”或“新施行的”", Severity.INFO)
    return None


def _is_local(report: Report, cited: Cited) -> bool:
    return not (cited.entry and cited.entry.is_law) and origin(report, cited).is_local


def _severity(entry: Entry) -> Severity:
    """Provinces may have had a regulation of that name before."""
    if not entry.trusted or entry.namesakes:
        return Severity.INFO
    return Severity.WARNING if entry.level in {"行政法规", "部门规章"} and not entry.name.head else Severity.ERROR


def _force(entry: Entry) -> Day | None:
    """The day on which its first version took force, where that is known."""
    return entry.force if entry.first == entry.latest else None


def _applied(report: Report, here: Span, around: Span) -> bool:
    """Whether the sentence tells that something was decided by it."""
    before = _APPLIED.search(report.text, around.start, here.start)
    return before is not None and _DEED.search(report.text, here.end, around.end) is not None


def _never_revised(entry: Entry, day: Day) -> bool:
    """Whether its first version was its only one by ``day``, as far as the table tells."""
    whole_by = as_of("laws")
    told = day <= whole_by or (entry.first is not None and entry.first > whole_by)
    return entry.is_law and entry.trusted and entry.first == entry.latest and told
