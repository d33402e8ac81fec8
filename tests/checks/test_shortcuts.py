"""What is passed over at sight must be what a full look would find nothing in."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui.report.leaders import _BEFORE, _BEHIND
from hegui.testing import read
from hegui_checks.citation import docno_brackets, origin, quoted_law
from hegui_checks.nearness import differing, distance
from hegui_checks.register import Event, Period, calendar, periods
from hegui_checks.typography import unpaired_mark
from hegui_checks.wording import wrong_self_reference
from tests.installed import fazhi

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
NUMBERS = ["（2024）5号", "〔2024〕第3号", "[2023]12", "【 2024 】", "（", "2024", "3", "号", "第", " ", "柳政发", "\n"]
QUOTED = ["“行政处罚法", '"信访条例', "公务员法”", '工作办法"', *'“”"《（）', "（试行）", "公务员", "条例", "，", "\n"]
MARKS = st.text("“”‘’《》〈〉（）()【】〔〕1一、。a字 ", max_size=12)


@pytest.mark.parametrize("row", [*periods(), *calendar()], ids=lambda row: row.name)
@settings(FEW)
@given(data=st.data())
def test_what_a_pattern_finds_holds_its_word(row: Period | Event, data: st.DataObject) -> None:
    found = data.draw(st.from_regex(re.compile(row.pattern.pattern)))
    assert any(word in found for word in row.words)


@pytest.mark.parametrize("who", ["joint", "party", "government", "any"])
@settings(FEW)
@given(data=st.data())
def test_whoever_leads_is_named_near_one_of_the_words(who: str, data: st.DataObject) -> None:
    pattern = re.compile(fazhi().pattern(f"leader_{who}").pattern)
    words = data.draw(st.from_regex(pattern))
    match = pattern.search(words)
    assert match is not None
    near = fazhi().pattern(f"leader_near_{who}").search(match[0])
    assert near is not None
    assert near.start() <= _BEFORE
    assert len(match[0]) - near.end() <= _BEHIND - 6  # 主任带头 and the like look six characters ahead


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(MARKS, min_size=1, max_size=8))
def test_marks_that_pair_off_at_sight_are_those_without_a_finding(lines: list[str]) -> None:
    report = read("\n".join(f"{number}.工作{line}。" for number, line in enumerate(lines, 1)), fazhi())
    doubtful = list(unpaired_mark._doubtful(report))
    for paragraph in report.paragraphs:
        if paragraph not in doubtful:
            assert not list(unpaired_mark._unpaired(report.text, paragraph))


@settings(FEW)
@given(st.from_regex(origin._words().local))
def test_a_local_organ_ends_in_one_of_the_last_characters(words: str) -> None:
    assert words.rstrip("\n")[-1] in origin._words().last


@settings(FEW)
@given(st.lists(st.sampled_from(NUMBERS), max_size=25).map("".join))
def test_document_numbers_are_those_that_the_pattern_finds(text: str) -> None:
    found = docno_brackets._NUMBER.finditer(text)
    assert [match.span() for match in docno_brackets._numbers(text)] == [match.span() for match in found]


@settings(FEW)
@given(st.lists(st.sampled_from(QUOTED), max_size=25).map("".join))
def test_quoted_laws_are_those_that_the_pattern_finds(text: str) -> None:
    found = quoted_law._QUOTED.finditer(text)
    assert [match.span() for match in quoted_law._quoted(text)] == [match.span() for match in found]


@settings(FEW)
@given(st.lists(st.sampled_from([*"我本全", "街道", "镇", "乡", "局", "，"]), max_size=15).map("".join))
def test_self_references_are_those_that_a_plain_look_finds(text: str) -> None:
    for words in wrong_self_reference._FOREIGN.values():
        assert wrong_self_reference._standing(text, words) == sorted(word for word in words if word in text)


@settings(FEW)
@given(st.text("督监检查察工作", max_size=8), st.text("督监检查察工作", max_size=8))
def test_titles_differ_as_much_without_what_they_share(a: str, b: str) -> None:
    whole = distance(f"{a}甲", f"乙{b}")
    assert distance(f"实施{a}甲规定", f"实施乙{b}规定") == whole
    start, written, right = differing(a, b)
    assert a[:start] + right + a[start + len(written) :] == b
