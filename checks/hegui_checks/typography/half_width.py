"""FMT002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import HAN, Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import MARKS
from hegui_checks.context import offsets
from hegui_checks.grading import drafted

_FULL = dict(zip(",:;!?()", "，：；！？（）", strict=True))
_HALF = regex(r"[,:;!?()]")
_OPENS, _CLOSES = "“‘《（〔", "”’》）〕"
_PAIR = regex(r"\(([^()\n]{0,60})\)")
_CHINESE = regex(rf"{HAN}")
_CONVERTED = 0.8
_FEW = 20


@check(
    "FMT002",
    "half-width",
    "用了半角标点",
    each=Report,
    severity=Severity.INFO,
    basis=MARKS,
    examples=[
        Example(
            bad="我镇健全制度,规范程序，提高水平。",
            good="我镇健全制度，规范程序，提高水平。",
            quiet=(
                "上午9:30召开会议，发放资料1,200份，比例为1:3。",
                "推行Word, Excel培训，印发GB/T 9704(2012)文本。",
                "（一）健全制度；（二）规范程序。",
            ),
            marks=",",
        ),
        Example(bad="审查合同(含补充协议)18份。", good="审查合同（含补充协议）18份。", marks="("),
    ],
)
def half_width(report: Report) -> Iterator[Hit]:
    """中文里的逗号、冒号、分号、括号用全角。网站常把整篇转成半角，那不是作者的错，只提示一次。"""
    text = report.text
    half = sum(map(text.count, filter(text.__contains__, ",:(")))
    if half >= _FEW and half >= _CONVERTED * (half + sum(map(text.count, "，：（"))) and not drafted(report):
        found = (match.start() for match in _HALF.finditer(text, 0, report.end))
        first = next((at for at in found if _is_spot(text, at)), None)
        if first is not None:
            message = "全文的逗号、冒号、括号大多是半角，可能是网站转换所致"
            yield Hit(Span(first, first + 1), message, "原件如是半角，改为全角")
        return
    spots = _spots(text, report.end) if half or ";" in text or "!" in text else []
    if spots:
        spans = list(map(Span._make, zip(spots, [at + 1 for at in spots], strict=True)))  # there may be hundreds
        edits = map(Edit._make, zip(spans, [_FULL[text[at]] for at in spots], strict=True))
        fix = Fix("半角标点改为全角", tuple(edits), Safety.UNSAFE)
        yield Hit(spans[0], f"有{len(spots)}处半角标点", "改为全角", fix=fix, related=_further(report, spans))


def _spots(text: str, end: int) -> list[int]:
    """Where half-width marks stand in Chinese text, both brackets of a pair or none."""
    spots = {
        at
        for mark in filter(text.__contains__, _FULL)
        for at in offsets(text, mark, 0, end)
        if "一" <= text[max(0, at - 1)] <= "鿿" or _is_spot(text, at)
    }
    for match in _PAIR.finditer(text, 0, end) if "(" in text else ():
        pair = {match.start(), match.end() - 1}
        if spots & pair:
            if _CHINESE.search(match[1]) or _between(text, match):
                spots |= pair
            else:
                spots -= pair
    return sorted(spots)


def _is_spot(text: str, at: int) -> bool:
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    if _is_chinese(before) or _is_chinese(after):
        return True
    return text[at] not in "()" and (before in tuple(_CLOSES) or after in tuple(_OPENS))


def _is_chinese(char: str) -> bool:
    return char.isalnum() and not char.isascii() and not char.isdecimal()


def _between(text: str, match: re.Match[str]) -> bool:
    """Whether Chinese stands on both sides of a bracket that holds none: 《纲要(2021-2025)》的."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return _is_chinese(before) and (not after or after in "》，。；、" or _is_chinese(after))


def _further(report: Report, spots: list[Span]) -> tuple[tuple[Span, str], ...]:
    """The further places, one a paragraph."""
    places: list[tuple[Span, str]] = []
    end = report.paragraph_at(spots[0].start).span.end
    for spot in spots:
        if spot[0] >= end:
            places.append((spot, "同样是半角"))
            end = report.paragraph_at(spot[0]).span.end
    return tuple(places)
