"""FMT010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.grading import drafted

_PAIRS = {"“": "”", "‘": "’", "《": "》", "（": "）", "(": ")", "【": "】", "「": "」"}
_EMPTY = {
    opening: regex(
        rf"{re.escape(opening)}[ \u3000]*{re.escape(closing)}",
        words=tuple(opening + after for after in (closing, " ", "\u3000")),
    )
    for opening, closing in _PAIRS.items()
}


@check(
    "FMT010",
    "empty-marks",
    "成对的标点里没有内容",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="落实“讲、评、练”三字法。“”就是每年定期培训调解员。",
            good="落实“讲、评、练”三字法。“讲”就是每年定期培训调解员。",
            quiet=(
                "落实“法治”“德治”“自治”要求，学习《宪法》《民法典》。",
                "调用接口check()完成核验。",
            ),
            marks="“”",
        ),
        Example(bad="学习《》，开展研讨4次。", good="学习《信访工作条例》，开展研讨4次。"),
        Example(bad="审查合同（ ）18份。", good="审查合同（含补充协议）18份。"),
    ],
)
def empty_marks(report: Report) -> Iterator[Hit]:
    """引号、书名号、括号里空着，一定丢了字。复制网页时也会这样丢，只在原件里算错误。"""
    sure = drafted(report)
    text = report.text
    for opening in filter(text.__contains__, _PAIRS):
        for match in _EMPTY[opening].finditer(text, 0, report.end):
            if opening == "(" and text[match.start() - 1 : match.start()].isascii():
                continue  # the call of a function
            message = f"{match[0]} 里面没有内容{'' if sure else '，可能复制时丢失'}"
            yield Hit(Span(*match.span()), message, "补上丢失的字，或删去标点", None if sure else Severity.WARNING)
