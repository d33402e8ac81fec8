"""The register of titles: laws, party rules, policy documents; what each is called, since when and until when it holds.

It reads laws.toml, documents.toml, names.toml and repeals.toml of facts/. A title that is not here may still exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from hegui.api import Day, NamedTuple, load, regex

_FOLDER = f"{__file__.rpartition('titles.py')[0]}facts"
_TRUSTED = {"high", "quoted"}
_REMEMBERED = 1000
STATE, PARTY = "中华人民共和国", "中国共产党"
HEADS = (STATE, PARTY)
_SAME = str.maketrans(
    dict.fromkeys("–－―‐﹣~～-", "—")
    | dict.fromkeys("﹤＜<«「《", "〈")
    | dict.fromkeys("﹥＞>»」》", "〉")
    | dict.fromkeys("“”‘’\"' \u3000\u00a0", "")
    | {"（": "(", "）": ")", "﹙": "(", "﹚": ")"}
)
_TAIL = regex(r"(?:\([^()]*\))+$")
_PERIOD = regex(r"\((\d{4})年?[—至到](\d{4})年?\)")
_ORGANS = regex(r"^(?:(?:中共中央办公厅|国务院办公厅|中共中央|国务院|中央宣传部|司法部)[、和]?)+(?=关于)")


class Name(NamedTuple):
    """A title taken apart: 中华人民共和国 or 中国共产党, what it is called, and the brackets at its end.

    The name of a central organ before 关于 is left out: a title is cited with it and without.
    """

    head: str
    core: str
    tail: str

    @property
    def period(self) -> tuple[int, int] | None:
        """The years that the brackets give."""
        if not self.tail:
            return None
        match = _PERIOD.search(self.tail)
        return (int(match[1]), int(match[2])) if match else None


class Repeal(NamedTuple):
    """The end of a document: the day, what took its place, and whether a message may rest on it."""

    since: Day
    successor: str
    trusted: bool


class Entry(NamedTuple):
    """A document of the register. ``first`` is when it was passed, ``latest`` its last known version.

    ``short`` are other names that are right, ``wrong`` names that are met and are not.
    ``near``: a title a few characters away is a slip of this one. ``namesakes``: local ones bear its name.
    """

    title: str
    level: str
    issuer: str = ""
    first: Day | None = None
    latest: Day | None = None
    force: Day | None = None
    certainty: str = "high"
    source: str = ""
    short: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    near: bool = False
    namesakes: bool = False
    repeal: Repeal | None = None

    @property
    def name(self) -> Name:
        """Its title taken apart."""
        return _name_of(self.title)

    @property
    def trusted(self) -> bool:
        """Whether a message may rest on it."""
        return self.certainty in _TRUSTED

    @property
    def is_law(self) -> bool:
        """Whether it is a law, which no province or town can make."""
        return self.level in {"宪法", "法律"}


def normal(title: str) -> str:
    """``title`` as it is compared: brackets half-width, dashes alike, without spaces and quotation marks."""
    return title.translate(_SAME)


def take_apart(title: str) -> Name:
    """Head, core and trailing brackets of a title."""
    core = title if title.isalpha() else normal(title)
    tail = ""
    if core.endswith(")"):
        match = _TAIL.search(core)
        tail = match[0] if match else ""
        core = core[: len(core) - len(tail)]
    for head in HEADS:
        if core.startswith(head) and len(core) > len(head) + 1:
            return Name(head, core[len(head) :], tail)
    return Name("", _ORGANS.sub("", core) if core[:1] in "中国司" else core, tail)


@cache
def _name_of(title: str) -> Name:
    """A title of the register taken apart."""
    return take_apart(title)


def day(text: str) -> Day | None:
    """2024-02-19, 2024-02 or 2024 as a Day; - and nothing as None."""
    return None if text in {"", "-"} else Day(*map(int, text.split("-")))


class Register:
    """All titles by their cores; entries are made when they are asked for."""

    def __init__(self) -> None:
        self.groups: list[dict[str, Any]] = load(_FOLDER, "laws")["groups"]
        self._lines: dict[str, tuple[int, str]] = {}
        for number, group in enumerate(self.groups):
            for line in group["lines"].split("\n"):
                title = line.partition(" ")[0]
                if title.isalpha():  # nearly all; a thousand titles are taken apart at every start
                    self._lines[title.removeprefix(STATE)] = (number, line)
                elif title and title[0] != "#":
                    self._lines[take_apart(title).core] = (number, line)
        self._rows: dict[str, list[dict[str, Any]]] = {}
        for row in load(_FOLDER, "documents")["rows"]:
            self._rows.setdefault(take_apart(row["title"]).core, []).append(row)
        self._names = {take_apart(row["title"]).core: row for row in load(_FOLDER, "names")["rows"]}
        self._repeals = {take_apart(row["old"]).core: row for row in load(_FOLDER, "repeals")["rows"]}
        self._made: dict[str, tuple[Entry, ...]] = {}
        self._looked_up: dict[str, tuple[Name, Entry]] = {}

    def _named(self, field: str) -> Iterator[tuple[str, str]]:
        """Each name listed under ``field``, with the core of what it names."""
        for core, row in self._names.items():
            yield from ((name, core) for name in row.get(field, ()))
        for core, rows in self._rows.items():
            yield from ((name, core) for row in rows for name in row.get(field, ()))

    @cached_property
    def shorts(self) -> dict[str, str]:
        """The core of each other name that is right, with the core that it stands for."""
        return {take_apart(name).core: core for name, core in self._named("short")}

    @cached_property
    def wrongs(self) -> dict[str, str]:
        """Each name that is met and is wrong, as it is compared, with the core that is meant."""
        return {normal(name): core for name, core in self._named("wrong")}

    @cached_property
    def near(self) -> dict[tuple[str, str], list[str]]:
        """The cores whose neighbours are slips, by their first and their last two characters."""
        found: dict[tuple[str, str], list[str]] = {}
        for core, rows in self._rows.items():
            if any(row.get("near") for row in rows):
                found.setdefault((core[:2], core[-2:]), []).append(core)
        return found

    @cached_property
    def party(self) -> tuple[str, ...]:
        """The cores of the rules whose titles begin with 中国共产党."""
        return tuple(core for core, rows in self._rows.items() if rows[0]["title"].startswith(PARTY))

    @property
    def cores(self) -> set[str]:
        """Every core there is."""
        return {*self._lines, *self._rows, *self._repeals}

    def listed(self, table: str) -> list[Entry]:
        """The entries of the table laws or documents, in its order."""
        cores = self._lines if table == "laws" else self._rows
        return [entry for core in cores for entry in self.get(core)]

    def __contains__(self, core: str) -> bool:
        return core in self._lines or core in self._rows or core in self._repeals

    def get(self, core: str) -> tuple[Entry, ...]:
        """The entries of that core: several where a plan was renewed under its name, none for an unknown one."""
        made = self._made.get(core)
        if made is None and core in self:
            made = self._made[core] = tuple(self._make(core))
        return made or ()

    def find(self, name: Name) -> Entry | None:
        """What ``name`` means, by its full or a short title.

        A title with a head that the document does not have is not found, nor a short one with a head.
        """
        core = name.core
        entries = self.get(core)
        if not (entries or name.head) and (core := self.shorts.get(core, "")):
            entries = self.get(core)
        return self.pick(core, name) if entries and name.head in {"", entries[0].name.head} else None

    def look_up(self, title: str) -> tuple[Name, Entry | None]:
        """``title`` taken apart, and what it means; what many reports cite is remembered as they write it."""
        if known := self._looked_up.get(title):
            return known
        name = take_apart(title)
        entry = self.find(name)
        if entry and len(self._looked_up) < _REMEMBERED:
            self._looked_up[title] = name, entry
        return name, entry

    def pick(self, core: str, name: Name) -> Entry:
        """The entry of ``core`` for the years of ``name``, else the last one; raises ValueError where there is none."""
        entries = self.get(core)
        if len(entries) == 1:
            return entries[0]
        same = [entry for entry in entries if entry.name.period == name.period]
        return same[0] if same else max(entries, key=lambda entry: entry.name.period or (0, 0))

    def _make(self, core: str) -> Iterator[Entry]:
        ended = self._repeals.get(core)
        repeal = None
        if ended:
            since = day(ended["since"])
            repeal = Repeal(since, ended["new"], ended["certainty"] in _TRUSTED) if since else None
        if core in self._rows:
            yield from (_document(row, repeal) for row in self._rows[core])
        elif core in self._lines:
            number, line = self._lines[core]
            yield _law(self.groups[number], line, self._names.get(core, {}), repeal, ended or {})
        elif ended:
            namesakes = ended.get("namesakes", False)
            certainty, source = ended["certainty"], ended["source"]
            yield Entry(
                ended["old"], ended["level"], certainty=certainty, source=source, namesakes=namesakes, repeal=repeal
            )


def _document(row: dict[str, Any], repeal: Repeal | None) -> Entry:
    return Entry(
        row["title"],
        row["level"],
        row.get("issuer", ""),
        day(row.get("first", "")),
        force=day(row.get("force", "")),
        certainty=row["certainty"],
        source=row["source"],
        short=tuple(row.get("short", ())),
        wrong=tuple(row.get("wrong", ())),
        near=row.get("near", False),
        namesakes=row.get("namesakes", False),
        repeal=repeal,
    )


def _law(
    group: dict[str, Any], line: str, names: dict[str, Any], repeal: Repeal | None, ended: dict[str, Any]
) -> Entry:
    title, first, latest, force = line.split(" ")
    return Entry(
        title,
        group["level"],
        group["issuer"],
        day(first),
        day(latest),
        day(force),
        group["certainty"],
        group["source"],
        tuple(names.get("short", ())),
        tuple(names.get("wrong", ())),
        namesakes=names.get("namesakes", ended.get("namesakes", False)),
        repeal=repeal,
    )


@cache
def register() -> Register:
    """The one register."""
    return Register()
