"""FMT102."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import TYPEFACE
from hegui_checks.typefaces import BODY, differs, settings

_SIZE = 16


@check(
    "FMT102",
    "body-typeface",
    "正文的字体字号不合公文格式",
    each=Report,
    severity=Severity.INFO,
    basis=TYPEFACE,
    once=True,
    off=True,
    examples=[
        Example(
            bad="{font=宋体 size=16}开展执法检查24次，办结投诉12件。",
            good="{font=仿宋_GB2312 size=16}开展执法检查24次，办结投诉12件。",
            quiet=(
                "开展执法检查24次，办结投诉12件。",
                "{font=黑体 size=16}（五）强化监督",
                "{font=FangSong}开展执法检查24次，办结投诉12件。",
            ),
            format="docx",
        ),
        Example(
            bad="{font=仿宋 size=14}开展执法检查24次，办结投诉12件。",
            good="{font=仿宋 size=16}开展执法检查24次，办结投诉12件。",
            format="docx",
        ),
    ],
)
def body_typeface(report: Report) -> Iterator[Hit]:
    """正文一般用3号仿宋体字。标题、表格和一段里有几种字体的不看，文件没有写明的不报；一份只说一次。"""
    for setting in settings(report):
        if setting.paragraph.is_heading:
            continue
        if found := differs(setting.look, BODY, _SIZE):
            yield Hit(setting.head, f"正文用的是{found}，国家标准一般用三号仿宋体", "改为三号仿宋体")
