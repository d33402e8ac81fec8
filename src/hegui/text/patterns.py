"""Regular expressions that are compiled when they are first used.

A class of Chinese characters takes a tenth of a millisecond to compile, and few checks need all of
their patterns for one report.
"""

from __future__ import annotations

import re
from typing import Any, cast

HAN = r"[^\W\d_A-Za-z]"
"""A Chinese character; a class of the range from 4e00 to 9fff would take thirty times as long to compile."""


class _Later:
    """Turns into a compiled pattern, one method after another."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``source`` is; an error in it is seen when the pattern is first used."""
    return cast("re.Pattern[str]", _Later(source, flags))
