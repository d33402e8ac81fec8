"""What a reader sees of the elements that Word and WPS write."""

from __future__ import annotations

import pytest

from hegui.document.docx import DocxLoader, docx_text
from hegui.document.docx_making import word_package
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document.word import field, p, r, read, t, table

MC = "mc:AlternateContent"
BOX = f"<w:txbxContent>{p('框里的字')}</w:txbxContent>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="o"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="x"><w:name w:val="heading 9"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="r"><w:basedOn w:val="s"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="r"/></w:style>'
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((r("法治"), r("政府"), r("建设")), "法治政府建设"),
        (("甲", f"<w:ins>{r('添')}</w:ins>", "乙"), "甲添乙"),
        (("甲", "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", "乙"), "甲乙"),
        (("甲", f"<w:del>{r('删')}</w:del>", f"<w:moveFrom>{r('移')}</w:moveFrom>", "乙"), "甲乙"),
        ((f"<w:moveTo>{r('移来')}</w:moveTo>", "乙"), "移来乙"),
        (("见", f'<w:hyperlink r:id="x">{r("官网")}</w:hyperlink>', "。"), "见官网。"),
        ((field(" HYPERLINK \\l x ", "链接"), "后"), "链接后"),
        (("共", field("=SUM(ABOVE)", "12"), "件"), "共12件"),
        ((field("DATE", field("=1+1", "2"), "024年初"),), "2024年初"),
        ((f'<w:fldSimple w:instr=" DATE ">{r("2024年")}</w:fldSimple>', "度"), "2024年度"),
        (("甲", r("<w:tab/>"), "乙"), "甲\t乙"),
        (("甲", r("<w:ptab/>"), "乙"), "甲\t乙"),
        ((r("2021", "<w:noBreakHyphen/>", "2025年"),), "2021-2025年"),
        ((r("甲", "<w:softHyphen/>", "乙"),), "甲乙"),
        ((r('<w:sym w:font="宋体" w:char="2014"/>'), "乙"), "—乙"),
        ((r('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "是"), "☑是"),
        ((r('<w:sym w:font="Wingdings" w:char="F0XX"/>'), "是"), "是"),
        (("甲", r("隐", props="<w:vanish/>"), "乙"), "甲乙"),
        (("甲", r("显", props='<w:vanish w:val="0"/>'), "乙"), "甲显乙"),
        (("甲", r("隐", props='<w:rStyle w:val="h"/>'), "乙"), "甲乙"),
        (("甲", r("页", props="<w:webHidden/>"), "乙"), "甲页乙"),
        ((r(f"<w:ruby><w:rt>{r('hé guī')}</w:rt><w:rubyBase>{r('合规')}</w:rubyBase></w:ruby>"),), "合规"),
        (("依据", r('<w:footnoteReference w:id="1"/>'), "办理"), "依据办理"),
        ((f"<w:smartTag>{r('标签')}</w:smartTag>", f"<w:customXml>{r('内')}</w:customXml>"), "标签内"),
        (("<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>", "控", "</w:sdtContent></w:sdt>"), "控"),
        (("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "元"), "x+y元"),
        (("　　全角", r("　空格")), "全角　空格"),
        ((f"<{MC}><mc:Choice Requires='x'>{r('新')}</mc:Choice><mc:Fallback>{r('旧')}</mc:Fallback></{MC}>",), "新"),
        ((f"<{MC}><mc:Fallback>{r('旧')}</mc:Fallback></{MC}>",), "旧"),
        (("<w:r><w:t> 首 </w:t></w:r>", "尾"), "首尾"),
        (("<w:r><w:t>断\n行</w:t></w:r>",), "断 行"),
        ((r("<w:t>甲</w:t>", "<w:lastRenderedPageBreak/>", "<w:t>乙</w:t>"),), "甲乙"),
    ],
)  # fmt: skip
def test_a_paragraph_as_it_is_seen(content: tuple[str, ...], text: str) -> None:
    assert read(p(*content), styles=STYLES).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("县政府", r("<w:br/>"), "关于情况的报告"), "县政府\n关于情况的报告"),
        (p("甲", r('<w:br w:type="page"/>'), "乙", r("<w:cr/>"), "丙"), "甲\n乙\n丙"),
        (p("甲") + p() + p("　") + p("乙"), "甲\n乙"),
        (p("前") + p("框", r(f"<w:drawing>{BOX}</w:drawing>")) + p("后"), "前\n框\n框里的字\n后"),
        (p(r(f"<{MC}><mc:Choice>{BOX}</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict>"
             f"</mc:Fallback></{MC}>")) + p("后"), "框里的字\n后"),
        (p(r(f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>"), "锚"), "锚\n框里的字"),
        (f"<w:sdt><w:sdtContent>{p('整段控件')}</w:sdtContent></w:sdt>", "整段控件"),
        (p("旧", props="<w:rPr><w:del/></w:rPr>") + p("新"), "旧新"),
        (p("甲", props="<w:rPr><w:ins/></w:rPr>") + p("新"), "甲\n新"),
        (p("甲", props='<w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange>') + p("乙"), "甲\n乙"),
        (("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
         f"<w:sdtContent>{p('目录')}{p('一、工作 1')}</w:sdtContent></w:sdt>{p('本文')}"), "本文"),
        (p(field(" TOC \\o ", "一、工作", field("PAGEREF x", "1"))) + p("本文"), "本文"),
        (p("<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
           "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "一、工作") + p("二、成效")
         + p("<w:r><w:fldChar w:fldCharType='end'/></w:r>", "本文"), "本文"),
        (p("一、工作 1", props='<w:pStyle w:val="TOC1"/>') + p("本文"), "本文"),
        (p("<w:r><w:fldChar w:fldCharType='begin'/></w:r>", "没有结束") + p("本文"), "本文"),
        (table(("只有一格",)) + p("后"), "只有一格\n后"),
        (table(("件数", "115"), ("", "无")), "| 件数 | 115 |\n| | 无 |"),
        (table(("甲", p("一") + p("二"), "")), "| 甲 | 一 二 | |"),
        (table(("甲", f"<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{p('宽')}", "丙")), "| 甲 | 宽 | | 丙 |"),
        (table(("外", table(("里", "面")))), "外\n| 里 | 面 |"),
        (table(("左", "".join(map(p, "一二三四五")))), "左\n一\n二\n三\n四\n五"),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('删')}</w:tc></w:tr></w:tbl>{p('留')}", "留"),
        (f"<w:tc>{p('无表之格')}</w:tc><w:tr><w:tc>{p('无表之行')}</w:tc></w:tr>", "无表之格\n无表之行"),
        (f"<w:txbxContent>{p('无主')}</w:txbxContent>", "无主"),
    ],
)  # fmt: skip
def test_a_body_in_order(body: str, text: str) -> None:
    assert read(body, styles=STYLES).text == text


def test_a_table_of_contents_that_never_ends_does_not_swallow_the_report() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
    document = read(p(begin, "<w:r><w:fldChar w:fldCharType='separate'/></w:r>", "一、工作") + p("本文"))
    assert document.text == "一、工作\n本文"


def test_headers_footers_and_notes_are_apart() -> None:
    body = p("本文") + '<w:sectPr><w:footerReference r:id="footer1"/></w:sectPr>'
    assert read(body, footer1=p("页脚"), styles=STYLES).text == "本文"


def test_files_of_the_strict_kind() -> None:
    data = word_package(p(r("甲"), "<w:hyperlink r:id='a'>" + r("乙") + "</w:hyperlink>"), strict=True)
    assert DocxLoader().load(data, "a.docx").text == "甲乙"


@pytest.mark.parametrize(("style", "level"), [("1", 1), ("a", 1), ("2", 2), ("o", 3), ("x", 0), ("r", 0), ("没有", 0)])
def test_headings_by_style(style: str, level: int) -> None:
    document = read(p("总则", props=f'<w:pStyle w:val="{style}"/>') + p("本文"), styles=STYLES)
    assert [(block.style, block.level) for block in document.blocks] == [
        ("heading" if level else "text", level),
        ("text", 0),
    ]


def test_headings_by_outline_and_below_a_title_that_is_none() -> None:
    top = '<w:outlineLvl w:val="0"/>'
    body = (
        p("标题")
        + p("工作", props=top)
        + p("本文")
        + p("计划", props=top)
        + p("小节", props='<w:outlineLvl w:val="1"/>')
    )
    assert [block.level for block in read(body).blocks] == [0, 2, 0, 2, 3]
    title = p("某镇", props=top) + p("报告", props=top) + p("工作", props='<w:outlineLvl w:val="1"/>')
    assert [block.level for block in read(title).blocks] == [1, 1, 2]
    assert read(p("本文", props='<w:outlineLvl w:val="9"/>')).blocks[0].style == "text"


def test_alignment() -> None:
    body = "".join(p("行", props=f'<w:jc w:val="{value}"/>') for value in ("center", "right", "end", "both", "left"))
    assert [block.align for block in read(body).blocks] == ["center", "right", "right", "", ""]


def test_where_things_stand() -> None:
    body = p("标题") + p() + table(("甲", "乙", "丙"), ("丁", "", "戊")) + p("末", "段") + table(("一格",))
    document = read(body)
    words = {char: document.places(Span(at, at + 1))[0] for at, char in enumerate(document.text)}
    assert words["标"].words == "第 1 段"
    assert words["丙"].words == "表 1 第 1 行第 3 格"
    assert words["戊"].cell == (1, 2, 3)
    assert (words["段"].paragraph, words["段"].column, words["段"].line) == (2, 2, None)
    assert words["格"].cell == (2, 1, 1)
    whole = document.places(Span(document.text.index("|"), document.text.index("戊")))
    assert len(whole) == 1
    assert document.editable(Span(0, 2))
    assert document.editable(Span(1, 4)) is None


def test_the_way_back_to_the_elements() -> None:
    body = (
        p("甲乙", r(f"<w:drawing>{BOX}</w:drawing>"), f"<w:del>{r('删')}</w:del>", r("<w:tab/>", "丙"))
        + f"<{MC}><mc:Choice>{p('选')}</mc:Choice><mc:Fallback>{p('弃')}</mc:Fallback></{MC}>"
        + p("<w:r><w:t>  丁戊 </w:t></w:r>")
    )
    text = docx_text(word_package(body))
    assert text.text == "甲乙\t丙\n框里的字\n选\n丁戊\n"
    found = [[tuple(stretch) for stretch in paragraph.stretches] for paragraph in text.paragraphs]
    assert found == [[(0, 2, 0, 0, 0), (3, 4, 0, 2, 0)], [(5, 9, 1, 0, 0)], [(10, 11, 2, 0, 0)], [(12, 14, 4, 0, 2)]]
    assert [paragraph.number for paragraph in text.paragraphs] == [1, 2, 3, 4]


def test_what_word_makes_of_elements_cannot_be_edited() -> None:
    document = read(p("甲", r("<w:tab/>"), r("<w:noBreakHyphen/>"), r("丙", t("丁"))))
    assert document.text == "甲\t-丙丁"
    assert [document.editable(Span(at, at + 1)) is not None for at in range(5)] == [True, False, False, True, True]
    assert document.editable(Span(3, 5))


def test_a_file_without_words() -> None:
    with pytest.raises(Unreadable, match="没有可读的文字"):
        read(p() + table(("", "")))
