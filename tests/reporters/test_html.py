"""The reviewer's page as text: what it holds, what it never holds, how big it is."""

from __future__ import annotations

import re
from base64 import b64decode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.finding import Accepted, FileResult, Location, Outcome, Tool, WireMark, WireParagraph
from hegui.hooks import View
from hegui.reporters.html import annotated, render
from hegui.reporters.page.texts import pieces, told
from tests.reporters.sample import EMPTY, HELD, OUTCOME, file, finding

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)//",
    "<!--",
    "-->",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}",
    "&lt;",
    "]]>",
)
LINE = Location(3, 1, 3, 9)


class Seen(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.raw: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] in ("script", "style") and self.tags[-1] not in self.raw:
            self.raw[self.tags[-1]] = data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def filled(words: str) -> Outcome:
    """An outcome with ``words`` wherever words can stand."""
    odd = finding(message=words, advice=words, section=words, excerpt=words, mark=(0, len(words)), code="LDR005")
    text = WireParagraph(f"前{words}后", LINE, "text", (WireMark(1, 1 + len(words), odd.fingerprint),))
    shown = file(words, odd, title=words, issuers=(words,), date=words, published=words, paragraphs=(text,))
    return HELD._replace(
        files=(shown, shown._replace(paragraphs=(), accepted=(Accepted(odd, words),)), FileResult(words, error=words)),
        skipped=(HELD.skipped[0]._replace(path=words, reason=words),),
        crashes=(HELD.crashes[0]._replace(check=words, path=words, message=words),),
        broken=(HELD.broken[0]._replace(plugin=words, distribution=words, message=words),),
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_report_are_text(words: str) -> None:
    page = render(filled(words), View(roster=(words, "柳河镇")))
    seen = Seen(page)
    assert words in seen.text
    assert (seen.tags.count("script"), seen.tags.count("style"), seen.tags.count("img")) == (1, 1, 0)
    assert "alert" not in seen.raw["script"]


@settings(max_examples=40)
@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from("<>&\"'/!-{}%"), min_size=1, max_size=30)
)
def test_no_words_add_an_element_or_an_attribute(words: str) -> None:
    usual, odd = (Seen(render(filled(each), View())) for each in ("词" * len(words), words))
    assert odd.tags == usual.tags
    assert [name for name, _ in odd.attributes] == [name for name, _ in usual.attributes]


def test_nothing_comes_from_outside() -> None:
    page = render(HELD, View())
    seen = Seen(page)
    links = [
        value or "" for name, value in seen.attributes if name in ("src", "href", "action", "srcset", "data", "poster")
    ]
    assert all(link.startswith(("#", "data:,")) for link in links)
    assert not re.search(r"url\(|@import|https?://(?!x)", page)
    assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "style"]


def test_the_policy_allows_this_style_and_this_script_only() -> None:
    seen = Seen(render(HELD, View()))
    (policy,) = [value for name, value in seen.attributes if name == "content" and value and "default-src" in value]
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (hashed,) = re.findall(rf"{tag}-src 'sha256-([^']+)'", policy)
        assert b64decode(hashed) == sha256(seen.raw[tag].encode()).digest()
    assert "unsafe" not in policy


def test_it_knows_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render(HELD, View())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert render(HELD, View()) == first


def test_what_could_not_be_checked_is_listed() -> None:
    text = Seen(render(OUTCOME, View())).text
    for words in (
        "文件是空的",
        "看不出是法治政府建设年度报告",
        "ZeroDivisionError: 除以零",
        "wrong-dist",
        "部分规则没有运行",
    ):
        assert words in text


def test_places_without_lines_are_told() -> None:
    assert "第2页第5段" in render(OUTCOME, View())


def test_accepted_findings_are_folded() -> None:
    page = render(HELD, View())
    assert "已接受的 2 个问题" in page
    assert "说明：已核实无误" in page


def test_nothing_checked_is_a_page_too() -> None:
    page = render(EMPTY, View(roster=("柳河镇",)))
    assert "没有检查任何报告" in page
    assert "<li>柳河镇" in page


def test_300_reports_keep_their_size(county: Outcome) -> None:
    page = render(county, View(roster=tuple(f"第{n}镇" for n in range(300))))
    assert len(county.files) == 300
    assert len(page.encode()) <= 300 * 8 * 1024 + 300 * 1024
    assert "个问题没有列在这里" not in page


def test_a_report_with_very_many_findings_keeps_its_size_and_says_so() -> None:
    many = [finding(message="错" * 60, fingerprint=f"{n:016x}", location=Location(n, 1, n, 2)) for n in range(1, 501)]
    one = file("一.txt", *many)
    page = render(OUTCOME._replace(files=(one,)), View())
    empty = render(OUTCOME._replace(files=(one._replace(findings=many[:0]),)), View())
    assert len(page.encode()) - len(empty.encode()) <= 8 * 1024
    assert re.search(r"还有 4\d\d 个问题", page)
    assert render(OUTCOME._replace(files=(one,)), View(full_text=True)).count("<li class=e") == 500


TEXT = "调解纠纷66件，其中信访件27件，诉讼件30件，其余不详。" + "各项工作有序推进。" * 40


def paragraphs(text: str, *marks: tuple[int, int]) -> FileResult:
    found = [finding(fingerprint=str(n), message=f"问题{n}") for n in range(len(marks))]
    wire = tuple(WireMark(*mark, str(n)) for n, mark in enumerate(marks))
    return file(
        "一.txt",
        *found,
        paragraphs=(WireParagraph(text, LINE, "text", wire), WireParagraph("别的段落。", LINE, "text")),
    )


def test_marks_may_overlap() -> None:
    (block,) = told(paragraphs(TEXT, (2, 8), (4, 20)), 30).blocks
    assert [(piece.text, piece.ends) for piece in block.pieces if piece.key] == [
        ("纠纷", ()),
        ("66件，", (1,)),
        ("其中信访件27件，诉讼件", (2,)),
    ]
    assert block.pieces[-1].text.endswith("…")
    assert len("".join(piece.text for piece in block.pieces)) < 60


def test_whole_texts_have_every_paragraph() -> None:
    shown = told(paragraphs(TEXT, (2, 8)), None)
    assert ["".join(piece.text for piece in block.pieces) for block in shown.blocks] == [TEXT, "别的段落。"]


@given(st.lists(st.tuples(st.integers(0, 380), st.integers(1, 30)), max_size=5))
def test_pieces_are_the_text_again(starts: list[tuple[int, int]]) -> None:
    result = paragraphs(TEXT, *((start, min(start + width, len(TEXT))) for start, width in starts))
    notes = {note.finding.fingerprint: note for block in told(result, None).blocks for note in block.notes}
    assert "".join(piece.text for piece in pieces(TEXT, result.paragraphs[0].marks, notes, None)) == TEXT


def test_the_page_of_one_report() -> None:
    page = annotated(paragraphs(TEXT, (2, 8))._replace(path="/home/li/一.txt"), Tool("hegui", "1"), HELD.rules)
    seen = Seen(page)
    assert TEXT[8:60] in seen.text
    assert "/home/" not in page
    assert seen.tags.count("mark") == 1
    assert "table" not in seen.tags
    assert 'class="report" id="r1" open' in page
    assert "LDR005 第一责任人层级与报告单位不符" in seen.text
