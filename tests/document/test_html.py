"""Web pages: what a reader sees is read, where it stands is kept."""

import pytest

from hegui.document.html import HtmlLoader
from hegui.document.model import Document
from hegui.text.source import Unreadable
from hegui.text.span import Span


def load(text: str, path: str = "a.html") -> Document:
    return HtmlLoader().load(text.encode(), path)


def blocks(text: str, path: str = "a.html") -> list[str]:
    document = load(text, path)
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<p>甲。</p><p>乙。</p>", ["甲。", "乙。"]),
        ("<p>甲。<p>乙。", ["甲。", "乙。"]),
        ("<div>甲。<div>乙。</div>丙。</div>", ["甲。", "乙。", "丙。"]),
        ("甲。<br>乙。<BR/>丙。<br />丁。", ["甲。", "乙。", "丙。", "丁。"]),
        ("<p>依<span style='x'>法</span><b>行<i>政</i></b><o:p></o:p>。</p>", ["依法行政。"]),
        ("<p>甲 <b>乙</b></p>", ["甲 乙"]),
        ("<p> 甲 \t <b> 乙</b> </p>", ["甲 乙"]),
        ("<p>依法\n    行政</p>", ["依法行政"]),
        ("<p>依法 行政</p>", ["依法 行政"]),
        ("<p>rule of\nlaw</p>", ["rule of law"]),
        ("<p>2024\n年<b>\n工作</b></p>", ["2024年工作"]),
        ("<p>\u3000\u3000&nbsp;甲\u3000乙&nbsp;&nbsp;丙&nbsp;</p>", ["甲\u3000乙  丙"]),
        ("<p>&emsp;&#12288;甲&#x4E59;&ldquo;丙&rdquo;&hellip;&AMP;&lt;&nosuch;&</p>", ["甲乙“丙”…&<&nosuch;&"]),
        ("<p>甲&nbsp乙&copy2024&notit;&#27861;&#27835</p>", ["甲 乙©2024¬it;法治"]),
        ("<p>甲&#0;&#xD800;&#8203;&#1;乙&#10;丙&#9;丁</p>", ["甲\ufffd\ufffd乙丙 丁"]),
        ("<p>1 < 2，甲<5件，a<b>c</b></p>", ["1 < 2，甲<5件，ac"]),
        ("<ul><li>甲。<li>乙。</ul>", ["甲。", "乙。"]),
        ("<ol><li>甲。</li><li>二、乙。</li><li><p>丙。</p></li></ol>", ["1. 甲。", "二、乙。", "3. 丙。"]),
        ("<ol style='list-style-type: none'><li>甲。</ol>", ["甲。"]),
        ("<pre>甲。\r\n  乙。\n\n丙  丁。</pre>", ["甲。", "乙。", "丙  丁。"]),
        ("<div style='white-space: pre-wrap'>甲。\n乙。</div><div>丙\n丁</div>", ["甲。", "乙。", "丙丁"]),
        ("<span style='display:block'>甲。</span>乙。", ["甲。", "乙。"]),
        ("<a href='x'>甲</a>乙<a name=n>丙", ["甲乙丙"]),
        ("甲</p>乙</br>丙</span></x>丁", ["甲", "乙", "丙丁"]),
        ("<p title='a>b' data=\"x'y\" class=c/d>甲</p>", ["甲"]),
        ("<![if !supportLists]><span>一、</span><![endif]>工作", ["一、工作"]),
        ("<?xml version='1.0'?><!DOCTYPE html>甲", ["甲"]),
        ("甲<![CDATA[乙]]>丙", ["甲丙"]),
    ],
)
def test_what_is_read(html: str, read: list[str]) -> None:
    assert blocks(html) == read


def test_xhtml_is_xml() -> None:
    assert blocks("<div><p/>甲<script/>乙<![CDATA[<丙>&amp;]]></div>", "a.xhtml") == ["甲乙<丙>&amp;"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color:red; DISPLAY : none'>{}</p>",
        "<span style='display:none;mso-hide:all'>{}</span>",
        "<div hidden>{}</div>",
        "<div aria-hidden='true'><p>{}</p></div>",
        "<p style='visibility: hidden'>{}</p>",
        "<noscript>{}</noscript>",
        "<template><p>{}</p></template>",
        "<select><option>{}<option>{}</select>",
        "<button>{}</button>",
        "<script>'</p>{}'</script>",
        "<style>{}</style>",
        "<textarea>{}</textarea>",
        "<svg><text>{}</text></svg>",
        "<nav>{}</nav>",
        "<del>{}</del>",
        "<!-- {} -->",
        "<!-- {} --!>",
        "<!--[if gte mso 9]><xml>{}</xml><![endif]-->",
        "<!-->",
        "<!--->",
        "<? {} ?>",
        "<!x {}>",
        "</ {}>",
        "<img alt='{}'>",
        "<input value='{}'>",
        "<ruby><rt>{}</rt></ruby>",
    ],
)
def test_what_is_not_shown_is_not_read(hidden: str) -> None:
    assert blocks(f"<p>甲。</p>{hidden.format('不读', '不读')}<p>乙。</p>") == ["甲。", "乙。"]


def test_hiding_ends_with_what_is_hidden() -> None:
    assert blocks("<p style='display:none'>隐<p>甲<div hidden><span>隐</div>乙<td hidden>隐<td>丙") == [
        "甲",
        "乙",
        "丙",
    ]


@pytest.mark.parametrize("tag", ["<!--", "<script>", "<style>", "<title>", "<textarea>", "<iframe>"])
def test_what_never_ends_hides_nothing(tag: str) -> None:
    assert blocks(f"<p>甲。</p>{tag}<p>乙。</p>{tag}<p>丙。</p>") == ["甲。", "乙。", "丙。"]


def test_an_unfinished_tag_ends_the_page() -> None:
    assert blocks("<p>甲。</p><p style='text") == ["甲。"]


def test_a_quote_that_never_ends() -> None:
    assert blocks("<p>甲。</p><p style=\"a>乙。</p><p class='b'>丙。</p>") == ["甲。", "乙。", "丙。"]


@pytest.mark.parametrize("html", ["", " \n", "<p></p>", "<p>&nbsp;</p><!-- 甲 -->", "<script>甲</script>", "<p", "</"])
def test_a_page_without_text(html: str) -> None:
    with pytest.raises(Unreadable, match=r"没有可读的文字|文件是空的"):
        load(html)


def test_headings_have_their_levels() -> None:
    document = load("<h1>标题</h1><h2><span>一、</span>工作</h2><p>正文。</p><h3>（一）一<br>行</h3>")
    found = [(block.style, block.level, block.span.of(document.text)) for block in document.blocks]
    assert found == [
        ("heading", 1, "标题"),
        ("heading", 2, "一、工作"),
        ("text", 0, "正文。"),
        ("heading", 3, "（一）一"),
        ("heading", 3, "行"),
    ]


def rows(html: str) -> list[str]:
    document = load(html)
    return [block.span.of(document.text) for block in document.blocks if block.style == "row"]


def test_a_table_of_data_is_read_by_rows() -> None:
    html = (
        "<table><thead><tr><th>类别<th>件数</tr></thead>"
        "<tr><td><p>甲<br>类</p><td> 12 </tr><tr><td><td>5</tr><tr><td>合计</td><td>17</td></tr></table>"
    )
    assert rows(html) == ["| 类别 | 件数 |", "| 甲 类 | 12 |", "|  | 5 |", "| 合计 | 17 |"]


def test_cells_over_several_columns_and_rows_keep_the_columns() -> None:
    html = (
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<td>丙<tr><td>1<td>2<td>3"
        "<tr><td>丁<td>4<td rowspan='2'>5<td>6<tr><td>戊<td>7<td>8</table>"
    )
    assert rows(html) == ["| 甲 | 乙 | | 丙 |", "| | 1 | 2 | 3 |", "| 丁 | 4 | 5 | 6 |", "| 戊 | 7 | | 8 |"]


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>甲。</td></tr><tr><td>乙。</td></tr></table>",
        "<table><tr><td>甲。</td><td>乙。</td></tr></table>",
        "<table><tr><td>甲。<table><tr><td>乙。</td></tr></table></td><td></td></tr><tr><td><td></tr></table>",
    ],
)
def test_a_table_for_layout_is_read_as_text(html: str) -> None:
    assert blocks(html) == ["甲。", "乙。"]
    assert rows(html) == []


def test_long_cells_are_text() -> None:
    long = "全年坚持依法行政，" * 60
    assert rows(f"<table><tr><td>左<td>右</tr><tr><td>{long}</td><td>{long}</td></tr></table>") == []


def test_entities_and_gaps_map_as_a_whole() -> None:
    text = "<p>甲&amp;乙  <b>\n丙</b></p>"
    document = load(text)
    assert document.text == "甲&乙丙"
    assert [(p.at, p.width) for p in document.places(Span(1, 2))] == [(text.index("&"), 5)]
    assert document.editable(Span(1, 2)) is None
    place = document.editable(Span(3, 4))
    assert place
    assert (place.line, place.column) == (2, 1)


def test_remarks_to_hegui() -> None:
    html = (
        "<!-- hegui: ignore[FMT] 全文 -->\n<div class=nav>首页</div><div id=zoom><p>标题一二三四五六报告</p>"
        "<p>第一段<!-- hegui: ignore[A] 段内 -->。</p>\n<!-- 注 --><!--hegui:ignore[B] 下一段-->"
        f"<p>{'第二段。' * 60}</p></div>"
        "<!-- hegui: ignore[C] 文末 -->"
    )
    document = load(html)
    found = [(c.text, c.alone, document.text[c.anchor : c.anchor + 3]) for c in document.comments]
    assert found == [
        ("hegui: ignore[FMT] 全文", True, "标题一"),
        ("hegui: ignore[C] 文末", True, ""),
        ("hegui: ignore[A] 段内", False, "。\n第"),
        ("hegui:ignore[B] 下一段", True, "第二段"),
    ]
    assert all(html.startswith("<!--", comment.at) for comment in document.comments)


def test_indents_are_those_a_reader_sees() -> None:
    """A broken sentence is joined, but not with a paragraph that is indented."""
    first = "我镇坚持依法行政，全面推进法治政府建设，取得明显成效，群众满意度不断提高，同时也看到仍然存在的不足，" * 2
    for indent in ("", "style='text-indent:2em'", "style='text-indent: 32.0pt'"):
        html = f"<p {indent}>{first}</p><p {indent}>继续努力。</p>"
        assert len(blocks(html)) == (2 if indent else 1)
