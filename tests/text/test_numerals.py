"""Chinese numerals and full-width digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.text.numerals import CHARACTERS, halfwidth, parse_chinese, to_chinese


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("一百零五", 105),
        ("一百二", 120),
        ("一百一十", 110),
        ("两百", 200),
        ("一千零五十", 1050),
        ("两万", 20_000),
        ("两万五", 25_000),
        ("一万零五", 10_005),
        ("十二万三千", 123_000),
        ("一亿零五千", 100_005_000),
        ("三万亿", 3_000_000_000_000),
        ("二〇二四", 2024),
        ("壹佰贰拾", 120),
    ],
)
def test_value(text: str, value: int) -> None:
    assert parse_chinese(text) == value


@pytest.mark.parametrize("text", ["", "件", "二三十", "十百", "百千", "一二十三", "三a", "一" * 5000, "十" * 5000])
def test_no_numeral(text: str) -> None:
    assert parse_chinese(text) is None


@given(st.integers(0, 10**12 - 1))
def test_round_trip(value: int) -> None:
    assert parse_chinese(to_chinese(value)) == value


@given(st.integers(1, 9).map(lambda digit: digit * 10_000), st.integers(1, 9))
def test_shorthand(high: int, low: int) -> None:
    """两万五 is 25,000: the last digit takes the place after the one named."""
    assert parse_chinese(to_chinese(high) + to_chinese(low)) == high + low * 1000


@pytest.mark.parametrize("value", [-1, 10**12])
def test_out_of_reach(value: int) -> None:
    with pytest.raises(ValueError, match="Chinese numeral"):
        to_chinese(value)


@given(st.text(CHARACTERS, max_size=40))
def test_any_numeral_characters_are_read_or_refused(text: str) -> None:
    value = parse_chinese(text)
    assert value is None or value >= 0


@given(st.text())
def test_halfwidth_keeps_the_length(text: str) -> None:
    assert len(halfwidth(text)) == len(text)


def test_halfwidth() -> None:
    assert halfwidth("１，２３４．５％件") == "1,234.5%件"
