"""The required parts, wherever they stand."""

from __future__ import annotations

import pytest

from hegui.report.build import Report
from hegui.testing import model_report, read
from tests.installed import fazhi


def forms(report: Report) -> dict[str, str | None]:
    return {role: passage.form if passage else None for role, passage in report.parts.items()}


def test_under_their_own_headings() -> None:
    report = read(model_report(), fazhi())
    assert forms(report) == dict.fromkeys(("measures", "shortcomings", "leader", "plan"), "section") | {"other": None}


def test_run_in_headings() -> None:
    text = model_report(
        shortcomings="二、存在的不足。由于人员较少，普法形式较为单一。",
        leader="三、党政主要负责人履行第一责任人职责情况。镇党委书记、镇长主持召开专题会议4次。",
        plan="四、下一步工作打算。充实执法力量，组织培训6场次。",
    )
    report = read(text, fazhi())
    assert {role: form for role, form in forms(report).items() if form} == dict.fromkeys(
        ("measures", "shortcomings", "leader", "plan"), "section"
    )


def test_bare_paragraphs_and_a_sentence_inside() -> None:
    text = model_report(
        measures="一、强化组织领导\n镇党委书记、镇长对法治建设重要工作亲自部署，主持专题会议4次。\n二、规范执法行为\n办理案件14件。",
        shortcomings="一年来取得了一定成效，但也存在一些不足：由于人员较少，普法形式较为单一。",
        leader="",
        plan="下一步，我镇将充实执法力量。",
    )
    assert forms(read(text, fazhi())) == {
        "measures": "themes",
        "shortcomings": "paragraph",
        "leader": "sentence",
        "plan": "paragraph",
        "other": None,
    }


def test_one_heading_for_two_parts() -> None:
    text = model_report(
        shortcomings="二、存在问题及下一步打算\n由于人员较少，普法形式单一。下一步将充实力量。", plan=""
    )
    found = forms(read(text, fazhi()))
    assert found["shortcomings"] == found["plan"] == "section"


def test_a_plan_headed_by_its_year_alone() -> None:
    text = model_report(plan="四、2025年重点举措\n充实执法力量，组织培训6场次。")
    assert forms(read(text, fazhi()))["plan"] == "section"


@pytest.mark.parametrize("heading", ["（三）聚力化解突出问题", "（三）坚持问题导向抓整改", "（三）补齐基层短板"])
def test_solving_problems_is_no_shortcoming(heading: str) -> None:
    text = model_report(measures=f"一、主要举措和成效\n{heading}\n全年化解矛盾纠纷20件。", shortcomings="")
    assert forms(read(text, fazhi()))["shortcomings"] is None


def test_leader_of_next_years_plan_does_not_count() -> None:
    text = model_report(
        leader="", plan="四、2025年主要安排\n党政主要负责人切实履行推进法治建设第一责任人职责，带头述法。"
    )
    assert forms(read(text, fazhi()))["leader"] is None


def test_bare_heading_lines() -> None:
    text = model_report(
        measures="主要工作情况\n全年审查合同8份，开展普法宣传12场次。",
        shortcomings="存在问题\n由于人员较少，普法形式单一。",
        plan="下一步工作计划\n充实执法力量，组织培训6场次。",
    )
    found = forms(read(text, fazhi()))
    assert (found["measures"], found["shortcomings"], found["plan"]) == ("section", "section", "section")


def test_a_report_on_one_line_is_cut_at_its_headings() -> None:
    text = model_report().strip()
    head, _, rest = text.partition("一、")
    filler = "全镇深入学习贯彻习近平法治思想，扎实推进依法行政。" * 60
    line = ("一、" + rest).replace("\n", " ").replace("（二）", f"{filler}（二）", 1)
    report = read(head + line, fazhi())
    assert forms(report)["plan"] == "section"
    assert [section.heading.number for section in report.sections] == [1, 2, 3, 4]
