"""Parts that exclude each other, and which of them make a whole together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from hegui.report.relations.items import word_tuple, words


class Family(NamedTuple):
    """Kinds that exclude each other: 书面 and 口头, 已结 and 在办.

    ``bare`` families split a whole of cases even without 其中; in ``doubtless`` ones a word such as
    结转 is a part and no reason for doubt; a ``loose`` one may leave some of the whole unnamed.
    """

    members: tuple[tuple[str, ...], ...]
    closed: frozenset[frozenset[int]]
    bare: bool
    doubtless: bool
    loose: bool

    def member(self, label: str) -> int | None:
        """Which member ``label`` names: the one with the longest word in it."""
        best, size = None, 0
        for index, options in enumerate(self.members):
            for word in options:
                if len(word) > size and (label == word[1:] if word[0] == "=" else word in label):
                    best, size = index, len(word)
        return best


class Match(NamedTuple):
    """The family that the first ``size`` labels belong to, each as another member."""

    family: Family
    size: int
    closed: bool


@cache
def _families() -> tuple[Family, ...]:
    found = []
    for row in words()["families"]:
        members = tuple(tuple(member.split("|")) for member in row["members"])
        index = {word: at for at, options in enumerate(members) for word in options}
        closed = frozenset(frozenset(index[word] for word in line.split()) for line in row.get("closed", ()))
        bare, doubtless, loose = (row.get(key, False) for key in ("bare", "doubtless", "loose"))
        found.append(Family(members, closed, bare, doubtless, loose))
    return tuple(found)


def match(labels: Sequence[str]) -> Match | None:
    """The family of the longest run of two or more labels from the first on, a closed one before an open one."""
    best: Match | None = None
    for family in _families():
        members: list[int] = []
        for label in labels:
            member = family.member(label)
            if member is None or member in members:
                break
            members.append(member)
        if len(members) < 2:
            continue
        found = Match(family, len(members), frozenset(members) in family.closed)
        if best is None or (found.size, found.closed) > (best.size, best.closed):
            best = found
    return best


def alike(labels: Sequence[str]) -> bool:
    """Whether labels are of one make (婚姻家庭纠纷, 邻里纠纷) and none names a kind that cuts across."""
    if len(labels) < 2 or len(set(labels)) < len(labels):
        return False
    if not all(2 <= len(label) <= 14 for label in labels):
        return False
    if any(word in label for label in labels for word in word_tuple("overlap")):
        return False
    return len({label[-2:] for label in labels}) == 1 or len({label[:2] for label in labels}) == 1
