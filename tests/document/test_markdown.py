"""Markdown: the marks are left out, the words stay where they are."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.document.markdown import MarkdownLoader
from hegui.document.model import Document
from tests.document.wrapping import by_cells

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/report.txt"))
NO_MARKS = str.maketrans(dict.fromkeys("*_~`\\ "))


def load(text: str) -> Document:
    return MarkdownLoader().load(text.encode(), "a.md")


def blocks(text: str) -> list[tuple[str, int, str]]:
    document = load(text)
    return [(block.style, block.level, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("# 标题", 1, "标题"),
        ("## 一、主要工作 ##", 2, "一、主要工作"),
        ("###### 六级", 6, "六级"),
        ("\u3000\u3000# 缩进的标题", 1, "缩进的标题"),
        ("##一、没有空格", 2, "一、没有空格"),
        ("# **加粗**标题", 1, "加粗标题"),
        ("# C# 语言", 1, "C# 语言"),
        ("标题\n====", 1, "标题"),
        ("二级标题\n---", 2, "二级标题"),
    ],
)
def test_headings(line: str, level: int, words: str) -> None:
    assert blocks(f"{line}\n\n本段文字。\n") == [("heading", level, words), ("text", 0, "本段文字。")]


@pytest.mark.parametrize("line", ["####### 七级", "#1号文件", "#", "# "])
def test_no_headings(line: str) -> None:
    assert all(style == "text" for style, _, _ in blocks(f"{line}\n本段文字。\n"))


def test_a_rule_below_a_sentence_makes_no_heading() -> None:
    assert blocks("本段文字。\n---\n下段文字。\n***\n___\n* * *\n") == [
        ("text", 0, "本段文字。"),
        ("text", 0, "下段文字。"),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- 项目。", "项目。"),
        ("* 项目。", "项目。"),
        ("+ [x] 项目。", "项目。"),
        ("  - 项目。", "项目。"),
        ("1. 项目。", "1. 项目。"),
        ("> 引文。", "引文。"),
        ("> > - 引文。", "引文。"),
        ("\u3000\u3000缩进的段落。", "缩进的段落。"),
        ("    四个空格的段落。", "四个空格的段落。"),
        ("\t制表符后的段落。", "制表符后的段落。"),
        ("行尾两个空格。  ", "行尾两个空格。"),
        ("-没有空格。", "-没有空格。"),
        ("**加粗**与*斜体*与***两者***。", "加粗与斜体与两者。"),
        ("__加粗__，_斜体_，与~~删去~~。", "加粗，斜体，与删去。"),
        ("__年__月__日，文_件_名。", "__年__月__日，文_件_名。"),
        ("**（一）加强领导。**我镇。", "（一）加强领导。我镇。"),
        ("文件名a_b_c，日期2024_01_02。", "文件名a_b_c，日期2024_01_02。"),
        ("5 * 3 * 2，张**，**未闭合。", "5 * 3 * 2，张**，**未闭合。"),
        ("代码`a*b*`与``a`b``。", "代码a*b*与a`b。"),
        ("单个`反引号。", "单个`反引号。"),
        (r"转义\*星\*与\\。", r"转义*星*与\。"),
        (r"路径C:\甲。", r"路径C:\甲。"),
        ("[文字](http://a.b/c)。", "文字。"),
        ('[文字](<a/b c> "题")与[甲](./附件.docx)。', "文字与甲。"),
        ("[文字](http://a.b/(c))。", "文字。"),
        ("![图片](a.png)文字。", "文字。"),
        ("[![图](a.png)](b.html)文字。", "文字。"),
        ("[**粗**](a.html)。", "粗。"),
        ("国发[2010]33号。", "国发[2010]33号。"),
        ("[2010](试行)。", "[2010](试行)。"),
        ("（一）[索引]（甲）。", "（一）[索引]（甲）。"),
        ("脚注[^1]。", "脚注。"),
        ("<http://a.b/c>。", "http://a.b/c。"),
        ("<b>粗</b>与<font color='red'>红</font>。", "粗与红。"),
        ("<CRM系统>与<APP>与a<b。", "<CRM系统>与<APP>与a<b。"),
        ("甲&nbsp;乙&amp;丙&lt;&#20013;。", "甲\u00a0乙&丙<中。"),
        ("AT&T与&unknown;。", "AT&T与&unknown;。"),
        ("甲<!-- 注 -->乙。", "甲乙。"),
        ("甲 <!-- 注 --> 乙。", "甲 乙。"),
        ("甲<!-- 没有结束。", "甲<!-- 没有结束。"),
    ],
)
def test_inline(line: str, words: str) -> None:
    assert blocks(line + "\n") == [("text", 0, words)]


def test_line_breaks_part_lines() -> None:
    assert blocks("第一行，<br>第二行。<br/>第三行。</p>第四行。\n") == [
        ("text", 0, "第一行，第二行。"),
        ("text", 0, "第三行。"),
        ("text", 0, "第四行。"),
    ]


def test_tables_are_rows() -> None:
    text = "| 项目 | 数量 |\n|:---|---:|\n| 书面 | **27** |\n\n甲 | 乙\n--|--\n1 | 2\n后文。\n"
    assert blocks(text) == [
        ("row", 0, "| 项目 | 数量 |"),
        ("row", 0, "| 书面 | 27 |"),
        ("row", 0, "甲 | 乙"),
        ("row", 0, "1 | 2"),
        ("text", 0, "后文。"),
    ]
    assert blocks("<table><tr><td>12</td><td>34</td></tr></table>\n") == [("text", 0, "12 34")]
    assert blocks("| 甲<br>乙 | 丙 |\n") == [("row", 0, "| 甲 乙 | 丙 |")]


def test_code_is_left_alone() -> None:
    text = "```text\n# 不是**标题**\n- 不是列表\n```\n后**文**。\n~~~\n```\n~~~\n末文。\n"
    assert blocks(text) == [
        ("alone", 0, "# 不是**标题**"),
        ("alone", 0, "- 不是列表"),
        ("text", 0, "后文。"),
        ("alone", 0, "```"),
        ("text", 0, "末文。"),
    ]


def test_front_matter_gives_labels() -> None:
    document = load(
        '\ufeff---\ntitle: "2024年报告"\n发布日期： 2025-01-02\ntags:\n  - 甲\n# 注\n\nurl: http://a.b\n---\n本段。\n'
    )
    assert document.text == "本段。"
    assert [(label.name, label.value) for label in document.labels] == [
        ("标题", "2024年报告"),
        ("发布日期", "2025-01-02"),
        ("tags", ""),
        ("url", "http://a.b"),
    ]
    assert document.source.text.startswith("发布日期", document.labels[1].at)


@pytest.mark.parametrize(
    "text", ["---\n这不是键值，是正文。\n---\n", "---\na: b\n本段文字没有结束。\n", "一、甲\n---\na: b\n---\n"]
)
def test_no_front_matter(text: str) -> None:
    assert load(text).labels == ()
    assert "---" not in load(text).text
    assert all(line in load(text).text for line in text.split("\n") if len(line) > 6)


def test_references_are_left_out() -> None:
    assert blocks('[1]: http://a.b/c\n[甲]: <x> "题"\n[^1]: 脚注文字。\n[注]: 这是正文。\n') == [
        ("text", 0, "脚注文字。"),
        ("text", 0, "[注]: 这是正文。"),
    ]


def test_comments() -> None:
    text = "<!-- hegui: ignore[A] 旧文 -->\n# 标题\n\n<!-- 草稿\n\n不要 -->本段。<!-- hegui: ignore[B] 理由 -->\n"
    document = load(text)
    assert document.text == "标题\n本段。"
    assert [(c.text, c.anchor, c.alone) for c in document.comments] == [
        ("hegui: ignore[A] 旧文", 0, True),
        ("hegui: ignore[B] 理由", 6, False),
    ]


def test_wrapped_items_are_joined() -> None:
    seed = next(seed for seed in SEEDS if seed.parent.name == "qunan-2024")
    items = [words for _, _, words in blocks(seed.read_text("utf-8")) if len(words) > 60]
    text = "".join("- " + "\n  ".join(by_cells(item, 38, 2)) + "\n" for item in items)
    assert [words for _, _, words in blocks(text)] == items


@given(st.text("*_`~[]()!<>\\|#-=:&;a1甲。 \n", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """Whatever the marks, the Chinese characters stay, but for the addresses of links and images."""
    if any(mark in text for mark in "(<>["):
        return
    text += "\n甲甲甲甲，甲甲甲甲。\n"
    assert load(text).text.count("甲") == text.count("甲")


@given(st.lists(st.sampled_from(["**", "*", "__", "~~", "`", "甲", "乙。", " ", "\\"]), max_size=14).map("".join))
def test_marks_go_in_pairs_and_words_stay(text: str) -> None:
    text = f"首{text}末字。"
    read = load(text).text
    assert read.translate(NO_MARKS) == text.translate(NO_MARKS)
    if "\\" not in text:
        assert all((text.count(mark) - read.count(mark)) % 2 == 0 for mark in "*_~`")
