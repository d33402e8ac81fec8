"""TRM008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import around, cited, quoted, windows
from hegui_checks.register import OldBody, old_bodies, reform_words
from hegui_checks.wording.lexicon import standing

_REACH = 24


@check(
    "TRM008",
    "outdated-body",
    "机构用了旧名称",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="在县全面依法治县领导小组的指导下开展工作。",
            good="在县委全面依法治县委员会的指导下开展工作。",
            quiet=(
                "成立镇依法治镇领导小组和法治建设领导小组。",
                "县委全面依法治县委员会办公室（依法治县办）开展督察。",
                "2018年以前设依法治县领导小组，后改为委员会。",
                "镇普法依法治理领导小组召开会议2次。",
            ),
            marks="领导小组",
        ),
        Example(
            bad="配合县法制办开展规范性文件清理。",
            good="配合县司法局开展规范性文件清理。",
            quiet=("原县法制办移交案卷12件。", "落实《县法制办关于清理规范性文件的通知》。"),
        ),
        Example(
            bad="联合县工商局、县环保局开展检查。",
            good="联合县市场监管局、市生态环境局开展检查。",
            quiet=("会同工商联、工商所原址的综合窗口开展服务。", "县环保局更名为生态环境分局后职责不变。"),
        ),
        Example(
            bad="学习中央依法治国委员会会议精神。",
            good="学习中央全面依法治国委员会会议精神。",
            quiet=("落实中央依法治国办部署。",),
        ),
    ],
)
def outdated_body(report: Report) -> Iterator[Hit]:
    """机构改革以后仍写旧名称，多半是沿用了旧稿。讲沿革、引文件名、报告单位自己仍用旧名的不算。"""
    if report.year is None:
        return
    for body, near in standing(report, old_bodies):
        for window in windows(near, _REACH, _REACH) if report.year > body.last else ():
            for match in re.compile(body.pattern).finditer(report.text, *window):
                span = Span(*match.span())
                if not _excused(report, body, span, match[0]):
                    severity = None if body.sure else Severity.INFO
                    message = f"“{match[0]}”是{body.last}年以前的名称，现为{body.new}"
                    yield Hit(span, message, "改用现在的名称，或写明“原”", severity, cause=body.pattern)


def _excused(report: Report, body: OldBody, span: Span, words: str) -> bool:
    """Whether the old name is right here."""
    if cited(report, span) or quoted(report.text, span) or any(words in issuer.name for issuer in report.issuers):
        return True
    where = around(report, span.start)
    told = f"{reform_words()}|{body.unless}" if body.unless else reform_words()
    return re.search(told, where.of(report.text)) is not None
