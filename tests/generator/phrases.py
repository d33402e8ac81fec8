"""The vocabularies: TOML files read once, the seen ones and the ones held back."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

SEEN = Path(__file__).parent / "phrases"
UNSEEN = Path(__file__).parent.parent / "unseen"


class Phrase(NamedTuple):
    """One wording, and for which years and writers it is good (``who`` empty: all)."""

    text: str
    since: int = 0
    until: int = 9999
    who: frozenset[str] = frozenset()

    def fits(self, who: str, year: int) -> bool:
        """Whether this writer could say it in this year's report."""
        return self.since <= year <= self.until and (not self.who or who in self.who)


class Group(NamedTuple):
    """Wordings of one thing; ``key`` is its role, theme, kind or place, ``more`` the row's other fields."""

    key: str
    phrases: tuple[Phrase, ...]
    more: Mapping[str, Any]

    def fitting(self, who: str, year: int) -> list[str]:
        """The wordings this writer could use."""
        return [phrase.text for phrase in self.phrases if phrase.fits(who, year)]


class Phrases(NamedTuple):
    """All vocabularies. ``groups`` by table name (heading, theme, topic …), ``plain`` lists of strings by name."""

    groups: Mapping[str, tuple[Group, ...]]
    plain: Mapping[str, tuple[str, ...]]

    def of(self, table: str, key: str | None = None) -> tuple[Group, ...]:
        """The groups of one table, or of one key in it."""
        return tuple(group for group in self.groups[table] if key is None or group.key == key)

    def texts(self, table: str, key: str, who: str, year: int) -> list[str]:
        """All wordings of one key that this writer could use."""
        return [text for group in self.of(table, key) for text in group.fitting(who, year)]

    def pick(self, rng: Random, table: str, key: str, who: str, year: int) -> str:
        """One of them. Raises IndexError when there is none."""
        return rng.choice(self.texts(table, key, who, year))


KEYS = {
    "form": "issuer",
    "layout": "place",
    "heading": "role",
    "opener": "role",
    "theme": "name",
    "topic": "theme",
    "lack": "theme",
    "item": "theme",
    "evidence": "kind",
    "sector": "name",
    "order": "",
    "addressee": "",
    "number": "",
    "signature": "",
    "opening_lead": "",
    "stale": "",
    "early": "",
}


def _phrase(raw: str | Mapping[str, Any], row: Mapping[str, Any]) -> Phrase:
    own: Mapping[str, Any] = {"text": raw} if isinstance(raw, str) else raw
    both = {**row, **own}
    return Phrase(
        str(both["text"]), both.get("since", 0), both.get("until", 9999), frozenset(both.get("who", "").split())
    )


def _group(table: str, row: Mapping[str, Any]) -> Group:
    raw: Iterable[str | Mapping[str, Any]] = (
        row.get("texts") or [row["text"]] if "texts" in row or "text" in row else []
    )
    return Group(str(row.get(KEYS[table], "")), tuple(_phrase(text, row) for text in raw), row)


def load(folder: Path) -> Phrases:
    """Read every TOML file of one folder."""
    groups: dict[str, list[Group]] = {}
    plain: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if name in KEYS:
                groups.setdefault(name, []).extend(_group(name, row) for row in value)
            elif isinstance(value, dict):
                plain.update({f"{name}.{key}": tuple(texts) for key, texts in value.items()})
            else:
                plain[name] = tuple(value)
    return Phrases({name: tuple(rows) for name, rows in groups.items()}, plain)


@cache
def seen() -> Phrases:
    """What the reader's author may know."""
    return load(SEEN)


@cache
def unseen() -> Phrases:
    """Headings, titles, labels and leaders' evidence that were held back, over the seen rest."""
    held, known = load(UNSEEN), seen()
    groups = dict(known.groups)
    for name, rows in held.groups.items():
        keys = {row.key for row in rows}
        groups[name] = tuple(row for row in known.groups[name] if row.key not in keys) + rows
    return Phrases(groups, known.plain)
