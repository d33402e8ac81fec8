"""Changes to a text."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.text.edit import Edit, Fix, Safety, apply
from hegui.text.span import Span


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits of it that do not overlap."""
    text = draw(st.text(max_size=40))
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return text, [Edit(Span(a, b), draw(st.text(max_size=3))) for a, b in pairs]


@given(texts_with_edits(), st.randoms())
def test_edits_in_any_order_give_one_text(given_: tuple[str, list[Edit]], random: Random) -> None:
    text, edits = given_
    out, done = "", 0
    for edit in sorted(edits):
        out += text[done : edit.span.start] + edit.new
        done = edit.span.end
    shuffled = sorted(edits, key=lambda _: random.random())
    assert apply(text, shuffled) == out + text[done:]


def test_no_edit_changes_nothing() -> None:
    assert apply("原文", []) == "原文"


def test_an_insertion_stands_before_a_replacement_at_its_place() -> None:
    assert apply("甲乙", [Edit(Span(1, 2), "丙"), Edit(Span(1, 1), "、")]) == "甲、丙"


@pytest.mark.parametrize(("one", "other"), [((0, 2), (1, 3)), ((0, 3), (1, 2)), ((0, 1), (0, 1))])
def test_overlapping_edits_are_refused(one: tuple[int, int], other: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="overlapping edits at"):
        apply("甲乙丙", [Edit(Span(*one), "x"), Edit(Span(*other), "y")])


def test_safety_grows() -> None:
    assert Safety.DISPLAY < Safety.UNSAFE < Safety.SAFE
    assert Fix("改", ()).safety is Safety.DISPLAY
