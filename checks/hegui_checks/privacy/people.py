"""Personal names as they stand in a text: a surname of the table and one or two characters."""

from __future__ import annotations

from functools import cache

from hegui.api import Span, cut
from hegui_checks.register import surnames

_LONGEST = 4
_FAR = 16
_NOT_NAMES = frozenset(
    "某等和与及的了在是为有对将把被由向从到于人户件起名宗案村镇乡组社区县市省局所院会员长同我他她你这那各该本全、"
)


@cache
def _surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Surnames of one character and of two."""
    return frozenset(surnames()["single"]), frozenset(surnames()["double"])


@cache
def initials() -> frozenset[str]:
    """The first characters of all surnames."""
    single, double = _surnames()
    return single | {name[0] for name in double}


def fits(words: str) -> bool:
    """Whether ``words`` are a surname and one or two characters more; that they are a name is not said."""
    single, double = _surnames()
    given = len(words) - (2 if words[:2] in double else 1 if words[:1] in single else len(words))
    return 1 <= given <= 2 and words.isalpha() and not words.isascii()


def names_before(text: str, at: int, last: Span) -> list[Span]:
    """``last`` with the names that stand before it, each followed by 、; of the first only its length is a guess."""
    names = [last]
    while at > 0 and text[at] in "、，,":
        start = max(text.rfind(mark, max(0, at - _FAR), at) for mark in "、，,。；：;:\n“”（(") + 1
        words = Span(start, at)
        if words.width <= _LONGEST and text[start - 1 : start] in tuple("、，,") and fits(words.of(text)):
            names.insert(0, words)
            at = start - 1
            continue
        first = next((Span(at - n, at) for n in (3, 2, 4) if at - n >= start and fits(text[at - n : at])), None)
        return [first, *names] if first else names
    return names


def name_at(text: str, end: int) -> Span | None:
    """What may be a name and ends at ``end``: three characters rather than two."""
    for width in (3, 2, 4):
        if end >= width and fits(text[end - width : end]):
            span = Span(end - width, end)
            if is_name(text, span):
                return span
    return None


def begins_name(text: str, start: int) -> bool:
    """Whether a surname stands at ``start``."""
    single, double = _surnames()
    return text[start : start + 1] in single or text[start : start + 2] in double


def name_from(text: str, start: int, *, short: bool) -> Span | None:
    """What may be a name and begins at ``start``.

    One of two characters only where ``short`` allows it and a mark or 与 comes after it.
    """
    if not begins_name(text, start):
        return None
    for width in (3, 4, 2) if short else (3, 4):
        if fits(text[start : start + width]):
            span = Span(start, start + width)
            closed = text[start + width : start + width + 1] in "、，,。；;（(与和因诉同跟等\n"
            if (width > 2 or closed) and is_name(text, span):
                return span
    return None


def looks_like_place(name: str) -> bool:
    """Whether the name ends as a village or street does."""
    return name[-1] in surnames()["places"] or name[1] in surnames()["middles"]


def is_name(text: str, span: Span) -> bool:
    """Whether no word of the language runs over the borders of ``span`` or stands at its head, a surname excepted."""
    words = span.of(text)
    if any(char in _NOT_NAMES for char in words[1:]) or looks_like_place(words):
        return False
    start = max(0, span.start - 6)
    at = start
    for piece in cut(text[start : span.end + 6]):
        end = at + len(piece)
        if len(piece) > 1 and at < span.end and end > span.start:
            crosses = at < span.start or end > span.end
            if crosses or (at == span.start and piece not in _surnames()[1]):
                return False
        at = end
    return True
