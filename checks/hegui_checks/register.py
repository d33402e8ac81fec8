"""The one door to the tables of facts: plan periods, the calendar of meetings, themes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from hegui.api import Day, NamedTuple, load, regex, words_of

_TRUSTED = {"high", "quoted"}
_FOLDER = f"{__file__.rpartition('register.py')[0]}facts"


def _sought(row: dict[str, Any]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The pattern of a row, and words of which whatever it finds holds one."""
    return regex(row["pattern"]), words_of(row["pattern"])


class Period(NamedTuple):
    """A plan or campaign with the years it covers, both included; without ``words`` it is nowhere."""

    name: str
    title: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    first: int
    last: int
    trusted: bool


class Event(NamedTuple):
    """A meeting or phrase, and the first day on which it could be cited; without ``words`` it is nowhere."""

    name: str
    pattern: re.Pattern[str]
    words: tuple[str, ...]
    first: Day
    trusted: bool


def _day(text: str) -> Day:
    year, month, day = map(int, text.split("-"))
    return Day(year, month, day)


@cache
def periods() -> tuple[Period, ...]:
    """The table periods.toml."""
    return tuple(
        Period(row["name"], row["title"], *_sought(row), row["first"], row["last"], row["certainty"] in _TRUSTED)
        for row in load(_FOLDER, "periods")["rows"]
    )


@cache
def calendar() -> tuple[Event, ...]:
    """The table calendar.toml."""
    return tuple(
        Event(row["name"], *_sought(row), _day(row["first"]), row["certainty"] in _TRUSTED)
        for row in load(_FOLDER, "calendar")["rows"]
    )


class Theme(NamedTuple):
    """What shortcomings and plans speak of; a ``broad`` theme counts only where no other is touched."""

    words: tuple[str, ...]
    broad: bool


@cache
def themes() -> tuple[Theme, ...]:
    """The table themes.toml."""
    return tuple(Theme(tuple(row["words"]), row.get("broad", False)) for row in load(_FOLDER, "themes")["rows"])


@cache
def empty_words() -> frozenset[str]:
    """Words that say nothing of their own in a shortcoming."""
    return frozenset(load(_FOLDER, "themes")["empty"].split())


@cache
def as_of(table: str) -> Day:
    """The day up to which a table is known to be whole; beyond it its silence proves nothing."""
    return _day(load(_FOLDER, table)["as_of"])


class Form(NamedTuple):
    """A word that is out of date after 法制 from report year ``since`` on."""

    since: int
    sure: bool


@cache
def fazhi_forms() -> dict[str, Form]:
    """The words after which 法制 should be 法治."""
    rows = load(_FOLDER, "fazhi_forms")["rows"]
    return {word: Form(row["since"], row["certainty"] in _TRUSTED) for row in rows for word in row["words"]}


@cache
def fazhi_table() -> dict[str, Any]:
    """The rest of fazhi_forms.toml: names of offices, and forms where 法制 is due."""
    return load(_FOLDER, "fazhi_forms")


class Phrase(NamedTuple):
    """A set phrase; fields as in set_phrases.toml, ``wrong`` pairs patterns with what should stand."""

    phrase: str
    parts: tuple[str, ...]
    whole: str
    optional: tuple[str, ...]
    near: tuple[str, ...]
    wrong: tuple[tuple[str, str], ...]
    unless: str
    after_full: bool
    sure: bool


@cache
def phrases() -> tuple[Phrase, ...]:
    """The table set_phrases.toml."""
    return tuple(
        Phrase(
            row["phrase"],
            tuple(row.get("parts", ())),
            row.get("whole", ""),
            tuple(row.get("optional", ())),
            tuple(row["near"]),
            tuple((wrong, right) for wrong, right in row.get("wrong", ())),
            row.get("unless", ""),
            row.get("after_full", False),
            row["certainty"] in _TRUSTED,
        )
        for row in load(_FOLDER, "set_phrases")["rows"]
    )


class Formula(NamedTuple):
    """Wording replaced by ``now``; out of date from report year ``first`` on."""

    pattern: str
    near: tuple[str, ...]
    first: int
    now: str
    why: str
    unless: str
    absent: str
    sure: bool


@cache
def formulas() -> tuple[Formula, ...]:
    """The table formulas.toml."""
    return tuple(
        Formula(
            row["pattern"],
            (row["near"],),
            row["from"],
            row["now"],
            row["why"],
            row["unless"],
            row.get("absent", ""),
            row["certainty"] in _TRUSTED,
        )
        for row in load(_FOLDER, "formulas")["rows"]
    )


class OldBody(NamedTuple):
    """A body under a name that was right up to report year ``last``."""

    pattern: str
    near: tuple[str, ...]
    new: str
    last: int
    unless: str
    sure: bool


@cache
def old_bodies() -> tuple[OldBody, ...]:
    """The table old_bodies.toml."""
    return tuple(
        OldBody(
            row["pattern"],
            tuple(row["near"]),
            row["new"],
            row["last"],
            row.get("unless", ""),
            row["certainty"] in _TRUSTED,
        )
        for row in load(_FOLDER, "old_bodies")["rows"]
    )


@cache
def reform_words() -> str:
    """The pattern of a sentence that tells of the past, or of the reform of bodies itself."""
    words: str = load(_FOLDER, "old_bodies")["history"]
    return words


@cache
def provincial_offices() -> tuple[str, ...]:
    """Fields whose office is a 厅 in a province and a 局 below it."""
    return tuple(load(_FOLDER, "old_bodies")["offices"]["provincial"])


class Slip(NamedTuple):
    """A likely slip of the hand, and what should stand; ``before`` and ``after`` are patterns around it."""

    wrong: str
    right: str
    before: str
    after: str
    sure: bool


@cache
def slips() -> tuple[Slip, ...]:
    """The table slips.toml."""
    groups = load(_FOLDER, "slips")["groups"]
    return tuple(
        Slip(row[0], row[1], "".join(row[2:3]), "".join(row[3:]), group["certainty"] in _TRUSTED)
        for group in groups
        for row in group["rows"]
    )


@cache
def doubled() -> dict[str, Any]:
    """The table doubled.toml."""
    return load(_FOLDER, "doubled")


@cache
def surnames() -> dict[str, Any]:
    """The table surnames.toml."""
    return load(_FOLDER, "surnames")


class Topic(NamedTuple):
    """A main topic of the outline, and of what levels and bodies it is asked."""

    name: str
    words: tuple[str, ...]
    levels: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """The table topics.toml."""
    return tuple(
        Topic(row["name"], tuple(row["words"]), tuple(row["levels"]), tuple(row["bodies"]))
        for row in load(_FOLDER, "topics")["rows"]
    )


class Remnant(NamedTuple):
    """What is left of a template: what it is, the words that must stand near, and how it looks."""

    name: str
    near: tuple[str, ...]
    pattern: str


@cache
def remnants() -> tuple[Remnant, ...]:
    """The table placeholders.toml."""
    return tuple(
        Remnant(row["name"], tuple(row["near"]), row["pattern"]) for row in load(_FOLDER, "placeholders")["rows"]
    )


@cache
def companions() -> tuple[str, ...]:
    """Words that come with set phrases."""
    return tuple(load(_FOLDER, "set_phrases")["companions"].split())


@cache
def not_places() -> tuple[frozenset[str], frozenset[str]]:
    """Words that stand before 镇 or 街道 without being a name, and characters that no name holds."""
    table = load(_FOLDER, "not_places")
    return frozenset(table["words"].split()), frozenset(table["characters"])
