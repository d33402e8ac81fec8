"""DUP001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.register import companions, phrases

_SENTENCE, _CLAUSE = 20, 14
_MARKS = regex(r"[\s，。；：、,;:.!?！？“”‘’《》（）()〈〉]")
_ITEM = "（(一二三四五六七八九十0123456789)）.、是 要　"
_TITLE = regex(r"《[^《》]{1,60}》")


@check(
    "DUP001",
    "repeated-passage",
    "同一段话写了两遍",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="组织行政执法人员参加综合法律知识培训，提升执法能力和办案水平。\n开展案卷评查2次。\n组织行政执法人员参加综合法律知识培训，提升执法能力和办案水平。",
            good="组织行政执法人员参加综合法律知识培训，提升执法能力和办案水平。\n开展案卷评查2次。\n组织行政执法人员参加执法资格考试，新增持证人员3名。",
            quiet=(
                "增强“四个意识”、坚定“四个自信”、做到“两个维护”。\n开展案卷评查2次。\n增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
                "严格规范公正文明执法。开展案卷评查2次。严格规范公正文明执法。",
                "学习《法治政府建设实施纲要（2021—2025年）》。开展案卷评查。学习《法治政府建设实施纲要（2021—2025年）》。",
            ),
            marks="组织行政执法人员",
        ),
        Example(
            bad="研究部署依法行政重点任务和具体措施，传达上级会议精神，研究部署依法行政重点任务和具体措施。",
            good="传达上级会议精神，研究部署依法行政重点任务和具体措施。",
        ),
    ],
)
def repeated_passage(report: Report) -> Iterator[Hit]:
    """同一句话在一篇里出现两遍，或者一段里同一个分句写了两遍，多半是粘贴时重复。固定表述和文件名不算。"""
    endings = _alike(report)
    pairs = list(_pairs(report, endings)) if endings else []
    for run in _runs(pairs):
        yield _told(report, run)
    if _clause_twice(report.text[report.start : report.end]):
        yield from _clauses(report, {report.sentences[again].span.start for _, again in pairs})


def _alike(report: Report) -> set[str]:
    """How two sentences of some length or more end; the numbers before them may differ."""
    text = report.text
    ends = [text[end - _SENTENCE : end] for (start, end), _ in report.sentences if end - start >= _SENTENCE]
    left = set(ends)
    if len(left) == len(ends):
        return set()
    alike: set[str] = set()
    for words in ends:  # the first of its kind leaves, any other is alike
        if words in left:
            left.remove(words)
        else:
            alike.add(words)
    return alike


def _clause_twice(text: str) -> bool:
    """Whether any clause of some length stands twice in one line; a quick look at all at once."""
    clauses = [words for words in _split(text.replace("\n", ",\n,")) if len(words) >= _CLAUSE or words == "\n"]
    if len(set(clauses)) + max(0, clauses.count("\n") - 1) == len(clauses):
        return False
    seen: set[str] = set()
    for words in clauses:
        if words == "\n":
            seen.clear()
        else:
            if words in seen:
                return True
            seen.add(words)
    return False


def _split(text: str) -> list[str]:
    """``text`` in clauses."""
    for mark in "，；;。":
        text = text.replace(mark, ",")
    return text.split(",")


def _pairs(report: Report, endings: set[str]) -> Iterator[tuple[int, int]]:
    """Every sentence that stands once more, by the numbers of the first and of this one; both have such an ending."""
    text = report.text
    seen: dict[str, int] = {}
    for index, ((start, end), _) in enumerate(report.sentences):
        if text[end - _SENTENCE : end] not in endings:
            continue
        words = text[start:end].lstrip(_ITEM)
        if len(words) >= _SENTENCE and (first := seen.setdefault(words, index)) != index and _weighty(words, _SENTENCE):
            yield first, index


def _runs(pairs: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs whose sentences follow one another both times, together."""
    run: list[tuple[int, int]] = []
    for pair in pairs:
        if run and pair != (run[-1][0] + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _told(report: Report, run: list[tuple[int, int]]) -> Hit:
    first, again = (Span(report.sentences[run[0][i]].span.start, report.sentences[run[-1][i]].span.end) for i in (0, 1))
    message = f"这{len(run)}句话前面已经写过" if len(run) > 1 else "这句话前面已经写过"
    return Hit(again, message, "删去重复的，或改写", related=((first, "前一处"),))


def _clauses(report: Report, told: set[int]) -> Iterator[Hit]:
    """Clauses that stand twice in one paragraph, those in a sentence of ``told`` left out."""
    for paragraph in report.paragraphs:
        if not report.start <= paragraph.span.start < report.end:
            continue
        pieces = _split(paragraph.span.of(report.text))
        long = [piece for piece in pieces if len(piece) >= _CLAUSE]
        if len(set(long)) == len(long):
            continue
        seen: dict[str, int] = {}
        at = paragraph.span.start
        for piece in pieces:
            first = seen.setdefault(piece, at) if len(piece) >= _CLAUSE else at
            sentence = report.sentence_at(at)
            if first != at and _weighty(piece, _CLAUSE) and not (sentence and sentence.span.start in told):
                before = Span(first, first + len(piece))
                message = "这个分句在同一段里写了两遍"
                yield Hit(Span(at, at + len(piece)), message, "删去重复的，或改写", related=((before, "前一处"),))
            at += len(piece) + 1


@cache
def _set_phrases() -> re.Pattern[str]:
    """The set phrases with their members, and words that come with them."""
    words = set(companions())
    for phrase in phrases():
        words.update(phrase.parts, re.split("[、，]", _MARKS.sub("、", phrase.phrase)))
    return re.compile("|".join(sorted(filter(None, words), key=len, reverse=True)))


def _weighty(words: str, least: int) -> bool:
    """Whether enough is left without set phrases and titles."""
    return len(_MARKS.sub("", _set_phrases().sub("", _TITLE.sub("", words)))) >= least // 2
