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
        )
    ],
)
def leader_evidence_thin(report: Report) -> Iterator[Hit]:
    """写了履职，但没有会议、次数、事项，只有表态。乡镇、街道和部门参照该规定。"""
    passage = report.parts.get("leader")
    if passage is None:
        return
    firm = report.kind.pattern("leader_firm")
    told = passage.bodies if passage.heading else tuple(_with_next(report, body) for body in passage.bodies)
    if not any(firm.search(report.text, *body) for body in told):
        yield Hit(
            passage.head(),
            "主要负责人履职情况只有表态，未见会议、次数和具体事项",
            "写明主持了哪些会议、研究了什么事项、述法和出庭应诉的情况",
        )


def _with_next(report: Report, sentence: Span) -> Span:
    """A sentence about a leader and the one after it, where his deeds may go on under his name."""
    following = report.sentence_at(sentence.end)
    return Span(sentence.start, following.span.end if following else sentence.end)
