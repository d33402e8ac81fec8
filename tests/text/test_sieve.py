"""Many patterns asked at once say what each of them says."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.report.kind import wording
from hegui.text.alternation import OFTEN
from hegui.text.sieve import Sieve
from tests.installed import fazhi

LISTS = [sources for part in fazhi().parts for sources in (part.headings, part.never)]
PIECES = sorted({piece for sources in LISTS for source in sources for piece in re.split(r"[^\w]+", source) if piece})


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text("，、的和及2025年", max_size=3), max_size=6))
def test_a_sieve_says_what_each_list_says(pieces: list[str]) -> None:
    words = "".join(pieces)
    sieve = wording(fazhi()).headings
    lists = {number for number, sources in enumerate(LISTS) if sources and re.search("|".join(sources), words)}
    sieve._asked = 0
    assert sieve.found(words) == lists
    sieve._asked = OFTEN
    assert sieve.found(words) == lists


@pytest.mark.parametrize(("words", "found"), [("甲2", {0, 2}), ("乙", {1}), ("丙", set()), ("", set())])
def test_a_pattern_without_words_is_always_tried(words: str, found: set[int]) -> None:
    assert Sieve([("甲",), ("乙?[甲乙]$", "丁"), (r"\d",)]).found(words) == found
