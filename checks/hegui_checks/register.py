"""The one door to the tables of facts: plan periods, the calendar of meetings, themes."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hegui.api import Day, load

_TRUSTED = {"high", "quoted"}
_FOLDER = f"{__file__.rpartition('register.py')[0]}facts"


class Period(NamedTuple):
    """A plan or campaign with the years it covers, both included."""

    name: str
    title: str
    pattern: re.Pattern[str]
    first: int
    last: int
    trusted: bool


class Event(NamedTuple):
    """A meeting or phrase, and the first day on which it could be cited."""

    name: str
    pattern: re.Pattern[str]
    first: Day
    trusted: bool


def _day(text: str) -> Day:
    year, month, day = map(int, text.split("-"))
    return Day(year, month, day)


@cache
def periods() -> tuple[Period, ...]:
    """The table periods.toml."""
    return tuple(
        Period(
            row["name"], row["title"], re.compile(row["pattern"]), row["first"], row["last"], row["certainty"] in _TRUSTED
        )
        for row in load(_FOLDER, "periods")["rows"]
    )


@cache
def calendar() -> tuple[Event, ...]:
    """The table calendar.toml."""
    return tuple(
        Event(row["name"], re.compile(row["pattern"]), _day(row["first"]), row["certainty"] in _TRUSTED)
        for row in load(_FOLDER, "calendar")["rows"]
    )


@cache
def themes() -> tuple[tuple[str, ...], ...]:
    """The words of each theme of themes.toml."""
    return tuple(tuple(row["words"]) for row in load(_FOLDER, "themes")["rows"])


@cache
def as_of(table: str) -> Day:
    """The day up to which a table is known to be whole; beyond it its silence proves nothing."""
    return _day(load(_FOLDER, table)["as_of"])
