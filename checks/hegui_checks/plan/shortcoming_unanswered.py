"""PLN005."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from operator import add

from hegui.api import Example, Hit, Report, Severity, Span, check, cut, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.register import Theme, empty_words, themes

_NUMERALS = "一二三四五六七八九"
_ITEM = regex(
    rf"[{_NUMERALS}]是[^。；;\n]{{8,200}}|[（(][{_NUMERALS}][）)][^\n]{{4,60}}|(?<=\n)\d{{1,2}}[.．、][^\n]{{4,60}}"
)
# A shortcoming that begins with its cause: 由于人员较少，普法形式单一.
_MARKS = regex("[，,;；。]")
_CLAUSES = 2
_REASON = regex(r"[，,。；](?:主要)?(?:原因|根源|是因|由于|究其|这与|在于|受)")
_CAUSE = regex(r"是(?:由于|因|受)[^，,。；;]{2,60}[，,]", words=("是由于", "是因", "是受"))


@check(
    "PLN005",
    "shortcoming-unanswered",
    "不足在下一年安排里没有对应的措施",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    examples=[
        Example(
            bad="三是殡葬用品市场秩序较为混乱，主要原因是取缔难度大。",
            good="三是普法形式较为单一，主要原因是经费有限。",
            quiet=("三是法治人才匮乏，主要原因是招录困难。", "三是法治文化氛围不浓，主要原因是载体不多。"),
            part="shortcomings",
            marks="三是",
        ),
        Example(
            bad="三是由于责任压得不实，应急预案修订滞后，演练较少。",
            good="三是由于责任压得不实，普法形式较为单一，载体较少。",
            part="shortcomings",
            marks="三是",
        ),
        Example(
            bad="3.应急预案修订滞后。\n演练较少。",
            good="3.普法形式较为单一。\n载体较少。",
            part="shortcomings",
            marks="3.",
        ),
    ],
)
def shortcoming_unanswered(report: Report) -> Iterator[Hit]:
    """写出的不足，下一年应当有措施接上。先按主题对照，主题表里没有的再看实词是否在安排里出现。"""
    found, plan = report.parts.get("shortcomings"), report.parts.get("plan")
    if found is None or plan is None or set(found.spans) & set(plan.spans):
        return
    answers = "".join(span.of(report.text) for span in plan.spans)
    for span in found.spans:
        for match in _ITEM.finditer(report.text, *span):
            if not _answered(match[0], answers):
                end = match.end()
                yield Hit(
                    Span(match.start(), min(end, match.start() + 40)),
                    "这项不足在下一年安排里没有找到对应的措施",
                    "在下一年安排里写明怎样改进",
                )


def _answered(item: str, answers: str) -> bool:
    """Whether a plan takes up an item: by a theme of its first clause, of the whole, else by a word of its own."""
    told, own = _CAUSE.sub("是", item), []
    for words in (_MARKS.split(told, maxsplit=1)[0], item):
        touched = _touched(words)
        narrow = [theme for theme in touched if not theme.broad]
        own = narrow or [theme for theme in themes() if theme.broad and touched]
        if _take_up(answers, own):
            return True
        if narrow:
            break
    clauses = _MARKS.split(_REASON.split(told, maxsplit=1)[0], maxsplit=_CLAUSES)[:_CLAUSES]
    for clause in clauses:
        if _may_share_a_word(clause, answers) and (
            _shares_a_run(clause, answers) or any(word in answers for word in _said(clause))
        ):
            return True
    return not own and not any(_said(clause) for clause in clauses)


def _said(clause: str) -> list[str]:
    """The words of a clause that say something."""
    return [word for word in cut(clause) if len(word) > 1 and word not in empty_words()]


def _may_share_a_word(clause: str, answers: str) -> bool:
    """Whether any cut of ``clause`` may give a word that says something and stands in ``answers``."""
    for at in range(len(clause) - 1):
        pair = clause[at : at + 2]
        if pair in answers:
            longer = clause[at : at + 3]
            says = pair not in empty_words() and not (pair[1] == "是" and pair[0] in _NUMERALS)  # 一是 is no word
            if says or (len(longer) > len(pair) and longer in answers):
                return True
    return False


def _shares_a_run(clause: str, answers: str) -> bool:
    """Whether four characters in a row stand in both, however they would be cut: 依法治校."""
    runs = (clause[at : at + 4] for at in range(len(clause) - 3))
    return any(run in answers and not {run[:2], run[2:]} <= empty_words() for run in runs)


def _take_up(answers: str, own: Iterable[Theme]) -> bool:
    """Whether a word of one of the themes stands in ``answers``."""
    for theme in own:
        for word in theme.words:
            if word in answers:
                return True
    return False


def _touched(words: str) -> list[Theme]:
    """The themes that ``words`` speak of, some of them several times."""
    starts = _starts()
    pairs = starts.keys() & set(map(add, words, words[1:]))
    return [theme for pair in pairs for word, theme in starts[pair] if word in words]


@cache
def _starts() -> dict[str, list[tuple[str, Theme]]]:
    """The words of all themes by their first two characters."""
    starts: dict[str, list[tuple[str, Theme]]] = {}
    for theme in themes():
        for word in theme.words:
            starts.setdefault(word[:2], []).append((word, theme))
    return starts
