"""Numbers that Word generates, as the reader sees them."""

from __future__ import annotations

import pytest

from hegui.document.docx_numbering import numeral
from hegui.text.span import Span
from tests.document.word import p, read


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("chineseCounting", 1, "一"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("japaneseCounting", 20, "二十"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 1, "壹"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("upperLetter", 2, "B"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 9000, "9000"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 3999, "mmmcmxcix"),
        ("lowerRoman", 4000, "4000"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 12, "亥"),
        ("none", 3, ""),
        ("chineseCounting", 0, "0"),
        ("chineseCounting", -3, "-3"),
        ("decimalEnclosedCircle", 10**12, str(10**12)),
        ("vietnameseCounting", 4, "4"),
    ],
)
def test_numerals(form: str, value: int, text: str) -> None:
    assert numeral(value, form) == text


def level(at: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    told = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{told}</w:lvl>'


def num(key: int, abstract: int = 0, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def abstract(*levels: str, key: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def item(text: str, at: int | None = 0, key: int = 1) -> str:
    own = f'<w:ilvl w:val="{at}"/>' if at is not None else ""
    return p(text, props=f'<w:numPr>{own}<w:numId w:val="{key}"/></w:numPr>')


REPORT = abstract(
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCountingThousand", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    return read(body, numbering=numbering, styles=styles).text.split("\n")


def test_the_levels_of_a_report() -> None:
    body = item("甲") + item("乙", 1) + item("丙", 2) + item("丁", 2) + item("戊", 1) + item("己", 2) + item("庚")
    found = lines(body + item("辛", 3), REPORT + num(1))
    assert found == ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "1.己", "二、庚", "① 辛"]


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        (level(0, "decimal", "第%1章"), ["第1章 甲", "第2章 乙"]),
        (level(0, "chineseCounting", "第%1部分", '<w:suff w:val="nothing"/>'), ["第一部分甲", "第二部分乙"]),
        (level(0, "decimal", "%1", '<w:suff w:val="space"/>'), ["1 甲", "2 乙"]),
        (level(0, "decimal", "（%1）", start=3), ["（3）甲", "（4）乙"]),
        (level(0, "bullet", ""), ["甲", "乙"]),
        (level(0, "none", "附件："), ["附件：甲", "附件：乙"]),
        (level(0, "none", "%1"), ["甲", "乙"]),
        (level(0, "decimal", ""), ["甲", "乙"]),
        (level(0, "decimal", "%1%2%9."), ["1.甲", "2.乙"]),
        (level(1, "decimal", "%2."), ["甲", "乙"]),
        ('<w:lvl w:ilvl="x"/><w:lvl w:ilvl="99999999999"/>', ["甲", "乙"]),
    ],
)
def test_what_a_number_looks_like(own: str, shown: list[str]) -> None:
    assert lines(item("甲") + item("乙"), abstract(own) + num(1)) == shown


def test_decimals_of_several_levels() -> None:
    numbering = abstract(
        level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    )
    body = item("甲") + item("乙", 1) + item("丙", 2)
    assert lines(body, numbering + num(1)) == ["一、甲", "一.1 乙", "1.1.1 丙"]
    assert lines(item("深", 2) + item("浅", 1), numbering + num(1)) == ["1.1.1 深", "一.1 浅"]


def test_lists_of_one_kind_count_on_unless_they_begin_anew() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = REPORT + num(1) + num(2) + num(3, more=again)
    body = item("甲") + item("乙", key=2) + item("丙", key=3) + item("丁", key=3) + item("戊", key=1)
    assert lines(body, numbering) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_list_with_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>'
    assert lines(item("甲", key=4), REPORT + num(4, more=own)) == ["1)甲"]


def test_a_level_that_never_begins_anew() -> None:
    numbering = abstract(
        level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", '<w:lvlRestart w:val="0"/>')
    )
    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    assert lines(body, numbering + num(1)) == ["一、甲", "（一）乙", "二、丙", "（二）丁"]


STYLED = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/></w:style>'
)


@pytest.mark.parametrize("linked", [True, False], ids=["as Word links levels", "as LibreOffice names them"])
def test_numbers_of_styles(linked: bool) -> None:
    link = ['<w:pStyle w:val="1"/>', '<w:pStyle w:val="2"/>'] if linked else ["", ""]
    numbering = abstract(level(0, "chineseCounting", "%1、", link[0]), level(1, "chineseCounting", "（%2）", link[1]))
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(
        p(text, props=f'<w:pStyle w:val="{style}"/>{props}')
        for text, style, props in (("甲", 1, ""), ("乙", 2, ""), ("丙", 2, off), ("丁", 3, ""), ("戊", 2, ""))
    )
    assert lines(body, numbering + num(1), STYLED) == ["一、甲", "（一）乙", "丙", "二、丁", "（一）戊"]


def test_a_numbering_style_is_kept_elsewhere() -> None:
    kept = abstract(level(0, "chineseCounting", "%1、"), key=7, more='<w:styleLink w:val="列表"/>')
    user = abstract(key=8, more='<w:numStyleLink w:val="列表"/>')
    assert lines(item("甲") + item("乙"), kept + user + num(1, 8)) == ["一、甲", "二、乙"]
    loop = abstract(key=8, more='<w:numStyleLink w:val="列表"/><w:styleLink w:val="列表"/>')
    assert lines(item("甲"), loop + num(1, 8)) == ["甲"]


def test_empty_items_count_and_hidden_marks_do_not_show() -> None:
    assert lines(item("甲") + item("") + item("乙"), REPORT + num(1)) == ["一、甲", "三、乙"]


def test_a_number_is_no_text_of_the_file() -> None:
    document = read(item("工作") + item("计划"), numbering=REPORT + num(1))
    at = document.text.index("计划")
    (place,) = document.places(Span(at - 2, at + 2))
    assert (place.at, place.width, place.paragraph) == (3, 2, 2)
    assert document.editable(Span(at - 2, at)) is None
    assert document.editable(Span(at - 1, at + 1)) is None
    assert document.editable(Span(at, at + 2))


def test_lists_that_are_not_there() -> None:
    assert lines(item("甲", key=9) + item("乙", 12), REPORT + num(1) + num(2, 55)) == ["甲", "乙"]
    assert lines(item("甲", key=2), REPORT + num(2, 55)) == ["甲"]
    assert read(item("甲")).text == "甲"
