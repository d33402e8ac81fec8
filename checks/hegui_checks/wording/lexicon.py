"""The words of all tables of this family that stand in a text, found in one pass."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from hegui.api import Span
from hegui_checks.context import rarest
from hegui_checks.register import doubled, formulas, old_bodies, phrases, remnants, slips

# What a town has no power over: see power_beyond_level.
POWERS = ("规章", "常务会", "立法", "地方性法规", "立制")


@cache
def _index() -> tuple[re.Pattern[str], Mapping[str, tuple[tuple[str, int], ...]]]:
    """Each word under its rarest character, with its place in the word; and a pattern for those characters."""
    tables = (phrases(), old_bodies(), remnants())
    words = {word for table in tables for row in table for word in row.near} | set(POWERS)
    words |= {slip.wrong for slip in slips()} | {formula.near for formula in formulas()}
    words |= {pair[0] for pair in doubled()["pairs"]}
    index: dict[str, tuple[tuple[str, int], ...]] = {}
    for word in sorted(words):
        char = rarest(word)
        index[char] = (*index.get(char, ()), (word, word.index(char)))
    return re.compile(f"[{re.escape(''.join(index))}]"), index


@lru_cache(maxsize=1)
def found(text: str) -> Mapping[str, tuple[Span, ...]]:
    """Every word of the tables that stands in ``text``, with its places; the checks of one report share the pass."""
    pattern, index = _index()
    words: dict[str, list[Span]] = {}
    for match in pattern.finditer(text):
        for word, offset in index[match[0]]:
            start = match.start() - offset
            if start >= 0 and text.startswith(word, start):
                words.setdefault(word, []).append(Span(start, start + len(word)))
    return {word: tuple(spans) for word, spans in words.items()}
