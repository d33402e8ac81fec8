"""FMT003."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check
from hegui_checks.bases import NEEDLESS_COMMA
from hegui_checks.context import places

_PAIRS = {"》、《": r"》[（(][^（）()\n]{1,40}[）)]、《", "”、“": r"”[（(][^（）()\n]{1,40}[）)]、“"}
_LIST = 120


@check(
    "FMT003",
    "needless-comma",
    "书名号、引号之间不用顿号",
    each=Report,
    severity=Severity.INFO,
    basis=NEEDLESS_COMMA,
    once=True,
    needs=tuple(_PAIRS),
    examples=[
        Example(
            bad="学习《中华人民共和国宪法》、《中华人民共和国民法典》。",
            good="学习《中华人民共和国宪法》《中华人民共和国民法典》。",
            quiet=(
                "学习《信访工作条例》（2022年）、《重大行政决策程序暂行条例》。",
                "学习《信访工作条例》、《行政处罚法》（2021年修订）、《行政复议法》。",
                "开展“平安建设”（3月）、“禁毒宣传”（6月）活动。",
                "学习《宪法》和《民法典》，开展“三下乡”活动、“五进”活动。",
            ),
            marks="、",
        ),
        Example(
            bad="开展“3·15”、“6·26”宣传。",
            good="开展“3·15”“6·26”宣传。",
        ),
    ],
)
def needless_comma(report: Report) -> Iterator[Hit]:
    """并列的书名号之间、引号之间不用顿号；其中有一项后面跟括注的，整列可以用。"""
    text = report.text
    for words, noted in _PAIRS.items():
        found = list(places(text, words))
        notes = [match.start() for match in re.finditer(noted, text)] if found else []
        for place in found:
            span = Span(place.start + 1, place.start + 2)
            if not _in_list_with(text, span.start, notes):
                fix = Fix("删去顿号", (Edit(span, ""),), Safety.SAFE)
                yield Hit(span, f"{words[0]}和{words[-1]}之间不用顿号", "删去顿号", fix=fix)


def _in_list_with(text: str, at: int, notes: list[int]) -> bool:
    """Whether one of ``notes`` stands not far from ``at`` in its sentence."""
    if not notes:
        return False
    index = bisect_left(notes, at)
    near = [note for note in notes[max(0, index - 1) : index + 1] if abs(note - at) <= _LIST]
    return any(not any(mark in text[min(at, note) : max(at, note)] for mark in "。；;\n") for note in near)
