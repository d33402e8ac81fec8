"""DUP and SUB beyond their examples: whole paragraphs, names of the settings, bodies."""

from __future__ import annotations

import pytest

from hegui.check import Hit
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import model_report, read
from hegui_checks.repetition.other_unit_name import other_unit_name
from hegui_checks.repetition.repeated_passage import repeated_passage
from hegui_checks.substance.topic_missing import topic_missing
from tests.installed import fazhi

TWO = "组织行政执法人员参加综合法律知识培训，提升办案水平。邀请法律顾问全程参与重大合同谈判，防范法律风险。"


def measures(*paragraphs: str) -> str:
    return model_report(measures="\n".join(("一、主要举措和成效", *paragraphs)))


def test_a_paragraph_twice_is_one_finding() -> None:
    report = read(measures(TWO, "开展案卷评查2次。", TWO), fazhi())
    (hit,) = look(repeated_passage, report).hits
    assert hit.span.of(report.text) == TWO
    assert hit.message == "这2句话前面已经写过"
    ((first, _),) = hit.related
    assert first.of(report.text) == TWO
    assert first.start < hit.span.start


def test_numbers_before_it_do_not_hide_a_repeat() -> None:
    sentence = "组织行政执法人员参加综合法律知识培训并考试。"
    assert look(repeated_passage, read(measures(f"一是{sentence}", f"二是{sentence}"), fazhi())).hits


def other(words: str, body: str = "town") -> tuple[Hit, ...]:
    return look(other_unit_name, read(model_report(2024, body, measures=f"一、主要举措和成效\n{words}"), fazhi())).hits


@pytest.mark.parametrize(
    ("words", "body", "speaks"),
    [
        ("永宁镇党委高度重视，专题研究4次。", "town", True),
        ("云岭乡党委、政府将压实责任。", "town", True),
        ("永宁街道党工委高度重视，专题研究4次。", "town", False),
        ("永宁街道党工委高度重视，专题研究4次。", "subdistrict", True),
        ("永宁镇党委高度重视，专题研究4次。", "county", False),
        ("柳河镇党委高度重视，专题研究4次。", "town", False),
    ],
)
def test_other_names_by_body(words: str, body: str, speaks: bool) -> None:
    assert bool(other(words, body)) is speaks


def test_one_name_is_told_once() -> None:
    assert len(other("永宁镇党委高度重视。永宁镇党委认真研究。")) == 1


@pytest.mark.parametrize("key", ["own", "neighbours", "allow"])
def test_settings_spare_a_name(key: str) -> None:
    document = read(measures("永宁镇党委高度重视，专题研究4次。"), fazhi()).document
    assert look(other_unit_name, Report(document, fazhi())).hits
    assert not look(other_unit_name, Report(document, fazhi(), names={key: ("永宁镇",)})).hits


@pytest.mark.parametrize(
    ("body", "asked"), [("town", False), ("county", False), ("department", False), ("subdistrict", False)]
)
def test_legislation_is_asked_of_cities_and_provinces_only(body: str, asked: bool) -> None:
    words = "召开会议研究部署工作，明确责任分工，落实保障措施，按期完成各项任务。" * 40
    report = read(model_report(2024, body, measures=f"一、主要举措和成效\n{words}"), fazhi())
    (hit,) = look(topic_missing, report).hits
    assert ("规范性文件和立法" in hit.data["missing"]) is asked
    assert ("化解矛盾纠纷" in hit.data["missing"]) is (body != "department")
