"""Where a part that has no heading begins: 但也存在…, 下一步…"""

from __future__ import annotations

from hegui.report.kind import Kind, wording
from hegui.report.model import Paragraph
from hegui.report.title import years_in
from hegui.text.patterns import regex

_CLAUSE = regex(r"[^。！？\n]+")
_OPENING = 80


def opening(text: str, kind: Kind, role: str, paragraph: Paragraph, year: int | None) -> int | None:
    """The offset at which ``paragraph`` begins to tell the part ``role``, or None.

    Shortcomings may begin with any sentence of it, a plan with the first, or with a later one after shortcomings.
    """
    start, end = paragraph.body.start, paragraph.span.end
    words = text[start:end]
    opener, lament = wording(kind).opener(role), wording(kind).opener("shortcomings")
    if not opener.possible(words):
        return None
    if role == "plan" and not lament.possible(words):  # then no later sentence opens it
        first = _CLAUSE.search(text, start, end)
        return start if first and first.start() == start and _plans(first[0].lstrip(), kind, year) else None
    mourned = False
    for clause in _CLAUSE.finditer(text, start, end):
        words = clause[0][:_OPENING]
        if role == "plan":
            if (clause.start() == start or mourned) and _plans(clause[0].lstrip(), kind, year):
                return clause.start()
            mourned = mourned or (lament.possible(words) and lament.found(words))
        elif opener.found(words):
            return clause.start()
    return None


def _plans(words: str, kind: Kind, year: int | None) -> bool:
    """Whether a sentence opens the plan, of the year after ``year`` where it names one."""
    opener = wording(kind).opener("plan")
    match = opener.whole.match(words) if opener.possible(words) else None
    if match is None:
        return False
    named = next(years_in(match[0]), None)
    return named is None or named[0] == (year or 0) + 1
