"""Relations between figures: those of published reports, the forms, and what must hold for any numbers."""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from math import inf
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.report.figures import read_figures
from hegui.report.relations import Relation, Verdict
from hegui.report.relations.changes import MOVES, read_changes
from hegui.report.relations.counts import ORDERING, TAKEN, read_counts
from hegui.report.relations.items import Item, Row
from hegui.report.relations.lexicon import word_tuple
from hegui.report.relations.rates import read_rates
from hegui.report.relations.repeats import Indicator, indicators, read_repeats
from hegui.report.relations.sums import read_sums
from hegui.text.span import Span
from tests.forms.judging import codes, contradictions, relations
from tests.forms.sentences import Form, load, printed_as, right, wrong

ROWS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "seen_relations.toml").read_text("utf-8"))["rows"]
FORMS = load()
MANY = 40
SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:24] for row in ROWS])
def test_seen_relation(row: dict[str, Any]) -> None:
    found = relations(row["text"])
    held = Counter(relation.kind for relation in found if relation.verdict is Verdict.CONSISTENT)
    assert held == Counter(row.get("holds", ())), [relation.line for relation in found]
    assert codes(row["text"]) == set(row.get("says", ()))


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_form(form: Form) -> None:
    """What agrees is left alone; what was spoiled is told under the form's code."""
    rng = random.Random(form.name)
    for _ in range(MANY):
        said = right(form, rng)
        assert not codes(said.text), said.text
    if not form.spoils:
        return
    missed = [said.text for said in (wrong(form, rng) for _ in range(MANY)) if form.code not in codes(said.text)]
    assert len(missed) <= MANY // 20, missed


def test_there_are_forty_forms_and_ten_held_back() -> None:
    assert len(FORMS) >= 40
    assert len(load(held=True)) == 10


_EXACT = st.integers(2, 90_000)  # 一件 alone counts nothing


@given(_EXACT, _EXACT, st.sampled_from(["plain", "wide", "cn", ","]))
def test_right_sums_are_silent_and_spoiled_ones_told(first: int, second: int, print_as: str) -> None:
    a, b, c, d = (printed_as(value, print_as) for value in (first + second, first, second, first + second + 1))
    form = "共调解纠纷{}件（其中书面调解{}件，口头调解{}件）。"
    assert not contradictions(form.format(a, b, c))
    for text in (form.format(d, b, c), form.format(a, b, printed_as(second + 1, print_as))):
        assert [relation.kind for relation in contradictions(text)] == ["parts"], text


@given(st.lists(st.integers(1, 900), min_size=2, max_size=9), st.integers(1, 50), st.integers(0, 5))
def test_closed_lists_of_any_length(parts: list[int], off: int, form: int) -> None:
    """分别为 and 其他 close a list whatever it counts."""
    names = "甲乙丙丁戊己庚辛壬"
    listed = "、".join(f"{name}类文件{part}件" for name, part in zip(names, parts, strict=False))
    rest = (
        "、".join(f"{name}类文件{part}件" for name, part in zip(names, parts[:-1], strict=False))
        + f"、其他{parts[-1]}件"
    )
    head = ("全年共审查文件{}件，分别为", "全年审查文件{}件，其中", "共审查文件{}件（包括")[form % 3]
    tail = "）。" if form % 3 == 2 else "。"
    body = rest if form % 3 == 1 else listed
    total = sum(parts)
    assert not contradictions(head.format(total) + body + tail)
    assert contradictions(head.format(total + off) + body + tail)
    if total > off:
        assert contradictions(head.format(total - off) + body + tail)


@given(st.integers(10, 900), st.integers(10, 900), st.integers(-200, 400))
def test_approximate_totals_are_compared_as_ranges(first: int, second: int, off: int) -> None:
    """N余件 stands for everything up to the next unit of its last place that is not 0."""
    stated = (first + second) // 10 * 10 + off
    if stated < 10:
        return
    zeros = len(str(stated)) - len(str(stated).rstrip("0"))
    top = stated + (10**zeros - 1 if zeros else 9 - stated % 10)
    text = f"共调解纠纷{stated}余件（其中书面调解{first}件，口头调解{second}件）。"
    assert bool(contradictions(text)) is not (stated <= first + second <= top)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(0, 3))
def test_rates_rounded_or_cut_off(part: int, more: int, digits: int) -> None:
    whole = part + more
    exact = part * 100 * 10**digits
    for scaled in (exact // whole, (2 * exact + whole) // (2 * whole)):
        rate = f"{scaled / 10**digits:.{digits}f}"
        text = f"共受理诉求{whole}件，办结{part}件，办结率{rate}%。"
        if rate != "100":
            assert not contradictions(text), text
        wrong_rate = f"{(scaled + 2) / 10**digits:.{digits}f}"
        text = f"共受理诉求{whole}件，办结{part}件，办结率{wrong_rate}%。"
        assert contradictions(text), text


@given(st.integers(1, 500), st.integers(1, 500))
def test_changes_told_from_two_values(before: int, now: int) -> None:
    if before == now:
        return
    word = "增长" if now > before else "下降"
    rate = f"{abs(now - before) * 100 / before:.2f}"
    text = f"案件由{before}件变为{now}件，同比{word}{{}}%。"
    assert not contradictions(text.format(rate))
    assert contradictions(text.format(f"{float(rate) + 0.03:.2f}"))


def test_message_names_the_arithmetic() -> None:
    found = contradictions("全年共办理文件250件，分别为规范性文件210件、合同70件、协议60件。")
    assert [relation.problem for relation in found] == ["210 件＋70 件＋60 件＝340 件，与总数 250 件不符，差 90 件"]
    found = contradictions("全年办理行政案件250件，其中行政处罚210件、行政许可70件、行政检查60件。")
    assert [relation.problem for relation in found] == ["其中 210 件＋70 件＋60 件＝340 件，超过总数 250 件，多 90 件"]


def test_evidence() -> None:
    text = "本年度立案共14宗，已结案7宗，在办9宗。"
    (relation,) = contradictions(text)
    assert relation.span.of(text) == "14宗"
    assert [span.of(text) for span, _ in relation.related] == ["7宗", "9宗"]
    assert relation.evidence == {
        "relation": "parts",
        "verdict": "矛盾",
        "expression": "已结案7 宗＋在办9 宗 ＝ 立案14 宗",
        "left": [16, 16],
        "right": [14, 14],
        "difference": 2,
        "tolerance": 0,
        "words": [],
    }
    assert relation.line == "矛盾：已结案7 宗＋在办9 宗 ＝ 立案14 宗"


def test_open_ends_are_no_number_in_the_evidence() -> None:
    (relation,) = relations("共调解纠纷100件以上，其中书面调解90件。")
    assert relation.right.high == inf
    assert relation.evidence["right"] == [100, None]


@pytest.mark.parametrize(
    "glue",
    [
        "，",
        "，其中",
        "，其中（",
        "、",
        "（",
        "，占50%，其他",
        "，办结20件，办结率50%，受理",
        "，同比增长3%，较上年增加",
        "\t| 合计 |",
    ],
)
def test_linear_in_the_number_of_figures(glue: str) -> None:
    """Many figures without a full stop."""

    def cost(count: int) -> float:
        text = f"立案27件{glue}" * count
        begin = process_time()
        relations(text)
        return process_time() - begin

    small = max(cost(1_000), 0.02)
    assert cost(10_000) < 30 * small


def test_a_paragraph_of_40_000_figures() -> None:
    begin = process_time()
    relations("立案27件，其中" * 40_000)
    assert process_time() - begin < 20


def test_a_table_whose_total_is_followed_by_money() -> None:
    table = "| 警告 | 罚款 | 其他 | 合计（宗） | 罚没金额（万元） |\n| 12 | 30 | 2 | {} | 17.9 |"
    assert [relation.verdict for relation in relations(table.format(44))] == [Verdict.CONSISTENT]
    assert [relation.kind for relation in contradictions(table.format(45))] == ["table"]


@pytest.mark.parametrize(
    "table",
    [
        "| 序号 | 处罚 | 许可 | 合计 |\n| 1 | 3 | 4 | 7 |",
        "| 类别 | 件数 |\n| 处罚 | 3 |\n| 其中：简易 | 2 |\n| 许可 | 7 |\n| 合计 | 10 |",
        "| 单位 | 一季度 | 小计 | 合计 |\n| 甲 | 3 | 3 | 9 |",
        "合计\n甲\t乙",
    ],
)
def test_tables_that_give_no_equation(table: str) -> None:
    assert not contradictions(table)


@given(st.lists(st.lists(st.integers(0, 999), min_size=3, max_size=3), min_size=2, max_size=6), st.integers(1, 9))
def test_tables_of_any_size(rows: list[list[int]], off: int) -> None:
    def written(rows: list[list[int]], last: list[int]) -> str:
        lines = [f"| 第{at}行 | {a} | {b} | {c} |" for at, (a, b, c) in enumerate(rows)]
        return "\n".join(["| 单位 | 甲 | 乙 | 丙 |", *lines, f"| 合计 | {last[0]} | {last[1]} | {last[2]} |"])

    sums = [sum(column) for column in zip(*rows, strict=True)]
    assert not contradictions(written(rows, sums))
    assert len(contradictions(written(rows, [sums[0], sums[1] + off, sums[2]]))) == 1


@given(st.text("0123456789件宗人，。；：、（）其中共已结在办分别为占率%增长下降由至余约近 \n|合计每各", max_size=80))
def test_any_text_is_judged_without_a_crash(text: str) -> None:
    for relation in relations(text):
        assert 0 <= relation.span.start < relation.span.end <= len(text)
        assert relation.line
        assert bool(relation.problem) is (relation.verdict is Verdict.CONTRADICTORY)
        assert relation.evidence["relation"] == relation.kind


def in_full(text: str) -> list[Relation]:
    """The relations of a text without tables, every kind looked for in every sentence."""
    found: list[Relation] = []
    told: list[Indicator] = []
    before: Row | None = None
    for match in SENTENCE.finditer(text):
        span = Span(*match.span())
        inside = [figure for figure in read_figures(text) if span.start <= figure.span.start < span.end]
        if inside:
            row = Row(text, span, inside)
            follows = before and not text[before.span.end : span.start].strip(" \u3000")
            earlier = before if follows else None
            whole = earlier.only(row.units[0]) if earlier and row.words.lstrip().startswith("其中") else None
            items: list[Item] = [whole, *row.items] if whole else row.items
            found += [*read_sums(text, items), *read_rates(text, items, earlier)]
            found += [*read_changes(text, items), *read_counts(text, items, row.words)]
            told += indicators(text, span, row.items)
            before = row
    return sorted([*found, *read_repeats(text, told)], key=lambda relation: relation.span)


CLAUSES = [clause for row in ROWS for clause in re.split(r"(?<=[，。；：（）、])", row["text"]) if "|" not in clause]


@given(st.lists(st.sampled_from([*CLAUSES, " ", "其中", "每月", "共 计", "由", "应", "（"]), min_size=1, max_size=9))
def test_what_is_passed_over_holds_no_relation(clauses: list[str]) -> None:
    text = "".join(clauses)
    assert list(relations(text)) == in_full(text)


def test_the_cues_cover_their_word_lists() -> None:
    """A word added to a list must be one that the first look does not miss."""
    for word in (*word_tuple("change", "up"), *word_tuple("change", "down")):
        assert any(cue in word for cue in MOVES), word
    for word in (*word_tuple("orders", "closed"), *word_tuple("orders", "added"), *word_tuple("frequency")):
        assert any(cue in word for cue in ORDERING), word
    for word in word_tuple("orders", "accepted"):
        assert any(cue in word for cue in TAKEN), word
    for word in word_tuple("exhaustive"):
        assert "分" in word
