"""SUB003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.context import around, cited, offsets, quoted

_OFTEN = regex(
    r"每(?:年|季度?|月|半年)[^，。；,;]{0,12}?(?:不少于|至少)[^，。；,;]{0,8}?\d+ ?[次场期件个篇]",
    words=("不少于", "至少"),
)
_GOING_TO = regex("将(?:进一步|继续|持续|不断|逐步|着力|大力)(?=.)")
_BEFORE = 8
_SELF = (
    *"，。；,;：:",
    *(who + kind for who in "我本" for kind in "镇乡县区市局委"),
    "我街道",
    "下一步",
    "今后",
    "接下来",
)
_LATER = regex("(?:下一步|今后|接下来)[，,]?(?:我[镇乡县区市局委]|我街道)?$", words=("下一步", "今后", "接下来"))
_RULED = regex(
    r"制度|机制|办法|规定|方案|明确|确立|建立|制定|要求|印发|出台|承诺|了\d|了[^，。；]{0,6}\d|共|累计|已|全年"
)


@check(
    "SUB003",
    "plan-as-result",
    "把计划当成了成效",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="（五）组织集中学法\n每年开展专题学习不少于4次，提高干部法治素养。",
            good="（五）组织集中学法\n全年开展专题学习6次，提高干部法治素养。",
            quiet=(
                "（五）组织集中学法\n建立集中学法制度，每年开展专题学习不少于4次。",
                "（五）组织集中学法\n将法治工作经费列入财政预算，将普法纳入考核。",
                "（五）组织集中学法\n按照每年不少于4次的要求，全年学法6次。",
            ),
            marks="不少于4次",
        ),
        Example(
            bad="（五）组织集中学法\n我镇将进一步加强干部学法，提高法治素养。",
            good="（五）组织集中学法\n我镇进一步加强干部学法，提高法治素养。",
        ),
    ],
)
def plan_as_result(report: Report) -> Iterator[Hit]:
    """举措和成效里写“每年不少于几次”“将进一步”，说的是计划，不是当年做了什么。讲制度规定的不算。"""
    plan = list(report.stretches("plan"))
    for span in _planned(report):
        told = any(stretch.covers(span) for stretch in report.stretches("measures"))
        if told and not (any(part.covers(span) for part in plan) or cited(report, span) or quoted(report.text, span)):
            yield Hit(span, f"“{span.of(report.text)}”说的是计划，不是本年度的成效", "写明本年度实际做了多少")


def _planned(report: Report) -> Iterator[Span]:
    """Words that tell what is to be done."""
    text = report.text
    for at in offsets(text, "每", 0, len(text)):
        match = _OFTEN.match(text, at)
        if match and not _RULED.search(text, *around(report, at)):
            yield Span(*match.span())
    for at in offsets(text, "将", 0, len(text)):
        before = max(0, at - _BEFORE)
        match = _GOING_TO.match(text, at)
        told = text[before:at].removesuffix("\n")
        if (match and (not told or told.endswith(_SELF))) or _LATER.search(text, before, at):
            yield Span(at, match.end() if match else at + 1)
