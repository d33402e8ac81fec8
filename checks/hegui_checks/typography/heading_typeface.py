"""FMT103."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import NUMBERING
from hegui_checks.typefaces import FIRST, SECOND, differs, settings

_FACES = {1: (FIRST, "第一层", "黑体"), 2: (SECOND, "第二层", "楷体")}


@check(
    "FMT103",
    "heading-typeface",
    "层次标题的字体不合公文格式",
    each=Report,
    severity=Severity.INFO,
    basis=NUMBERING,
    once=True,
    off=True,
    examples=[
        Example(
            bad="{font=楷体_GB2312 size=16}五、强化保障\n{font=仿宋}落实经费12万元。",
            good="{font=黑体 size=16}五、强化保障\n{font=仿宋}落实经费12万元。",
            quiet=("五、强化保障\n落实经费12万元。", "{font=仿宋}1.强化保障\n落实经费12万元。"),
            part="plan",
            format="docx",
        ),
        Example(
            bad="{font=黑体}（五）强化保障\n落实经费12万元。",
            good="{font=楷体}（五）强化保障\n落实经费12万元。",
            format="docx",
        ),
    ],
)
def heading_typeface(report: Report) -> Iterator[Hit]:
    """结构层次一般第一层用黑体、第二层用楷体。只看单独成行的标题，同一层一份只说一次。"""
    for setting in settings(report):
        heading = setting.paragraph.heading
        if heading is None or not setting.paragraph.is_heading or not heading.marker:
            continue
        face, layer, name = _FACES.get(heading.level, ("", "", ""))
        if face and (found := differs(setting.look, face)):
            yield Hit(heading.span, f"{layer}标题用的是{found}，国家标准一般用{name}", f"改为{name}", cause=layer)
