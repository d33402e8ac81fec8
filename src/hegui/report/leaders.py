"""Who of the principal leaders is told to have done what for the rule of law."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, partial
from operator import itemgetter

from hegui.report.kind import Kind, wording
from hegui.report.model import Citation, Sentence
from hegui.text.alternation import Alternation
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_ROLES = ("joint", "party", "government", "any")
_TESTS = ("subject", "evidence", "firm")
_REACH = 60
_ASIDE = 12
_BEFORE, _BEHIND = 12, 8  # no name of a leader reaches farther around such a word


class LeaderDeed(NamedTuple):
    """A sentence that tells of a leader: ``who`` is joint (both named together), party, government or any.

    ``leader`` is where he is named; ``firm`` tells a deed (a meeting, a hearing, a number) from words.
    """

    span: Span
    who: str
    leader: Span
    firm: bool


def read_deeds(
    text: str,
    kind: Kind,
    sentences: tuple[Sentence, ...],
    starts: list[int],
    cited: tuple[Citation, ...],
    begin: int = 0,
) -> Iterator[LeaderDeed]:
    """Every naming of a leader of the report's own body who acts for the rule of law, in order, read as it is asked.

    ``starts`` are those of the ``sentences``; nothing before ``begin`` is read.
    """
    titles = [citation.span.start for citation in cited]
    subject, evidence, firm = (wording(kind).alternation(f"leader_{name}") for name in _TESTS)
    aside = kind.pattern("leader_aside")
    on_subject = cache(partial(subject.found, text))
    for who, leader in _named(text, kind, begin):
        index = bisect_right(starts, leader.start) - 1
        title = bisect_right(titles, leader.start) - 1
        if index < 0 or (title >= 0 and cited[title].span.covers(leader)):
            continue
        span = sentences[index].span
        if _is_aside(text, aside, span, leader) or not on_subject(*span):
            continue
        if evidence.found(text, leader.start, min(span.end, leader.end + _REACH)):
            yield LeaderDeed(span, who, leader, firm.found(text, leader.start, span.end))


def _named(text: str, kind: Kind, begin: int) -> Iterator[tuple[str, Span]]:
    """All leaders named in a text in order, each once, by the first role whose words fit."""
    finds = [(who, kind.pattern(f"leader_{who}").finditer) for who in _ROLES]
    for near in _near(text, kind, begin):
        named: list[tuple[str, Span]] = []
        taken: set[int] = set()
        for who, find in finds:
            for start, end in near.get(who, ()):
                for match in find(text, start, end):
                    places = range(*match.span())
                    if taken.isdisjoint(places):
                        taken.update(places)
                        named.append((who, Span(*match.span())))
        yield from sorted(named, key=itemgetter(1))


_Near = dict[str, list[tuple[int, int]]]


def _near(text: str, kind: Kind, begin: int) -> Iterator[_Near]:
    """By role the stretches around the words without which none is named, those that stand close to each other at once.

    All of the text is one where the kind has no such words for a role.
    """
    rows = tuple(tuple(kind.words.get(f"leader_near_{who}", ())) for who in _ROLES)
    pattern, roles = _words(rows)
    if not all(rows):
        yield {who: [(begin, len(text))] for who in _ROLES}
        return
    near: _Near = {}
    reached = 0
    for match in pattern.finditer(text, begin):
        first, behind = match.span()
        start = max(begin, first - _BEFORE)
        if near and reached < start:
            yield near
            near = {}
        for who in roles[match[0]]:
            stretches = near.setdefault(who, [])
            own = stretches.pop()[0] if stretches and stretches[-1][1] >= start else start
            stretches.append((own, behind + _BEHIND))
        reached = behind + _BEHIND
    if near:
        yield near


@cache
def _words(rows: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """What finds all words of the rows, and the roles to which each belongs."""
    roles: dict[str, list[str]] = {}
    for who, row in zip(_ROLES, rows, strict=True):
        for word in row:
            roles.setdefault(word, []).append(who)
    return Alternation(tuple(roles)).whole, roles


def _is_aside(text: str, aside: re.Pattern[str], sentence: Span, leader: Span) -> bool:
    """Whether the leader is spoken to, urged, or somebody else's."""
    before = text[max(sentence.start, leader.start - _ASIDE) : leader.start]
    return len(before) in [match.end() for match in aside.finditer(before)]
