"""STR014."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check, regex
from hegui_checks.bases import PRACTICE

_BARE_YEAR = regex(r"20\d{2}(?![\d年])(?![—－])(?![-~])(?!～)")
_ABOUT = regex(r"关于[^的]{4,40}(?:报告|总结)$", words=("关于",))


@check(
    "STR014",
    "title-wording",
    "标题用词可以推敲",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="柳河镇2024年度法治政府建设年度报告",
            good="柳河镇2024年法治政府建设年度报告",
            quiet=("柳河镇2024年度法治政府建设情况报告", "柳河镇2024年度法治政府建设工作总结"),
            part="title",
        ),
        Example(bad="柳河镇2024法治政府建设年度报告", good="柳河镇2024年法治政府建设年度报告", part="title"),
        Example(bad="关于2024年度法治政府建设工作报告", good="关于2024年度法治政府建设工作的报告", part="title"),
        Example(bad="柳河镇2024年法治政府建设情况工作报告", good="柳河镇2024年法治政府建设工作情况报告", part="title"),
        Example(bad="柳河镇2024年法治政府年度报告", good="柳河镇2024年法治政府建设年度报告", part="title"),
    ],
)
def title_wording(report: Report) -> Iterator[Hit]:
    """在用的标题写法很多，这里只提示重复、缺字和语序。"""
    if report.title is None:
        return
    words = report.title.text
    for problem, advice in _problems(words, report.title.subject):
        yield Hit(report.title.span, problem, advice)


def _problems(words: str, subject: str) -> Iterator[tuple[str, str]]:
    if words.count("年度") > 1 and re.search(r"\d年度", words) and words.endswith("年度报告"):
        yield "标题里“年度”用了两次", "前一处改为“年”"
    if _BARE_YEAR.search(words):
        yield "标题里的年份后缺“年”字", "在年份后补“年”"
    if _ABOUT.search(words):
        yield "标题用“关于”开头，结尾缺“的”字", "改为“关于……的报告”"
    if "情况工作报告" in words:
        yield "“情况工作报告”语序不顺", "改为“工作情况报告”"
    if "建设的情况报告" in words:
        yield "“建设的情况报告”语序不顺", "改为“建设情况的报告”"
    if subject == "法治政府" and "法治政府建设" not in words:
        yield "标题里“法治政府”后缺“建设”二字", "改为“法治政府建设”"
