"""Where words stand: in a cited title, between quotation marks, in which sentence; and a fast look for many words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from hegui.api import Report, Span

_QUOTE = 60
_FAR = 300
# The commonest characters of such reports, the commonest first: a word's rarest character rules it out fastest.
_COMMON = (
    "法政行的治作工一和人建了府全是实制进设为依解不大执部年会调强度民在化镇开重要社务力有中公规责律学定提主理合导动"
    "展对发体员任时面党国决加以各传推领问成平用宣上我等范机到关事区委新程及干持道高查能众落办群督件题策明权坚过性基"
    "分二个出处习点现职地格自好意县严村门效入步立方案文来三得纠思于监组识他经共内与同矛盾教生纷业下保普把培专确想多"
    "安活这升考项并家极街管训积议完育位水级情日正深审通服渠四子层次本信序善施核将相前运利近式形队知网着少见当可由负"
    "所抓常维就求代总市也小长彻贯织心之造率司目起增其质结指顾种围们单还健访做南量后划十容五充手说诉系报况书改具断联"
    "名创期记切署备使证向取班论第稳构如广紧打伍头举清统特阳没或履守护场营环参认月必集间排从应难神两收究最评义计真协"
    "院综整限你资精都产接配战科良济更然而础数按亲无续据类每布但透听挥天违标去台域者示促例身里象谁已障源口风引受达至"
    "居氛今果防素先龙那息师交条此存百照校城西省看优费告原又山余念表研复境反较革流珠北宗支因感别直述色准突足局险庭节"
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
    if found := report.sentence_at(at):
        return found.span
    end = report.text.find("\n", at)
    return Span(report.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(report.text))


def around(report: Report, at: int) -> Span:
    """The sentence in which offset ``at`` stands, of a very long one only what stands near."""
    whole = sentence(report, at)
    return Span(max(whole.start, at - _FAR), min(whole.end, at + _FAR))


def rareness(char: str) -> int:
    """The more, the less such reports use ``char``; marks are in all of them."""
    return _RANKS.get(char, len(_COMMON) if char.isalnum() else -1)


@cache
def rarest(word: str) -> str:
    """The character of ``word`` that such reports use least."""
    return max(word, key=rareness)


def standing(text: str, words: Iterable[str]) -> Iterator[str]:
    """Those of ``words`` that stand in ``text``; to look for one character first is ten times as fast."""
    return (word for word in words if rarest(word) in text and word in text)


@cache
def _by_rarest(words: tuple[str, ...]) -> dict[str, list[tuple[str, int]]]:
    """``words`` by their rarest characters, each with what stands before that character in it."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for word in words:
        groups.setdefault(rarest(word), []).append((word, word.index(rarest(word))))
    return groups


def every_place(text: str, words: tuple[str, ...]) -> Iterator[Span]:
    """Every place of each of ``words``, in no order; quicker than a pattern of them all."""
    groups = _by_rarest(words)
    for char in filter(text.__contains__, groups):
        for at in offsets(text, char, 0, len(text)):
            for word, before in groups[char]:
                if at >= before and text.startswith(word, at - before):
                    yield Span(at - before, at - before + len(word))


def stands(text: str, words: Iterable[str]) -> bool:
    """Whether any of ``words`` stands in ``text``."""
    return any(rarest(word) in text and word in text for word in words)


def windows(spans: Iterable[Span], before: int, after: int) -> Iterator[Span]:
    """The stretches from ``before`` each span to ``after`` it, from the left, those that meet made one."""
    whole: Span | None = None
    for span in sorted(spans):
        wide = Span(max(0, span.start - before), span.end + after)
        if whole and wide.start <= whole.end:
            whole = Span(whole.start, max(whole.end, wide.end))
        else:
            if whole:
                yield whole
            whole = wide
    if whole:
        yield whole


def places(text: str, word: str) -> Iterator[Span]:
    """Every place of ``word``, from the left."""
    for at in offsets(text, word, 0, len(text)):
        yield Span(at, at + len(word))


def offsets(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where ``word`` begins in ``text[start:end]``, from the left."""
    at = text.find(word, start, end)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word), end)
