"""Which of several lists of patterns find something in a heading, by the few words of theirs that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hegui.text.alternation import OFTEN, words_of
from hegui.text.patterns import regex

_Row = tuple[int, str, re.Pattern[str] | None]


class Sieve:
    """Asks many patterns at once: of a short text, only those are tried whose words it has."""

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        needed: dict[str, list[_Row]] = {"": []}  # an empty word stands in every text
        for number, sources in enumerate(lists):
            for source in sources:
                words = words_of(source)
                pattern = None if words == (source,) else regex(source)
                for word in words or ("",):
                    needed.setdefault(word, []).append((number, word, pattern))
        self._always = needed.pop("")
        self._rows: dict[str, list[_Row]] = {}
        for word in sorted(needed):  # a word behind those that it begins with: what has it has them
            key = next((word[:end] for end in range(1, len(word)) if word[:end] in self._rows), word)
            self._rows.setdefault(key, []).extend(needed[word])
        self._any = regex("|".join(self._rows) or "(?!)")
        self._asked = 0

    def found(self, text: str) -> set[int]:
        """The numbers, from 0, of the lists of which any pattern matches somewhere in ``text``."""
        found: set[int] = set()
        for word in self._words(text):
            _ask(self._rows[word], text, found)
        _ask(self._always, text, found)
        return found

    def _words(self, text: str) -> Iterable[str]:
        """The words that stand in ``text``; looked for by one pattern, when that is worth compiling."""
        if self._asked < OFTEN:
            self._asked += 1
            return [word for word in self._rows if word in text]
        words: dict[str, None] = {}  # in turn, so that one run asks for the patterns that another does
        match = self._any.search(text)
        while match:
            words[match[0]] = None
            match = self._any.search(text, match.start() + 1)
        return words


def _ask(rows: list[_Row], text: str, found: set[int]) -> None:
    """Put the lists of those patterns that match into ``found``."""
    for number, word, pattern in rows:
        if number not in found and word in text and (pattern is None or pattern.search(text)):
            found.add(number)
