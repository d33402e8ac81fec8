"""Every check proves itself by its examples, and the model reports are silent to all of them."""

from __future__ import annotations

import pytest

from hegui.check import Check, Corpus
from hegui.engine.walk import look
from hegui.report.kind import Kind
from hegui.testing import assert_examples, model_report, read
from tests.installed import built_in_checks, fazhi

CHECKS = built_in_checks()


@pytest.mark.parametrize("check", CHECKS, ids=[check.code for check in CHECKS])
def test_examples(check: Check) -> None:
    assert_examples(check, fazhi())


@pytest.mark.parametrize("body", ["town", "subdistrict", "county", "department"])
@pytest.mark.parametrize("year", [2019, 2021, 2024, 2025])
def test_model_report_is_silent(body: str, year: int) -> None:
    report = read(model_report(year, body), fazhi())
    found = [
        (check.code, hit.message) for check in CHECKS if check.each is not Corpus for hit in look(check, report).hits
    ]
    assert not found


def test_model_report_is_read_whole() -> None:
    report = read(model_report(), fazhi())
    assert (report.year, report.level, report.body) == (2024, "town", "government")
    assert {role: passage.form for role, passage in report.parts.items() if passage} == dict.fromkeys(
        ("measures", "shortcomings", "leader", "plan"), "section"
    )


def test_kind_is_data() -> None:
    assert isinstance(fazhi(), Kind)
