"""FMT011."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Heading, Hit, Report, Safety, Severity, Span, check
from hegui_checks.bases import PRACTICE

_WIDE = {"(": "（", ")": "）"}


@check(
    "FMT011",
    "mixed-brackets",
    "序号的括号全角半角混用",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="（五）健全工作制度\n组织集中学法。\n(六)规范工作程序\n开展案卷评查。",
            good="（五）健全工作制度\n组织集中学法。\n（六）规范工作程序\n开展案卷评查。",
            quiet=("（五）健全工作制度\n审查合同(含补充协议)18份。",),
            marks="(",
        )
    ],
)
def mixed_brackets(report: Report) -> Iterator[Hit]:
    """同一篇里序号的括号要一致，改为全角。"""
    if "(" not in report.text and ")" not in report.text:
        return
    numbered = [heading for heading in report.headings if heading.number is not None and heading.marker[:1] in "（("]
    half = [heading for heading in numbered if "(" in heading.marker or ")" in heading.marker]
    if not half or len(half) == len(numbered):
        return
    for heading in half:
        edits = tuple(_edits(report.text, heading))
        fix = Fix("括号改为全角", edits, Safety.SAFE)
        yield Hit(edits[0].span, "有的序号用全角括号，这里用了半角", "统一为全角括号", fix=fix)


def _edits(text: str, heading: Heading) -> Iterator[Edit]:
    for at in range(heading.span.start, heading.span.start + len(heading.marker)):
        if text[at] in _WIDE:
            yield Edit(Span(at, at + 1), _WIDE[text[at]])
