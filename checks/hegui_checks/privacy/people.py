"""Personal names as they stand in a text: a surname of the table and one or two characters."""

from __future__ import annotations

import re
from functools import cache

from hegui.api import Span, cut
from hegui_checks.register import surnames

_HAN = r"[^\W\d_A-Za-z]"
_LONGEST = 4
_FAR = 16
_NOT_NAMES = frozenset(
    "某等和与及的了在是为有对将把被由向从到于人户件起名宗案村镇乡组社区县市省局所院会员长同我他她你这那各该本全、"
)


@cache
def name_pattern() -> str:
    """A pattern for one name; what it matches need not be one."""
    table = surnames()
    return rf"(?:(?:{'|'.join(table['double'])}){_HAN}{{1,2}}|[{table['single']}]{_HAN}{{1,2}})"


@cache
def _firsts() -> frozenset[str]:
    """The characters that names begin with."""
    return frozenset(surnames()["single"]).union(name[0] for name in surnames()["double"])


@cache
def _name() -> re.Pattern[str]:
    return re.compile(name_pattern())


def names_before(text: str, at: int, last: Span) -> list[Span]:
    """``last`` with the names that stand before it, each followed by 、; of the first only its length is a guess."""
    names = [last]
    while at > 0 and text[at] in "、，,":
        start = max(text.rfind(mark, max(0, at - _FAR), at) for mark in "、，,。；：;:\n“”（(") + 1
        words = Span(start, at)
        if words.width <= _LONGEST and text[start - 1 : start] in tuple("、，,") and _name().fullmatch(text, *words):
            names.insert(0, words)
            at = start - 1
            continue
        first = next(
            (Span(at - n, at) for n in (3, 2, 4) if at - n >= start and _name().fullmatch(text, at - n, at)), None
        )
        return [first, *names] if first else names
    return names


def name_at(text: str, end: int) -> Span | None:
    """What may be a name and ends at ``end``: three characters rather than two."""
    for width in (3, 2, 4):
        if end >= width and _name().fullmatch(text, end - width, end):
            span = Span(end - width, end)
            if is_name(text, span, alone=True):
                return span
    return None


def name_from(text: str, start: int, *, short: bool) -> Span | None:
    """What may be a name and begins at ``start``.

    One of two characters only where ``short`` allows it and a mark or 与 comes after it.
    """
    if text[start : start + 1] not in _firsts():
        return None
    for width in (3, 4, 2) if short else (3, 4):
        if _name().fullmatch(text, start, start + width):
            span = Span(start, start + width)
            closed = text[start + width : start + width + 1] in "、，,。；;（(与和因诉同跟等\n"
            if (width > 2 or closed) and is_name(text, span, alone=True):
                return span
    return None


def looks_like_place(name: str) -> bool:
    """Whether the name ends as a village or street does."""
    return name[-1] in surnames()["places"] or name[1] in surnames()["middles"]


def is_name(text: str, span: Span, *, alone: bool = False) -> bool:
    """Whether no word of the language runs over the borders of ``span``, or fills it.

    A name that stands ``alone``, without others beside it, must not begin with a word either.
    """
    words = span.of(text)
    if any(char in _NOT_NAMES for char in words[1:]) or looks_like_place(words):
        return False
    start = max(0, span.start - 6)
    at = start
    for piece in cut(text[start : span.end + 6]):
        end = at + len(piece)
        if len(piece) > 1 and at < span.end and end > span.start:
            crosses = at < span.start or end > span.end
            if crosses or (at == span.start and (alone or len(piece) == len(words))):
                return False
        at = end
    return True
