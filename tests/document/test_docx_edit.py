"""Edits of Word files: the characters that are meant, in the open or as revisions, and no other byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.document.docx import DocxLoader, docx_text
from hegui.document.docx_making import word_package, zipped
from hegui.document.model import Revision
from hegui.text.edit import Edit, apply
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document.marked import MAIN, W, looks, main, official, parts, rejected, revisions, setting
from tests.document.word import field, p, r, t, table

DATE = Revision("2025-01-31T00:00:00Z")
BOLD = "<w:b/><w:sz w:val='32'/>"


def rewritten(data: bytes, edits: Sequence[tuple[str, str]], revision: Revision | None = None) -> bytes:
    """The file with the first place of each of the old words made new; all parts but the main one are the same."""
    text = docx_text(data).text
    made = [Edit(Span(text.index(old), text.index(old) + len(old)), new) for old, new in edits]
    after = DocxLoader().rewrite(data, made, revision)
    before = parts(data)
    assert list(before) == list(parts(after))
    assert {name for name, content in parts(after).items() if content != before[name]} <= {MAIN}
    assert docx_text(after).text == apply(text, made)
    return after


def edited(body: str, *edits: tuple[str, str]) -> str:
    return main(rewritten(word_package(body), edits))


def refused(body: str, old: str, new: str) -> str:
    with pytest.raises(Unreadable) as caught:
        edited(body, (old, new))
    assert "\n" not in str(caught.value)
    return str(caught.value)


HOLDS = {
    "a run": p(r("甲{}乙", props=BOLD)),
    "its start": p(r("甲"), r("{}乙", props=BOLD)),
    "its end": p(r("甲&<>{}", props=BOLD), r("乙")),
    "all of it": p(r("甲"), r("{}", props=BOLD), r("乙")),
    "an element of several": p(r("甲", "<w:tab/>", "{}乙", "<w:br/>", "丙")),
    "behind empty elements": p(r("甲", "<w:t/>", "<w:t></w:t>", "乙{}")),
    "a table": p("甲") + table(("甲", "乙{}"), ("丙", "丁")) + p("丁"),
    "a link": p(f"<w:hyperlink r:id='h'>{r('甲{}乙')}</w:hyperlink>"),
    "an insertion": p(f"<w:ins w:id='3' w:author='a'>{r('甲{}')}</w:ins>"),
    "beside a deletion": p(r("甲{}"), "<w:del w:id='3'><w:r><w:delText>，，、、</w:delText></w:r></w:del>"),
    "a field": p(field("DATE", "甲{}乙")),
    "a text box": p(r("<w:pict><w:txbxContent>" + p("乙{}") + "</w:txbxContent></w:pict>"), r("甲")),
    "beside other marks": p("<!-- ，， --><w:bookmarkStart w:id='1' w:name='，，'/>", r("甲{}"), "<?x ，，?>"),
    "tags of another hand": p("<w:r w:rsidR = '1>2' ><w:t xml:space = 'preserve' >甲{}</w:t ></w:r >"),
}  # fmt: skip


@pytest.mark.parametrize("new", ["，", "", "；甲", "<&>"])
@pytest.mark.parametrize("body", HOLDS.values(), ids=HOLDS)
def test_only_the_characters_that_are_meant(body: str, new: str) -> None:
    written = new.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert edited(body.replace("{}", "，，"), ("，，", new)) == body.replace("{}", written)


ENTITIES = '<w:r><w:t xml:space="preserve">&#x7532;&amp;{}乙</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "old", "new", "expected"),
    [
        (p(r("坚持坚", props=BOLD), r("持依法")), "坚持坚持", "坚持", p(r("坚持", props=BOLD), r("依法"))),
        (p(r("["), r("2010", props=BOLD), r("]3")), "[2010]", "〔2010〕", p(r("〔"), r("2010", props=BOLD), r("〕3"))),
        (p(r("甲&乙")), "&", "和", p(r("甲和乙"))),
        (p("<w:r><w:t> 甲，， </w:t></w:r>"), "，，", "， ", p('<w:r><w:t xml:space="preserve">甲， </w:t></w:r>')),
        (p("<w:r><w:t xml:space='x'>甲，</w:t></w:r>"), "，", " ", p('<w:r><w:t xml:space="preserve">甲 </w:t></w:r>')),
        (p(ENTITIES.replace("{}", "&#44;&#44;")), ",,", "，", p(ENTITIES.replace("{}", "，"))),
    ],
)  # fmt: skip
def test_as_little_as_may_be(body: str, old: str, new: str, expected: str) -> None:
    assert edited(body, (old, new)) == expected


@pytest.mark.parametrize(
    ("body", "at", "new", "expected"),
    [
        (p(r("甲乙", props=BOLD)), 0, "子", p(r("子甲乙", props=BOLD))),
        (p(r("甲乙", props=BOLD)), 2, "子", p(r("甲乙子", props=BOLD))),
        (p(r("甲", props=BOLD), r("乙")), 1, "子", p(r("甲子", props=BOLD), r("乙"))),
        (p(r("甲")) + p(r("乙")), 2, "子", p(r("甲")) + p(r("子乙"))),
        (p("<w:r><w:t>甲 </w:t></w:r>"), 1, " ", p('<w:r><w:t xml:space="preserve">甲 </w:t></w:r>')),
    ],
)
def test_insertions_go_on_with_what_they_follow(body: str, at: int, new: str, expected: str) -> None:
    data = word_package(body)
    assert main(DocxLoader().rewrite(data, [Edit(Span(at, at), new)])) == expected


def test_what_nobody_typed_is_refused() -> None:
    assert "制表符" in refused(p(r("甲", "<w:tab/>", "乙")), "甲\t乙", "甲乙")
    assert "制表符" in refused(p(r("甲", "<w:br/>", "乙")), "\v", "")
    assert "制表符" in refused(p(r("甲"), "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"), "甲☑", "甲")
    assert "制表符" in refused(p(r("甲")) + p(r("乙")), "甲\n乙", "甲乙")


def test_strange_ways_of_writing_are_refused() -> None:
    assert "写得特别" in refused(p("<w:r><w:t>甲<![CDATA[，，]]></w:t></w:r>"), "，，", "，")
    assert "写得特别" in refused(p("<w:r><w:t>甲<!-- x -->，，</w:t></w:r>"), "，，", "，")
    name = W.strip("{}")
    other = f'<x:p xmlns:x="{name}"><x:r><x:t>甲，，</x:t></x:r></x:p>'
    assert "写得特别" in refused(other, "，，", "，")


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_a_part_in_another_encoding_is_refused(encoding: str) -> None:
    held = parts(word_package(p(r("甲，，乙"))))
    data = zipped(held | {MAIN: f'<?xml version="1.0" encoding="{encoding}"?>{held[MAIN].decode()}'.encode(encoding)})
    with pytest.raises(Unreadable, match="编码"):
        rewritten(data, [("，，", "，")])


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"<?xml version='1.0' encoding='UTF-8'?>\r\n", b"<!-- x -->\n"])
def test_what_stands_before_the_root_stays(start: bytes) -> None:
    held = parts(word_package(p(r("甲，，乙"))))
    after = parts(rewritten(zipped(held | {MAIN: start + held[MAIN]}), [("，，", "，")]))
    assert after[MAIN] == start + held[MAIN].replace("，，".encode(), "，".encode())


def test_other_names_of_the_package() -> None:
    """A strict file, and one whose names have backslashes."""
    strict = word_package(p(r("甲，，乙")), strict=True)
    assert "甲，乙" in main(rewritten(strict, [("，，", "，")]))
    held = parts(word_package(p(r("甲，，乙"))))
    after = DocxLoader().rewrite(
        zipped({name.replace("/", "\\"): content for name, content in held.items()}), [Edit(Span(1, 3), "，")]
    )
    assert len(parts(after)) == len(held)
    assert docx_text(after).text == "甲，乙\n"


def test_a_damaged_picture_is_told() -> None:
    content = b"picture " * 9
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, given in {**parts(word_package(p(r("甲，，乙")))), "word/media/image1.png": content}.items():
            archive.writestr(name, given)
    data = file.getvalue().replace(content, content.upper())
    with pytest.raises(Unreadable, match=r"image1\.png"):
        DocxLoader().rewrite(data, [Edit(Span(1, 3), "，")])


EDITS = [
    ("，，强", "，强"),
    ("国发[2010]", "国发〔2010〕"),
    ("坚持坚持", "坚持"),
    ("事项，，", "事项，"),
    ("01月08日", "1月8日"),
]


def test_the_setting_of_a_report_stays() -> None:
    before = official()
    after = rewritten(before, EDITS)
    assert setting(after) == setting(before)
    assert [one.text for one in docx.Document(BytesIO(after)).paragraphs][1:] == [
        "健全制度，强化监督。",
        "办理国发〔2010〕33号文件，，坚持学习。",
        "柳河镇人民政府",
        "2025年1月8日",
    ]


@pytest.mark.parametrize("revision", [DATE, Revision()])
def test_revisions_are_signed_and_can_be_refused(revision: Revision) -> None:
    before = official()
    after = rewritten(before, EDITS, revision)
    assert docx_text(rejected(after)).text == docx_text(before).text
    assert looks(rejected(after)) == looks(before)
    marks = revisions(after)
    assert {mark.get(f"{W}date") for mark in marks} == {revision.date or None}
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(numbers) == len(set(numbers)) > 4


def test_revisions_inside_revisions_and_links() -> None:
    inside = r("国发[2010]号", props=BOLD)
    body = p(f"<w:ins w:id='7' w:author='a'>{inside}</w:ins>", f"<w:hyperlink r:id='h'>{r('甲，，乙')}</w:hyperlink>")
    data = word_package(body + p(r("末"), "<w:bookmarkStart w:id='90' w:name='x'/><w:bookmarkEnd w:id='90'/>"))
    after = rewritten(data, [("[2010]", "〔2010〕"), ("，，", "，")], DATE)
    assert docx_text(rejected(after)).text == docx_text(data).text
    numbers = [int(number) for number in re.findall(r'<w:(?:ins|del) w:id="(\d+)" w:author="hegui"', main(after))]
    assert sorted(numbers) == list(range(91, 91 + len(numbers)))


WORDS = st.text(st.sampled_from("法治建设，。《》〔（2024年 \u3000Ab𠀀&<>'\""), min_size=1, max_size=6)
PROPS = st.sampled_from(["", "<w:b/>", "<w:i/>", BOLD])
PLAIN = st.tuples(WORDS, PROPS).map(lambda given: r(t(given[0]), props=given[1]))
BARE = WORDS.map(lambda word: f"<w:r>{t(word.strip(' ') or '甲')}</w:r>".replace(' xml:space="preserve"', ""))
TWO = st.tuples(WORDS, WORDS, PROPS).map(lambda given: r(t(given[0]), t(given[1]), props=given[2]))
LINKED = PLAIN.map(lambda run: f"<w:hyperlink r:id='h'>{run}</w:hyperlink>")
ADDED = PLAIN.map(lambda run: f"<w:ins w:id='1' w:author='a'>{run}</w:ins>")
RUNS = st.lists(PLAIN | BARE | TWO | LINKED | ADDED, min_size=1, max_size=5)
BODIES = st.lists(RUNS.map(lambda runs: p(*runs)), min_size=1, max_size=3).map("".join)


@st.composite
def edits(draw: st.DrawFn) -> tuple[bytes, str, list[Edit]]:
    """A file, its text, and edits of it that do not touch, each in one paragraph."""
    data = word_package(draw(BODIES))
    text = docx_text(data).text
    cuts = sorted(draw(st.lists(st.integers(0, len(text) - 1), max_size=8)))
    found: list[Edit] = []
    for start, cut in list(pairwise(cuts))[::2]:
        end = min(cut, text.find("\n", start))
        if not found or found[-1].span.end < start:
            found.append(Edit(Span(start, end), draw(st.just("") | WORDS)))
    return data, text, found


@settings(max_examples=120, deadline=None)
@given(edits())
def test_any_edits_of_any_runs(made: tuple[bytes, str, list[Edit]]) -> None:
    data, text, wanted = made
    loader = DocxLoader()
    fixed, marked = (loader.rewrite(data, wanted, revision) for revision in (None, DATE))
    assert docx_text(fixed).text == docx_text(marked).text == apply(text, wanted)
    assert docx_text(rejected(marked)).text == text
    assert looks(rejected(marked)) == looks(data)
    assert looks(fixed) == looks(marked)
    old, new = aligned(data), aligned(fixed)
    done = shift = 0
    for span, words in wanted:
        assert old[done : span.start] == new[done + shift : span.start + shift]
        done, shift = span.end, shift + len(words) - span.width
    assert old[done:] == new[done + shift :]


def aligned(data: bytes) -> list[tuple[str, bytes]]:
    """The looks of each character of the text, line breaks among them."""
    found = iter(looks(data))
    return [(char, b"") if char == "\n" else next(found) for char in docx_text(data).text]
