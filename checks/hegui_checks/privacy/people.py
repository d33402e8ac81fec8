"""Personal names as they stand in a text: a surname of the table and one or two characters."""

from __future__ import annotations

from functools import cache

from hegui.api import Span, cut
from hegui_checks.register import surnames

_HAN = "[\u4e00-\u9fff]"
_NOT_NAMES = frozenset(
    "某等和与及的了在是为有对将把被由向从到于人户件起名宗案村镇乡组社区县市省局所院会员长同我他她你这那各该本全、"
)


@cache
def name_pattern() -> str:
    """A pattern for one name; what it matches need not be one."""
    table = surnames()
    return rf"(?:(?:{'|'.join(table['double'])}){_HAN}{{1,2}}|[{table['single']}]{_HAN}{{1,2}})"


def looks_like_place(name: str) -> bool:
    """Whether the name ends as a village or street does."""
    return name[-1] in surnames()["places"]


def is_name(text: str, span: Span) -> bool:
    """Whether no word of the language runs over the borders of ``span``, or fills it."""
    words = span.of(text)
    if any(char in _NOT_NAMES for char in words[1:]) or looks_like_place(words):
        return False
    start = max(0, span.start - 6)
    at = start
    for piece in cut(text[start : span.end + 6]):
        end = at + len(piece)
        if len(piece) > 1 and at < span.end and end > span.start:
            crosses = at < span.start or end > span.end
            if crosses or (at == span.start and len(piece) == len(words)):
                return False
        at = end
    return True
