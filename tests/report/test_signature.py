"""The foot of a report in its many settings."""

from __future__ import annotations

import pytest

from hegui.testing import model_report, read
from hegui.text.dates import Day
from tests.installed import fazhi

FEET = [
    ("清源县柳河镇人民政府", "2025年1月20日", ["清源县柳河镇人民政府"], Day(2025, 1, 20)),
    ("清源县柳河镇人民政府  2025年1月20日", "", ["清源县柳河镇人民政府"], Day(2025, 1, 20)),
    (
        "中共清源县柳河镇委员会   清源县柳河镇人民政府",
        "2025年1月20日",
        ["中共清源县柳河镇委员会", "清源县柳河镇人民政府"],
        Day(2025, 1, 20),
    ),
    (
        "中共清源县柳河镇委员会\n清源县柳河镇人民政府",
        "2025 年 1 月 20 日",
        ["中共清源县柳河镇委员会", "清源县柳河镇人民政府"],
        Day(2025, 1, 20),
    ),
    ("清源县人民政府东湖街道办事处", "二〇二五年一月二十日", ["清源县人民政府东湖街道办事处"], Day(2025, 1, 20)),
    ("清源县农业农村局（盖章）", "2025.1.20", ["清源县农业农村局"], Day(2025, 1, 20)),
    ("清源县柳河镇人民政府", "（2025年1月20日）", ["清源县柳河镇人民政府"], Day(2025, 1, 20)),
    ("柳河镇", "2025年1月20日", ["柳河镇"], Day(2025, 1, 20)),
    ("", "2025年1月20日", [], Day(2025, 1, 20)),
    ("清源县柳河镇人民政府", "", ["清源县柳河镇人民政府"], None),
    (
        "清源县柳河镇人民政府",
        "2025年1月20日\n\n【打印本页】 【关闭窗口】\n扫一扫在手机打开当前页",
        ["清源县柳河镇人民政府"],
        Day(2025, 1, 20),
    ),
    (
        "清源县柳河镇人民政府",
        "2025年1月20日\n（联系人：党政办，电话：0000-1234567）",
        ["清源县柳河镇人民政府"],
        Day(2025, 1, 20),
    ),
]


@pytest.mark.parametrize(("issuer", "date", "names", "day"), FEET)
def test_feet(issuer: str, date: str, names: list[str], day: Day | None) -> None:
    report = read(model_report(issuer=issuer, date=date), fazhi())
    assert report.signature is not None
    assert [name.name for name in report.signature.issuers] == names
    assert report.signature.day == day
    assert report.parts["plan"] is not None
    assert "柳河镇人民政府\n2025" not in report.parts["plan"].span.of(report.text)


def test_none_at_all() -> None:
    report = read(model_report(issuer="", date=""), fazhi())
    assert report.signature is None
    assert report.end == len(report.text)


def test_under_the_title() -> None:
    title = "中共清源县委 清源县人民政府关于2024年法治政府建设情况的报告\n（2025年1月20日）"
    report = read(model_report(body="county", title=title, issuer="", date=""), fazhi())
    assert report.signature is not None
    assert report.signature.day == Day(2025, 1, 20)
    assert (report.level, report.body) == ("county", "joint")


def test_under_the_title_below_the_number() -> None:
    title = (
        "柳河镇2024年法治政府建设年度报告\n柳府〔2025〕8号\n中共清源县柳河镇委员会\n清源县柳河镇人民政府\n2025年1月20日"
    )
    report = read(model_report(title=title, addressee="", issuer="", date=""), fazhi())
    assert report.signature is not None
    assert [name.name for name in report.signature.issuers] == ["中共清源县柳河镇委员会", "清源县柳河镇人民政府"]
    assert report.signature.day == Day(2025, 1, 20)


def test_date_under_the_title_and_issuer_at_the_foot() -> None:
    report = read(model_report(title="柳河镇2024年法治政府建设年度报告\n2025年1月20日", date=""), fazhi())
    assert report.signature is not None
    assert [name.name for name in report.signature.issuers] == ["清源县柳河镇人民政府"]
    assert report.signature.day == Day(2025, 1, 20)


def test_issuer_under_the_title_and_date_at_the_foot() -> None:
    text = model_report(title="2024年法治政府建设情况报告\n清源县农业农村局", issuer="")
    signature = read(text, fazhi()).signature
    assert signature is not None
    assert [issuer.name for issuer in signature.issuers] == ["清源县农业农村局"]
    assert signature.day == Day(2025, 1, 20)
