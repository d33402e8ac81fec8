"""FMT105."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import LINES
from hegui_checks.typefaces import settings

_LEAST, _MOST = 28, 30


@check(
    "FMT105",
    "line-spacing",
    "行距排不出每面22行",
    each=Report,
    severity=Severity.INFO,
    basis=LINES,
    once=True,
    off=True,
    examples=[
        Example(
            bad="{line=24}开展执法检查24次，办结投诉12件。",
            good="{line=28.95}开展执法检查24次，办结投诉12件。",
            quiet=("开展执法检查24次，办结投诉12件。", "{line=30}开展执法检查24次，办结投诉12件。"),
            format="docx",
        )
    ],
)
def line_spacing(report: Report) -> Iterator[Hit]:
    """版心高225毫米，一般每面排22行，行距约为29磅。只看写明固定值的行距，一份只说一次。"""
    for setting in settings(report):
        line = setting.look.line
        if line and not _LEAST <= line <= _MOST:
            message = f"行距固定值{line:g}磅，版心里一面排不成22行"
            yield Hit(setting.head, message, "行距设为固定值28至30磅")
