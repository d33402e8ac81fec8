"""The family CIT: silent on right sentences, awake to wrong ones, and on the seeds just what stands in them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.check import Example
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import planted, read
from tests.installed import built_in_checks, fazhi

FOLDER = Path(__file__).with_name("citation")
SEEDS = Path(__file__).parents[2] / "seeds"
CHECKS = [check for check in built_in_checks() if check.family == "CIT" and not check.off]


@cache
def table(name: str) -> list[dict[str, object]]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["reports"]


def rows(name: str) -> list[tuple[int, str, str]]:
    return [(group["year"], group["body"], sentence) for group in table(name) for sentence in group["sentences"]]


def found(report: Report) -> list[tuple[str, str, str]]:
    return [
        (check.code, (hit.severity or check.severity).name.lower(), hit.span.of(report.text))
        for check in CHECKS
        for hit in look(check, report).hits
    ]


def cited(sentence: str, year: int = 2024, body: str = "town") -> list[tuple[str, str, str]]:
    return found(read(planted(Example("", "", year=year, body=body), sentence), fazhi()))


@pytest.mark.parametrize(("year", "body", "sentence"), rows("right"))
def test_right_sentences_are_silent(year: int, body: str, sentence: str) -> None:
    assert cited(sentence, year, body) == []


@pytest.mark.parametrize(("year", "body", "sentence"), rows("right"))
def test_right_sentences_are_silent_with_half_width_marks(year: int, body: str, sentence: str) -> None:
    half = sentence.translate(str.maketrans("，；：（）—", ",;:()-"))
    assert cited(half, year, body) == []


@pytest.mark.parametrize(
    ("year", "body", "code", "severity", "marked", "sentence"),
    [(group["year"], group["body"], *row) for group in table("wrong") for row in group["findings"]],
)
def test_wrong_sentences_are_found(year: int, body: str, code: str, severity: str, marked: str, sentence: str) -> None:
    assert cited(sentence, year, body) == [(code, severity, marked)]


@pytest.mark.parametrize("slug", sorted(path.parent.name for path in SEEDS.glob("*/report.txt")))
def test_seeds(slug: str) -> None:
    expected = {
        "liantang-2023": [
            ("CIT001", "error", "《国家公务员法》"),
            ("CIT001", "error", "《党的纪律处分条例》"),
            ("CIT006", "info", "《学习强国》"),
        ],
        "qunan-2024": [("CIT002", "warning", "《信访条例》")],
        "shiyang-2023": [("CIT008", "info", "“中华人民共和国行政复议法”")],
        "xiaojiang-2022": [
            ("CIT001", "error", "《法治政府建设与责任落实监督检查工作规定》"),
            ("CIT007", "info", "2021-2025"),
        ],
        "zhulong-2020": [],
    }
    assert found(read((SEEDS / slug / "report.txt").read_text("utf-8"), fazhi())) == expected[slug]


def test_alike_mistakes_are_one_finding() -> None:
    report = read(
        planted(Example("", ""), "学习《有组织犯罪法》，宣传《有组织犯罪法》，执行《合同法》和《合同法》。"), fazhi()
    )
    hits = [hit for check in CHECKS for hit in look(check, report).hits]
    assert [len(hit.related) for hit in hits] == [1, 1]


def test_without_a_date_the_page_tells_when_it_was_written() -> None:
    sentence = "学习《中华人民共和国监察官法》。"
    early = planted(Example("", "", year=2019), sentence).replace("2020年1月20日", "")
    assert found(read(early, fazhi())) == [("CIT003", "error", "《中华人民共和国监察官法》")]
    late = "发布日期：2021-12-01\n" + early
    assert found(read(late, fazhi())) == []


def test_beyond_the_table_a_strange_letter_proves_nothing() -> None:
    assert cited("宣传《社会保障法》。", 2024) == []
    assert cited("宣传《中华人民共和国农产品质重安全法》。", 2024)
    assert cited("宣传《中华人民共和国农产品质重安全法》。", 2025) == []


CHARACTERS = "中华人民共和国法条例规定办省反《》〈<>（）()—-“”"
WORDS = ("中国共产党", "法治政府建设", "实施纲要", "2021", "2025年", "信访")
PIECES = st.sampled_from([*CHARACTERS, *WORDS])


@given(st.lists(PIECES, max_size=24).map("".join))
def test_no_title_is_too_strange(title: str) -> None:
    for _, _, marked in cited(f"落实《{title}》，办理国发[2010]33号。"):
        assert marked
