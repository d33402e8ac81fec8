"""The judge's sentences are well made; whether the rules pass them is measured by the benchmark."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.corpus import Right, Wrong, right, wrong

FAMILIES = ("CIT", "TRM", "FMT", "PRI", "SUB", "DUP")
ROWS: tuple[Right | Wrong, ...] = (*right(), *wrong(), *right(held=True), *wrong(held=True))


def test_enough() -> None:
    assert len(right()) >= 400
    assert len(wrong()) >= 300
    assert (len(right(held=True)), len(wrong(held=True))) == (50, 50)


def test_no_sentence_stands_twice() -> None:
    planted = Counter((row.text, row.year, row.body, row.part) for row in ROWS)  # a year may turn a right one wrong
    assert not [text for text, times in planted.items() if times > 1]


@pytest.mark.parametrize("row", [*wrong(), *wrong(held=True)], ids=lambda row: row.code)
def test_marks_stand_in_the_text(row: Wrong) -> None:
    assert row.marks in row.text
    assert row.marks or row.code.startswith("SUB")


def test_codes_are_of_the_families() -> None:
    named = [row.code for row in ROWS] + [code for row in ROWS for code in row.also]
    assert {code[:3] for code in named} <= set(FAMILIES)


def test_right_rows_say_why() -> None:
    assert all(row.why for row in (*right(), *right(held=True)))
