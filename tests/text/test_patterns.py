"""Patterns that wait until they are used."""

from __future__ import annotations

import copy
import importlib
import pkgutil
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hegui
import hegui_checks
from hegui.text.patterns import HAN, regex


def test_it_does_what_a_pattern_does() -> None:
    later, pattern = regex(r"(?P<year>\d{4})年", re.IGNORECASE), re.compile(r"(?P<year>\d{4})年", re.IGNORECASE)
    text = "2023年和2024年"
    assert [match["year"] for match in later.finditer(text)] == [match["year"] for match in pattern.finditer(text)]
    assert later.findall(text, 3) == pattern.findall(text, 3)
    assert later.sub("", text) == pattern.sub("", text)
    assert (later.pattern, later.flags, later.groups) == (pattern.pattern, pattern.flags, pattern.groups)


def test_an_error_shows_at_first_use() -> None:
    later = regex("(")
    with pytest.raises(re.error):
        later.search("")


def test_it_can_be_copied_before_and_after_its_use() -> None:
    later = regex("a")
    assert copy.copy(later).findall("aa") == ["a", "a"]
    assert later.findall("aa") == copy.deepcopy(later).findall("aa")


def patterns() -> list[tuple[str, Any]]:
    """Every pattern of the house that waits for its use, by its module and name."""
    names = [
        module.name
        for package in (hegui, hegui_checks)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
    ]
    things = [(f"{name}.{key}", thing) for name in names for key, thing in vars(importlib.import_module(name)).items()]
    return [(name, thing) for name, thing in things if type(thing) is type(regex(""))]


PATTERNS = patterns()
GATED = [
    (name, source, words) for name, thing in PATTERNS for source, words in [(thing._given[0], thing._words)] if words
]


def test_every_pattern_of_the_house_compiles() -> None:
    assert len(PATTERNS) > 100
    for _, pattern in PATTERNS:
        assert pattern.pattern is not None


def test_without_its_words_a_pattern_finds_nothing_and_is_not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda source, flags=0: compiled.append(source) or real(source, flags))
    later = regex(r"(\d+)(?:件|起)", words=("件", "起"))
    assert later.search("2人") is None
    assert later.match("2人", 1) is None
    assert list(later.finditer("2人3件", 0, 2)) == []
    assert later.findall("") == []
    assert later.sub("", "2人") == "2人"
    assert not compiled
    assert later.findall("2人3件") == ["3"]
    assert later.sub("", "2人3件") == "2人"
    assert compiled


def test_a_pattern_that_is_asked_often_is_compiled_whatever_it_is_asked() -> None:
    later: Any = regex("甲", words=("甲",))
    for _ in range(100):
        assert later.search("乙") is None
    assert type(later.search) is type(re.compile("").search)


@pytest.mark.parametrize(("source", "words"), [row[1:] for row in GATED], ids=[row[0] for row in GATED])
def test_whatever_a_pattern_of_the_house_matches_holds_one_of_its_words(source: str, words: tuple[str, ...]) -> None:
    @settings(max_examples=10, database=None)
    @given(st.from_regex(source))
    def holds(text: str) -> None:
        match = re.search(source, text)
        assert match is None or any(word in text[match.start() :] for word in words)

    holds()


@pytest.mark.parametrize(
    ("char", "chinese"), [*((c, True) for c in "一镇鿿〇"), *((c, False) for c in "aZ09_，“《 \n２")]
)
def test_chinese_characters(char: str, chinese: bool) -> None:
    assert bool(re.fullmatch(HAN, char)) is chinese
