"""TRM006."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.context import around, quoted, sentence, windows
from hegui_checks.register import remnants
from hegui_checks.wording.lexicon import found, standing

_NEAR = 12
_CROSSES = ("X", "x", "Ｘ", "ｘ", "×")
_UNNAMED = regex(r"(?<![A-Za-z0-9])(?:[XＸ×]{2,}|[xｘ]{2,})(?![A-Za-z0-9])")
_MASKED = regex("某|当事人|原告|被告|身份证|手机|电话|化名")


@check(
    "TRM006",
    "placeholder",
    "留有没有填写的空",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    once=True,
    examples=[
        Example(
            bad="全年开展执法检查XX次，发放资料3000份。",
            good="全年开展执法检查26次，发放资料3000份。",
            quiet=(
                "依法调解张某某与某某公司劳动争议案。",
                "推行“1+X”执法模式，实行“X个一”工作法。",
                "购置X光机1台，更换LED屏2块，办公面积4×100平方米。",
                "本案当事人李某于2024年×月×日提出申请。",
                "身份证号330***********1234已作遮盖。",
                "人员力量有待补充，具体事项有待核实。",
            ),
            marks="XX",
        ),
        Example(bad="20XX年，我镇召开专题会议4次。", good="2024年，我镇召开专题会议4次。", marks="20XX"),
        Example(bad="全年培训____人次。", good="全年培训260人次。"),
        Example(
            bad="调解成功率98%（待补充）。",
            good="调解成功率98%（含口头调解）。",
            quiet=("（补充协议除外）审查合同18份。",),
        ),
        Example(bad="落实县委〔2024〕号文件精神。", good="落实县委〔2024〕5号文件精神。", marks="〔"),
        Example(
            bad="法治镇（街）建设领导小组召开会议2次。",
            good="法治镇建设领导小组召开会议2次。",
            quiet=(
                "推进镇（街道）综合行政执法改革。",
                "各镇（街道）、各部门协同。",
                "乡镇（街道）权责清单。",
                "会同相邻镇（街）开展联合执法。",
            ),
        ),
        Example(bad="会同XX公司开展培训。", good="会同律师事务所开展培训。", marks="XX"),
    ],
)
def placeholder(report: Report) -> Iterator[Hit]:
    """模板里的XX、空格线、空的文号没有填就发了出去。

    案例里为遮盖姓名、日期写的××、某某不算；看不出是漏填还是遮盖的只作提示。
    """
    covered: set[int] = set()
    told: dict[Span, list[tuple[str, Span]]] = {}
    for name, span in _remnants(report):
        if covered.isdisjoint(range(*span)) and not _excused(report, span):
            covered.update(range(*span))
            told.setdefault(sentence(report, span.start), []).append((name, span))
    for (name, first), *others in told.values():
        related = tuple((span, also) for also, span in others)
        words = first.of(report.text).strip()
        yield Hit(first, f"“{words}”：{name}", "填写准确的内容，不需要的删去", related=related, cause=name)
    crossed = any(cross in found(report) for cross in _CROSSES)
    for match in _UNNAMED.finditer(report.text) if crossed else ():
        span = Span(*match.span())
        if covered.isdisjoint(range(*span)) and not _excused(report, span):
            heading = report.title is not None and report.title.span.covers(span)
            severity = None if heading else Severity.INFO
            yield Hit(
                span, f"“{match[0]}”像是没有填写的名称", "没有填的补上，有意遮盖的可以不理", severity, cause="未写明"
            )


def _remnants(report: Report) -> Iterator[tuple[str, Span]]:
    """What is left of a template, with what it is."""
    for remnant, near in standing(report, remnants):
        for window in windows(near, _NEAR, _NEAR):
            for match in re.compile(remnant.pattern).finditer(report.text, *window):
                yield remnant.name, Span(*match.span())


def _excused(report: Report, span: Span) -> bool:
    """Whether a mask over a name, a term in quotes or a line of the layout stands here, not a gap."""
    text = report.text
    if report.title and report.title.span.covers(span):
        return False
    if text[span.start - 1 : span.start] == "“" and quoted(text, span):
        return True
    if report.document.format == "md" and "*" in span.of(text):
        return True
    if {text[span.start - 1 : span.start], text[span.end : span.end + 1]} <= {"", "\n"}:
        return True
    return _MASKED.search(text, *around(report, span.start)) is not None
