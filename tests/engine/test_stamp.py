from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.api import Check, Hit, Report, Severity, Span
from hegui.engine.conclude import concluded
from hegui.engine.select import Rule
from hegui.engine.stamp import EXCERPT, Stamp
from hegui.finding import Finding
from hegui.testing import model_report, read
from tests.installed import fazhi
from tests.plugs import word_check

RULE = Rule(word_check("执法"), Severity.ERROR)


def report_of(text: str) -> Report:
    return read(text, fazhi())


def finding_of(report: Report, words: str, path: str = "报告.txt") -> Finding:
    at = report.text.index(words)
    return Stamp(report, path).spot(RULE.check, Hit(Span(at, at + len(words)), "错")).finding


def findings_of(report: Report, check: Check) -> list[Finding]:
    spots = Stamp(report, "x.txt").spots(check, list(check.run(report)))
    return [spot.finding for spot in concluded(Rule(check, check.severity), spots)]


def test_section_and_excerpt() -> None:
    finding = finding_of(report_of(model_report()), "行政处罚案件14件")
    assert finding.section == "（二）规范行政执法行为"
    assert finding.marked == "行政处罚案件14件"
    assert finding.excerpt == "全年办理行政处罚案件14件，其中已结案9件、正在办理5件。开展案卷评查2次。"


def test_a_long_paragraph_is_cut_on_both_sides() -> None:
    text = model_report(measures=f"一、举措\n{'前' * 100}中间{'后' * 100}")
    finding = finding_of(report_of(text), "中间")
    assert finding.excerpt == f"…{'前' * 29}中间{'后' * 29}…"
    assert finding.marked == "中间"


@given(st.data())
def test_an_excerpt_is_of_one_paragraph_and_marks_the_start(data: st.DataObject) -> None:
    report = report_of(model_report())
    start = data.draw(st.integers(0, len(report.text)))
    end = data.draw(st.integers(start, min(len(report.text), start + 200)))
    excerpt, (a, b) = Stamp(report, "x.txt").excerpt(Span(start, end))
    assert 0 <= a <= b <= len(excerpt) <= EXCERPT + 2
    assert "\n" not in excerpt
    assert excerpt.strip("…") in report.text
    assert report.text.startswith(excerpt[a:b], start)


def test_the_print_survives_moved_text_and_a_moved_file() -> None:
    before = finding_of(report_of(model_report()), "案卷评查")
    text = model_report().replace("完善乡镇权责清单", "新增的一段。\n\n完善乡镇权责清单")
    after = finding_of(report_of(text), "案卷评查", "别处/报告.txt")
    assert before.location != after.location
    assert before.fingerprint == after.fingerprint


def test_the_print_tells_neighbours_apart() -> None:
    report = report_of(model_report(measures="一、举措\n" + "普法宣传活动很多很多很多。" * 30))
    finder = RULE.check._replace(run=word_check("普法").run)
    prints = [finding.fingerprint for finding in findings_of(report, finder)]
    assert len(set(prints)) == len(prints) >= 30


def test_the_print_of_once_is_the_same_wherever_it_stands() -> None:
    once = word_check("执法", once=True)
    prints = set()
    for text in (model_report(), model_report(year=2023)):
        prints.add(findings_of(report_of(text), once)[0].fingerprint)
    assert len(prints) == 1


@pytest.mark.parametrize("name", ["shiyang-2023", "xiaojiang-2022"])
def test_places_of_a_real_report_hold_its_characters(name: str) -> None:
    source = (Path(__file__).parents[2] / "seeds" / name / "report.txt").read_text("utf-8")
    report = report_of(source)
    lines = source.split("\n")
    finder = word_check("法治")
    for finding in findings_of(report, finder):
        place = finding.location
        if place.line and place.column and not finding.related:
            assert lines[place.line - 1].startswith("法治", place.column - 1)
