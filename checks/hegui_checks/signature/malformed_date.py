"""SIG003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, check
from hegui_checks.bases import DATE_FORM


@check(
    "SIG003",
    "malformed-date",
    "成文日期写法不规范",
    each=Report,
    severity=Severity.WARNING,
    basis=DATE_FORM,
    examples=[
        Example(
            bad="2025年01月08日",
            good="2025年1月8日",
            quiet=("2025 年 1 月 8 日", "2025年10月20日"),
            part="date",
            marks="2025年01月08日",
        ),
        Example(bad="二〇二五年一月八日", good="2025年1月8日", part="date"),
        Example(bad="2025.1.8", good="2025年1月8日", part="date"),
    ],
)
def malformed_date(report: Report) -> Iterator[Hit]:
    """国家标准要求成文日期用阿拉伯数字标全年、月、日，年份标全称，月、日不编虚位。"""
    signature = report.signature
    if signature is None or signature.date is None or signature.day is None or not signature.day.exists:
        return
    written = signature.date.of(report.text)
    plain = "".join(written.split())
    day = signature.day
    if plain == str(day) and day.day:
        return
    if not day.day:
        yield Hit(signature.date, "成文日期没有写到日", "标全年、月、日，例如2025年1月8日")
        return
    fix = Fix(f"改为“{day}”", (Edit(signature.date, str(day)),), Safety.SAFE)
    yield Hit(signature.date, f"成文日期应写作“{day}”", "用阿拉伯数字，月、日不编虚位", fix=fix)
