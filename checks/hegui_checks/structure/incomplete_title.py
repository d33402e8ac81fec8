"""STR002."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import TITLE

_GENRES = ("报告", "总结", "汇报")


@check(
    "STR002",
    "incomplete-title",
    "标题不完整",
    each=Report,
    severity=Severity.WARNING,
    basis=TITLE,
    examples=[
        Example(
            bad="清源县柳河镇人民政府关于法治政府建设情况的报告",
            good="清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            quiet=(
                "2024年法治政府建设年度报告",
                "柳河镇二〇二四年度依法行政工作总结",
                "柳河镇2024年法治政府建设工作情况汇报",
            ),
            part="title",
        ),
        Example(
            bad="2024年柳河镇法治政府建设情况",
            good="2024年柳河镇法治政府建设情况报告",
            part="title",
            marks="2024年柳河镇法治政府建设情况",
        ),
        Example(bad="柳河镇2024年法治政府建设", good="柳河镇2024年法治政府建设报告", part="title"),
        Example(bad="柳河镇2024年工作总结", good="柳河镇2024年依法行政工作总结", part="title"),
    ],
)
def incomplete_title(report: Report) -> Iterator[Hit]:
    """标题应当写明事由和文种；年度报告的事由包括年度。发文机关在落款处有的，标题可以不写。"""
    title = report.title
    if title is None:
        return
    lacking = []
    if title.year is None:
        lacking.append("年度")
    if not title.subject:
        lacking.append("事由（法治政府建设）")
    if not title.genre.endswith(_GENRES):
        lacking.append("文种（报告）")
    if lacking:
        yield Hit(title.span, f"标题没有写明{'和'.join(lacking)}", "补全标题：××关于20××年法治政府建设情况的报告")
