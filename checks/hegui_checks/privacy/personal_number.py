"""PRI001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, masked, regex
from hegui_checks.bases import DISCLOSURE

_GAP = r"[ -]?"
_MOBILE = regex(rf"1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}")
_LONG = regex(rf"[126]\d\d{_GAP}\d{_GAP}\d{{3}}")  # every number that is looked for has such a stretch
_BORN = tuple(
    regex(rf"{century}\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}[\dXx]") for century in ("19", "20")
)
_CARD = regex(rf"62\d\d{_GAP}\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{4}}(?:{_GAP}\d{{1,3}})?")
_CARD_WORDS = regex(r"卡号|账号|帐号|账户|帐户|银行卡|开户")
_LABEL = regex(
    r"(?:索引号|编号|文号|(?<!份)证号|案号|单号|代码|编码|档号|条码|批号|型号|登记号|备案号|工单号|许可证)[^，。；\n]{0,8}$"
)
_CONTACT = regex(
    r"(?:联系|咨询|监督|举报|投诉|服务|办公|值班|报警)(?:人|电话|方式|热线)|电话\s*[:：]|手机\s*[:：]|热线"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_REGION, _ID = 6, 18
_NEAR = 24


@check(
    "PRI001",
    "personal-number",
    "公开了个人号码",
    each=Report,
    severity=Severity.ERROR,
    basis=DISCLOSURE,
    examples=[
        Example(
            bad="当事人身份证号为11010519491231002X，已办结。",
            good="当事人身份已核验，已办结。",
            quiet=(
                "索引号为11010519491231002X的文件已公开。",
                "身份证号110105194912310021经核有误。",
                "身份证号110105********002X已作遮盖。",
            ),
            marks="11010519491231002X",
        ),
        Example(
            bad="群众可向网格员反映，手机13812345678，随时接听。",
            good="群众可向网格员反映，随时接听。",
            quiet=(
                "畅通12345、12348热线，办公室座机0577-67581234。",
                "联系手机138****5678，文件编号13812345678。",
                "开通400-8001234，系统登录10013812345678次。",
            ),
            marks="13812345678",
        ),
        Example(
            bad="补偿款打入卡号6222021234567890128，已到账。",
            good="补偿款打入指定账户，已到账。",
            quiet=("设备资产6222021234567890128号已登记。", "补偿款打入卡号6222021234567890123，已退回。"),
        ),
    ],
)
def personal_number(report: Report) -> Iterator[Hit]:
    """身份证号、手机号、银行卡号不得随报告公开。身份证号和银行卡号按校验码核对，校验不符的不算。

    热线、座机、索引号、各种编号不算；末尾的联系方式只作提示。
    """
    text = report.text
    if not _LONG.search(text):
        return
    for pattern in _BORN:
        for match in pattern.finditer(text):
            span = Span(match.start() - _REGION, match.end())
            if span.start >= 0 and _alone(text, span) and _is_identity(span.of(text)):
                yield _hit(report, span, "居民身份证号")
    for match in _MOBILE.finditer(text):
        span = Span(*match.span())
        if _alone(text, span):
            yield _hit(report, span, "手机号")
    for match in _CARD.finditer(text):
        span = Span(*match.span())
        near = text[max(0, span.start - _NEAR) : span.end + _NEAR]
        if _alone(text, span) and _luhn(match[0]) and _CARD_WORDS.search(near):
            yield _hit(report, span, "银行卡号")


def _alone(text: str, span: Span) -> bool:
    """Whether the number is whole, and not that of a file or of a thing."""
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    line = text.rfind("\n", 0, span.start) + 1
    before = text[max(line, span.start - _NEAR) : span.start]
    return not re.search(r"[0-9A-Za-z*×/_.]", around) and not before.endswith("-") and not _LABEL.search(before)


def _is_identity(number: str) -> bool:
    """Whether the check digit of an identity number is right."""
    if len(number) != _ID or not number[:-1].isdecimal() or number[0] == "0":
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % len(_CHECKS)] == number[-1].upper()


def _luhn(number: str) -> bool:
    """Whether the check digit of a bank card is right."""
    digits = [int(digit) for digit in reversed(number) if digit.isdecimal()]
    doubled = [2 * digit - 9 * (digit > 4) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _hit(report: Report, span: Span, what: str) -> Hit:
    words = span.of(report.text)
    line = Span(report.text.rfind("\n", 0, span.start) + 1, span.start)
    contact = what == "手机号" and _CONTACT.search(line.of(report.text)[-_NEAR:]) is not None and _at_foot(report, span)
    return Hit(
        span,
        f"公开了{what}（{masked(words)}）",
        "改为办公电话" if contact else "删去，确需写的遮盖中间几位",
        Severity.INFO if contact else None,
        private=(span,),
    )


def _at_foot(report: Report, span: Span) -> bool:
    """Whether the place is among the last lines, below the text or just above the signature."""
    if span.start >= report.end:
        return True
    return span.start > report.end - 200 and report.text.count("\n", span.end, report.end) <= 2
