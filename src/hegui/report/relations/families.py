"""Parts that exclude each other, and which of them make a whole together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from hegui.report.relations.lexicon import word_tuple, words
from hegui.text.values import NamedTuple

_LABELS = 2048  # remembered at once


class Family(NamedTuple):
    """Kinds that exclude each other: 书面 and 口头, 已结 and 在办.

    ``closed`` holds the sets of members that make a whole. ``bare`` families split a whole of cases even
    without 其中; in ``doubtless`` ones a word such as 结转 is a part and no reason for doubt; a ``loose``
    one may leave some of the whole unnamed.
    """

    closed: frozenset[frozenset[int]]
    bare: bool
    doubtless: bool
    loose: bool


class Match(NamedTuple):
    """The family that the first ``size`` labels belong to, each as another member."""

    family: Family
    size: int
    closed: bool


class _Index:
    """All words by their first two characters, and those that must be the whole label.

    A word is a row of itself, the number of its family and the number of its member there.
    """

    def __init__(self) -> None:
        self.families: list[Family] = []
        self.starts: dict[str, list[tuple[str, int, int]]] = {}
        self.whole: dict[str, list[tuple[str, int, int]]] = {}
        for number, row in enumerate(words()["families"]):
            members = [member.split("|") for member in row["members"]]
            at = {word: index for index, options in enumerate(members) for word in options}
            closed = frozenset(frozenset(at[word] for word in line.split()) for line in row.get("closed", ()))
            self.families.append(Family(closed, *(row.get(key, False) for key in ("bare", "doubtless", "loose"))))
            for word, index in at.items():
                if word[0] == "=":
                    self.whole.setdefault(word[1:], []).append((word[1:], number, index))
                else:
                    self.starts.setdefault(word[:2], []).append((word, number, index))


@cache
def _index() -> _Index:
    return _Index()


@lru_cache(_LABELS)
def _members(label: str) -> dict[int, int]:
    """The member of each family that ``label`` names, by the longest word of the family in it; not to be changed."""
    index = _index()
    best: dict[int, tuple[int, int]] = {}
    found = list(index.whole.get(label, ()))
    for at in range(len(label) - 1):
        near = index.starts.get(label[at : at + 2])
        if near:
            found += [row for row in near if label.startswith(row[0], at)]
    for word, family, member in found:
        if len(word) > best.get(family, (0, 0))[0]:
            best[family] = (len(word), member)
    return {family: member for family, (_, member) in best.items()}


def names(family: Family, label: str) -> bool:
    """Whether ``label`` names a member of the family."""
    return any(_index().families[number] is family for number in _members(label))


def match(labels: Sequence[str]) -> Match | None:
    """The family of the longest run of two or more labels from the first on, a closed one before an open one."""
    if len(labels) < 2:
        return None
    runs = {family: [member] for family, member in _members(labels[0]).items()}
    alive = set(runs)
    for label in labels[1:]:
        if not alive:
            break
        members = _members(label)
        for family in tuple(alive):
            member = members.get(family)
            if member is None or member in runs[family]:
                alive.discard(family)
            else:
                runs[family].append(member)
    best: Match | None = None
    for number, run in runs.items():
        family_ = _index().families[number]
        found = Match(family_, len(run), frozenset(run) in family_.closed)
        if len(run) > 1 and (best is None or (found.size, found.closed) > (best.size, best.closed)):
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
