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
_NEAR = 24  # no name of a leader reaches farther around such a word


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
    titles = [citation.span.start for citation in cited]
    for who, leader in sorted(_named(text, kind), key=lambda item: item[1]):
        index = bisect_right(starts, leader.start) - 1
        title = bisect_right(titles, leader.start) - 1
        if index < 0 or (title >= 0 and cited[title].span.covers(leader)):
            continue
        span = sentences[index].span
        if _is_aside(text, kind, span, leader) or not kind.tells("leader_subject", text, *span):
            continue
        if kind.tells("leader_evidence", text, leader.start, min(span.end, leader.end + _REACH)):
            yield LeaderDeed(span, who, leader, kind.tells("leader_firm", text, leader.start, span.end))


def _named(text: str, kind: Kind) -> Iterator[tuple[str, Span]]:
    """All leaders named in a text, each once, by the first role whose words fit."""
    taken: set[int] = set()
    windows = list(_windows(text, kind))
    for who in _ROLES:
        pattern = kind.pattern(f"leader_{who}")
        for window in windows:
            for match in pattern.finditer(text, *window):
                places = range(match.start(), match.end())
                if taken.isdisjoint(places):
                    taken.update(places)
                    yield who, Span(*match.span())


def _windows(text: str, kind: Kind) -> Iterator[Span]:
    """The stretches around the words without which nobody is named; all of the text where the kind has none."""
    if "leader_near" not in kind.words:
        yield Span(0, len(text))
        return
    start = end = 0
    for match in kind.pattern("leader_near").finditer(text):
        if match.start() - _NEAR > end:
            if end:
                yield Span(start, end)
            start = max(0, match.start() - _NEAR)
        end = match.end() + _NEAR
    if end:
        yield Span(start, min(end, len(text)))


def _is_aside(text: str, kind: Kind, sentence: Span, leader: Span) -> bool:
    """Whether the leader is spoken to, urged, or somebody else's."""
    before = text[max(sentence.start, leader.start - _BEFORE) : leader.start]
    return any(match.end() == len(before) for match in kind.pattern("leader_aside").finditer(before))
