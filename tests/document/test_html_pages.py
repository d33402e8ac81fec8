"""Pages of content systems: the report is found, the rest of the page is not read as its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from hegui.document.html import HtmlLoader
from hegui.document.model import Document
from hegui.document.plain import PlainLoader
from hegui.engine.fix import Fixed, fix
from hegui.engine.session import Request, Session
from hegui.text.edit import Safety
from hegui.text.source import Unreadable
from tests.document.pages import SHAPES, labels_of, paragraphs_of
from tests.generator import corpus

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/report.txt"))
TITLE = "甲县乙镇人民政府2024年法治政府建设年度报告"
BODY = [
    "2024年，乙镇坚持依法行政，全面推进法治政府建设，取得明显成效，现将有关情况报告如下。",
    "一、主要举措和成效",
    "全年召开党委会议4次，研究法治工作12件，审查合同30份，化解矛盾纠纷56件，群众满意度不断提高。" * 3,
    "二、存在的不足和原因",
    "主要是人员力量不足，原因是机构改革后编制没有到位，执法人员的业务水平有待提高，宣传形式单一。",
    "甲县乙镇人民政府",
    "2025年1月10日",
]


def load(html: str) -> Document:
    return HtmlLoader().load(html.encode(), "a.html")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Request(paths=()))


def test_composed_reports_are_the_same_as_pages() -> None:
    for number, made in enumerate(corpus(60)):
        plain = PlainLoader().load(made.text.encode(), "a.txt")
        for shape in SHAPES.values():
            page = HtmlLoader().load(shape(paragraphs_of(plain), labels_of(plain)), "a.html")
            assert page.text == plain.text, number
            kept = {(name, value) for name, value in labels_of(page) if "日期" in name or "时间" in name}
            assert kept == {(name, value) for name, value in labels_of(plain) if "日期" in name or "时间" in name}


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>\n" for text in texts)


LINKS = "<ul>" + "".join(f"<li><a href='{n}'>栏目名称{n}</a></li>" for n in range(8)) + "</ul>"
NEWS = "<div class='side'>" + "".join(f"<p>本县召开第{n}次会议</p>" for n in range(4)) + "</div>"
AROUND = {
    "no name": f"{LINKS}<div><div>{{}}</div></div><div>主办：甲县人民政府</div>",
    "usual name": f"<div>{LINKS}</div><div class='article'>{{}}</div>{NEWS}",
    "own name in a usual one": f"<div class='content'>{LINKS}<div id='zoom'>{{}}</div><p>打印</p></div>{NEWS}",
    "nested own names": f"{NEWS}<div id='Zoom'><div class='TRS_Editor'><div class='TRS_Editor'>{{}}</div></div></div>",
    "only links around": f"<table><tr><td>{LINKS}</td><td>{{}}</td></tr></table>",
    "name in capitals, several classes": f"<DIV CLASS='a UCAP-CONTENT b'>{{}}</DIV>{NEWS}",
    "own name that holds something else": f"<div class='TRS_Editor'><p>本文摘要。</p></div><div>{{}}</div>{LINKS}",
    "shown by a script": "<div style='display:none' class='zoom'>{}</div><p>加载中</p>",
    "article": f"<header>{LINKS}</header><article>{{}}</article><footer>{LINKS}</footer>",
    "nothing": "{}",
    "breadcrumb inside": "<div class='TRS_Editor'><div class='breadcrumb'><a href=1>首页</a> &gt; 公开</div>{}</div>",
    "related links inside": f"<div class='TRS_Editor'>{{}}<div class='list'>{LINKS}</div></div>",
}


@pytest.mark.parametrize("around", AROUND)
def test_the_report_is_found(around: str) -> None:
    document = load(f"<html><body>{AROUND[around].format(paragraphs([TITLE, *BODY]))}</body></html>")
    read = paragraphs_of(document)
    assert [text for text in read if text in (TITLE, *BODY)] == [TITLE, *BODY]
    assert [text for text in read if text not in (TITLE, *BODY) and "次会议" not in text and "摘要" not in text] == []


def test_a_report_in_two_containers_is_kept_whole() -> None:
    half = len(BODY) // 2
    html = (
        f"{LINKS}<div class=main><div class=TRS_Editor>{paragraphs(BODY[:half])}</div>"
        f"<div class=TRS_Editor>{paragraphs(BODY[half:])}</div></div>"
    )
    assert paragraphs_of(load(html)) == BODY


def test_a_report_of_which_half_stands_outside_is_kept_whole() -> None:
    html = f"<div class=x><div class=TRS_Editor>{paragraphs(BODY[:2])}</div>{paragraphs(BODY[2:])}</div>"
    assert paragraphs_of(load(html)) == BODY


HEADS = {
    "meta": (f"<meta name='ArticleTitle' content='{TITLE}'><title>甲县人民政府</title>", ""),
    "meta before h1": (f"<meta content='{TITLE}' name=articletitle>", "<h1>另一件事情的报告</h1>"),
    "h1": ("<title>甲县人民政府</title>", f"<h1><span>{TITLE}</span></h1>"),
    "h1 before title": ("<title>甲县政务公开的年度报告</title>", f"<h1>{TITLE}</h1>"),
    "title": (f"<title>\n{TITLE}_甲县人民政府</title>", "<h1>甲县人民政府</h1>"),
    "title, site first": (f"<title>甲县人民政府 - 公开 - {TITLE}</title>", ""),
    "title with a bar": (f"<title>{TITLE}｜甲县人民政府</title>", ""),
}


@pytest.mark.parametrize("head", HEADS)
def test_the_title_of_the_page_is_taken_when_the_text_has_none(head: str) -> None:
    inside, above = HEADS[head]
    for frame in ("<div class=TRS_Editor>{}</div>", "{}"):
        body = frame.format(paragraphs(BODY))
        html = f"<html>\n<head>{inside}</head>\n<body>{above if 'TRS' in frame else ''}{body}</body></html>"
        document = load(html)
        if TITLE in html:
            assert paragraphs_of(document) == [TITLE, *BODY]
            place = document.places(document.blocks[0].span)[0]
            assert html[place.at : place.at + place.width] == TITLE


@pytest.mark.parametrize(
    "own",
    [
        [TITLE],
        ["甲县乙镇人民政府", "2024年法治政府建设年度报告"],
        ["甲县乙镇人民政府关于2024年度法治政府建设情况的报告"],
    ],
)
def test_a_title_in_the_text_is_enough(own: list[str]) -> None:
    head = f"<title>{TITLE}</title><meta name=ArticleTitle content={TITLE}>"
    assert paragraphs_of(load(f"{head}<div id=zoom>{paragraphs([*own, *BODY])}</div>")) == [*own, *BODY]


@pytest.mark.parametrize(
    "head", ["<title>甲县人民政府</title>", "<title>政府信息公开_甲县</title>", "<h1>信息公开</h1>"]
)
def test_what_is_no_title_is_not_made_one(head: str) -> None:
    assert paragraphs_of(load(f"{head}<div id=zoom>{paragraphs(BODY)}</div>")) == BODY


def labels(head: str, above: str) -> dict[str, str]:
    return dict(labels_of(load(f"<head>{head}</head>{above}<div id=zoom>{paragraphs([TITLE, *BODY])}</div>")))


def test_the_day_of_publication_is_told_by_meta_or_by_the_page() -> None:
    meta = "<meta name='PubDate' content='2025-01-20 10:16'><meta name='ContentSource' content='乙镇'>"
    assert labels(meta, "") == {"发布日期": "2025-01-20 10:16", "来源": "乙镇"}
    assert labels("<meta name=publishdate content=2025/01/20>", "<p>来源：丙局</p>") == {
        "来源": "丙局",
        "发布日期": "2025/01/20",
    }
    assert labels(meta, "<p>发布时间：2025-01-22</p>") == {"发布时间": "2025-01-22", "来源": "乙镇"}
    assert labels("<meta name=PubDate content='昨天'><meta name=PubDate>", "") == {}


def test_a_table_of_labels() -> None:
    above = (
        "<table><tr><td>索&nbsp;引&nbsp;号：</td><td>11A/2025-1</td><td>文号：</td><td></td></tr>"
        "<tr><th>发布机构</th><td>乙镇</td><th>发布日期</th><td>2025-01-20</td></tr></table>"
    )
    expected = {"索引号": "11A/2025-1", "文号": "", "发布机构": "乙镇", "发布日期": "2025-01-20"}
    assert labels("", above) == expected
    one = "<table><tr><td>发布机构</td><td>乙镇</td><td>发布日期</td><td>2025-01-20</td></tr></table>"
    assert labels("", one) == {"发布机构": "乙镇", "发布日期": "2025-01-20"}
    spans = "<div><span>来源：乙镇</span><span>发布日期：2025-01-20</span><span>浏览次数：<b></b>次</span></div>"
    assert labels("", spans)["发布日期"] == "2025-01-20"


CHINESE = paragraphs([TITLE, *BODY])
META = {
    "gb2312": "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>",
    "gbk": "<META CHARSET=GBK>",
    "utf-8": '<meta charset="utf-8">',
    "xml": '<?xml version="1.0" encoding="gb2312"?>',
    "latin": "<meta charset=iso-8859-1>",
    "none": "",
}


@pytest.mark.parametrize("meta", META)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_the_characters_are_read_whatever_the_page_says(meta: str, encoding: str) -> None:
    data = (META[meta] + CHINESE).encode(encoding)
    document = HtmlLoader().load(data, "a.html")
    assert paragraphs_of(document) == [TITLE, *BODY]
    assert document.source.encode() == data


def test_a_page_of_rare_characters_is_believed() -> None:
    data = f"{META['gbk']}<p>犇驫鱻龘靐齉爩麤</p>".encode("gb18030")
    assert HtmlLoader().load(data, "a.html").text == "犇驫鱻龘靐齉爩麤"
    with pytest.raises(Unreadable, match="无法解码"):
        HtmlLoader().load(data.replace(b"GBK", b"xyz"), "a.html")


def test_big5_is_refused() -> None:
    words = "<p>鎮政府堅持依法行政，全面推進法治政府建設，取得明顯成效。</p>"
    for meta in ("<meta charset=big5>", ""):
        with pytest.raises(Unreadable, match="Big5"):
            HtmlLoader().load((meta + words).encode("big5"), "a.html")
    assert HtmlLoader().load(f"<meta charset=big5>{words}".encode(), "a.html").text in words


def test_an_archive_says_how_to_save() -> None:
    data = (
        b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n'
    )
    with pytest.raises(Unreadable, match="仅 HTML"):
        HtmlLoader().load(data + CHINESE.encode(), "a.html")


def test_a_paragraph_of_links_is_text() -> None:
    linked = "<p><a href=1>《行政处罚法》</a>、<a href=2>《行政许可法》</a>、<a href=3>《行政强制法》</a></p>"
    read = paragraphs_of(load(f"<div id=zoom>{paragraphs([TITLE, *BODY[:5]])}{linked}{paragraphs(BODY[5:])}</div>"))
    assert read == [TITLE, *BODY[:5], "《行政处罚法》、《行政许可法》、《行政强制法》", *BODY[5:]]


@pytest.mark.parametrize("shape", ["ucap", "zoom"])
@pytest.mark.parametrize("seed", SEEDS[:2], ids=lambda path: str(path.parent.name))
def test_fixes_change_a_page_as_they_change_the_text(session: Session, seed: Path, shape: str) -> None:
    plain = PlainLoader().load(seed.read_bytes(), "a.txt")
    page = SHAPES[shape](paragraphs_of(plain), labels_of(plain))
    text = fix(session, "a.txt", seed.read_bytes(), Safety.UNSAFE)
    changed = fix(session, "a.html", page, Safety.UNSAFE)
    assert isinstance(text, Fixed)
    assert isinstance(changed, Fixed)
    assert changed.made
    assert changed.data != page
    assert HtmlLoader().load(changed.data, "a.html").text == PlainLoader().load(text.data, "a.txt").text
