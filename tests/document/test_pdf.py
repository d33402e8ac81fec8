"""PDF files written by hand: what stands where on their pages, and what is read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hegui.document import limits, pdf_process
from hegui.document.model import Document
from hegui.document.pdf import PdfLoader
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document import pdfs
from tests.document.pdfs import HEIGHT, LEADING, LEFT, PER_ROW, RIGHT, SIZE, TOP, Word, content, typed

TITLE = "柳河镇人民政府关于二〇二四年法治政府建设情况的报告"
LONG = "我镇坚持以习近平新时代中国特色社会主义思想为指导，深入推进依法行政，全面落实各项任务，取得了较好的成效。"
OTHER = "全镇干部职工认真学习宪法和法律，带头遵守，严格执行，群众的满意度不断提高，矛盾纠纷明显减少，社会稳定。"
TEXT = (TITLE, "一、主要举措", LONG, "二、存在不足", OTHER)


@pytest.fixture(autouse=True)
def _default_limits() -> Iterator[None]:
    yield
    limits.use(limits.DEFAULT)


def load(data: bytes) -> Document:
    return PdfLoader().load(data, "报告.pdf")


def read(*pages: list[Word], drawn: str = "", more: bytes = b"") -> list[str]:
    return blocks(load(pdfs.file(*(content(page, drawn) for page in pages), more=more)))


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        load(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_rows_are_joined_to_paragraphs() -> None:
    assert read(typed(*TEXT)) == list(TEXT)


def test_a_paragraph_goes_on_over_the_page() -> None:
    words = typed(*TEXT, LONG)
    middle = len(words) - 1
    second = [word._replace(y=TOP) for word in words[middle:]]
    document = load(pdfs.file(content(words[:middle]), content(second)))
    assert blocks(document) == [*TEXT, LONG]
    last = document.blocks[-1].span
    first, other = document.places(Span(last.start, last.start + 1)), document.places(Span(last.end - 1, last.end))
    assert [(place.page, place.paragraph, place.line) for place in (*first, *other)] == [(1, 6, None), (2, 1, None)]


def test_paragraphs_without_indent_are_parted_by_room() -> None:
    words: list[Word] = []
    full = LONG[: 2 * PER_ROW]
    for paragraph in (TITLE, full, full, LONG):
        top = words[-1].y + LEADING + 8 if words else TOP
        words += typed(paragraph, indent=0, top=top)
    assert read(words) == [TITLE, full, full, LONG]


def test_a_full_row_that_ends_a_sentence_ends_no_paragraph_of_a_file_with_indents() -> None:
    full = LONG[: PER_ROW - 3] + "。" + OTHER
    assert read(typed(TITLE, full, OTHER)) == [TITLE, full, OTHER]


def test_a_title_over_two_rows_is_centred() -> None:
    big = 22
    rows = (TITLE[:19], TITLE[19:])
    middle = (LEFT + RIGHT) / 2
    title = [Word(middle - len(row) * big / 2, 60 + 34 * n, row, big) for n, row in enumerate(rows)]
    assert read([*title, *typed(*TEXT[1:], top=140)]) == list(TEXT)
    short = [Word(middle - 7 * big / 2, 60, TITLE[:7], big), Word(middle - 9 * big, 94, TITLE[7:], big)]
    assert read([*short, *typed(*TEXT[1:], top=140)]) == [TITLE[:7], TITLE[7:], *TEXT[1:]]


def test_a_signature_on_the_right_stands_alone() -> None:
    sign = [Word(RIGHT - 7 * SIZE, 500, "柳河镇人民政府"), Word(RIGHT - 6 * SIZE, 528, "2025年1月9日")]
    assert read([*typed(*TEXT), *sign]) == [*TEXT, "柳河镇人民政府", "2025年1月9日"]


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "{}", "第{}页", "第{}页 共2页", "{}/2"])
def test_page_numbers_and_running_heads_are_left_out(number: str) -> None:
    words = typed(*TEXT, LONG)
    heads = [Word(200, 40, "法治政府建设文件汇编")]
    numbers = [Word(290, HEIGHT - 40, number.format(page)) for page in (1, 2)]
    assert read([*heads, *words, numbers[0]], [*heads, *typed(OTHER), numbers[1]]) == [*TEXT, LONG, OTHER]
    assert read([*words, numbers[0]]) == [*TEXT, LONG]


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    around = [Word(LEFT, 30, "2025/2/19 10:16"), Word(LEFT, HEIGHT - 20, "https://www.a.gov.cn/1.html")]
    assert read([*around, *typed(*TEXT)]) == list(TEXT)


def test_labels_in_two_columns() -> None:
    cells = ("索引号", "001/2025-1", "主题分类", "计划总结"), ("来源", "柳河镇", "发布日期", "2025-02-19")
    rows = [Word(LEFT + 110 * n, 60 + 30 * m, cell) for m, row in enumerate(cells) for n, cell in enumerate(row)]
    drawn = "\n".join(
        [f"{LEFT - 5} {HEIGHT - y} m {LEFT + 435} {HEIGHT - y} l S" for y in (40, 70, 100)]
        + [f"{LEFT - 5 + 110 * n} {HEIGHT - 40} m {LEFT - 5 + 110 * n} {HEIGHT - 100} l S" for n in range(5)]
    )
    document = load(pdfs.file(content([*rows, *typed(*TEXT, top=140)], drawn)))
    expected = dict(zip([c for row in cells for c in row[::2]], [c for row in cells for c in row[1::2]], strict=True))
    assert {label.name: label.value for label in document.labels} == expected
    assert blocks(document) == list(TEXT)
    without = load(pdfs.file(content([*rows[:4], *typed(*TEXT, top=140)])))
    assert {label.name: label.value for label in without.labels} == {"索引号": "001/2025-1", "主题分类": "计划总结"}


def test_cells_of_a_ruled_table_are_read_row_by_row() -> None:
    lines = [(0, 330, 420), (1, 330, 420), (2, 330, 420), (3, 330, 420)]
    drawn = [f"{LEFT + 100 * n} {HEIGHT - a} m {LEFT + 100 * n} {HEIGHT - b} l S" for n, a, b in lines]
    drawn += [f"{LEFT} {HEIGHT - y} m {LEFT + 300} {HEIGHT - y} l S" for y in (330, 390, 420)]
    cells = [Word(LEFT + 5, 350, "序号", 12), Word(LEFT + 105, 350, "事项名称很", 12), Word(LEFT + 105, 370, "长", 12)]
    cells += [Word(LEFT + 205, 350, "数量", 12), Word(LEFT + 5, 410, "1", 12), Word(LEFT + 105, 410, "行政处罚", 12)]
    cells += [Word(LEFT + 205, 410, "12件", 12)]
    document = load(pdfs.file(content([*typed(*TEXT), *cells], "\n".join(drawn))))
    assert blocks(document) == [*TEXT, "| 序号 | 事项名称很长 | 数量 |", "| 1 | 行政处罚 | 12件 |"]
    assert [block.style for block in document.blocks][-2:] == ["row", "row"]


def test_a_frame_around_the_page_is_no_table() -> None:
    drawn = "20 20 m 575 20 l S 20 820 m 575 820 l S 20 20 m 20 820 l S 575 20 m 575 820 l S"
    assert read(typed(*TEXT), drawn=drawn) == list(TEXT)


def test_bold_by_drawing_twice() -> None:
    words = typed(*TEXT)
    assert read([words[0], words[0]._replace(x=words[0].x + 0.4), *words[1:]]) == list(TEXT)
    one_by_one = [Word(LEFT + SIZE * n + d, TOP, c) for n, c in enumerate(TITLE[:20]) for d in (0, 0.4)]
    assert read([*one_by_one, *typed(*TEXT[1:], top=TOP + LEADING)]) == [TITLE[:20], *TEXT[1:]]


def test_each_character_painted_alone() -> None:
    words = [word._replace(x=word.x + SIZE * n, text=c) for word in typed(*TEXT) for n, c in enumerate(word.text)]
    assert read(words) == list(TEXT)
    assert read(words[::-1]) == list(TEXT)


def test_slanted_text_is_a_watermark() -> None:
    assert read([Word(200, 400, "内部资料", 40, "0.7 0.7 -0.7 0.7"), *typed(*TEXT)]) == list(TEXT)


def test_text_behind_a_picture_is_read() -> None:
    words = [word._replace(mode=3) for word in typed(*TEXT)]
    assert read(words, drawn=f"q 595 0 0 {HEIGHT} 0 0 cm /I Do Q") == list(TEXT)


def test_a_page_turned_by_the_reader() -> None:
    turned = [word._replace(x=HEIGHT - 700 + word.y, y=HEIGHT - word.x, matrix="0 1 -1 0") for word in typed(*TEXT)]
    assert read(turned, more=b"/Rotate 90") == list(TEXT)


def test_characters_that_fonts_mix_up() -> None:
    odd = LONG.replace("行", "⾏").replace("一", "⼀").replace("民", "⺠").replace("面", "⾯") + "oﬃce"
    assert read(typed(odd)) == [LONG + "office"]


def test_soft_hyphens_and_full_width_blanks() -> None:
    rows = [Word(LEFT, TOP, "　　" + LONG[: PER_ROW - 2]), Word(LEFT, TOP + LEADING, LONG[PER_ROW - 2 : 40] + "\u00ad")]
    assert read([*rows, *typed(OTHER, top=200)]) == [LONG[:40], OTHER]


def test_an_ascii_hyphen_at_the_end_of_a_row_stays() -> None:
    text = "按照" + "法" * (PER_ROW - 9) + "（2021-2025年）的要求，" + LONG
    rows = [Word(LEFT + 2 * SIZE, TOP, text[: PER_ROW - 2]), Word(LEFT, TOP + LEADING, text[PER_ROW - 2 :][:PER_ROW])]
    assert "2021-2025" in read([*rows, *typed(OTHER, top=200)])[0]


def test_scans_are_told_with_their_pages() -> None:
    picture = f"q 595 0 0 {HEIGHT} 0 0 cm /I Do Q".encode()
    written = content(typed(*TEXT))
    assert "没有文字，可能是扫描件" in refused(pdfs.file(picture, picture))
    assert refused(pdfs.file(written, picture, picture)).startswith("第 2、3 页没有文字，可能是扫描件")
    assert blocks(load(pdfs.file(written, b""))) == list(TEXT)  # an empty page is none


def test_a_name_is_no_format() -> None:
    assert refused(b"") == "文件是空的"
    assert refused(b"PK\x03\x04") == "内容不是 PDF，扩展名可能写错了"


def test_without_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr(pdf_process.subprocess, "Popen", None)
    pdf_process.end()
    assert read(typed(*TEXT)) == list(TEXT)
    assert refused(pdfs.file(content(typed(*TEXT)))[:300]) == "PDF 已损坏，无法读取"


def test_blanks_of_every_width_are_blanks() -> None:
    assert read(typed("\u2003\u2002甲镇人民政府\u2003")) == ["甲镇人民政府"]


def test_long_rows_that_all_end_in_a_mark_tell_the_column() -> None:
    """The only rows without a mark at their end are headings, as long as each other, and one that goes on."""
    told = [LONG[: PER_ROW - short] + "。" for short in (1, 3, 5)]
    rows = ["一、工作开展情况", told[0], "二、存在主要问题", told[1], "三、下一步的打算", told[2], OTHER]
    assert read(typed(*rows, indent=0)) == rows


def test_a_heading_behind_a_row_that_is_full_up_to_its_colon() -> None:
    full = LONG[: PER_ROW - 1] + "："
    words = typed("柳河镇人民政府", indent=0)
    words += typed("县人民政府：", indent=0, top=TOP + 2 * LEADING)
    rows = (full, "一、工作成效", *TEXT[2:])
    words += typed(*rows, indent=0, top=TOP + 4 * LEADING)
    assert read(words) == ["柳河镇人民政府", "县人民政府：", *rows]
