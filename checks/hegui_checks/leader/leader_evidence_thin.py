"""LDR004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Basis, Example, Hit, Report, Severity, Span, check

_DUTIES = Basis("党政主要负责人履行推进法治建设第一责任人职责规定", "第五条、第六条")


@check(
    "LDR004",
    "leader-evidence-thin",
    "主要负责人履职情况空泛",
    each=Report,
    severity=Severity.INFO,
    basis=_DUTIES,
    examples=[
        Example(
            bad="三、履行第一责任人职责情况\n党政主要负责人高度重视法治建设，切实扛起责任，全力抓好各项工作的落实。",
            good="三、履行第一责任人职责情况\n党政主要负责人高度重视法治建设，主持召开专题会议4次，带头讲法治课。",
            quiet=("三、履行第一责任人职责情况\n党政主要负责人听取依法行政工作汇报，专题研究执法队伍建设，出庭应诉。",),
            part="leader",
            replace=True,
        ),
        Example(
            bad="一年来，党政主要负责人高度重视法治建设，切实履行第一责任人职责。对照考核指标开展自查4次，梳理问题7个。",
            good="一年来，党政主要负责人高度重视法治建设，切实履行第一责任人职责。全年召开法治建设专题会议4次。",
            part="leader",
            replace=True,
        ),
    ],
)
def leader_evidence_thin(report: Report) -> Iterator[Hit]:
    """写了履职，但没有会议、次数、事项，只有表态。乡镇、街道和部门参照该规定。"""
    passage = report.parts.get("leader")
    if passage is None:
        return
    told = any(report.kind.tells("leader_firm", report.text, *body) for body in passage.bodies)
    if not told and not (passage.heading is None and any(_goes_on(report, body) for body in passage.bodies)):
        yield Hit(
            passage.head(),
            "主要负责人履职情况只有表态，未见会议、次数和具体事项",
            "写明主持了哪些会议、研究了什么事项、述法和出庭应诉的情况",
        )


def _goes_on(report: Report, sentence: Span) -> bool:
    """Whether the sentence after one about a leader goes on with his deeds: 全年召开专题会议4次."""
    following = report.sentence_at(sentence.end)
    return following is not None and report.kind.tells("leader_goes_on", following.span.of(report.text))
