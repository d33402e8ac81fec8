"""TRM beyond its examples: years and bodies, the tables, the pass over all listed words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hegui_checks
from hegui.check import Hit, Severity
from hegui.engine.walk import look
from hegui.testing import model_report, read
from hegui.text.span import Span
from hegui_checks.register import fazhi_forms, formulas, old_bodies, phrases, remnants, slips
from hegui_checks.wording import lexicon
from hegui_checks.wording.doubled_word import _doubles
from hegui_checks.wording.members import misfits
from tests.installed import built_in_checks, fazhi

CHECKS = {check.code: check for check in built_in_checks()}
FACTS = Path(hegui_checks.__file__).with_name("facts")
SEEDS = Path(__file__).parents[2] / "seeds"


def found(code: str, words: str, year: int = 2024, body: str = "town", **parts: str) -> tuple[Hit, ...]:
    text = model_report(year, body, **(parts or {"measures": f"一、主要举措和成效\n{words}"}))
    return look(CHECKS[code], read(text, fazhi())).hits


def in_seed(code: str, name: str) -> list[str]:
    report = read((SEEDS / name / "report.txt").read_text("utf-8"), fazhi())
    return [hit.span.of(report.text) for hit in look(CHECKS[code], report).hits]


def test_twelve_wrong_and_ten_right_fazhi_in_the_samples() -> None:
    text = (SEEDS / "liantang-2023" / "report.txt").read_text("utf-8")
    assert text.count("法制") == 15
    assert in_seed("TRM001", "liantang-2023") == ["法制"] * 12
    assert in_seed("TRM001", "zhulong-2020") == ["法治"]
    for name in ("qunan-2024", "shiyang-2023", "xiaojiang-2022"):
        assert in_seed("TRM001", name) == []


@pytest.mark.parametrize(
    ("code", "words", "right", "wrong"),
    [
        ("TRM001", "选聘法制副校长2名，开展活动。", 2021, 2022),
        ("TRM001", "开展法制宣传教育12场次。", 2015, 2016),
        ("TRM003", "建设廉洁高效、守法诚信的法治政府。", 2020, 2022),
        ("TRM008", "配合县法制办开展清理工作。", 2019, 2020),
        ("TRM008", "会同县银保监局开展检查。", 2023, 2024),
    ],
)
def test_a_word_is_wrong_from_a_year_on(code: str, words: str, right: int, wrong: int) -> None:
    assert not found(code, words, right)
    assert found(code, words, wrong)


def test_a_name_in_quotes_is_only_asked_about() -> None:
    (hit,) = found("TRM001", "开展“法制宣传月”活动。")
    assert hit.severity is Severity.INFO


@pytest.mark.parametrize(
    ("words", "body", "speaks"),
    [
        ("我镇开展检查。", "town", False),
        ("我街道开展检查。", "town", True),
        ("我街道开展检查。", "subdistrict", False),
        ("我镇开展检查。", "subdistrict", True),
        ("我县开展检查。", "town", False),
        ("全县、全市、全区统一部署。", "town", False),
        ("我局开展检查。", "department", False),
        ("我镇开展检查。", "department", True),
        ("我局开展检查。", "county", True),
        ("把法治建设摆在全局工作突出位置。", "town", False),
    ],
)
def test_self_reference_by_body(words: str, body: str, speaks: bool) -> None:
    assert bool(found("TRM004", words, body=body)) is speaks


def test_a_report_that_calls_itself_so_throughout_is_only_asked() -> None:
    hits = found("TRM004", "我街道开展检查。我街道组织学习。我街道化解纠纷。")
    assert {hit.severity for hit in hits} == {Severity.INFO}


def test_an_issuer_that_still_bears_the_old_name() -> None:
    text = model_report(2024, "department").replace("农业农村局", "国土资源局")
    assert not look(CHECKS["TRM008"], read(text, fazhi())).hits


def test_placeholders_of_one_sentence_are_one_finding() -> None:
    (hit,) = found("TRM006", "化解矛盾纠纷XX件，成功率达XX%，涉及XX人。")
    assert len(hit.related) == 2


def test_a_placeholder_in_the_title_is_no_mask() -> None:
    hits = found("TRM006", "", title="清源县XX镇人民政府关于2024年法治政府建设情况的报告")
    assert [hit.severity for hit in hits] == [None]


PARTS = ("尊法", "学法", "守法", "用法")


@pytest.mark.parametrize(
    ("words", "off"),
    [
        ("尊法学法守法用法", []),
        ("尊法、学法、守法、用法", []),
        ("尊法学法守法", []),
        ("尊法学法懂法守法用法", []),
        ("尊法普法守法用法", [("普法", "学法", False)]),
        ("尊法守法用法", []),
    ],
)
def test_members(words: str, off: list[tuple[str, str, bool]]) -> None:
    told = [(m.span.of(words), m.right, m.lost) for m in misfits(words, PARTS, Span(0, len(words)), whole=False)]
    assert told == off


def test_a_lost_member_is_told_where_the_phrase_is_whole() -> None:
    words = "尊法学法用法"
    (misfit,) = misfits(words, PARTS, Span(0, len(words)), whole=True)
    assert (misfit.span.of(words), misfit.right, misfit.lost) == ("学法", "守法", True)


@given(st.lists(st.sampled_from([*lexicon._words(), "，", "的", "全镇", "X"]), max_size=30).map("".join))
def test_one_pass_finds_what_one_look_each_finds(text: str) -> None:
    words = lexicon.words_in(text)
    assert set(words) == {word for word in lexicon._words() if word in text}
    for word, spans in words.items():
        assert all(span.of(text) == word for span in spans)


@given(st.text(alphabet="甲乙丙，\U0001f600", max_size=40))
def test_doubles_are_those_that_a_plain_look_finds(text: str) -> None:
    plain = [
        (at, at + 2 * width)
        for width in (2, 3, 4)
        for at in range(len(text) - 2 * width + 1)
        if text[at : at + width] == text[at + width : at + 2 * width]
    ]
    assert [tuple(span) for span in _doubles(text)] == plain


def test_every_pattern_of_the_tables_compiles() -> None:
    for phrase in phrases():
        for pattern in (*(wrong for wrong, _ in phrase.wrong), phrase.unless):
            re.compile(pattern)
    patterns = [row.pattern for row in formulas()] + [row.pattern for row in old_bodies()]
    for pattern in patterns + [row.pattern for row in remnants()]:
        re.compile(pattern)
    for slip in slips():
        assert slip.wrong != slip.right
        re.compile(slip.before + slip.wrong + slip.after)


def test_no_phrase_is_wrong_by_its_own_patterns() -> None:
    for phrase in phrases():
        for wrong, _ in phrase.wrong:
            assert not re.search(wrong, phrase.phrase), phrase.phrase
        assert all(part in phrase.phrase for part in phrase.parts)
        assert set(phrase.optional) <= set(phrase.parts)


def test_no_right_word_holds_a_slip() -> None:
    rights = {slip.right for slip in slips()} | {part for phrase in phrases() for part in phrase.parts}
    rights |= {f"法治{word}" for word in fazhi_forms()}
    for slip in slips():
        pattern = re.compile(slip.before + slip.wrong + slip.after)
        assert not [right for right in rights if pattern.search(right)], slip


@pytest.mark.parametrize(
    "name",
    ["fazhi_forms", "set_phrases", "formulas", "old_bodies", "slips", "doubled", "placeholders", "surnames", "topics"],
)
def test_every_row_has_its_source_and_certainty(name: str) -> None:
    table = tomllib.loads((FACTS / f"{name}.toml").read_text("utf-8"))
    rows = table.get("rows") or table.get("groups")
    for row in rows if rows and "source" not in table else [table]:
        assert row["source"], row
        assert row["certainty"] in {"high", "quoted", "medium"}, row
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", str(table["as_of"]))
