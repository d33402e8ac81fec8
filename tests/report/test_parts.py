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
        measures="一、强化组织领导\n镇党委书记、镇长亲自部署法治建设工作，主持专题会议4次。调整领导小组1次。\n二、规范执法行为\n办理案件14件。",
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


def test_a_section_of_nothing_but_leaders_is_theirs_whatever_its_heading() -> None:
    text = model_report(leader="三、高位推动，以上率下\n镇党委书记、镇长主持召开法治建设专题会议4次，带头述法。")
    assert forms(read(text, fazhi()))["leader"] == "section"


MOTTO = "一、夯实根基，法治建设再上台阶\n"
DONE = "全年办理案件128件，审查合同46份，化解矛盾纠纷207起，开展普法宣传23场次，发放资料5600余份。" * 5


@pytest.mark.parametrize(
    ("told", "form"),
    [(DONE, "themes"), (DONE[:45], "themes"), (DONE[:20], None), ("要进一步加强学习，提高能力。" * 20, None)],
)
def test_a_motto_over_work_done_is_told_by_what_stands_below(told: str, form: str | None) -> None:
    assert forms(read(model_report(measures=MOTTO + told), fazhi()))["measures"] == form


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


def test_a_short_report_on_one_line() -> None:
    report = read(model_report().strip().replace("\n", " "), fazhi())
    assert report.title is not None
    assert report.title.issuer == "清源县柳河镇人民政府"
    assert forms(report) == dict.fromkeys(("measures", "shortcomings", "leader", "plan"), "section") | {"other": None}
    assert report.signature is not None
    assert [issuer.name for issuer in report.signature.issuers] == ["清源县柳河镇人民政府"]


TOLD = "一年来取得积极进展，但也存在一些不足：执法力量薄弱，普法形式单一，案卷质量不高。"
COMING = "2025年，将组织执法培训6场次，办好法治文化广场。"


def test_shortcomings_and_plan_in_one_paragraph() -> None:
    report = read(model_report(shortcomings=TOLD + COMING, plan=""), fazhi())
    assert {role: forms(report)[role] for role in ("shortcomings", "plan")} == {
        "shortcomings": "paragraph",
        "plan": "paragraph",
    }
    assert (report.parts["shortcomings"], report.parts["plan"]) != (None, None)
    assert [span.of(report.text).strip() for span in report.stretches("plan")] == [COMING]


def test_shortcomings_at_the_head_of_the_plan() -> None:
    report = read(model_report(shortcomings="", plan=f"四、下一步工作考虑\n{TOLD}{COMING}"), fazhi())
    assert forms(report)["plan"] == "section"
    assert [span.of(report.text) for span in report.stretches("shortcomings")] == [TOLD]
    assert COMING in "".join(span.of(report.text) for span in report.stretches("plan"))


@pytest.mark.parametrize(
    "plan",
    ["四、奋力谱写新篇章\n下一步，我镇将组织执法培训6场次。", "四、乘势而上\n面向2025年，我镇将组织执法培训6场次。"],
)
def test_a_section_that_opens_a_part_at_once_is_that_part(plan: str) -> None:
    assert forms(read(model_report(plan=plan), fazhi()))["plan"] == "section"


def test_list_items_are_no_headings_where_markup_sets_them() -> None:
    text = "# 2024年青禾乡法治政府建设情况报告\n\n## 2024年主要举措和成效\n\n"
    text += "- 乡党委书记、乡长履行第一责任人职责，主持会议4次\n"
    text += "\n## 存在的不足\n\n- 执法人员经验不足，主要原因是培训少\n\n## 2025年主要安排\n\n- 组织培训3次\n"
    report = read(text, fazhi(), "md")
    assert [section.heading.title for section in report.sections] == [
        "2024年主要举措和成效",
        "存在的不足",
        "2025年主要安排",
    ]


def test_a_last_section_that_can_only_be_the_plan() -> None:
    plan = "四、谱写新篇\n一是充实执法力量，组织培训6场次。二是丰富普法形式，办好法治文化广场。"
    assert forms(read(model_report(plan=plan), fazhi()))["plan"] == "section"
    past = "四、荣誉和亮点\n全年获得县级表彰3项，法治文化广场已建成使用。"
    assert forms(read(model_report(plan=past), fazhi()))["plan"] is None


def test_an_unnumbered_line_among_unnumbered_headings_heads_the_part_under_it() -> None:
    bare = {
        "measures": "主要举措和成效\n全年办理案件14件。",
        "leader": "主要负责人履职情况\n镇党委书记、镇长主持会议4次。",
    }
    plan = "乘势而上再出发\n下一步，我镇将组织执法培训6场次。"
    report = read(model_report(shortcomings="存在的不足\n由于人员较少，普法形式单一。", plan=plan, **bare), fazhi())
    assert forms(report)["plan"] == "section"
    numbered = read(model_report(plan="办理建议5件\n下一步，我镇将组织执法培训6场次。"), fazhi())
    assert forms(numbered)["plan"] == "paragraph"
