"""What a check passes over before it looks closely must be what it would find nothing in."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui.testing import read
from hegui.text.words import cut
from hegui_checks.leader import leader_wrong_level
from hegui_checks.plan import shortcoming_unanswered
from hegui_checks.register import empty_words, themes
from hegui_checks.structure import damaged_marker
from tests.installed import fazhi

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LINE = st.text("一二三十12１（(）)、.． 我镇工作", max_size=10)
WORDS = st.lists(
    st.sampled_from(["一是", "政务", "公开", "质量", "不高", "一是一", "职能", "转变", "工作", "点", "，"]), max_size=8
)


@settings(FEW)
@given(lines=st.lists(LINE, min_size=1, max_size=6))
def test_a_heading_with_a_marker_has_lost_no_half_of_it(lines: list[str]) -> None:
    report = read("\n".join(f"{line}抓实法治工作" for line in lines), fazhi())
    for paragraph in report.paragraphs:
        if paragraph.heading and paragraph.heading.marker:
            assert damaged_marker._half_lost(report, paragraph) is None


@pytest.mark.parametrize("letters", ["县区市省旗州盟", "镇乡", "省"])
@settings(FEW)
@given(data=st.data())
def test_a_leader_is_named_behind_a_level(letters: str, data: st.DataObject) -> None:
    words = data.draw(st.from_regex(re.compile(leader_wrong_level._pattern(letters).pattern)))
    assert leader_wrong_level._may_name(letters, words)


def test_the_words_of_a_theme_have_two_characters_by_which_they_are_found() -> None:
    for theme in themes():
        for word in theme.words:
            assert theme in shortcoming_unanswered._touched(f"在{word}上")


@settings(FEW)
@given(subject=WORDS, answers=WORDS)
def test_a_word_in_both_is_never_ruled_out(subject: list[str], answers: list[str]) -> None:
    told, plan = "".join(subject), "".join(answers)
    said = [word for word in cut(told) if len(word) > 1 and word not in empty_words()]
    if any(word in plan for word in said):
        assert shortcoming_unanswered._may_share_a_word(told, plan)
