"""LDR003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, LeaderDeed, Passage, Report, Severity, Span, check
from hegui_checks.bases import CONTENTS
from hegui_checks.grading import aside, owed

_TWO_LEADERS = {"government", "party", "joint", "subdistrict"}
_NAMES = {"party": "党委（党工委）主要负责人", "government": "政府（办事处）主要负责人"}


@check(
    "LDR003",
    "leader-incomplete",
    "只写了一位主要负责人",
    each=Report,
    severity=Severity.WARNING,
    basis=CONTENTS,
    examples=[
        Example(
            bad="三、履行第一责任人职责情况\n镇党委书记对法治建设重要工作亲自部署、重大问题亲自过问。",
            good="三、履行第一责任人职责情况\n镇党委书记、镇长对法治建设重要工作亲自部署、重大问题亲自过问。",
            quiet=(
                "三、履行第一责任人职责情况\n党政主要负责人带头学法，主持召开法治建设专题会议2次。",
                "三、履行第一责任人职责情况\n镇党委书记带头讲法治课。镇政府主要负责人主持研究依法行政工作2次。",
                "三、主要负责人履职\n（一）镇党委书记履职情况。研究法治工作2次。\n（二）镇长履职情况。镇长主持研究依法行政工作2次。",
            ),
            part="leader",
            replace=True,
        ),
        Example(
            bad="三、党政主要负责人履行第一责任人职责情况。镇长主持研究依法行政工作2次，带头落实行政执法责任制。",
            good="三、党政主要负责人履行第一责任人职责情况。镇党委书记、镇长主持研究依法行政工作2次。",
            quiet=("三、镇党委书记、镇长主持研究依法行政工作2次，带头落实行政执法责任制。",),
            part="leader",
            replace=True,
        ),
    ],
)
def leader_incomplete(report: Report) -> Iterator[Hit]:
    """《规定》问的是党政主要负责人两位；部门只有一位主要负责人，不适用。

    “党政主要负责人”合写算两位都写了，没有点明是哪一位的也不报；标题合写而正文只写一位的，只作提示。
    """
    passage = report.parts.get("leader")
    if passage is None or report.body not in _TWO_LEADERS or _both_named(_counted(report, passage.span.start)):
        return
    told = _own_deeds(report)
    who = {deed.who for deed in told}
    if len(who) != 1 or not who <= set(_NAMES) or len(who | _headed(report, passage)) > 1:
        return
    only = who.pop()
    other = _NAMES["government" if only == "party" else "party"]
    duty = report.duty("leader")
    headed = passage.heading is not None and report.kind.tells("leader_joint", passage.heading.title)
    severity = Severity.INFO if headed else owed(duty, Severity.WARNING)
    yield Hit(
        told[0].leader,
        f"只写了{_NAMES[only]}履行职责的情况，没有写{other}{aside(duty)}",
        f"补写{other}履行推进法治建设第一责任人职责的情况",
        severity,
    )


def _headed(report: Report, passage: Passage) -> set[str]:
    """Which leaders have a heading of their own in their part: （一）镇党委书记履职情况."""
    if passage.heading is None:
        return set()
    inside = [h.title for h in report.headings if h != passage.heading and passage.span.covers(h.span)]
    return {who for who in _NAMES for title in inside if report.kind.tells(f"leader_{who}", title)}


def _own_deeds(report: Report) -> list[LeaderDeed]:
    """The deeds told outside next year's plan; one that names no post does not count beside a named one."""
    deeds = list(_counted(report, 0))
    named = {deed.span for deed in deeds if deed.who != "any"}
    return [deed for deed in deeds if deed.who != "any" or deed.span not in named]


def _both_named(deeds: Iterator[LeaderDeed]) -> bool:
    """Whether the deeds are of both leaders, by the first that tell."""
    who: set[str] = set()
    for deed in deeds:
        who.add(deed.who)
        if "joint" in who or who.issuperset(_NAMES):
            return True
    return False


def _counted(report: Report, begin: int) -> Iterator[LeaderDeed]:
    """The deeds from ``begin`` on that are told outside next year's plan and outside headings."""
    plan = list(report.stretches("plan"))
    for deed in report.deeds_in_turn(begin):
        if not _in_heading(report, deed.leader) and not any(span.covers(deed.span) for span in plan):
            yield deed


def _in_heading(report: Report, span: Span) -> bool:
    heading = report.section_at(span.start)
    return heading is not None and heading.span.covers(span)
