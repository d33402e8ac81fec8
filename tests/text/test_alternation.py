import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.text.alternation import Alternation, needs_of, words_of

KIND = json.loads((Path(__file__).parents[2] / "checks/hegui_checks/kinds/fazhi.json").read_text("utf-8"))
LISTS = [part[name] for part in KIND["parts"] for name in ("headings", "never", "openers") if name in part]
LISTS += [words for words in KIND["words"].values() if isinstance(words, list)]
SOURCES = sorted({source for sources in LISTS for source in sources})
PIECES = sorted({piece for source in SOURCES for piece in re.split(r"[^\w]+", source) if piece})
WORDS = st.sampled_from(PIECES) | st.text("，。、的和12年\n“”", max_size=3)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("举措", ("举措",)),
        ("下一?步", ("下",)),
        ("工作(?:重点|要点)$", ("工作",)),
        ("(?:需要?|有待)进?一?步?(?:改进|加强)", ("改进", "加强")),
        ("存在.{0,14}(?:问题|困难)", ("存在",)),
        ("[省市]委(?:人民)?政府", ("政府",)),
        ("解读|图解|一图读懂", ("解读", "图解", "一图读懂")),
        ("任务{2,3}", ("任",)),
        (r"\d+件", ("件",)),
        (r"\d+", ()),
        ("(?i)abc", ()),
        ("甲|[乙丙]", ()),
        ("(?<!副)(?:省长|(?:自治区|政府)主席)", ("省长", "主席")),
        ("没有合上(", ()),
        ("a[)]bc", ("bc",)),
    ],
)
def test_the_words_that_a_match_must_hold(source: str, words: tuple[str, ...]) -> None:
    assert words_of(source) == words


def test_a_word_of_each_group_is_needed() -> None:
    assert needs_of("(?:甲|乙)的?(?:丙|丁)$") == (("甲", "乙"), ("丙", "丁"))
    assert needs_of("甲.{0,4}(?:丙|丁)|戊") == (("甲", "戊"),)


@pytest.mark.parametrize("source", [source for source in SOURCES if words_of(source) and not source.isalnum()])
def test_whatever_the_kind_s_patterns_match_holds_one_of_their_words(source: str) -> None:
    groups = needs_of(source)

    @settings(max_examples=8, database=None)
    @given(st.from_regex(source))
    def holds(text: str) -> None:
        match = re.search(source, text)
        assert match is not None
        assert all(any(word in match[0] for word in words) for words in groups)

    holds()


@settings(max_examples=80, database=None)
@given(
    st.sampled_from(LISTS), st.lists(st.sampled_from(PIECES) | st.text("，。、的和12年\n“”", max_size=3), max_size=8)
)
def test_an_alternation_says_what_its_pattern_says(sources: list[str], pieces: list[str]) -> None:
    text = "".join(pieces)
    whole = re.compile("|".join(sources))
    alternation = Alternation(tuple(sources))
    start = len(text) // 4
    assert alternation.found(text) == (whole.search(text) is not None)
    assert alternation.possible(text) or whole.search(text) is None
    assert alternation.found(text, start, len(text) - start) == (
        whole.search(text, start, len(text) - start) is not None
    )
    assert alternation.whole.findall(text) == whole.findall(text)


def test_what_has_not_the_words_is_not_possible() -> None:
    alternation = Alternation(("甲", "乙?(?:丙|丁)戊", r"己+"))
    assert [words for words in ("甲", "丙", "丁戊", "戊", "己", "庚") if alternation.possible(words)] == [
        "甲",
        "丁戊",
        "己",
    ]
    assert Alternation((r"\d+", "甲")).possible("庚")


def test_an_alternation_of_nothing_finds_nothing() -> None:
    assert not Alternation(()).found("")
    assert not Alternation(()).possible("")
    assert Alternation(()).whole.search("") is None
