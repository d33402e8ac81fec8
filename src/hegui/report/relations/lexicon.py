"""The word lists of ``relations.toml``, and what single words say about a label."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from hegui.text.tables import load

_TIMES = ("我镇", "我局", "我县", "我乡", "我区", "我市", "全镇", "全县", "全局", "全乡", "全年", "今年", "年度", "年")


@cache
def words() -> dict[str, Any]:
    """The word lists of ``relations.toml``."""
    return load(__file__, "relations")


@cache
def word_tuple(*path: str) -> tuple[str, ...]:
    """One list of ``relations.toml``, as ``str.startswith`` wants it."""
    table: Any = words()
    for key in path:
        table = table[key]
    return tuple(table)


@cache
def word_set(*path: str) -> frozenset[str]:
    """The same for those who ask whether a word is one of them."""
    return frozenset(word_tuple(*path))


@cache
def _initials(*path: str) -> frozenset[str]:
    """The first characters of the words of a list."""
    return frozenset(word[0] for word in word_tuple(*path))


@lru_cache(2048)
def named(label: str) -> str:
    """A label for a message: without year and issuer before it, at most the last 12 characters."""
    for word in _TIMES:
        _, found, rest = label.partition(word)
        if found and len(rest) > 1:
            label = rest
    label = label[-12:].removeprefix("以来")
    word = total_word(label)
    return label.removesuffix(word) if not word or not label.startswith(word) else label.removeprefix(word)


def total_word(label: str) -> str:
    """The word by which a label claims a total (共, 合计); the 共 of 公共, 中共, 共性 is none."""
    if _initials("totals").isdisjoint(label):
        return ""
    for word in word_tuple("total_not"):
        label = label.replace(word, "")
    return has(label, word_tuple("totals"))


def has(label: str, options: tuple[str, ...]) -> str:
    """The first of ``options`` that stands in ``label``, or an empty string."""
    for word in options:
        if word in label:
            return word
    return ""


def for_each(label: str) -> bool:
    """Whether a label says that its figure holds for each of several: 每村, 各配备, 人均."""
    if _initials("each").isdisjoint(label):
        return False
    for word in word_tuple("each_not"):
        label = label.replace(word, "")
    return bool(has(label, word_tuple("each")))
