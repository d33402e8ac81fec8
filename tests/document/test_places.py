"""The one coordinate: whatever a file holds, every span of its reading text leads back to its characters."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hegui.document.html import HtmlLoader
from hegui.document.markdown import MarkdownLoader
from hegui.document.model import Document, Loader
from hegui.document.plain import PlainLoader
from hegui.text.edit import Edit, apply
from hegui.text.source import Unreadable
from hegui.text.span import Span

LOADERS: tuple[Loader, ...] = (PlainLoader(), MarkdownLoader(), HtmlLoader())
SENTENCE = "我镇坚持依法行政，全面推进法治政府建设，取得明显成效，群众满意度不断提高。"
BLANKS = [
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "\f",
    "\t",
    " ",
    "\u3000\u3000",
    "\u2028",
    "\u2029",
    "\x0b",
    "\x85",
    "\ufeff",
    "\u200b",
]
WORDS = [
    "一、",
    "（一）",
    "1.",
    "一是",
    "，",
    "。",
    "：",
    "“",
    "”",
    "《",
    "》",
    "2024年1月1日",
    "Word",
    "66件",
    "𠀀",
    "e\u0301",
    "\U0001f600",
]
LINES = [SENTENCE, SENTENCE[:17], SENTENCE[17:30], "甲镇人民政府"]
AROUND = ["来源：", "发布日期:2024-01-02", "[ 索引号 ] 11A", "索引号", "首页 > 公开", "— 3 —", "打印"]
MARKS = [
    "# ",
    "## ",
    "- ",
    "* ",
    "> ",
    "**",
    "*",
    "__",
    "_",
    "`",
    "```",
    "~~~",
    "~~",
    "[",
    "](",
    ")",
    "![",
    "\\",
    "\\*",
    "[^1]",
]
TAGS = ["<br>", "</p>", "<b>", "&nbsp;", "&amp;", "&#20013;", "|", "|---|", "---", "==="]
ELEMENTS = [
    "<p>",
    "<p style='text-indent:2em'>",
    "<div class='TRS_Editor'>",
    "</div>",
    "<div hidden>",
    "<span>",
    "</span>",
    "<h2>",
    "</h2>",
    "<table>",
    "<tr>",
    "<td>",
    "<td colspan=2 rowspan=2>",
    "</td>",
    "</table>",
    "<ol>",
    "<li>",
    "<pre>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<meta name=ArticleTitle content='甲镇2024年法治政府建设报告'>",
    "<a href=x>",
    "</a>",
    "<p title='",
    "<![CDATA[",
    "]]>",
    "<",
    "&#12288;",
    "&ltab",
    "&fjlig;",
]
REMARKS = ["<!-- hegui: ignore[LDR001] 理由 -->", "<!-- 注 -->", "<!--", "-->", "<!-- hegui: 多\n行 -->"]
PIECES = [*BLANKS, *WORDS, *LINES, *AROUND, *MARKS, *TAGS, *ELEMENTS, *REMARKS]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(
        st.one_of(st.sampled_from(PIECES).map(lambda p: p[0]), st.characters(exclude_categories=["Cs"])), max_size=60
    ),
    st.lists(st.text("法治政府建设，。", min_size=20, max_size=22), min_size=10, max_size=30).map("\n".join),
)


def read(loader: Loader, text: str, encoding: str = "utf-8") -> Document | None:
    try:
        return loader.load(text.encode(encoding), f"a{loader.suffixes[0]}")
    except Unreadable:
        return None


def check_runs(document: Document) -> None:
    runs, source = document.runs, document.source.text
    assert runs
    assert runs[0].start == 0
    assert runs[-1].end == len(document.text)
    for run in runs:
        assert run.start < run.end
        assert 0 <= run.at <= run.at + run.width <= len(source)
        if run.exact:
            assert run.width == run.end - run.start
            assert source[run.at : run.at + run.width] == document.text[run.start : run.end]
    for before, after in pairwise(runs):
        assert before.end == after.start
        assert before.at + before.width <= after.at


def check_blocks(document: Document) -> None:
    assert "\n".join(block.span.of(document.text) for block in document.blocks) == document.text
    for block in document.blocks:
        words = block.span.of(document.text)
        assert words
        assert "\n" not in words
        assert words == words.strip()
    assert all(before.span.end + 1 == after.span.start for before, after in pairwise(document.blocks))


def check_span(document: Document, span: Span) -> None:
    source = document.source.text
    places = document.places(span)
    assert places
    found = "".join(source[place.at : place.at + place.width] for place in places)
    under = [run for run in document.runs if run.start < span.end and span.start < run.end]
    if under and all(run.exact for run in under):
        assert found == span.of(document.text)
    for place in places:
        for offset, line, column in (
            (place.at, place.line, place.column),
            (place.at + place.width, place.end_line, place.end_column),
        ):
            assert line == source.count("\n", 0, offset) + 1
            assert column == offset - source.rfind("\n", 0, offset)
    assert all(one.at + one.width < other.at for one, other in pairwise(places))
    place = document.editable(span)
    if span.width:
        assert (place is not None) == (len(under) == 1 and under[0].exact)
    if place:
        assert source[place.at : place.at + place.width] == span.of(document.text)
        assert place == document.places(span)[0]


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@given(text=TEXTS, data=st.data())
@example(text="正文**加粗**与&amp;符号<br>换行。\r\n第二行。", data=None)
@example(text="甲\u2028乙\x0b丙\x85丁\f戊\r己", data=None)
@example(text="文 <!-- hegui: ignore[X] 理由 --> 续", data=None)
def test_places_hold_the_characters_of_every_span(loader: Loader, text: str, data: st.DataObject | None) -> None:
    document = read(loader, text)
    if document is None:
        return
    check_runs(document)
    check_blocks(document)
    size = len(document.text)
    spans = [Span(0, size), Span(0, 0), Span(size, size), *(block.span for block in document.blocks)]
    if data:
        ends = st.integers(0, size)
        spans += (Span(*sorted(data.draw(st.tuples(ends, ends), label="span"))) for _ in range(4))
    for span in spans:
        check_span(document, span)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@given(text=TEXTS)
def test_labels_and_comments_stand_in_the_file(loader: Loader, text: str) -> None:
    document = read(loader, text)
    if document is None:
        return
    source = document.source.text
    for comment in document.comments:
        assert source.startswith("<!--", comment.at)
        assert 0 <= comment.anchor <= len(document.text)
        assert not comment.alone or comment.anchor in {len(document.text), *(b.span.start for b in document.blocks)}
    for label in document.labels:
        assert "".join(source[label.at : label.at + 12].split()).startswith(label.name[:2])


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@given(text=TEXTS, data=st.data())
def test_an_edit_of_the_text_is_one_of_the_file(loader: Loader, encoding: str, text: str, data: st.DataObject) -> None:
    document = read(loader, f"一、{SENTENCE}\n{text}\n甲镇人民政府\n", encoding)
    if document is None:
        return
    at = data.draw(st.integers(0, len(document.text) - 1))
    place = document.editable(Span(at, at + 1))
    if place is None or document.text[at] == "\n":
        return
    before, after = document.source.text[: place.at], document.source.text[place.at + 1 :]
    changed = apply(document.source.text, [Edit(Span(place.at, place.at + place.width), "改")])
    assert changed == f"{before}改{after}"
    assert document.source._replace(text=changed).encode() == document.source.bom + changed.encode(
        document.source.encoding
    )


def document_of(text: str, suffix: str = "txt") -> Document:
    return (MarkdownLoader() if suffix == "md" else PlainLoader()).load(text.encode(), f"a.{suffix}")


def test_a_broken_word_has_two_places_and_cannot_be_edited() -> None:
    lines = [SENTENCE * 2 + "我镇习近平法", "治思想学习深入，" + SENTENCE]
    document = document_of("一、工作\n" + "\n\n".join(lines) + "\n")
    at = document.text.index("法治思想")
    assert [(p.line, p.column) for p in document.places(Span(at, at + 4))] == [(2, len(lines[0])), (4, 1)]
    assert document.editable(Span(at, at + 4)) is None
    assert document.editable(Span(at, at + 1)) is not None


def test_a_decoded_entity_maps_as_a_whole() -> None:
    document = document_of("甲&amp;乙\n", "md")
    assert document.text == "甲&乙"
    assert [(p.at, p.width) for p in document.places(Span(1, 2))] == [(1, 5)]
    assert document.editable(Span(1, 2)) is None


@pytest.mark.parametrize(
    ("text", "at", "column"),
    [("甲乙   \n\n  丙丁", 2, 3), ("甲乙   \n\n  丙丁", 3, 3), ("**甲**乙", 1, 4), ("甲乙", 2, 3)],
)
def test_where_an_insertion_goes(text: str, at: int, column: int) -> None:
    """Behind the character before it, and at the start of a paragraph before its first one."""
    document = document_of(text, "md")
    place = document.editable(Span(at, at))
    assert place
    assert place.width == 0
    assert place.column == column


def test_columns_count_code_points_and_lines_end_at_line_feeds_only() -> None:
    document = document_of("甲\u2028乙\r\n丙𠀀丁\n")
    assert document.text == "甲\n乙\n丙𠀀丁"
    place = document.places(Span(document.text.index("丁"), len(document.text)))[0]
    assert (place.line, place.column, place.end_column) == (2, 3, 4)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.name)
@given(text=TEXTS, data=st.data())
def test_many_places_at_once_are_those_of_each(loader: Loader, text: str, data: st.DataObject) -> None:
    if (document := read(loader, text)) is None:
        return
    starts = st.integers(0, len(document.text))
    spans = [Span(at, min(len(document.text), at + data.draw(st.integers(0, 8)))) for at in data.draw(st.lists(starts))]
    assert document.first_places(spans) == [document.places(span)[0] for span in spans]
    assert document.editables(spans) == [document.editable(span) for span in spans]
