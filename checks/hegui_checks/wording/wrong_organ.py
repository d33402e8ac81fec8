"""TRM010."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import cited, stands
from hegui_checks.register import provincial_offices


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
    needs=("党组", "街道党委", "局", "厅"),
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
    if report.level == "town" and report.body == "government" and "党组" in text:
        for match in re.finditer(r"(?<![政府人大局站所院])(?:(?<=镇)|(?<=乡)|(?<![\u4e00-\u9fff]))党组(?!织|成)", text):
            yield from _hit(
                report, match, "乡镇设党委，一般没有单独的党组", "改为“党委”，政府党组、人大党组写全称", "党组"
            )
    if report.body == "subdistrict" and "街道党委" in text:
        for match in re.finditer(r"街道党委(?!员)", text):
            yield from _hit(report, match, "街道设党工委", "改为“街道党工委”", "党委")
    if stands(text, ("省", "厅")):
        provincial, local = _offices()
        for match in provincial.finditer(text):
            if not text.startswith("长", match.end()):
                yield from _hit(report, match, "省一级的这个部门称“厅”", "核对机构名称", "厅")
        for match in local.finditer(text):
            yield from _hit(report, match, "市、县的这个部门称“局”", "核对机构名称", "局")


def _hit(report: Report, match: re.Match[str], why: str, advice: str, cause: str) -> Iterator[Hit]:
    span = Span(*match.span())
    if not cited(report, span):
        yield Hit(span, f"“{match[0]}”：{why}", advice, cause=cause)
