"""Regular expressions that are compiled when they are first used, or when a text can hold what they look for.

A class of Chinese characters takes a tenth of a millisecond to compile, and few checks need all of
their patterns for one report.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, cast

from hegui.text.ahead import compiled

HAN = r"[^\W\d_A-Za-z]"
"""A Chinese character; a class of the range from 4e00 to 9fff would take thirty times as long to compile."""
_PATIENCE = 40


def _none(*_: object) -> None:
    """What search, match and fullmatch say where nothing is found."""


_NOTHING: dict[str, Any] = {
    "search": _none,
    "match": _none,
    "fullmatch": _none,
    "finditer": lambda *_: iter(()),
    "findall": lambda *_: [],
}


class _Later:
    """Turns into a compiled pattern, one method after another."""

    def __init__(self, source: str, flags: int, words: tuple[str, ...]) -> None:
        self._given = source, flags
        self._words = words
        self._waits = bool(words)
        self._spared = 0

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        if self._waits and name in _NOTHING:
            return partial(self._ask, name)
        if self._waits and name == "sub":
            return self._sub
        value = getattr(compiled(*self._given), name)
        setattr(self, name, value)
        return value

    def _ask(self, name: str, text: str, *span: int) -> Any:
        """What the pattern says of ``text``."""
        return getattr(self, name)(text, *span) if self._may_match(text, *span) else _NOTHING[name]()

    def _sub(self, new: Any, text: str) -> str:
        return self.sub(new, text) if self._may_match(text) else text

    def _may_match(self, text: str, *span: int) -> bool:
        """Whether one of the words stands in ``text``; True as well when it was asked so often that compiling pays."""
        words = map(text[span[0] : span[1]].__contains__ if len(span) > 1 else text.__contains__, self._words)
        if self._spared < _PATIENCE and not any(words):
            self._spared += 1
            return False
        self._waits = False
        return True


def regex(source: str, flags: int = 0, *, words: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The pattern that ``source`` is; an error in it is seen when the pattern is first used.

    Whatever it matches holds one of ``words``, or has it behind: until a text holds one, it is not compiled.
    """
    return cast("re.Pattern[str]", _Later(source, flags, words))
