"""TRM003."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import around, cited
from hegui_checks.register import Formula, formulas
from hegui_checks.wording.lexicon import standing


@check(
    "TRM003",
    "outdated-phrase",
    "沿用了旧的表述",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="构建职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府。",
            good="构建职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府。",
            quiet=(
                "2015年提出的廉洁高效、守法诚信的目标基本实现。",
                "营造守法诚信的营商环境。",
            ),
            year=2023,
            marks="廉洁高效、守法诚信",
        ),
        Example(
            bad="为全面建成小康社会提供法治保障。",
            good="为全面建设社会主义现代化国家提供法治保障。",
            quiet=("如期全面建成小康社会，开启新征程。",),
            year=2022,
        ),
        Example(
            bad="深入开展扫黑除恶专项斗争，打击违法犯罪。",
            good="深入开展常态化扫黑除恶斗争，打击违法犯罪。",
            quiet=("扫黑除恶专项斗争三年来成果丰硕。", "荣获全县扫黑除恶专项斗争先进集体。"),
            year=2022,
        ),
        Example(
            bad="贯彻习近平总书记全面依法治国新理念新思想新战略。",
            good="贯彻习近平法治思想。",
            quiet=("贯彻习近平法治思想和全面依法治国新理念新思想新战略。",),
            year=2022,
        ),
    ],
)
def outdated_phrase(report: Report) -> Iterator[Hit]:
    """一个时期的提法被后来的文件替换以后，再用旧提法多半是沿用了旧稿。讲历史、引旧文件名的不算。"""
    if report.year is None:
        return
    told: set[str] = set()
    for formula, _ in standing(report, formulas):
        if report.year < formula.first or formula.pattern in told:
            continue
        if formula.absent and formula.absent in report.text:
            continue
        for match in re.finditer(formula.pattern, report.text):
            span = Span(*match.span())
            if not _excused(report, formula, span):
                told.add(formula.pattern)
                yield _hit(formula, span, match[0])


def _excused(report: Report, formula: Formula, span: Span) -> bool:
    if cited(report, span):
        return True
    where = around(report, span.start).of(report.text)
    return bool(formula.unless) and re.search(formula.unless, where) is not None


def _hit(formula: Formula, span: Span, words: str) -> Hit:
    message = f"“{words}”{formula.why}{'作' if formula.why.endswith('纲要') else ''}“{formula.now}”"
    return Hit(span, message, f"改为“{formula.now}”，或写明是当时的提法", None if formula.sure else Severity.INFO)
