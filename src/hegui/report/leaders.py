"""Who of the principal leaders is told to have done what for the rule of law."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from hegui.report.kind import Kind
from hegui.report.model import Citation, Sentence
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_ROLES = ("joint", "party", "government", "any")
_REACH = 60
_BEFORE = 12


class LeaderDeed(NamedTuple):
    """A sentence that tells of a leader: ``who`` is joint (both named together), party, government or any.

    ``leader`` is where he is named; ``firm`` tells a deed (a meeting, a hearing, a number) from words.
    """

    span: Span
    who: str
    leader: Span
    firm: bool


def read_deeds(
    text: str, kind: Kind, sentences: tuple[Sentence, ...], cited: tuple[Citation, ...]
) -> Iterator[LeaderDeed]:
    """Every naming of a leader of the report's own body who acts for the rule of law, in order."""
    starts = [sentence.span.start for sentence in sentences]
    for who, leader in sorted(_named(text, kind), key=lambda item: item[1]):
        index = bisect_right(starts, leader.start) - 1
        if index < 0 or any(citation.span.covers(leader) for citation in cited):
            continue
        span = sentences[index].span
        if _is_aside(text, kind, span, leader) or not kind.tells("leader_subject", text, *span):
            continue
        if kind.tells("leader_evidence", text, leader.start, min(span.end, leader.end + _REACH)):
            yield LeaderDeed(span, who, leader, kind.tells("leader_firm", text, leader.start, span.end))


def _named(text: str, kind: Kind) -> Iterator[tuple[str, Span]]:
    """All leaders named in a text, each once, by the first role whose words fit."""
    taken: set[int] = set()
    for who in _ROLES:
        for match in kind.pattern(f"leader_{who}").finditer(text):
            places = range(match.start(), match.end())
            if taken.isdisjoint(places):
                taken.update(places)
                yield who, Span(*match.span())


def _is_aside(text: str, kind: Kind, sentence: Span, leader: Span) -> bool:
    """Whether the leader is spoken to, urged, or somebody else's."""
    before = text[max(sentence.start, leader.start - _BEFORE) : leader.start]
    return any(match.end() == len(before) for match in kind.pattern("leader_aside").finditer(before))
