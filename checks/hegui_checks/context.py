"""Where words stand: in a cited title, between quotation marks, in which sentence; and a fast look for many words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from hegui.api import Report, Span

_QUOTE = 60
# The commonest characters of such reports, the commonest first: a word's rarest character rules it out fastest.
_COMMON = (
    "法政行的治作工建和府一实全人设制依进解执了调部强镇度为化重开责年社规务律是民会力大公提要导定不合学理展党动任员主体决推传宣领加面范问发对各"
    "平在持时委程干查中机用落督办关群众成及新等事件有策区坚题以习权高格基性职严明二处县能效村案点步纠意到我道思入监上好矛盾立现识纷国过组分普培文"
)
_RANKS = {char: rank for rank, char in enumerate(_COMMON)}


def cited(report: Report, span: Span) -> bool:
    """Whether ``span`` lies in a title in 《》."""
    index = bisect_right(report.citations, span.start, key=lambda citation: citation.span.start) - 1
    return index >= 0 and report.citations[index].span.covers(span)


def quoted(text: str, span: Span) -> bool:
    """Whether ``span`` lies between “ and ” of one paragraph."""
    opening = text.rfind("“", max(0, span.start - _QUOTE), span.start)
    if opening < 0 or any(mark in text[opening + 1 : span.start] for mark in "”\n"):
        return False
    closing = text.find("”", span.end, span.end + _QUOTE)
    return closing >= 0 and not any(mark in text[span.end : closing] for mark in "“\n")


def sentence(report: Report, at: int) -> Span:
    """The sentence of the body in which offset ``at`` stands; outside the body, its line."""
    index = bisect_right(report.sentences, at, key=lambda item: item.span.start) - 1
    if index >= 0 and at < report.sentences[index].span.end:
        return report.sentences[index].span
    end = report.text.find("\n", at)
    return Span(report.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(report.text))


@cache
def rarest(word: str) -> str:
    """The character of ``word`` that such reports use least."""
    return min(word, key=lambda char: -_RANKS.get(char, len(_COMMON)))


def standing(text: str, words: Iterable[str]) -> Iterator[str]:
    """Those of ``words`` that stand in ``text``; to look for one character first is ten times as fast."""
    return (word for word in words if rarest(word) in text and word in text)


def stands(text: str, words: Iterable[str]) -> bool:
    """Whether any of ``words`` stands in ``text``."""
    return next(standing(text, words), None) is not None


def places(text: str, word: str) -> Iterator[Span]:
    """Every place of ``word``, from the left."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + len(word))
