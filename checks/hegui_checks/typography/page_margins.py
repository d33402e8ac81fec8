"""FMT104."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, PageSetup, Report, Severity, check
from hegui_checks.bases import PAGE
from hegui_checks.grading import head

_NEAR = 1.5
_PAPER = (210, 297)
_TOP, _LEFT = 37, 28
_AREA = (156, 225)


@check(
    "FMT104",
    "page-margins",
    "页边距不合公文格式",
    each=Report,
    severity=Severity.INFO,
    basis=PAGE,
    off=True,
    examples=[
        Example(
            bad="{top=25.4 bottom=25.4 left=31.8 right=31.8}清源县柳河镇人民政府",
            good="{top=37 bottom=35 left=28 right=26}清源县柳河镇人民政府",
            quiet=("清源县柳河镇人民政府",),
            part="issuer",
            format="docx",
        ),
        Example(
            bad="{top=37 bottom=35 left=28 right=31.8}清源县柳河镇人民政府",
            good="{top=37 bottom=35 left=28 right=26}清源县柳河镇人民政府",
            part="issuer",
            format="docx",
        ),
    ],
)
def page_margins(report: Report) -> Iterator[Hit]:
    """公文用A4纸，天头37毫米，订口28毫米，版心156毫米×225毫米，各允许有1毫米出入。横排的表格页不看。"""
    pages = report.formatting.pages if report.formatting else ()
    for page in pages:
        found = "，".join(_differences(page)) if page.width < page.height else ""
        if found:
            yield Hit(head(report), f"版面与国家标准不同：{found}", "在页面设置里改：上37、下35、左28、右26毫米，A4纸")
            return


def _differences(page: PageSetup) -> Iterator[str]:
    area = (page.width - page.left - page.right, page.height - page.top - page.bottom)
    if not _alike((page.width, page.height), _PAPER):
        yield f"纸张是{page.width:.0f}毫米×{page.height:.0f}毫米，不是A4"
    if not _alike((page.top,), (_TOP,)):
        yield f"上边距{page.top:.1f}毫米，应为{_TOP}毫米"
    if not _alike((page.left,), (_LEFT,)):
        yield f"左边距{page.left:.1f}毫米，应为{_LEFT}毫米"
    if not _alike(area, _AREA):
        yield f"版心{area[0]:.0f}毫米×{area[1]:.0f}毫米，应为{_AREA[0]}毫米×{_AREA[1]}毫米"


def _alike(found: tuple[float, ...], asked: tuple[float, ...]) -> bool:
    return all(abs(one - other) <= _NEAR for one, other in zip(found, asked, strict=True))
