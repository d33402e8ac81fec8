"""FMT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.grading import drafted

_LONG = 4
_COPY = "，可能复制时丢失"
_NUMBERED = regex(r"(?:编号|证号|代码|条码|型号|批号|档号|账号|卡号|索引号|编码)[:：为]?\s*$")
_YEAR = regex(
    r"(20[0-4]\d)(?:(20[0-4]\d)(?=年|[）)])|(1[0-2]|[1-9])(?=月(?:\d{1,2}日|底|初|中旬|份|[，,。；至以起]))"
    r"|(?=以来[，,]|年度以来|底[，,前])|(\d{1,4})(?=号)|(?=〕\s?\d{1,4}号))"
)
# What comes next where something is lost: far cheaper to compile, and most reports have none of it.
_NEAR_YEAR = regex(r"20[0-4]\d(?:\d|以来|底|年度以来|(?<!〔.{4})〕)")
_DAY = regex(r"20[0-4]\d年(1[0-2]\d{1,2}|[1-9]\d{1,2})日")
_NUMBER = regex(r"〔20[0-4]\d〕(\d{1,4})(?=[》）)，。；、,;”]|$)", re.MULTILINE)


@check(
    "FMT005",
    "lost-in-transfer",
    "数字旁边丢了字符",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("20",),
    examples=[
        Example(
            bad="落实《法治政府建设实施纲要（20212025年）》。",
            good="落实《法治政府建设实施纲要（2021—2025年）》。",
            quiet=(
                "落实《法治政府建设实施纲要（2021-2025年）》。",
                "合同编号20212025年度卷宗，档号：202412月卷。",
                "执行县政府办〔2024〕12号文件，落实开府办发〔2025〕26号要求。",
                "2024年12月31日前完成，2021年至2025年实施。",
            ),
            marks="20212025",
        ),
        Example(bad="自20241月1日起施行。", good="自2024年1月1日起施行。", marks="20241"),
        Example(bad="落实开府办发〔202526号文件。", good="落实开府办发〔2025〕26号文件。", year=2025),
        Example(bad="落实开府办发202526号文件。", good="落实开府办发〔2025〕26号文件。", year=2025),
    ],
)
def lost_in_transfer(report: Report) -> Iterator[Hit]:
    """年份、文号旁边的连接号、“年”、六角括号丢了。复制网页时常这样丢字，作者多半没有错，只在原件里算错误。"""
    sure = drafted(report)
    for span, what, new in _lost(report.text):
        if not _NUMBERED.search(report.text, max(0, span.start - 6), span.start):
            fix = Fix(f"改为“{new}”", (Edit(span, new),), Safety.UNSAFE) if new else None
            message = f"“{span.of(report.text)}”缺了{what}{'' if sure else _COPY}"
            advice = f"对照原件补为“{new}”" if new else "对照原件补全"
            yield Hit(span, message, advice, None if sure else Severity.WARNING, fix=fix)


def _lost(text: str) -> Iterator[tuple[Span, str, str]]:
    """Where something is lost, what, and how it should read; nothing where that is open."""
    for match in _YEAR.finditer(text) if _NEAR_YEAR.search(text) else ():
        before = text[max(0, match.start() - 1) : match.start()]
        if not before.isdigit() and (found := _told(match, before)):
            yield Span(*match.span()), *found
    for match in _DAY.finditer(text):
        yield Span(*match.span(1)), "“月”字", ""
    for match in _NUMBER.finditer(text) if "〔" in text else ():
        yield Span(*match.span(1)), "文号里的“号”", f"{match[1]}号"


def _told(match: re.Match[str], before: str) -> tuple[str, str] | None:
    """What is lost beside a year and how it should read, or None when nothing is."""
    year, second, month, number = match.groups()
    if second:
        return "起止年份之间的连接号", f"{year}—{second}"
    if month:
        return "“年”字", f"{year}年{month}"
    if number:
        if before == "〔":
            return "文号里的“〕”", f"{year}〕{number}"
        whole = before in tuple("发函字办") and len(number) < _LONG and number[0] != "0"
        return ("文号里的“〔〕”", f"〔{year}〕{number}") if whole else None
    if match.string[match.end()] == "〕":
        return ("文号里的“〔”", f"〔{year}") if before != "〔" else None
    return ("“年”字", f"{year}年") if before not in tuple("—–~～-至.") else None
