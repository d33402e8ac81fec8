"""FMT101."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import TITLE_FORM
from hegui_checks.typefaces import TITLE, differs, settings

_SIZE = 22


@check(
    "FMT101",
    "title-typeface",
    "标题的字体字号不合公文格式",
    each=Report,
    severity=Severity.INFO,
    basis=TITLE_FORM,
    off=True,
    examples=[
        Example(
            bad="{font=黑体 size=22}清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            good="{font=方正小标宋简体 size=22}清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            quiet=("清源县柳河镇人民政府关于2024年法治政府建设情况的报告",),
            part="title",
            format="docx",
        ),
        Example(
            bad="{font=方正小标宋_GBK size=18}柳河镇2024年法治政府建设情况报告",
            good="{font=方正小标宋_GBK size=22}柳河镇2024年法治政府建设情况报告",
            part="title",
            format="docx",
        ),
    ],
)
def title_typeface(report: Report) -> Iterator[Hit]:
    """标题一般用2号小标宋体字。文件没有写明字体（如随主题而定）的不报。"""
    for setting in settings(report, report.title.span) if report.title else ():
        if found := differs(setting.look, TITLE, _SIZE):
            yield Hit(setting.paragraph.span, f"标题用的是{found}，国家标准一般用二号小标宋体", "改为二号小标宋体")
            return
