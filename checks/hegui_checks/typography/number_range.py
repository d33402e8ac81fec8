"""FMT012."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import NUMERALS
from hegui_checks.context import offsets

_UNITS = "%％万亿"
_JOINTS = frozenset("-－—–~～至")
_LONGEST = 16
_RANGE = regex(r"(?<![\d.,\-—–~～〔(（])(\d+(?:\.\d+)?)\s?([-－—–~～至])\s?(\d+(?:\.\d+)?)\s?$")


@check(
    "FMT012",
    "number-range",
    "数值范围前一个数缺单位",
    each=Report,
    severity=Severity.INFO,
    basis=NUMERALS,
    once=True,
    examples=[
        Example(
            bad="办结率较上年提高15-30%。",
            good="办结率较上年提高15%—30%。",
            quiet=(
                "办结率较上年提高15%—30%。",
                "落实《法治政府建设实施纲要（2021-2025年）》，覆盖率98%。",
                "开展3-5次培训，涉及9亿～16亿元，满意率由96至今提高到98%。",
            ),
            marks="15-30%",
        ),
        Example(bad="投入资金9～16亿元。", good="投入资金9亿～16亿元。"),
    ],
)
def number_range(report: Report) -> Iterator[Hit]:
    """百分数和万、亿的范围，前一个数的单位不能省，省了可能误读。年份不算。"""
    text = report.text
    for unit in _UNITS:
        for at in offsets(text, unit, 0, len(text)):
            before = text[max(0, at - 1) : at]
            start = max(0, at - _LONGEST)
            if not (before.isdecimal() or before.isspace()) or _JOINTS.isdisjoint(text[start:at]):
                continue
            match = _RANGE.search(text, start, at)
            if match and not _years(match[1], match[3]):
                insert = Span(match.end(1), match.end(1))
                edits = (Edit(insert, unit),)
                if match[2] in "-－–" and unit in "%％":
                    edits = (Edit(Span(match.end(1), match.start(3)), f"{unit}—"),)
                fix = Fix(f"前一个数也写“{unit}”", edits, Safety.UNSAFE)
                words = text[match.start() : at + 1]
                yield Hit(
                    Span(match.start(), at + 1), f"“{words}”前一个数缺单位“{unit}”", f"两个数都写“{unit}”", fix=fix
                )


def _years(*numbers: str) -> bool:
    return all(len(number) == 4 and number[:2] in {"19", "20"} for number in numbers)
