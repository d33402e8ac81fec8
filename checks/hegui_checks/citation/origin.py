"""Whose document a title is, told by the words right before it: 省委、省政府印发的《…》."""

from __future__ import annotations

import re
from functools import cache

from hegui.api import NamedTuple, load, regex


class Origin(NamedTuple):
    """Who the words before a title name as its author.

    ``central`` are central organs by their full names, ``local`` the word that names a local one,
    ``own`` tells that the report speaks of making it: 制定《…》.
    """

    central: frozenset[str]
    local: str
    own: bool

    @property
    def is_local(self) -> bool:
        """Whether it is told of as a local document."""
        return bool(self.local or self.own)


_JOINTS = "、和与及 《"
_NOT_PLACE = regex(r"(?:城市|地区|社区|区域|依法治[省市县区])$")


class _Words(NamedTuple):
    """The table words.toml, as far as it tells what stands before a title; ``last`` is what ``local`` ends in."""

    making: frozenset[str]
    of_others: frozenset[str]
    passed: tuple[str, ...]
    local: re.Pattern[str]
    last: frozenset[str]


@cache
def _words() -> _Words:
    table = load(__file__, "words")["before"]
    places, organs, offices = table["places"], table["organs"], table["offices"]
    return _Words(
        frozenset(table["making"]),
        frozenset(table["of_others"]),
        (*table["making"], *table["fillers"]),
        re.compile(f"(?:{'|'.join(places)})(?:{'|'.join(organs)})?$|(?:{'|'.join(offices)})$"),
        frozenset(name[-1] for name in (*places, *organs, *offices)),
    )


@cache
def _central() -> tuple[tuple[str, ...], dict[str, str]]:
    """What central organs are called, the longest first, and by that their full names."""
    rows = load(f"{__file__.rpartition('citation')[0]}facts", "organs")["rows"]
    names = {name: row["name"] for row in rows for name in row["called"]}
    return tuple(sorted(names, key=len, reverse=True)), names


def origin_before(before: str) -> Origin:
    """The origin that the end of ``before`` tells of: the clause up to the opening mark."""
    rest, verbs, done = _verbs(before)
    central_ones, names = _central()
    words = _words()
    central: set[str] = set()
    local = ""
    while rest := rest.rstrip(_JOINTS):
        if rest.endswith(central_ones):
            name = next(filter(rest.endswith, central_ones))
            central.add(names[name])
            rest = rest.removesuffix(name)
        elif rest[-1] in words.last and (match := words.local.search(rest)) and not _NOT_PLACE.search(rest):
            local = local or match[0]
            rest = rest[: match.start()]
        else:
            break
    own = not done and not central and not words.of_others.issuperset(verbs)
    return Origin(frozenset(central), local, own)


def _verbs(before: str) -> tuple[str, list[str], bool]:
    """``before`` without the verbs of making at its end, those verbs, and whether 的 makes them an attribute."""
    rest = before
    verbs: list[str] = []
    done = False
    words = _words()
    while rest.endswith(words.passed):
        word = next(filter(rest.endswith, words.passed))
        rest = rest.removesuffix(word)
        done = done or word == "的"
        if word in words.making:
            verbs.append(word)
    return rest, verbs, done
