"""Many patterns asked as one, of which only those are compiled that a text has the words for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from hegui.text.patterns import regex

_SPECIAL = frozenset(r".^$*+?{}[]\|()")
_GROUPS = (":", "=", "!", "<")
_MAYBE = ("?", "*", "{")
_NESTING = frozenset("([\\")
OFTEN = 40
_CLOSING = {"(": ")", "{": "}"}


class Alternation:
    """What matches where any of ``sources`` does; nothing for none."""

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._sources = sources
        self._asked = 0
        self._plain = tuple(source for source in sources if _SPECIAL.isdisjoint(source))

    @cached_property
    def _others(self) -> tuple[tuple[tuple[tuple[str, ...], ...], re.Pattern[str]], ...]:
        """The patterns that are not plain, each with what must stand in a text: a word of each group of words."""
        return tuple((needs_of(source), regex(source)) for source in self._sources if source not in self._plain)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """The pattern that they are together, for those who ask where and how much."""
        needed = [words_of(source) for source in self._sources]
        words = tuple(word for words in needed for word in words) if all(needed) else ()
        return regex("|".join(self._sources) if self._sources else "(?!)", words=words)

    @cached_property
    def _least(self) -> tuple[str, ...]:
        return least_words(self._sources)

    def possible(self, words: str) -> bool:
        """Whether any of them may match in ``words``, which have what it needs; no pattern is asked."""
        if self._least and not _holds(words, (self._least,)):
            return False
        if len(self._plain) == len(self._sources):
            return bool(self._sources)
        return any(map(words.__contains__, self._plain)) or any(_holds(words, needs) for needs, _ in self._others)

    def found(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Whether any of them matches somewhere in ``text[start:end]``; asked often, by one pattern for all."""
        if end is None:
            end = len(text)
        if self._asked >= OFTEN:
            return self.whole.search(text, start, end) is not None
        self._asked += 1
        if any(text.find(word, start, end) >= 0 for word in self._plain):
            return True
        return any(
            pattern.search(text, start, end)
            for needs, pattern in self._others
            if all(any(text.find(word, start, end) >= 0 for word in words) for words in needs)
        )


def _holds(words: str, needs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether of each group one stands in ``words``."""
    for group in needs:
        for word in group:
            if word in words:
                break
        else:
            return False
    return True


def words_of(source: str) -> tuple[str, ...]:
    """Words of which one stands in whatever the pattern ``source`` matches; none when that is not seen easily."""
    return _best(needs_of(source))


def least_words(sources: tuple[str, ...]) -> tuple[str, ...]:
    """Words of which one stands in whatever any of the patterns matches, as few as do; none when that is not seen."""
    needed = [words_of(source) for source in sources]
    words = dict.fromkeys(word for words in needed for word in words) if all(needed) else {}
    return tuple(word for word in words if not any(other in word for other in words if other != word))


def needs_of(source: str) -> tuple[tuple[str, ...], ...]:
    """Groups of words, of each of which one stands in whatever the pattern ``source`` matches, where easily seen."""
    if _SPECIAL.isdisjoint(source.replace("|", "")):
        words = tuple(source.split("|"))
        return (words,) if all(words) else ()
    if any(piece[:1] not in _GROUPS for piece in source.split("(?")[1:]):
        return ()
    try:
        branches = list(_branches(source))
    except IndexError:  # no pattern; who uses it will be told
        return ()
    if len(branches) == 1:
        return tuple(branches[0])
    needed = [_best(branch) for branch in branches]
    return (tuple(word for words in needed for word in words),) if all(needed) else ()


def _best(groups: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The group that tells most: its shortest word is long, and its words are few."""
    return max(groups, key=lambda words: (min(map(len, words)), -len(words)), default=())


def _branches(source: str) -> Iterator[list[tuple[str, ...]]]:
    """Of each branch between the outer bars its plain stretches and the words of its groups: one of each is matched."""
    groups: list[tuple[str, ...]] = []
    start = at = 0
    while at < len(source):
        char = source[at]
        if char not in _SPECIAL:
            at += 1
            continue
        if run := source[start:at][: -1 if char in _MAYBE else None]:
            groups.append((run,))
        start = _end(source, at)
        if char == "|":
            yield groups
            groups = []
        elif char == "(" and source[start : start + 1] not in _MAYBE:
            inner = source[at + 1 : start - 1].removeprefix("?:")
            if inner[:1] != "?" and (words := words_of(inner)):
                groups.append(words)
        at = start
    if start < at:
        groups.append((source[start:],))
    yield groups


def _end(source: str, at: int) -> int:
    """Where the character, escape, class, count or group that begins at ``at`` ends; raises IndexError."""
    first = source[at]
    if first == "\\":
        return at + 2
    at += 1
    if first == "[":
        at += 1 + (source[at] == "^")
        while source[at] != "]":
            at += 1 + (source[at] == "\\")
        return at + 1
    if first in _CLOSING:
        close = source.find(_CLOSING[first], at)
        if _NESTING.isdisjoint(source[at:close]) and close > 0:
            return close + 1
        while source[at] != _CLOSING[first]:
            at = _end(source, at)
        return at + 1
    return at
