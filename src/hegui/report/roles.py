"""Which parts a heading is worded for."""

from __future__ import annotations

from hegui.report.kind import Kind, alternation, wording
from hegui.report.title import years_in
from hegui.text.patterns import regex

_JOINT = regex(r"[和与及、，,]|以及")


def roles_of(title: str, kind: Kind, year: int | None = None) -> tuple[str, ...]:
    """The roles that a heading is worded for; more than one for 存在的问题及下一步打算."""
    words = "".join(title.split())
    found = list(wording(kind).worded(words))
    if not (found or year):
        return ()
    if year and "plan" not in found and _names_next_year(words, kind, year, alone="shortcomings" not in found):
        found = [role for role in found if role != "measures"] + ["plan"]
    if "measures" in found and len(found) > 1:
        strong = kind.tells("strong_measures" if "leader" in found else "broad_measures", words)
        if "plan" in found or not strong or not _JOINT.search(words):
            found.remove("measures")
    if "leader" in found and len(found) > 1 and "plan" in found:
        found.remove("plan")
    return tuple(found)


def is_worded(line: str, kind: Kind) -> bool:
    """Whether a line is worded as a heading of any part."""
    return bool(wording(kind).worded("".join(line.split())))


def any_may_tell(titles: list[str], roles: set[str], kind: Kind, year: int | None) -> bool:
    """Whether a heading of ``titles`` may be worded for one of ``roles``, by the words in all of them."""
    if not roles or ("plan" in roles and year):  # the year alone may tell a plan
        return bool(roles)
    words = "".join("".join(titles).split())
    return any(alternation(part.headings).possible(words) for part in kind.parts if part.role in roles)


def _names_next_year(words: str, kind: Kind, year: int, *, alone: bool) -> bool:
    """Whether a heading speaks of the year after: 2025年重点工作, or 存在问题及2025年重点工作."""
    for named, place in years_in(words):
        if named == year + 1 and not kind.tells("result_words", words):
            return alone or _JOINT.search(words, 0, place.start) is not None
    return False
