"""Broken lines are put together again, and nothing else is."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.document.furniture import split
from hegui.document.layout import layout_of
from hegui.document.lines import Line, Piece, line_of, split_lines
from hegui.document.plain import PlainLoader
from tests.document.wrapping import PAGES, STYLES, by_points, wrap
from tests.generator.compose import corpus

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/report.txt"))
WIDTHS = range(20, 46, 3)
SENTENCE = "我镇坚持依法行政，全面推进法治政府建设，取得明显成效，群众满意度不断提高。"


def read(text: str) -> list[str]:
    document = PlainLoader().load(text.encode(), "a.txt")
    return [block.span.of(document.text) for block in document.blocks]


@cache
def paragraphs(seed: Path) -> tuple[str, ...]:
    return tuple(read(seed.read_text("utf-8")))


def bare(text: str) -> str:
    return "".join(text.split())


def restored(original: Sequence[str], text: str) -> float:
    """The share of the paragraphs that stand in ``text`` as they were."""
    wanted = Counter(map(bare, original))
    return (wanted & Counter(map(bare, read(text)))).total() / wanted.total()


def named(seed: Path) -> str:
    return seed.parent.name


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS, ids=named)
def test_wrapped_seeds_are_restored(seed: Path, style: str) -> None:
    original = paragraphs(seed)
    pages = list(PAGES.values())
    shares = [restored(original, wrap(original, STYLES[style], w, pages[w % len(pages)])) for w in WIDTHS]
    assert sum(shares) / len(shares) >= 0.97
    assert min(shares) >= 0.8


@pytest.mark.parametrize("style", STYLES)
def test_headings_dates_and_signatures_are_not_glued(style: str) -> None:
    glued = total = 0
    for seed in SEEDS:
        short = [p for p in paragraphs(seed) if len(p) <= 45 and p[-1] not in "。；;"]
        for width in WIDTHS:
            got = Counter(map(bare, read(wrap(paragraphs(seed), STYLES[style], width))))
            total += len(short)
            glued += sum(not got[bare(p)] and any(bare(p) in other for other in got) for p in short)
    assert glued <= 0.005 * total


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\n\n", "\n\n\n", "\r\n\r\n"])
@pytest.mark.parametrize("indent", ["", "\u3000\u3000", "    "])
@pytest.mark.parametrize("seed", SEEDS, ids=named)
def test_a_seed_that_is_not_wrapped_stays(seed: Path, indent: str, ending: str) -> None:
    original = list(paragraphs(seed))
    assert read(ending.join(indent + paragraph for paragraph in original)) == original


@pytest.mark.parametrize("seed", SEEDS, ids=named)
def test_paragraphs_without_stop_stay(seed: Path) -> None:
    """Where the author leaves out the stops, a missing stop does not mean a broken line."""
    original = [paragraph.rstrip("。") for paragraph in paragraphs(seed)]
    assert read("\n".join(f"\u3000\u3000{paragraph}" for paragraph in original)) == original
    one = [p.rstrip("。") if i == len(original) // 2 else p for i, p in enumerate(paragraphs(seed))]
    assert read("\n\n".join(f"    {paragraph}" for paragraph in one)) == one


@pytest.mark.parametrize("page", ["\n— {} —\n", "\n\f", "\n\n- {} -\n\n", "\n{}\n"])
@pytest.mark.parametrize("seed", SEEDS, ids=named)
def test_sentences_broken_at_the_end_of_a_page_are_joined(seed: Path, page: str) -> None:
    text, room, number = "", 700, 0
    for paragraph in paragraphs(seed):
        rest = paragraph
        while len(rest) > max(room, 60):
            cut = max(20, min(len(rest) - 20, room))
            number += 1
            text += rest[:cut] + page.format(number)
            rest, room = rest[cut:], 700
        text += rest + "\n"
        room -= len(rest)
    assert number
    assert restored(paragraphs(seed), text) >= 0.97


def test_the_seed_with_broken_pages_is_joined_five_times() -> None:
    seed = next(seed for seed in SEEDS if named(seed) == "xiaojiang-2022")
    document = PlainLoader().load(seed.read_bytes(), "a.txt")
    joined = [block.span.of(document.text) for block in document.blocks if len(document.places(block.span)) > 1]
    assert [bare(p)[:4] for p in joined] == ["党的二十", "1.党委", "在党的二", "4.结合", "（二）补"]
    assert all(paragraph.endswith("。") for paragraph in joined)


@given(st.integers(20, 45), st.integers(0, 45), st.booleans())
def test_a_heading_of_any_length_stands_alone(width: int, length: int, indented: bool) -> None:
    heads = [f"{number}、{'法治政府建设工作' * 9}"[: max(length % width, 4)] for number in "一二三四五六"]
    body = [paragraph for paragraph in paragraphs(SEEDS[2]) if len(paragraph) > 90][:6]
    foot = ["甲县乙镇人民政府", "2025年1月20日"]
    original = [line for pair in zip(heads, body, strict=True) for line in pair] + foot
    style = STYLES["points, indented" if indented else "points"]
    assert read(wrap(original, style, width)) == original


@pytest.mark.parametrize(
    "lines",
    [
        ["一、主要做法", "我镇高度重视，强化领导", "2024年，我镇共办理案件66件。"],
        ["甲镇人民政府", "关于2024年法治政府建设情况的报告", "县委、县政府：", SENTENCE],
        [SENTENCE, "甲镇人民政府", "2025年1月20日"],
        [SENTENCE[:-1], "甲镇人民政府", "2025年1月20日"],
        [SENTENCE[:-1], "特此报告。"],
        [SENTENCE, "附件：1.清单", "2.报表"],
        ["（一）加强领导", "（二）强化监督", "（三）落实责任"],
        ["中共甲镇委员会 甲镇人民政府", "关于2024年法治政府建设情况的报告"],
        [SENTENCE * 2, "2025年1月20日"],
        ["一是建立制度；", "二是落实责任；", "三是加强考核。"],
    ],
)
def test_short_lines_stay(lines: list[str]) -> None:
    assert read("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            [SENTENCE * 2 + "学习《法治政府", "建设实施纲要》等文件。"],
            [SENTENCE * 2 + "学习《法治政府建设实施纲要》等文件。"],
        ),
        ([SENTENCE + "包括", "，", "以及其他。"], [SENTENCE + "包括，以及其他。"]),
        ([SENTENCE + "一方面，", "另一方面要落实。"], [SENTENCE + "一方面，另一方面要落实。"]),
        ([SENTENCE + "uses open", "source tools。"], [SENTENCE + "uses open source tools。"]),
    ],
)
def test_broken_sentences_are_joined(lines: list[str], joined: list[str]) -> None:
    assert read("\n".join(lines)) == joined


def test_a_remark_on_its_own_line_parts_paragraphs() -> None:
    lines = [SENTENCE + "我镇习近平法", "<!-- hegui: ignore[FMT008] 有意为之 -->", "治思想学习深入。"]
    assert read("\n".join(lines)) == [lines[0], lines[2]]


def lines_of(text: str) -> list[Line]:
    return [line_of(text, start, stop, [Piece(start, stop)]) for start, stop in split_lines(text)]


@pytest.mark.parametrize("width", [20, 28, 39, 45])
def test_the_layout_is_measured(width: int) -> None:
    text = wrap([SENTENCE * n for n in range(3, 12)], STYLES["points"], width)
    layout = layout_of(lines_of(text.rstrip("\n")))
    assert (layout.width, layout.indented, layout.spaced) == (2 * width if layout.cells else width, False, False)
    indented = wrap([SENTENCE * n for n in range(3, 12)], STYLES["cells, indented"], width)
    assert layout_of(lines_of(indented.rstrip("\n"))).indented


def test_a_short_file_has_no_layout() -> None:
    assert layout_of(lines_of("\n".join(by_points(SENTENCE, 20, 0)))).width == 0
    assert layout_of([]).width == 0


def test_only_files_cut_at_one_width_have_a_layout() -> None:
    for report in corpus(150):
        lines, _ = split([line for line in lines_of(report.text) if line.text])
        assert bool(layout_of(lines).width) == ("wrap:columns" in report.features)
