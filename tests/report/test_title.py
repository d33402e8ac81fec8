"""Titles in the forms that real bodies use: year, level and body come back, or nothing."""

from __future__ import annotations

import pytest

from hegui.testing import read
from tests.installed import fazhi

BODY = """
一、主要举措和成效
深入学习贯彻习近平法治思想，扎实推进法治政府建设，各项工作取得积极成效。
二、存在的不足
由于人员较少，工作还有差距。
三、下一步打算
继续努力推进法治政府建设各项工作。
"""

FORMS = [
    ("柳河镇法治政府建设报告（2024年）", 2024, "town", "government"),
    ("中共浚县县委 浚县人民政府关于2024年法治政府建设情况的报告", 2024, "county", "joint"),
    ("静海区2023年度法治政府建设情况报告", 2023, "county", "government"),
    ("下洋镇2025年法治政府建设年度报告", 2025, "town", "government"),
    ("留下街道2024年度法治政府建设工作报告", 2024, "town", "subdistrict"),
    ("东安县应急管理局 2024年法治政府建设报告", 2024, "county", "department"),
    ("中村乡人民政府关于2025年法治政府建设工作情况报告", 2025, "town", "government"),
    ("新疆维吾尔自治区人民政府关于2023年法治政府建设工作的报告", 2023, "province", "government"),
    ("宝鸡市陈仓区2025年度法治政府建设工作总结", 2025, "county", "government"),
    ("郑州市教育局关于2022年法治政府建设工作情况的报告", 2022, "city", "department"),
    ("王河镇人民政府关于2024年法治政府建设的报告", 2024, "town", "government"),
    ("大河乡人民政府\n关于法治政府建设的情况报告", None, "town", "government"),
    ("咸宁市2015年度依法行政工作报告", 2015, "city", "government"),
    ("西翥街道办事处2025年度法治政府建设情况工作报告", 2025, "town", "subdistrict"),
    ("噶尔县左左乡2025年法治政府建设工作\n年度报告", 2025, "town", "government"),
    ("古竹乡2025年法治政府年度报告", 2025, "town", "government"),
    ("四川省教育厅2022年法治政府建设工作情况", 2022, "province", "department"),
    ("四川省交通运输厅 2022年法治政府部门建设工作情况", 2022, "province", "department"),
    ("2025年陇西县法治政府建设情况", 2025, "county", "government"),
    ("柳河镇2024年法治政府建设工作完成情况及2025年工作打算", 2024, "town", "government"),
    ("陇南市2016年度依法行政工作情况报告", 2016, "city", "government"),
    ("2023年度乡镇法治政府建设情况报告及2023年工作方案", 2023, None, None),
    ("法治政府建设年度情况自查报告", None, None, None),
    ("中山市法制局2016年工作总结", 2016, "city", "department"),
    ("[天政发〔2026〕7号]天衢街道关于2025年法治政府建设情况的报告", 2025, "town", "subdistrict"),
    ("2022年法治政府建设年度报告", 2022, None, None),
    ("关于2025年度法治政府建设情况的报告", 2025, None, None),
    ("中共某某镇委员会\n某某镇人民政府\n关于2024年法治政府建设情况的报告", 2024, "town", "joint"),
    ("区司法局2024年法治政府建设年度报告", 2024, "county", "department"),
    ("市水务局2024年法治政府建设年度报告", 2024, None, "department"),
    ("司法部2021年法治政府建设年度报告", 2021, "nation", "department"),
    ("国家税务总局2021年法治政府建设情况报告", 2021, "nation", "department"),
    ("2024法治政府建设年度报告", 2024, None, None),
    ("禄丰市中村乡人民政府关于2025年法治政府建设情况的报告", 2025, "town", "government"),
    ("禄丰市人民政府关于2025年法治政府建设情况的报告", 2025, None, "government"),
    ("重庆市綦江区金桥镇人民政府关于2025年法治政府建设情况的报告", 2025, "town", "government"),
    ("重庆市人民政府关于2024年法治政府建设情况的报告", 2024, "province", "government"),
    ("重庆市铜梁区司法局关于2025年法治政府建设情况的报告", 2025, "county", "department"),
    ("新田镇人民政府关于2025年度法治政府建设情况的报告\n新田委文〔2026〕3号", 2025, "town", "government"),
    ("前旗苏木2024年法治政府建设工作报告", 2024, "town", "government"),
    ("乌拉特前旗人民政府关于2024年度法治政府建设情况的报告", 2024, "county", "government"),
    ("锡林郭勒盟行政公署2024年法治政府建设情况报告", 2024, "city", "government"),
    ("凉山彝族自治州人民政府2024年法治政府建设情况报告", 2024, "city", "government"),
    ("桐木漯瑶族乡2023年度法治政府建设年度报告", 2023, "town", "government"),
    ("万盛经济技术开发区管委会2024年法治政府建设情况报告", 2024, None, "zone"),
    ("济源产城融合示范区2024年法治政府建设年度报告", 2024, None, "zone"),
    ("益阳市教育局关于二〇二四年法治政府建设情况的报告", 2024, "city", "department"),
    ("泉州市鲤城区金龙街道办事处关于2022年法治政府建设情况的报告", 2022, "town", "subdistrict"),
    ("石家庄市人民政府关于2016年度法治政府建设情况的报告", 2016, "city", "government"),
    ("深圳市龙华区民政局2025年法治政府建设年度报告", 2025, "county", "department"),
    ("湖南省农业农村厅2024年度法治政府建设工作报告", 2024, "province", "department"),
    ("昆明市五华区护国街道2025年度法治政府建设情况报告", 2025, "town", "subdistrict"),
    ("济宁市兖州区司法局2024年度法治政府建设情况报告", 2024, "county", "department"),
    ("密云区鼓楼街道2025年法治政府建设年度情况报告", 2025, "town", "subdistrict"),
    ("大足区卫生健康委2025年法治政府建设情况报告", 2025, "county", "department"),
    ("郑州市中原区人民政府2024年法治政府建设年度报告", 2024, "county", "government"),
    ("浦东新区2022年法治政府建设情况报告", 2022, "county", "government"),
    ("北京市朝阳区东湖街道2024年法治政府建设年度情况报告", 2024, "town", "subdistrict"),
    ("关于报送2024年法治政府建设情况的报告", 2024, None, None),
    ("清源县公安局关于2024年度法治公安建设情况的报告", 2024, "county", "department"),
    ("内蒙古自治区财政厅2024年度法治政府建设情况报告", 2024, "province", "department"),
    ("拉萨市城关区2024年法治政府建设年度报告", 2024, "county", "government"),
    ("国务院国资委2024年法治政府建设年度报告", 2024, "nation", "department"),
    ("中共清源县委全面依法治县委员会办公室2024年法治政府建设情况报告", 2024, "county", "party"),
]


@pytest.mark.parametrize(("title", "year", "level", "body"), FORMS, ids=[form[0] for form in FORMS])
def test_forms(title: str, year: int | None, level: str | None, body: str | None) -> None:
    report = read(title + BODY, fazhi())
    assert report.title is not None
    assert (report.year, report.level, report.body) == (year, level, body)
    assert "".join(report.title.span.of(report.text).split()) == report.title.text


def test_the_last_of_two_titles_is_the_documents_own() -> None:
    report = read("柳河镇2024年法治政府建设年度报告\n柳河镇2024年度法治政府建设年度报告" + BODY, fazhi())
    assert report.title is not None
    assert report.title.text == "柳河镇2024年度法治政府建设年度报告"


def test_no_title_is_none() -> None:
    report = read("2024年，我镇深入推进法治政府建设，现将有关情况报告如下：" + BODY, fazhi())
    assert report.title is None
    assert report.year == 2024
