"""Traps that an example cannot plant: another body, another year, a draft, the page around the report."""

from __future__ import annotations

import pytest

from hegui.check import Hit
from hegui.document.plain import PlainLoader
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import model_report, read
from tests.installed import built_in_checks, fazhi


def found(code: str, text: str) -> tuple[Hit, ...]:
    check = next(check for check in built_in_checks() if check.code == code)
    return look(check, read(text, fazhi())).hits


LEADER_INSIDE = "（九）街道党工委书记、办事处主任对法治建设重要工作亲自部署，主持召开专题会议2次。"

SILENT = {
    "LDR002 街道不提示": ("LDR002", model_report(body="subdistrict", leader=LEADER_INSIDE)),
    "LDR003 部门只有一位主要负责人": (
        "LDR003",
        model_report(body="department", leader="三、履行第一责任人职责情况\n局党组书记主持召开法治建设专题会议4次。"),
    ),
    "SIG001 落款之后有网页杂质": ("SIG001", model_report() + "【打印本页】 【关闭窗口】\n分享到：\n0\n"),
    "SIG002 落款之后有网页杂质": ("SIG002", model_report() + "扫一扫在手机打开当前页\n"),
    "SIG006 2019年以前的报告": ("SIG006", model_report(2017, date="2018年5月20日")),
    "SIG007 2019年以前的报告": ("SIG007", "发布日期：2018-05-02\n" + model_report(2017)),
    "SIG007 街道": ("SIG007", "发布日期：2025-05-02\n" + model_report(body="subdistrict")),
    "SIG007 更新时间不是发布日期": ("SIG007", "更新时间：2025-05-02\n" + model_report()),
    "TIM003 收官当年": ("TIM003", model_report(2020, opening="2020年，柳河镇深入实施“七五”普法规划，成效明显。")),
    "TIM004 下一年安排里提到已宣布的会议": (
        "TIM004",
        model_report(plan="四、2025年主要安排\n迎接党的二十届四中全会召开，学习贯彻党的二十届四中全会精神。"),
    ),
    "TIM005 报告年度之内成文": (
        "TIM005",
        model_report(opening="今年以来，柳河镇扎实推进各项工作。", date="2024年12月28日"),
    ),
    "TIM006 说明了截止原因": ("TIM006", model_report(opening="因统计口径，数据截至11月底。")),
    "STR008 部分标题重新编号": (
        "STR008",
        model_report(
            plan="四、2025年主要安排\n（一）充实力量\n1.组织培训。\n2.增配人员。\n（二）丰富形式\n1.办好广场。\n2.用好平台。"
        ),
    ),
    "STR013 冒号前后的连排标题": (
        "STR013",
        model_report(plan="四、2025年主要安排\n（一）强化学习。我镇将组织集中学法6次。"),
    ),
}


@pytest.mark.parametrize(("code", "text"), SILENT.values(), ids=SILENT)
def test_silent(code: str, text: str) -> None:
    assert not found(code, text)


CAUSES = [
    "主要是因为人手紧张",
    "源于投入不足",
    "导致办案超期",
    "致使措施不到位",
    "造成覆盖不广",
    "人少任务重",
    "受经费制约",
]


@pytest.mark.parametrize("words", CAUSES)
def test_causes_come_in_many_words(words: str) -> None:
    assert not found("STR005", model_report(shortcomings=f"二、存在的不足\n一是执法力量薄弱，{words}。"))


def test_page_date_is_no_date_of_the_document() -> None:
    assert found("SIG002", "发布日期：2025-01-22\n" + model_report(date=""))


def test_draft_may_be_dated_early() -> None:
    document = PlainLoader().load(model_report(date="2024年12月19日").encode(), "a.txt")
    check = next(check for check in built_in_checks() if check.code == "SIG004")
    assert look(check, Report(document, fazhi())).hits
    assert not look(check, Report(document, fazhi(), draft=True)).hits


def test_no_headings_at_all_is_one_finding() -> None:
    text = model_report(
        measures="2024年，我镇审查合同18份，化解矛盾纠纷66件，开展法治宣传活动12场次，发放宣传资料3000余份，各项工作取得成效。"
        * 4,
        shortcomings="但也存在一些不足：由于人员较少，普法形式单一。",
        leader="镇党委书记、镇长亲自部署法治建设重要工作，主持专题会议2次。",
        plan="下一步，我镇将充实执法力量。",
    )
    assert len(found("STR007", text)) == 1


@pytest.mark.parametrize(("body", "grade"), [("town", 3), ("subdistrict", 2), ("department", 3)])
def test_duty_lowers_severity(body: str, grade: int) -> None:
    (hit,) = found("LDR001", model_report(body=body, leader=""))
    assert hit.severity == grade


def test_before_2019_nothing_is_owed() -> None:
    (hit,) = found("LDR001", model_report(2017, leader=""))
    assert hit.severity == 1
    assert "2019" in hit.message
