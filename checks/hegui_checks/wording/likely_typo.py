"""TRM007."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import cited
from hegui_checks.register import Slip, slips
from hegui_checks.wording.lexicon import found


@cache
def _by_word() -> dict[str, tuple[Slip, ...]]:
    rows: dict[str, tuple[Slip, ...]] = {}
    for slip in slips():
        rows[slip.wrong] = (*rows.get(slip.wrong, ()), slip)
    return rows


@check(
    "TRM007",
    "likely-typo",
    "疑似错别字",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    once=True,
    examples=[
        Example(
            bad="将法律基本知识列入政治课、思想品种课考试内容。",
            good="将法律基本知识列入政治课、思想品德课考试内容。",
            quiet=("开设品种改良课。",),
            marks="思想品种课",
        ),
        Example(
            bad="截止目前，共排查矛盾纠纷56件。",
            good="截至目前，共排查矛盾纠纷56件。",
            quiet=("报名截止到12月底。", "对违规犯罪行为零容忍。"),
            marks="截止目前",
        ),
        Example(
            bad="组织60余名干职工参加考试。",
            good="组织60余名干部职工参加考试。",
            quiet=("骨干职工带头，苦干实干。",),
        ),
        Example(
            bad="党委中心理论组学习法律法规4次。",
            good="党委理论学习中心组学习法律法规4次。",
            quiet=("党委理论学习中心组学法4次。", "理论中心组学习4次。"),
        ),
        Example(
            bad="深入推进综合冶理，严历打击违法行为。",
            good="深入推进综合治理，严厉打击违法行为。",
            quiet=(
                "冶炼企业执法检查2次。",
                "他们自己经过学习考取了证件，反复盖章问题得到解决。",
                "发布署名文章2篇，落实最低线要求，经历行政复议案件1件。",
                "群众反应强烈的问题得到解决，及时反应、快速处置。",
                "按照法定职责公示权利义务，行政权利义务关系清楚。",
            ),
        ),
        Example(
            bad="会议强调要确实加强行政执法监督。",
            good="会议强调要切实加强行政执法监督。",
            quiet=("执法力量确实较为薄弱。",),
        ),
    ],
)
def likely_typo(report: Report) -> Iterator[Hit]:
    """常用词语里差一个字的错误，只认一张封闭的词表，不作一般的错别字检查。文件名里的不算。"""
    text = report.text
    for word, spans in found(report).items():
        for slip in _by_word().get(word, ()):
            pattern = re.compile(f"{slip.before}{word}{slip.after}")
            for span in spans:
                if pattern.match(text, span.start) and not cited(report, span):
                    severity = None if slip.sure else Severity.INFO
                    yield Hit(
                        span, f"“{word}”疑为“{slip.right}”之误", f"核对后改为“{slip.right}”", severity, cause=word
                    )
