"""FMT004."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import MARKS

_DATE = regex(r"\.(\d{1,2})(?![\d.])(?![％%])")
_MONTH = regex(r"(?<![\d.A-Za-z])\d{1,2}$")
_DAY = regex(
    r"\s?(?:国家宪法日|宪法宣传|国际禁毒日|禁毒日|消费者权益日|全国土地日|国家安全日|全民国家安全|知识产权日|防灾减灾日|学雷锋|法制宣传日|法治宣传日|志愿者日|世界环境日)"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@check(
    "FMT004",
    "event-date",
    "节日、事件的月日用间隔号",
    each=Report,
    severity=Severity.INFO,
    basis=MARKS,
    once=True,
    examples=[
        Example(
            bad="开展“12.4”国家宪法日宣传。",
            good="开展“12·4”国家宪法日宣传。",
            quiet=(
                "应用“2.0”版系统和“5.15版”平台。",
                "增长“3.45%”，人均面积12.4平方米，涉及金额3.15万元。",
                "1.健全制度。2.规范程序。",
                "监测“PM2.5”，推行ISO“9.1”标准条款。",
                "开展“12·4”国家宪法日宣传。",
            ),
            marks=".",
        ),
        Example(bad="开展12.4国家宪法日宣传。", good="开展12·4国家宪法日宣传。"),
    ],
)
def event_date(report: Report) -> Iterator[Hit]:
    """以月日为名的节日、事件，月和日之间用间隔号。只看引号里单独的月日和后面跟着节日名称的月日。"""
    text = report.text
    for match in _DATE.finditer(text):
        month = _MONTH.search(text, max(0, match.start() - 3), match.start())
        if month is None or not _is_day(int(month[0]), int(match[1])):
            continue
        if _quoted_alone(text, month.start(), match.end()) or _DAY.match(text, match.end()):
            dot = Span(match.start(), match.start() + 1)
            right = f"{month[0]}·{match[1]}"
            fix = Fix("改用间隔号", (Edit(dot, "·"),), Safety.SAFE)
            yield Hit(dot, f"“{month[0]}.{match[1]}”宜写作“{right}”", f"改为“{right}”", fix=fix)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]


def _quoted_alone(text: str, start: int, end: int) -> bool:
    """Whether “6.26” stands in quotes with nothing else, and no Latin name before it or 版 after it."""
    if text[start - 1 : start] not in "“‘" or text[end : end + 1] not in "”’":
        return False
    return not re.match(r"[A-Za-z]", text[start - 2 : start - 1]) and not re.match(
        r"[”’](?:版|标准|系统|级)", text[end : end + 4]
    )
