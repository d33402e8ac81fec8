"""Comments in Word files: on the words that are meant, and not a character of the text changed."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.document.docx import DocxLoader, docx_text
from hegui.document.docx_making import word_package, zipped
from hegui.document.model import Note
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document.marked import MAIN, commented, looks, official, parts, saved, setting
from tests.document.word import field, p, r, t, table

RELS, TYPES, COMMENTS = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"
BOLD = "<w:b/>"


def annotated(data: bytes, *words: str, date: str = "") -> bytes:
    """The file with a comment on the first place of each of ``words``; the text and all other parts are the same."""
    text = docx_text(data).text
    starts = [text.index(word) for word in words]
    notes = [Note(Span(at, at + len(word)), f"批注{word}") for at, word in zip(starts, words, strict=True)]
    return noted(data, notes, date)


def noted(data: bytes, notes: list[Note], date: str = "") -> bytes:
    after = DocxLoader().annotate(data, notes, date)
    before = parts(data)
    changed = {name for name, content in parts(after).items() if content != before.get(name)}
    assert changed <= {MAIN, COMMENTS, RELS, TYPES}
    assert docx_text(after).text == docx_text(data).text
    assert looks(after) == looks(data)
    return after


def told(data: bytes) -> dict[int, str]:
    """What the comments say, as python-docx reads it."""
    return {one.comment_id: one.text for one in docx.Document(BytesIO(data)).comments}


def test_comments_on_a_report_as_python_docx_sees_them() -> None:
    before = official()
    after = annotated(before, "国发[2010]33号", "事项，，", "01", "柳河镇人民政府", date="2025-01-31T00:00:00Z")
    assert setting(after)[0] == setting(before)[0]
    assert setting(after)[2:] == setting(before)[2:]
    assert commented(after) == {0: "国发[2010]33号", 1: "事项，，", 2: "01", 3: "柳河镇人民政府"}
    assert told(after) == {number: f"批注{words}" for number, words in commented(after).items()}
    (first, *_) = docx.Document(BytesIO(after)).comments
    assert (first.author, first.initials, first.timestamp) == ("hegui", "hegui", datetime(2025, 1, 31, tzinfo=UTC))
    (undated, *_) = docx.Document(BytesIO(annotated(before, "33号"))).comments
    assert undated.timestamp is None


def test_those_of_others_stay() -> None:
    word = docx.Document(BytesIO(official()))
    run = word.paragraphs[2].runs[1]
    word.add_comment(run, "请核对", author="张", initials="Z")
    before = saved(word)
    once = annotated(before, "坚持坚持")
    assert told(once) == {0: "请核对", 1: "批注坚持坚持"}
    assert commented(once) == {0: "2010", 1: "坚持坚持"}
    twice = annotated(once, "坚持坚持", "2010")
    assert told(twice) == told(once) | {2: "批注坚持坚持", 3: "批注2010"}
    assert commented(twice) == commented(once) | {2: "坚持坚持", 3: "2010"}
    assert {RELS, TYPES} & {name for name, content in parts(once).items() if content != parts(before)[name]} == set()


@pytest.mark.parametrize(
    ("body", "words", "under"),
    [
        (p(r("甲"), r("乙", props=BOLD), r("丙")), "甲乙丙", "甲乙丙"),
        (p(r("甲乙"), r("丙丁", props=BOLD)), "乙丙", "乙丙"),
        (p(r("甲")) + p(r("乙")), "甲\n乙", "甲乙"),
        (p(r("甲", "<w:tab/>", "乙丙")), "甲\t乙", "甲乙"),
        (p(r("甲", "<w:tab/>", "乙丙")), "乙", "乙"),
        (p("<w:r><w:t> 甲乙丙 </w:t></w:r>"), "乙", "乙"),
        (p("<w:r><w:t xml:space='default'>甲乙丙</w:t></w:r>"), "乙丙", "乙丙"),
        (p(f"<w:hyperlink r:id='h'>{r('甲乙丙')}</w:hyperlink>"), "乙", "乙"),
        (p(f"<w:ins w:id='1' w:author='a'>{r('甲乙丙')}</w:ins>", r("丁")), "丙丁", "丙丁"),
        (p(r("甲"), "<w:del w:id='1'><w:r><w:delText>子</w:delText></w:r></w:del>", r("乙")), "甲乙", "甲乙"),
        (p(field("DATE", "2024年")), "2024", "2024"),
        (table(("甲", "乙"), ("丙", "丁")) + p("末"), "丁", "丁"),
        (p(r("甲&乙")), "&", "&"),
    ],
)
def test_the_words_that_are_meant(body: str, words: str, under: str) -> None:
    after = annotated(word_package(body + p(r("末尾"))), words)
    assert commented(after) == {0: under}


def test_what_nobody_typed_is_commented_beside_it() -> None:
    """A tab alone, and a place behind all text."""
    data = word_package(p(r("甲", "<w:tab/>", "乙")) + p(r("丙")))
    assert commented(noted(data, [Note(Span(1, 2), "批注"), Note(Span(5, 5), "末")])) == {0: "", 1: ""}


def test_several_on_one_place() -> None:
    after = annotated(word_package(p(r("甲乙丙"), r("丁"))), "甲乙丙丁", "乙", "乙", "丙丁", "甲")
    assert commented(after) == {0: "甲乙丙丁", 1: "乙", 2: "乙", 3: "丙丁", 4: "甲"}


def test_words_of_any_kind_are_written() -> None:
    data = word_package(p(r("甲乙")))
    after = noted(data, [Note(Span(0, 1), "<b>&\"'\x00\x1b\ud800\n第二行  末 ")])
    assert told(after) == {0: "<b>&\"'\n第二行  末 "}


@pytest.mark.parametrize("end", ["/>", "></w:comments>", " />\n"])
def test_an_empty_part_of_comments_is_filled(end: str) -> None:
    held = parts(word_package(p(r("甲乙")), {"comments": ""}))
    start = held[COMMENTS].decode().partition(">")[0]
    data = zipped(held | {COMMENTS: f"{start}{end}".encode()})
    assert told_in(annotated(data, "乙")) == 1


def test_a_strict_file_stays_one() -> None:
    after = parts(annotated(word_package(p(r("甲乙")), strict=True), "乙"))
    assert b"purl.oclc.org/ooxml/wordprocessingml/main" in after[COMMENTS]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after[RELS]
    assert b"schemas.openxmlformats.org/wordprocessingml" not in after[COMMENTS] + after[MAIN]


def told_in(data: bytes) -> int:
    """How many comments the part holds."""
    return parts(data)[COMMENTS].count(b"</w:comment>")


def test_a_file_without_relations_is_told() -> None:
    held = parts(word_package(p(r("甲乙"))))
    del held[RELS]
    with pytest.raises(Unreadable, match="登记"):
        annotated(zipped(held), "乙")


def test_a_file_without_text_is_told() -> None:
    with pytest.raises(Unreadable, match="没有可以批注的文字"):
        noted(word_package(p("<w:r><w:tab/></w:r>")), [Note(Span(0, 0), "批注")])


def test_an_old_file_under_a_new_name_is_told() -> None:
    with pytest.raises(Unreadable, match="旧版 Word"):
        DocxLoader().annotate(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), [])


WORDS = st.text(st.sampled_from("法治建设，。（2024年\u3000A𠀀&<>"), min_size=1, max_size=6)
PLAIN = st.tuples(WORDS, st.sampled_from(["", BOLD])).map(lambda given: r(t(given[0]), props=given[1]))
TWO = st.tuples(WORDS, WORDS).map(lambda given: r(t(given[0]), t(given[1])))
BARE = WORDS.map(lambda word: f"<w:r>{t(word)}</w:r>".replace(' xml:space="preserve"', ""))
PARAGRAPHS = st.lists(PLAIN | TWO | BARE, min_size=1, max_size=4).map(lambda runs: p(*runs))


@settings(max_examples=80, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join), st.data())
def test_any_stretches_of_any_runs(body: str, data: st.DataObject) -> None:
    package = word_package(body)
    text = docx_text(package).text
    cuts = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=2, max_size=8))
    spans = [Span(*sorted(pair)) for pair in pairwise(cuts)]
    after = noted(package, [Note(span, "批注") for span in spans])
    assert sorted(commented(after)) == list(range(len(spans)))
    for number, span in enumerate(spans):
        if span.width:
            assert commented(after)[number] == span.of(text).replace("\n", "")
