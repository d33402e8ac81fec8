"""What is passed over at sight must be what a full look would find nothing in."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui.report.leaders import _BEFORE, _BEHIND
from hegui.testing import read
from hegui_checks.register import Event, Period, calendar, periods
from hegui_checks.typography import unpaired_mark
from tests.installed import fazhi

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
MARKS = st.text("“”‘’《》〈〉（）()【】〔〕1一、。a字 ", max_size=12)


@pytest.mark.parametrize("row", [*periods(), *calendar()], ids=lambda row: row.name)
@settings(FEW)
@given(data=st.data())
def test_what_a_pattern_finds_holds_its_word(row: Period | Event, data: st.DataObject) -> None:
    assert row.word in data.draw(st.from_regex(re.compile(row.pattern.pattern)))


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
