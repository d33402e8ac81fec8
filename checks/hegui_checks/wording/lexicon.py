"""The words of all tables of this family that stand in a text, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from hegui.api import Report, Span, shared
from hegui_checks.context import rareness, rarest
from hegui_checks.register import (
    Formula,
    OldBody,
    Phrase,
    Remnant,
    doubled,
    formulas,
    old_bodies,
    phrases,
    remnants,
    slips,
)

# What a town has no power over: see power_beyond_level.
POWERS = ("规章", "常务会", "立法", "地方性法规", "立制", "人大常委会")
# Where 法制 may be due: see fazhi_form.
FAZHI = ("法治审", "法治度")
_WIDTH = 3
_LONG = 30_000
_begun: list[bool] = []

R = TypeVar("R", Phrase, OldBody, Remnant, Formula)
Table = Callable[[], tuple[Phrase | OldBody | Remnant | Formula, ...]]
_TABLES: tuple[Table, ...] = (phrases, old_bodies, remnants, formulas)


@cache
def _words() -> tuple[str, ...]:
    words = {*_uses(), *POWERS, *FAZHI}
    words |= {slip.wrong for slip in slips()}
    return tuple(sorted(words | {pair[0] for pair in doubled()["pairs"]}))


def _anchors(words: Iterable[str]) -> set[str]:
    """Rare characters, few of them, of which every word has one."""
    anchors = set[str]()
    for word in sorted(words, key=lambda word: rareness(rarest(word))):
        if anchors.isdisjoint(word):
            anchors.add(rarest(word))
    return anchors


@cache
def _index() -> tuple[re.Pattern[str], Mapping[str, Mapping[int, tuple[str, ...]]]]:
    """The words by their anchors and the place of the anchor in the word; and a pattern for anchors worth a look.

    Those are anchors between such characters as stand beside one in some word.
    """
    index: dict[str, dict[int, tuple[str, ...]]] = {}
    shapes: dict[tuple[int, int], list[set[str]]] = {}  # by width and place of the anchor, what may stand at each place
    anchors = _anchors(_words())
    for word in _words():
        at = word.index(max(filter(anchors.__contains__, word), key=rareness))
        alike = index.setdefault(word[at], {})
        alike[at] = (*alike.get(at, ()), word)
        start = max(0, min(at - 1, len(word) - _WIDTH))
        beside = word[start : start + _WIDTH]
        places = shapes.setdefault((len(beside), at - start), [set() for _ in beside])
        for place, char in zip(places, beside, strict=True):
            place.add(char)
    sides = "|".join(_beside(places, at) for (_, at), places in shapes.items())
    return re.compile(f"[{_set(index)}](?={sides})"), index


def _beside(places: list[set[str]], at: int) -> str:
    """What follows an anchor that is the ``at``-th of ``places``, and then a look back at all up to it."""
    after = [f"[{_set(place)}]" for place in places[at + 1 :]]
    before = [f"[{_set(place)}]" for place in places[: at + 1]]
    return f"{''.join(after)}(?<={''.join(before)}{'.' * len(after)})"


def _set(characters: Iterable[str]) -> str:
    return re.escape("".join(sorted(characters)))


@shared
def found(report: Report) -> Mapping[str, Sequence[Span]]:
    """Every word of the tables that stands in ``report``, with its places; the checks of one report share the pass."""
    return words_in(report.text)


def words_in(text: str) -> Mapping[str, Sequence[Span]]:
    """Every word of the tables that stands in ``text``, with its places.

    For a single report of common length word after word is faster than to build the index.
    """
    if not _begun and len(text) < _LONG:
        _begun.append(True)
        pairs = {*map("".join, pairwise(text)), *text}
        return {word: tuple(_every(text, word)) for word in _words() if word[:2] in pairs and word in text}
    return _by_index(text)


def _every(text: str, word: str) -> Iterator[Span]:
    """Every place of ``word``, those that overlap too."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + 1)


def _by_index(text: str) -> Mapping[str, Sequence[Span]]:
    pattern, index = _index()
    words: dict[str, list[Span]] = {}
    for match in pattern.finditer(text):
        at = match.start()
        for before, alike in index[match[0]].items():
            if text.startswith(alike, at - before) and at >= before:
                for word in alike:
                    if text.startswith(word, at - before):
                        words.setdefault(word, []).append(Span(at - before, at - before + len(word)))
    return words


def standing(report: Report, table: Callable[[], tuple[R, ...]]) -> Iterator[tuple[R, list[Span]]]:
    """The rows of ``table`` of which a word stands in ``report``, in its order, each with the places of its words."""
    numbers = _numbers(report).get(table)
    if not numbers:
        return
    words = found(report)
    rows = table()
    for number in sorted(numbers):
        row = rows[number]
        yield row, [span for word in row.near for span in words.get(word, ())]


@shared
def _numbers(report: Report) -> Mapping[Table, set[int]]:
    """By table, the numbers of the rows of which a word stands in ``report``."""
    numbers: dict[Table, set[int]] = {}
    uses = _uses()
    for word in found(report):
        for table, number in uses.get(word, ()):
            numbers.setdefault(table, set()).add(number)
    return numbers


@cache
def _uses() -> Mapping[str, list[tuple[Table, int]]]:
    """By word, the rows that it matters for."""
    uses: dict[str, list[tuple[Table, int]]] = {}
    for table in _TABLES:
        for number, row in enumerate(table()):
            for word in row.near:
                uses.setdefault(word, []).append((table, number))
    return uses
