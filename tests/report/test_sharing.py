"""What several checks ask of one report."""

from __future__ import annotations

from hegui.report.build import Report
from hegui.report.sharing import shared
from hegui.testing import model_report, read
from tests.installed import fazhi


def test_it_is_worked_out_once_for_each_report() -> None:
    asked: list[Report] = []

    @shared
    def length(report: Report) -> int:
        """How long it is."""
        asked.append(report)
        return len(report.text)

    one, other = read(model_report(2023), fazhi()), read(model_report(2024, plan=""), fazhi())
    assert [length(one), length(other), length(one)] == [len(one.text), len(other.text), len(one.text)]
    assert asked == [one, other]
    assert length.__doc__ == "How long it is."


def test_two_works_do_not_meet() -> None:
    report = read(model_report(), fazhi())
    works = [shared(lambda report: report.text[:1]), shared(lambda report: report.text[-1:])]
    assert [work(report) for work in works] == [report.text[:1], report.text[-1:]]
