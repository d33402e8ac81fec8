"""TRM002."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Edit, Example, Fix, Hit, NamedTuple, Report, Safety, Severity, Span, check
from hegui_checks.bases import PRACTICE
from hegui_checks.context import around, cited, sentence, windows
from hegui_checks.register import Phrase, phrases
from hegui_checks.wording.lexicon import standing
from hegui_checks.wording.members import misfits

_ROOM = 24


class _Slip(NamedTuple):
    """What is off, and what should stand there; a lost member is missing after ``span``."""

    span: Span
    right: str
    lost: bool = False


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


@check(
    "TRM002",
    "set-phrase",
    "固定表述写错",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要案件亲自督办。",
            good="对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
            quiet=(
                "对重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
                "落实党风廉政建设责任制，重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要案件亲自督办。",
                "主要领导亲自部署、亲自协调，分管领导亲自督办。",
            ),
            marks="重要案件亲自督办",
        ),
        Example(
            bad="引导群众遵法学法守法用法，形成良好氛围。",
            good="引导群众尊法学法守法用法，形成良好氛围。",
            quiet=(
                "引导群众尊法、学法、守法、用法。",
                "营造学法、守法、用法的浓厚氛围。",
                "引导企业遵法守法经营。",
                "让群众尊法学法守法，依法维护权益。",
                "引导群众尊法学法懂法守法用法。",
            ),
            marks="遵法",
        ),
        Example(
            bad="推进严格规范文明公正执法。",
            good="推进严格规范公正文明执法。",
            quiet=(
                "推进严格规范公正文明执法，坚持规范执法、文明执法。",
                "坚持严格规范公正文明执法。下一步继续推进严格规范文明执法。",
            ),
        ),
        Example(
            bad="坚持科学立法、公正执法、公正司法、全民守法。",
            good="坚持科学立法、严格执法、公正司法、全民守法。",
            quiet=("形成严格执法、公正司法、全民守法的工作格局。",),
            marks="公正执法",
        ),
        Example(
            bad="充分发挥党委统揽全局、协调各方的作用。",
            good="充分发挥党委总揽全局、协调各方的作用。",
            quiet=("充分发挥党委总揽全局、协调各方的领导核心作用，统揽各项工作。",),
            marks="统揽全局",
        ),
        Example(
            bad="与经济社会发展同部署、同推进、同督导、同考核、同奖惩。",
            good="与经济社会发展同部署、同推进、同督促、同考核、同奖惩。",
            quiet=(
                "与中心工作同部署、同落实。",
                "坚持同部署、同推进、同检查、同落实。",
                "与业务工作同部署、同推进、同落实、同考核、同奖惩。",
            ),
            marks="同督导",
        ),
        Example(
            bad="学习贯彻党的十九大和历届全会精神。",
            good="学习贯彻党的十九大和历次全会精神。",
            quiet=("学习贯彻党的十九届历次全会精神。", "回顾改革开放以来历届三中全会。"),
            marks="历届",
        ),
        Example(
            bad="坚持以习近平新时代中国特色社会主意思想为指导。",
            good="坚持以习近平新时代中国特色社会主义思想为指导。",
            quiet=("传承中国特色社会主义先进文化。", "推进新时代中国特色社会主义法治建设。"),
        ),
        Example(
            bad="学习习总书记重要讲话精神。",
            good="学习习近平总书记重要讲话精神。",
            quiet=("学习习近平总书记重要讲话精神。", "学习总书记重要讲话精神。"),
        ),
        Example(
            bad="深入学习贯彻法治思想，开展研讨4次。",
            good="深入学习贯彻习近平法治思想，开展研讨4次。",
            quiet=("对干部进行法治思想教育培训。", "深入学习贯彻习近平法治思想和党的二十大精神。"),
        ),
        Example(
            bad="贯彻全面依法治国新思想新战略。",
            good="贯彻全面依法治国新理念新思想新战略。",
            quiet=("贯彻全面依法治国新理念、新思想、新战略。", "树立新理念，形成新思路。"),
        ),
        Example(
            bad="规范三重大一事项集体决策。",
            good="规范三重一大事项集体决策。",
            quiet=("规范“三重一大”事项集体决策。", "研究重大决策、重要干部任免、重大项目安排和大额度资金使用。"),
        ),
        Example(
            bad="书记、镇长履行推行法治建设第一责任人职责。",
            good="书记、镇长履行推进法治建设第一责任人职责。",
            quiet=("书记、镇长深入推行落实第一责任人职责。", "书记、镇长履行法治政府建设第一责任人职责。"),
        ),
        Example(
            bad="坚定“四个意识”，做到“两个维护”。",
            good="增强“四个意识”，做到“两个维护”。",
            quiet=(
                "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
                "树牢“四个意识”，坚定“四个自信”，坚决做到“两个维护”。",
            ),
            marks="坚定",
        ),
        Example(
            bad="坚持“法无授权不可为”和“法定责任必须为”。",
            good="坚持“法无授权不可为”和“法定职责必须为”。",
            quiet=("压实法定责任，必须为民办事。",),
        ),
        Example(
            bad="建设职能科学、职责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府。",
            good="建设职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府。",
            quiet=("建设公开公正、智能高效、人民满意的法治政府。",),
            marks="职责法定",
        ),
        Example(
            bad="落实公众参与、专家论证、风险评估、合法性审核、集体讨论决定程序。",
            good="落实公众参与、专家论证、风险评估、合法性审查、集体讨论决定程序。",
            quiet=("落实公众参与、风险评估、集体讨论决定程序。", "完善公众参与、专家论证和政府决定相结合的机制。"),
            marks="合法性审核",
        ),
    ],
)
def set_phrase(report: Report) -> Iterator[Hit]:
    """固定的政治表述有原文可对。差一字、换一词或者漏一项的，多半是笔误。

    自由使用其中的词、全称之后用简称、只用其中几项的不算。
    """
    for phrase, places in standing(report, phrases):
        near = [span for span in places if not _is_right(report.text, phrase.phrase, span)]
        if not near:
            continue
        full = report.text.find(phrase.phrase) if phrase.after_full else -1
        room = len(phrase.phrase) + _ROOM
        by_sentence: dict[Span, list[_Slip]] = {}
        for window in windows(near, room, room):
            for slip in _slips(report.text, phrase, window) if full < 0 or full >= window.start else ():
                if not (0 <= full < slip.span.start or _excused(report, phrase, slip.span)):
                    by_sentence.setdefault(sentence(report, slip.span.start), []).append(slip)
        for slips in by_sentence.values():
            yield _hit(report.text, phrase, slips)


def _is_right(text: str, phrase: str, span: Span) -> bool:
    """Whether ``span`` lies inside the phrase as it should be."""
    at = text.find(phrase, max(0, span.end - len(phrase)), span.start + len(phrase))
    return 0 <= at <= span.start


def _slips(text: str, phrase: Phrase, window: Span) -> Iterator[_Slip]:
    """What is off, with what should stand there."""
    covered: set[int] = set()
    for wrong, right in phrase.wrong:
        for match in _pattern(wrong).finditer(text, *window):
            span = Span(*match.span())
            covered.update(range(*span))
            yield _Slip(span, match.expand(right))
    if phrase.parts:
        for misfit in misfits(text, phrase.parts, window, whole=bool(phrase.whole)):
            optional = misfit.lost and misfit.right in phrase.optional
            if not optional and covered.isdisjoint(range(*misfit.span)):
                yield _Slip(*misfit)


def _excused(report: Report, phrase: Phrase, span: Span) -> bool:
    """Whether the words stand in a title, or in a sentence about something else."""
    if cited(report, span):
        return True
    return bool(phrase.unless) and _pattern(phrase.unless).search(report.text, *around(report, span.start)) is not None


def _hit(text: str, phrase: Phrase, slips: list[_Slip]) -> Hit:
    """One finding for all that is off with one phrase in one sentence."""
    first = slips[0]
    full = phrase.phrase.replace("“", "‘").replace("”", "’")
    related = tuple((slip.span, f"应作“{slip.right}”") for slip in slips[1:])
    if first.lost:
        severity = None if phrase.whole == "sure" else Severity.INFO
        message = f"固定表述“{full}”在这里漏了“{first.right}”"
        return Hit(first.span, message, f"补上“{first.right}”", severity, related=related)
    edits = tuple(Edit(slip.span, slip.right) for slip in slips if not slip.lost)
    fix = Fix(f"改为“{first.right}”", edits, Safety.UNSAFE)
    message = f"“{first.span.of(text)}”与通行表述不符，应作“{first.right}”"
    advice = f"核对后改为“{first.right}”（{full}）"
    return Hit(first.span, message, advice, None if phrase.sure else Severity.INFO, fix=fix, related=related)
