"""FMT005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.grading import drafted

_COPY = "，可能复制时丢失"
_NUMBERED = regex(r"(?:编号|证号|代码|条码|型号|批号|档号|账号|卡号|索引号|编码)[:：为]?\s*$")
# What was lost, how it looks, and what it should be: \1 and so on are the groups of the pattern.
_LOST = (
    (
        "起止年份之间的连接号",
        r"(?<!\d)(20[0-4]\d)(20[0-4]\d)(?=年)|(?<=[（(])(20[0-4]\d)(20[0-4]\d)(?=[）)])",
        r"\1\3—\2\4",
    ),
    ("“年”字", r"(?<!\d)(20[0-4]\d)(1[0-2]|[1-9])(?=月(?:\d{1,2}日|底|初|中旬|份|[，,。；至以起]))", r"\1年\2"),
    ("“年”字", r"(?<![\d—–~～\-至.])(20[0-4]\d)(?=以来[，,]|年度以来|底[，,前])", r"\1年"),
    ("文号里的“〕”", r"(?<=〔)(20[0-4]\d)(\d{1,4})(?=号)", r"\1〕\2"),
    ("文号里的“〔”", r"(?<![〔\d])(20[0-4]\d)(?=〕\s?\d{1,4}号)", r"〔\1"),
    ("文号里的“号”", r"(?<=〔20\d\d〕)(\d{1,4})(?=[》）)，。；、,;”]|$)", r"\1号"),
    ("文号里的“〔〕”", r"(?<=[发函字办])(20[0-4]\d)([1-9]\d{0,2})(?=号)", r"〔\1〕\2"),
)


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
    text = report.text
    sure = drafted(report)
    for what, pattern, right in _LOST:
        for match in re.finditer(pattern, text, re.MULTILINE):
            if _NUMBERED.search(text, max(0, match.start() - 6), match.start()):
                continue
            span = Span(*match.span())
            new = match.expand(right)
            fix = Fix(f"改为“{new}”", (Edit(span, new),), Safety.UNSAFE)
            message = f"“{match[0]}”缺了{what}{'' if sure else _COPY}"
            yield Hit(span, message, f"对照原件补为“{new}”", None if sure else Severity.WARNING, fix=fix)
