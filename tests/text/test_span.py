"""Half-open ranges of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.text.span import Span, strip

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


@given(spans, st.text(max_size=60))
def test_a_span_is_a_slice(span: Span, text: str) -> None:
    assert span.of(text) == text[span.start : span.end]
    assert span.width == len(range(span.start, span.end))


@given(spans, spans)
def test_meeting_and_covering_are_those_of_sets(one: Span, other: Span) -> None:
    here, there = set(range(*one)), set(range(*other))
    assert one.meets(other) == other.meets(one)
    if here and there:
        assert one.meets(other) == bool(here & there)
        assert one.covers(other) == (there <= here)


@given(spans, st.integers(0, 20))
def test_shift_keeps_the_width(span: Span, by: int) -> None:
    assert span.shift(by).width == span.width
    assert span.shift(by).shift(-by) == span


@given(st.text(" \t\n\u3000\u2028\x85文a", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_strip_is_str_strip(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    found = strip(text, start, end)
    assert found.of(text) == text[start:end].strip()
    assert start <= found.start <= found.end <= end


@pytest.mark.parametrize("text", ["", " ", "\u3000\n"])
def test_strip_of_blanks_is_empty(text: str) -> None:
    assert strip(text, 0, len(text)).width == 0
