"""What a person did wrong, each told in one Chinese line."""

from __future__ import annotations

from collections.abc import Iterable


class UsageError(Exception):
    """A wrong option or argument."""


class SettingsError(UsageError):
    """A wrong line of a settings file; the message names the file and the key."""


def nearest(word: str, known: Iterable[str]) -> str:
    """``，是不是想写 X？`` for the known word most like ``word``, or nothing."""
    from difflib import get_close_matches

    by_fold = {name.casefold(): name for name in known}
    close = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f"，是不是想写 {by_fold[close[0]]}？" if close else ""
