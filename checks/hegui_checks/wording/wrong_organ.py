"""TRM010."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import cited, places
from hegui_checks.register import provincial_offices

_LONGEST = 12


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    fields = "|".join(sorted(provincial_offices(), key=len, reverse=True))
    return re.compile(rf"省(?:、市)?(?:、[县区])?(?:{fields})局"), re.compile(rf"(?<!自治)(?<!省)[县市](?:{fields})厅")


@check(
    "TRM010",
    "wrong-organ",
    "机构名称与层级不符",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    once=True,
    needs=("厅", "局", "党组", "街道党委"),
    examples=[
        Example(
            bad="镇党组理论学习中心组学法4次。",
            good="镇党委理论学习中心组学法4次。",
            quiet=("镇政府党组会议研究2次。", "镇人大党组专题学习。", "县财政局党组开展检查。", "加强镇党组织建设。"),
            marks="党组",
        ),
        Example(
            bad="街道党委高度重视法治建设。",
            good="街道党工委高度重视法治建设。",
            quiet=("街道党工委统一领导，社区党委协同。",),
            body="subdistrict",
        ),
        Example(
            bad="落实省教育局工作部署。",
            good="落实省教育厅工作部署。",
            quiet=("落实省市场监管局、省统计局部署。", "省公安厅、市公安局联合检查。", "全省教育局长会议精神。"),
        ),
    ],
)
def wrong_organ(report: Report) -> Iterator[Hit]:
    """乡镇设党委，街道设党工委，省一级的教育、司法等部门称厅，市县称局。各地名称不尽相同，只作提示。"""
    text = report.text
    yield from _party(report)
    provincial, local = _offices()
    for match in provincial.finditer(text) if "省" in text else ():
        if not text.startswith("长", match.end()):
            yield from _hit(report, Span(*match.span()), "省一级的这个部门称“厅”", "核对机构名称", "厅")
    for place in places(text, "厅"):
        if found := local.search(text, max(0, place.start - _LONGEST), place.end):
            yield from _hit(report, Span(*found.span()), "市、县的这个部门称“局”", "核对机构名称", "局")


def _party(report: Report) -> Iterator[Hit]:
    """党组 in a town, 党委 in a street."""
    text = report.text
    if report.level == "town" and report.body == "government":
        for place in places(text, "党组"):
            before = text[place.start - 1 : place.start]
            if text[place.end : place.end + 1] not in "织成" and (before in "镇乡" or not before.isalnum()):
                why = "乡镇设党委，一般没有单独的党组"
                yield from _hit(report, place, why, "改为“党委”，政府党组、人大党组写全称", "党组")
    if report.body == "subdistrict":
        for place in places(text, "街道党委"):
            if text[place.end : place.end + 1] != "员":
                yield from _hit(report, place, "街道设党工委", "改为“街道党工委”", "党委")


def _hit(report: Report, span: Span, why: str, advice: str, cause: str) -> Iterator[Hit]:
    if not cited(report, span):
        yield Hit(span, f"“{span.of(report.text)}”：{why}", advice, cause=cause)
