"""The two ways to find the words of all tables tell the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hegui_checks.wording import lexicon

WORDS = st.sampled_from(lexicon._words())


@settings(max_examples=100, database=None)
@given(st.lists(WORDS | WORDS.map(lambda word: word[1:]) | st.text("的的，法治", max_size=3), max_size=12))
def test_the_first_report_is_searched_as_all_others(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = {word: tuple(lexicon._every(text, word)) for word in lexicon._words() if word in text}
    assert {word: tuple(sorted(spans)) for word, spans in lexicon._by_index(text).items()} == plain
    assert lexicon.words_in(text).keys() == plain.keys()
