"""What is a report of the kind, what is its neighbour, and what is several in one."""

from __future__ import annotations

import pytest

from hegui.document.plain import PlainLoader
from hegui.report.kind import Kind
from hegui.report.recognise import recognise
from hegui.testing import model_report
from tests.installed import fazhi

NEIGHBOURS = {
    "柳河镇2024年政府信息公开工作年度报告": "政府信息公开",
    "《柳河镇2024年法治政府建设年度报告》解读": "解读",
    "柳河镇2024年法治政府建设实施方案": "方案",
    "清源县2024年法治政府建设工作要点": "要点",
    "柳河镇党委书记2024年度述法报告": "述法",
    "清源县城市管理局2024年度行政执法统计年报": "行政执法",
    "清源县2025年政府工作报告": "政府工作报告",
    "柳河镇2024年上半年法治政府建设情况报告": "全年",
}


def judge(text: str) -> Kind | str:
    return recognise(PlainLoader().load(text.encode(), "a.txt"), [fazhi()])


@pytest.mark.parametrize("body", ["town", "subdistrict", "county", "department"])
def test_models(body: str) -> None:
    assert judge(model_report(body=body)) == fazhi()


def test_without_title() -> None:
    assert judge(model_report(title="", addressee="")) == fazhi()


@pytest.mark.parametrize(("title", "word"), NEIGHBOURS.items())
def test_neighbours(title: str, word: str) -> None:
    verdict = judge(model_report(title=title, addressee=""))
    assert isinstance(verdict, str)
    assert word in verdict


def test_readme_and_news() -> None:
    assert isinstance(judge("# 文档库\n\n这里存放各乡镇报送的材料，提交前请运行检查。\n"), str)
    news = "近日，柳河镇组织召开法治政府建设推进会，镇长出席会议并讲话。会议强调，要提高站位，扎实推进法治政府建设。\n"
    assert isinstance(judge(news * 3), str)


def test_two_reports_in_one_file_are_told_apart() -> None:
    verdict = judge(model_report(2024) + "\n" + model_report(2023))
    assert isinstance(verdict, str)
    assert "2 份报告" in verdict


def test_links_to_other_reports_are_no_second_report() -> None:
    assert (
        judge(model_report() + "上一篇：柳河镇2023年法治政府建设年度报告\n柳河镇2022年法治政府建设年度报告\n")
        == fazhi()
    )


def test_of_many_reports_the_first_places_are_named() -> None:
    verdict = judge("\n".join(model_report(year) for year in range(2000, 2025)))
    assert isinstance(verdict, str)
    assert verdict.startswith("文件里有 25 份报告（另一份从第")
    assert verdict.count("第") == 3
    assert "等 24 处开始" in verdict
