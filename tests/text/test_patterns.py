"""Patterns that wait until they are used."""

from __future__ import annotations

import copy
import importlib
import pkgutil
import re

import pytest

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


def test_every_pattern_of_the_house_compiles() -> None:
    names = [
        module.name
        for package in (hegui, hegui_checks)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.endswith("__main__")
    ]
    things = [thing for name in names for thing in vars(importlib.import_module(name)).values()]
    patterns = [thing for thing in things if type(thing) is type(regex(""))]
    assert len(patterns) > 100
    for pattern in patterns:
        assert pattern.pattern is not None


@pytest.mark.parametrize(
    ("char", "chinese"), [*((c, True) for c in "一镇鿿〇"), *((c, False) for c in "aZ09_，“《 \n２")]
)
def test_chinese_characters(char: str, chinese: bool) -> None:
    assert bool(re.fullmatch(HAN, char)) is chinese
