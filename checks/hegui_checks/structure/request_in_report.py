"""STR012."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import NO_REQUEST
from hegui_checks.context import every_place, offsets, windows

_HIGHER = ("上级", "县", "市", "区", "省", "州", "局", "党委")
_UPPER = f"(?:{'|'.join(_HIGHER)})"
_FORMULAS = ("恳请", "敬请", "请予", "妥否", "当否", "可否", "是否妥当", "特此请示", "如无不妥")
_ASKS = ("请", "望", "建议")
_REACH = (12, 100)  # how far a request goes before and after these words
_WISH = "批示|批复|批准|审批|拨付|拨款|解决|支持|增加|增设|配备|给予|予以|追加|倾斜|协调|保障|帮助|安排"
_REQUEST = regex(
    rf"(?:(?<=[，。；：,;:\n])|^)(?:为此，?|特此|现|特)?(?P<ask>恳请|敬请|请予|请{_UPPER}|望{_UPPER}|希望{_UPPER})[^。；\n]{{0,40}}?(?:{_WISH})"
    r"|(?:妥否|当否|可否|是否妥当)[，,]?\s*(?:敬?请)[^。\n]{0,10}(?:批示|批复|指示|审批|审定)|特此请示|如无不妥[，,]?请予?(?:批转|批准|转发|审批|批复)",
    re.MULTILINE,
)
_ADVICE = regex(rf"(?:(?<=[，。；：,;:\n])|^)建议{_UPPER}[^。；\n]{{0,40}}?(?:{_WISH}|加大)", re.MULTILINE)


@check(
    "STR012",
    "request-in-report",
    "报告夹带请示事项",
    each=Report,
    severity=Severity.ERROR,
    basis=NO_REQUEST,
    needs=(*_ASKS, *_FORMULAS),
    examples=[
        Example(
            bad="执法经费缺口较大，恳请县政府予以解决。",
            good="执法经费缺口较大，将通过统筹资金逐步改善。",
            quiet=(
                "严格执行请示报告制度，及时向县委请示汇报重大事项。",
                "聘请法律顾问2名，邀请专家授课3次，申请法律援助6件。",
                "办理人大代表建议和政协委员提案5件。",
                "提请县政府常务会议审议规范性文件2件。",
                "主动请求人大监督，支持法院依法审理行政案件。",
            ),
            part="shortcomings",
        ),
        Example(bad="妥否，请批示。", good="特此报告。", part="plan"),
        Example(
            bad="执法力量不足，建议县政府增加执法人员编制。",
            good="执法力量不足，将优化现有人员配置。",
            part="shortcomings",
            marks="建议县政府增加",
        ),
    ],
)
def request_in_report(report: Report) -> Iterator[Hit]:
    """报告不得夹带请示事项：请求批准、拨款、解决困难的，应当另行请示。

    建议上级如何做的语气较缓，只作警告。作名词用的“请示”不算。
    """
    for window in windows(_asked(report.text), *_REACH):
        near = max(window.start, report.start), min(window.end, report.end)
        for match in _REQUEST.finditer(report.text, *near):
            yield Hit(Span(*match.span()), "报告里夹带了请示事项", "删去这一句，确需上级决定的另行请示")
        for match in _ADVICE.finditer(report.text, *near):
            yield Hit(
                Span(*match.span()),
                "建议上级办理的事项接近请示",
                "改写为本单位的措施，确需上级决定的另行请示",
                Severity.WARNING,
            )


def _asked(text: str) -> Iterator[Span]:
    """Where the words stand without which nothing is asked for."""
    yield from every_place(text, _FORMULAS)
    for ask in _ASKS:
        for at in offsets(text, ask, 0, len(text)):
            if text.startswith(_HIGHER, at + len(ask)):
                yield Span(at, at + len(ask))
