"""Where a part that has no heading begins: 但也存在…, 下一步…"""

from __future__ import annotations

from hegui.report.kind import Kind, alternation
from hegui.report.model import Paragraph
from hegui.report.title import years_in
from hegui.text.alternation import Alternation
from hegui.text.patterns import regex

_CLAUSE = regex(r"[^。！？\n]+")
_OPENING = 80


def opening(text: str, kind: Kind, role: str, paragraph: Paragraph, year: int | None) -> int | None:
    """The offset at which ``paragraph`` begins to tell the part ``role``, or None.

    Shortcomings may begin with any sentence of it, a plan with the first, or with a later one after shortcomings.
    """
    mourned = False
    start = paragraph.body.start
    for clause in _CLAUSE.finditer(text, start, paragraph.span.end):
        words = clause[0][:_OPENING]
        if role == "plan":
            if (clause.start() == start or mourned) and _plans(clause[0].lstrip(), kind, year):
                return clause.start()
            mourned = mourned or _opener(kind, "shortcomings").found(words)
        elif _opener(kind, role).found(words):
            return clause.start()
    return None


def _opener(kind: Kind, role: str) -> Alternation:
    return alternation(kind.part(role).openers)


def _plans(words: str, kind: Kind, year: int | None) -> bool:
    """Whether a sentence opens the plan, of the year after ``year`` where it names one."""
    match = _opener(kind, "plan").whole.match(words)
    if match is None:
        return False
    named = next(years_in(match[0]), None)
    return named is None or named[0] == (year or 0) + 1
