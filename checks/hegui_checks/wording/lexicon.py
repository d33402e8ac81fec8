"""The words of all tables of this family that stand in a text, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from hegui.api import Span
from hegui_checks.context import places, rarest
from hegui_checks.register import doubled, formulas, old_bodies, phrases, remnants, slips

# What a town has no power over: see power_beyond_level.
POWERS = ("规章", "常务会", "立法", "地方性法规", "立制")


@cache
def _words() -> tuple[str, ...]:
    tables = (phrases(), old_bodies(), remnants())
    words = {word for table in tables for row in table for word in row.near} | set(POWERS)
    words |= {slip.wrong for slip in slips()} | {formula.near for formula in formulas()}
    return tuple(sorted(words | {pair[0] for pair in doubled()["pairs"]}))


@cache
def _single() -> tuple[str, ...]:
    return tuple(word for word in _words() if len(word) == 1)


@cache
def _index() -> tuple[re.Pattern[str], Mapping[str, tuple[tuple[str, int], ...]]]:
    """Each word under its rarest character and the one after it, or before it at the word's end, and where they stand.

    The pattern finds such characters that have such a neighbour, the rest is for the index to tell.
    """
    index: dict[str, tuple[tuple[str, int], ...]] = {}
    rare, after, before = set[str](), set[str](), set[str]()
    for word in _words():
        if len(word) > 1:
            at = word.index(rarest(word))
            start = min(at, len(word) - 2)
            pair = word[start : start + 2]
            index[pair] = (*index.get(pair, ()), (word, start))
            rare.add(word[at])
            (after if at == start else before).add(pair.replace(word[at], "", 1) or word[at])
    beside = f"(?=[{_set(after)}])|(?<=[{_set(before)}].)"
    return re.compile(f"[{_set(rare)}](?:{beside})"), index


def _set(characters: Iterable[str]) -> str:
    return re.escape("".join(sorted(characters)))


@lru_cache(maxsize=1)
def found(text: str) -> Mapping[str, tuple[Span, ...]]:
    """Every word of the tables that stands in ``text``, with its places; the checks of one report share the pass.

    For a single report of common length word after word is faster than to build the index.
    """
    if not _begun and len(text) < _LONG:
        _begun.append(True)
        pairs = {*map("".join, pairwise(text)), *text}
        return {word: tuple(_every(text, word)) for word in _words() if word[:2] in pairs and word in text}
    return _by_index(text)


_LONG = 30_000
_begun: list[bool] = []


def _every(text: str, word: str) -> Iterator[Span]:
    """Every place of ``word``, those that overlap too."""
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + 1)


def _by_index(text: str) -> Mapping[str, tuple[Span, ...]]:
    pattern, index = _index()
    known = index.get
    words = {word: list(places(text, word)) for word in _single() if word in text}
    for match in pattern.finditer(text):
        at = match.start()
        for start in (at, at - 1):
            if (rows := known(text[start : start + 2])) is None:
                continue
            for word, offset in rows:
                place = start - offset
                if place >= 0 and text.startswith(word, place):
                    words.setdefault(word, []).append(Span(place, place + len(word)))
    return {word: tuple(dict.fromkeys(spans)) for word, spans in words.items()}
