"""Which of several lists of patterns find something in a heading, by the few words of theirs that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hegui.text.alternation import words_of
from hegui.text.patterns import regex

_Row = tuple[int, re.Pattern[str] | None]


class Sieve:
    """Asks many patterns at once: of a short text, only those are tried whose words it has."""

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        by_word: dict[str, list[_Row]] = {}
        self._always: list[_Row] = []
        for number, sources in enumerate(lists):
            for source in sources:
                words = words_of(source)
                row = number, None if words == (source,) else regex(source)
                for word in words:
                    by_word.setdefault(word, []).append(row)
                if not words:
                    self._always.append(row)
        self._words: dict[str, list[tuple[str, list[_Row]]]] = {}
        for word, rows in by_word.items():
            self._words.setdefault(word[0], []).append((word, rows))

    def found(self, text: str) -> set[int]:
        """The numbers, from 0, of the lists of which any pattern matches somewhere in ``text``."""
        found: set[int] = set()
        for char in self._words.keys() & set(text):
            for word, rows in self._words[char]:
                if word in text:
                    _ask(rows, text, found)
        _ask(self._always, text, found)
        return found


def _ask(rows: list[_Row], text: str, found: set[int]) -> None:
    """Put the lists of those patterns that match into ``found``."""
    for number, pattern in rows:
        if number not in found and (pattern is None or pattern.search(text)):
            found.add(number)
