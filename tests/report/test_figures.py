"""Which numbers count something, with what unit, and between what bounds."""

from __future__ import annotations

from math import inf
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.report import figures
from hegui.report.figures import read_figures
from hegui.report.model import Figure
from hegui.text.numerals import to_chinese


def one(text: str) -> Figure:
    """The only figure of ``text``."""
    found = read_figures(text)
    assert len(found) == 1, [figure.span.of(text) for figure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("人民调解共66宗", 66, "宗"),
        ("权共 299 项", 299, "项"),
        ("接待900人次", 900, "人次"),
        ("宣传10场次", 10, "场次"),
        ("检查341户次", 341, "户次"),
        ("办理2,345件", 2345, "件"),
        ("办理３，２００件", 3200, "件"),
        ("共１２件", 12, "件"),
        ("覆盖148.8万人次", 1_488_000, "人次"),
        ("审计335.58亿元", 33_558_000_000, "元"),
        ("罚款5万元", 50_000, "元"),
        ("受理率98.6%", 98.6, "%"),
        ("受理率９８．６％", 98.6, "%"),
        ("上升2.6个百分点", 2.6, "个百分点"),
        ("上升2.6 百分点", 2.6, "个百分点"),
        ("压减至3个工作日", 3, "个工作日"),
        ("共二十三次", 23, "次"),
        ("十个村委会", 10, "个"),
        ("覆盖两万人次", 20_000, "人次"),
        ("共四家", 4, "家"),
        ("满意率百分之九十八点五", 98.5, "%"),
        ("覆盖100人（次）", 100, "人次"),
        ("办结0件", 0, "件"),
        ("其中2331入驻", 2331, ""),
        ("目前3名", 3, "名"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    figure = one(text)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "modifier"),
    [
        ("排查560余件", 560, 569, "余"),
        ("调解404余件", 404, 409, "余"),
        ("印发4000余份", 4000, 4999, "余"),
        ("覆盖两万余人次", 20_000, 29_999, "余"),
        ("开展十多次", 10, 19, "多"),
        ("近300名", 200, 300, "近"),
        ("近百人", 0, 100, "近"),
        ("约200份", 180, 220, "约"),
        ("大约200份", 180, 220, "大约"),
        ("200份左右", 180, 220, "左右"),
        ("超450课时", 450, inf, "超"),
        ("逾450课时", 450, inf, "逾"),
        ("不少于50学时", 50, inf, "不少于"),
        ("两次以上", 2, inf, "以上"),
        ("上千份", 1000, inf, "上"),
        ("不足30件", 0, 30, "不足"),
        ("30天以内", 0, 30, "以内"),
        ("数百件", 200, 999, "数百"),
        ("十几场", 11, 19, "十几"),
        ("两三次", 2, 3, "两三"),
        ("3至5次", 3, 5, "至"),
        ("3-5次", 3, 5, "至"),
        ("优秀率95%以上", 95, inf, "以上"),
        ("60%-70%", 60, 70, "至"),
        ("近300余人", 200, 399, "近…余"),
        ("约300份左右", 270, 330, "约…左右"),
        ("节约10天", 10, 10, ""),
        ("新签合约3份", 3, 3, ""),
        ("附近5个", 5, 5, ""),
        ("3.5小时", 3.45, 3.6, ""),
    ],
)
def test_bounds(text: str, low: float, high: float, modifier: str) -> None:
    figure = [figure for figure in read_figures(text) if figure.span.end == len(text)][-1]
    assert figure.modifier == modifier
    assert figure.low == pytest.approx(low)
    assert figure.high == inf if high == inf else figure.high == pytest.approx(high, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "2024年12月4日",
        "2022 年法治政府建设",
        "结合12.4、6.26宣传日",
        "开展“3·15”活动",
        "3·15宣传",
        "“1338”发展战略",
        "“1+1+N”模式",
        "构建1+3+N体系",
        "12345热线",
        "12345服务平台和12348",
        "厅字〔2019〕28号",
        "第24条",
        "第3次会议",
        "第36次党组会",
        "“十四五”规划和“八五”普法",
        "十四五规划",
        "A4纸、5G网络、LED屏",
        "2021-2025年",
        "(2015—2020年)",
        "《实施纲要（2021—2025年）》",
        "《2024年工作要点》",
        "1.我镇建立了",
        "2、规范执法",
        "（3）加强培训",
        "一是加强",
        "一站式服务、一张网、一件事一次办",
        "三项制度落实",
        "四个自信、两个维护、四个亲自",
        "五位一体、四位一体",
        "未出现一起案件",
        "10:30开会",
        "2024-02-19 10:16",
        "0577-67580001",
        "电话67580001",
        "7×24服务",
        "前3名",
        "百姓、万众、千家万户",
        "数据、数量、几乎",
        "十分重要",
        "二十届三中全会",
        "35岁以下",
        "三级联动",
    ],
)
def test_no_figure(text: str) -> None:
    assert [figure.span.of(text) for figure in read_figures(text)] == []


def test_spans_hold_the_words_of_approximation() -> None:
    text = "全年近300余人参加，约73.39万元，3次以上。"
    assert [figure.span.of(text) for figure in read_figures(text)] == ["近300余人", "约73.39万元", "3次以上"]


def test_only_the_stretch_asked_for() -> None:
    text = "甲3件，乙4件，丙5件"
    found = read_figures(text, 4, 8)
    assert [figure.span.of(text) for figure in found] == ["4件"]


@given(st.integers(0, 10**9), st.sampled_from(["件", "人次", "场次", "户", "万元", "个百分点"]))
def test_a_printed_number_is_read_back(value: int, unit: str) -> None:
    for printed in (str(value), f"{value:,}"):
        figure = one(f"共{printed}{unit}，")
        assert figure.value == value * (10_000 if unit == "万元" else 1)
        assert figure.low <= figure.value <= figure.high


@given(st.integers(2, 99_999_999).filter(lambda value: value % 100_000_000))
def test_a_chinese_number_is_read_back(value: int) -> None:
    figure = one(f"共{to_chinese(value)}件，")
    assert (figure.value, figure.low, figure.high) == (value, value, value)


@given(st.text("0123456789０９，,.．%％万亿余多近约第“”《》〔〕-—至十百千两数几件次人年月 \n", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    last = 0
    for figure in read_figures(text):
        assert last <= figure.span.start < figure.span.end <= len(text)
        assert figure.low <= figure.value <= figure.high or figure.modifier
        last = figure.span.end


def test_hostile_numbers_are_refused_quickly() -> None:
    for text in (
        "9" * 200_000,
        "一" * 200_000,
        "十百" * 100_000,
        "1," * 100_000,
        "“" * 100_000,
        "《1" * 100_000,
        "3-" * 100_000,
    ):
        begin = process_time()
        read_figures(text)
        assert process_time() - begin < 5


def test_linear_in_the_length() -> None:
    def cost(count: int) -> float:
        text = "书面调解27件，" * count
        best = inf
        for _ in range(3):
            begin = process_time()
            assert len(read_figures(text)) == count
            best = min(best, process_time() - begin)
        return best

    assert cost(40_000) < 40 * cost(4_000) + 0.1


UNITS = ("人次", "个", "个百分点", "%", "左右", "以上", "不少于", "12")
PIECES = st.sampled_from([*"0123456789万千余多约近第前到-—.,、 ）“年件次", *UNITS])


@given(st.lists(PIECES, min_size=1, max_size=10))
def test_what_is_read_at_sight_is_what_a_close_look_reads(pieces: list[str]) -> None:
    text, words = "".join(pieces), figures._words()
    for match in figures._START.finditer(text):
        begin, at = match.span()
        if text[begin].isdecimal() and text[at : at + 1] in words.units:
            figure = figures._plain(text, begin, at, len(text), words)
            assert figure in (None, figures._number(text, begin, len(text), words)[0])
