"""Dates as reports and pages write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.text import dates
from hegui.text.dates import Day, numeric_date, written_dates
from hegui.text.numerals import to_chinese

DAYS = st.dates(dt.date(1949, 1, 1), dt.date(2099, 12, 31)).map(lambda d: Day(d.year, d.month, d.day))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def chinese(day: Day) -> str:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{to_chinese(day.month)}月{to_chinese(day.day)}日"


@given(DAYS, st.sampled_from(["", "报告于", "2", "（"]), st.sampled_from(["", "。", "止"]))
def test_a_day_is_found_where_it_is_written(day: Day, before: str, after: str) -> None:
    before = before.replace("2", "第2期")
    for words in (str(day), str(day).translate(WIDE), chinese(day), f"{day.year} 年 {day.month:02} 月 {day.day:02} 日"):
        (found,) = written_dates(before + words + after)
        assert found.day == day
        assert found.span == (len(before), len(before) + len(words))
        assert numeric_date(words) == day


@given(DAYS, st.sampled_from(["-", "/", ".", "－", "- ", " / "]), st.sampled_from(["", " 10:16", " 10 : 16:59", "T"]))
def test_the_dates_of_pages(day: Day, joint: str, time: str) -> None:
    assert numeric_date(joint.join(f"{part:02}" for part in day) + time) == day
    assert numeric_date(day.iso) == day


@given(DAYS)
def test_calendar(day: Day) -> None:
    assert day.exists
    assert Day(day.year, day.month).exists
    assert not Day(day.year, 13, day.day).exists
    assert day < Day(day.year + 1)


@pytest.mark.parametrize("wrong", [Day(2023, 2, 29), Day(1900, 2, 29), Day(2024, 4, 31), Day(2024, 0, 1), Day(2024)])
def test_days_that_never_were(wrong: Day) -> None:
    assert not wrong.exists


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024- 02- 19 10 : 16", Day(2024, 2, 19)),
        ("2021/03/29 11:30:01", Day(2021, 3, 29)),
        ("18.03.2015", Day(2015, 3, 18)),
        ("20240219", Day(2024, 2, 19)),
        ("2026年01月21日", Day(2026, 1, 21)),
        ("二O二四年十二月三十一日", Day(2024, 12, 31)),
        ("二○二四年 二月 三十日", Day(2024, 2, 30)),
        ("2024年2月", None),
        ("001008003011063/2024-66398", None),
        ("", None),
        ("主动公开", None),
    ],
)
def test_label_values(words: str, day: Day | None) -> None:
    assert numeric_date(words) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024年2月", [Day(2024, 2)]),
        ("2024年1月至12月", [Day(2024, 1)]),
        ("12024年1月1日", []),
        ("2021—2025年", []),
        ("2024年13月40日", [Day(2024, 13, 40)]),
        ("2023年1月1日至2024年1月1日", [Day(2023, 1, 1), Day(2024, 1, 1)]),
    ],
)
def test_written(text: str, days: list[Day]) -> None:
    assert [found.day for found in written_dates(text)] == days


def test_only_the_range_asked_for_is_read() -> None:
    text = "2023年1月1日。2024年1月1日。"
    assert [found.day.year for found in written_dates(text, 10)] == [2024]
    assert [found.day.year for found in written_dates(text, 0, 10)] == [2023]


@pytest.mark.parametrize(
    ("day", "words", "iso"),
    [
        (Day(2024, 2, 9), "2024年2月9日", "2024-02-09"),
        (Day(2024, 2), "2024年2月", "2024-02"),
        (Day(2024), "2024年", "2024"),
    ],
)
def test_how_a_day_is_printed(day: Day, words: str, iso: str) -> None:
    assert (str(day), day.iso) == (words, iso)


@given(st.text("12024０二〇年月日号 十a\n", max_size=40))
def test_dates_sought_by_their_month_are_all_there_are(text: str) -> None:
    plainly = [match.span() for pattern in (dates._WRITTEN, dates._IN_CHINESE) for match in pattern.finditer(text)]
    assert [found.span for found in written_dates(text)] == sorted(plainly)
