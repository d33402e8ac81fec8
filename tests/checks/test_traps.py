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
    "STR008 下半篇重新编号": (
        "STR008",
        model_report(
            measures="第一部分 2024年工作\n一、规范执法\n办理案件14件。\n二、深化普法\n宣传12场次。",
            shortcomings="三、存在的不足\n由于人员较少，普法形式单一。",
            leader="四、主要负责人履职情况\n镇党委书记、镇长主持专题会议4次。",
            plan="第二部分 2025年计划\n一、组织培训\n培训6场次。\n二、丰富形式\n办好广场。",
        ),
    ),
    "TIM001 安排的年份和文号的年份": (
        "TIM001",
        model_report(opening="根据清政发〔2023〕5号文件要求，现将2024年有关情况报告如下："),
    ),
    "TIM002 法律的年份": (
        "TIM002",
        model_report(opening="2024年，柳河镇学习2021年修订的行政处罚法，扎实推进各项工作。"),
    ),
    "TIM005 标题照抄《规定》": (
        "TIM005",
        model_report(measures="一、上一年度推进法治政府建设的主要举措和成效\n全年审查合同18份，开展宣传12场次。"),
    ),
    "PLN003 标题写了年份，只是不对": ("PLN003", model_report(plan="四、2024年主要安排\n组织培训6场次。")),
    "STR010 同一段先写问题再写打算": (
        "STR010",
        model_report(
            shortcomings="",
            plan="四、下一步工作考虑\n一年来取得积极进展，但也存在一些不足：执法力量薄弱，普法形式单一，案卷质量不高。2025年，将组织执法培训6场次，办好法治文化广场，开展案卷评查2次。",
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
