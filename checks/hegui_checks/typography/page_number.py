"""FMT106."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PAGE_NUMBER
from hegui_checks.grading import head


@check(
    "FMT106",
    "page-number",
    "没有页码",
    each=Report,
    severity=Severity.INFO,
    basis=PAGE_NUMBER,
    off=True,
    examples=[
        Example(
            bad="{top=37 bottom=35 left=28 right=26}清源县柳河镇人民政府",
            good="{top=37 bottom=35 left=28 right=26 numbered=1}清源县柳河镇人民政府",
            quiet=("清源县柳河镇人民政府",),
            part="issuer",
            format="docx",
        )
    ],
)
def page_number(report: Report) -> Iterator[Hit]:
    """公文在版心下边缘之下标页码。页眉页脚里没有页码域的才报；没有写明页面设置的文件不报。"""
    setting = report.formatting
    if setting and setting.pages and not setting.numbered:
        yield Hit(head(report), "页眉和页脚里都没有页码", "在页脚插入页码：4号半角宋体阿拉伯数字，左右各一条一字线")
