"""A kind of report: which parts it must have, by what words they are known, who owes it, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from hegui.text.alternation import Alternation
from hegui.text.sieve import Sieve
from hegui.text.values import NamedTuple


class Part(NamedTuple):
    """One part of a kind of report.

    ``headings`` are patterns that a heading of it matches, ``never`` patterns that rule it out,
    ``openers`` patterns that its first paragraph begins with when it has no heading,
    ``cues`` patterns of a sentence that tells its content inside another part.
    """

    role: str
    name: str
    required: bool
    headings: tuple[str, ...]
    never: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


class Neighbour(NamedTuple):
    """Another kind of paper, by its title; ``always``: even when the title names this kind's subject and genre."""

    pattern: str
    reason: str
    always: bool = False


class Duty(NamedTuple):
    """How strictly a body owes a part: ``strength`` is rule, reference, none or unknown."""

    strength: str
    words: str


class Kind(NamedTuple):
    """A kind of report, as its TOML table describes it.

    ``subjects`` and ``genres`` are patterns for what a title speaks of and what it calls itself;
    ``strong_genres`` are ends of a title that a mere heading does not have; ``others`` are its
    neighbours, to be left alone.
    ``deadlines`` maps submit and publish to MM-DD, and a level to such a map of its own.
    ``duties`` maps a body to the strength of its duty, ``since`` to the first year that is bound, and a role
    to such a map of its own;
    ``words`` names further alternations that readers and checks ask for with ``pattern``.
    """

    name: str
    label: str
    subjects: tuple[str, ...]
    genres: tuple[str, ...]
    strong_genres: tuple[str, ...]
    others: tuple[Neighbour, ...]
    parts: tuple[Part, ...]
    deadlines: Mapping[str, Any]
    duties: Mapping[str, Any]
    words: Mapping[str, Any]

    def part(self, role: str) -> Part:
        """The part of that role; raises KeyError for a role it does not have."""
        for part in self.parts:
            if part.role == role:
                return part
        raise KeyError(role)

    def deadline(self, what: str, level: str | None) -> str | None:
        """The last free day (MM-DD) for ``what`` (submit, publish) at ``level``, or None."""
        own = self.deadlines.get(level or "", {})
        return own.get(what) or self.deadlines.get(what)

    def pattern(self, name: str) -> re.Pattern[str]:
        """The alternation ``name`` of ``words`` as one pattern; one that never matches when the kind has none."""
        return self._alternation(name).whole

    def tells(self, name: str, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether ``pattern(name)`` finds anything in ``text[start:end]``; most often known without compiling it."""
        return self._alternation(name).found(text, start, end)

    def _alternation(self, name: str) -> Alternation:
        return wording(self).alternation(name)


alternation = cache(Alternation)
_HEADINGS = 1000


class Wording:
    """The patterns of a kind, put together so that many are asked at once.

    ``headings`` are those of its parts: of the part at ``n`` what matches a heading of it has the number 2n, what
    rules it out 2n + 1. ``others`` are its neighbours' titles in their order.
    """

    def __init__(self, kind: Kind) -> None:
        self._words = kind.words
        self._alternations: dict[str, Alternation] = {}
        self._parts = kind.parts
        self._openers = {part.role: alternation(part.openers) for part in kind.parts}
        self.headings = Sieve(sources for part in kind.parts for sources in (part.headings, part.never))
        self.others = Sieve((other.pattern,) for other in kind.others)

        self.worded = lru_cache(_HEADINGS)(self._worded)  # headings recur, within a report and in most of them

    def _worded(self, heading: str) -> tuple[str, ...]:
        """The roles of the parts for which a heading without spaces is worded."""
        found = self.headings.found(heading)
        return tuple(part.role for at, part in enumerate(self._parts) if 2 * at in found and 2 * at + 1 not in found)

    def opener(self, role: str) -> Alternation:
        """What begins the part ``role`` when it has no heading."""
        return self._openers[role]

    def alternation(self, name: str) -> Alternation:
        """The row ``name`` of ``words``; one that finds nothing when the kind has none."""
        found = self._alternations.get(name)
        if found is None:
            found = self._alternations[name] = alternation(tuple(self._words.get(name, ())))
        return found


_wordings: dict[int, tuple[Kind, Wording]] = {}
_KINDS = 16


def wording(kind: Kind) -> Wording:
    """The patterns of ``kind``, made once; it is known by its identity, for a comparison means all its words."""
    known = _wordings.get(id(kind))
    if known is None or known[0] is not kind:
        if len(_wordings) >= _KINDS:
            _wordings.clear()
        known = _wordings[id(kind)] = kind, Wording(kind)
    return known[1]


def parse_kind(table: Mapping[str, Any]) -> Kind:
    """The kind that a table describes; raises KeyError naming what is missing."""
    parts = tuple(
        Part(
            role=row["role"],
            name=row["name"],
            required=row.get("required", True),
            headings=tuple(row["headings"]),
            never=tuple(row.get("never", ())),
            openers=tuple(row.get("openers", ())),
            cues=tuple(row.get("cues", ())),
        )
        for row in table["parts"]
    )
    return Kind(
        name=table["name"],
        label=table["label"],
        subjects=tuple(table["title"]["subjects"]),
        genres=tuple(table["title"]["genres"]),
        strong_genres=tuple(table["title"].get("strong_genres", ())),
        others=tuple(Neighbour(**row) for row in table["title"].get("others", ())),
        parts=parts,
        deadlines=table.get("deadlines", {}),
        duties=table.get("duties", {}),
        words=table.get("words", {}),
    )
