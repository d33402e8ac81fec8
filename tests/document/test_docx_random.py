"""Whatever a Word file is made of, every character of its text leads back to it; bad bytes are told."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.shared import Pt
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hegui.document.docx import DocxLoader, docx_text
from hegui.document.docx_making import word_package, zipped
from hegui.document.model import Document
from hegui.report.build import Report
from hegui.testing import model_report
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document.word import field, p, r, read, t, table
from tests.document.wrapping import by_cells
from tests.installed import fazhi

SENTENCE = "我镇坚持依法行政，"
WORDS = st.text(st.sampled_from("法治政府建设，。“”《》（一）2024年件 　Ａb𠀀&<>'\""), min_size=1, max_size=9)
RUNS = st.lists(WORDS, min_size=1, max_size=5)
PARAGRAPHS = st.lists(RUNS.map(lambda runs: [SENTENCE, *runs]), min_size=1, max_size=8)


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def back(data: bytes, document: Document, parts: list[list[str]]) -> None:
    """Every character of ``document`` is found in the runs of its paragraph."""
    text = docx_text(data)
    assert text.text == document.source.text
    for block in document.blocks:
        for at in range(*block.span):
            (place,) = document.places(Span(at, at + 1))
            paragraph = text.paragraph_at(place.at)
            assert paragraph.number == place.paragraph
            (stretch,) = [one for one in paragraph.stretches if one.start <= place.at < one.end]
            word = parts[stretch.paragraph][stretch.element]
            assert word[place.at - stretch.start + stretch.offset] == document.text[at]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_paragraphs_are_those_of_the_file(paragraphs: list[list[str]]) -> None:
    data = word_package("".join(p(*(r(t(word)) for word in runs)) for runs in paragraphs))
    document = DocxLoader().load(data, "a.docx")
    assert blocks(document) == ["".join(runs).strip() for runs in paragraphs]
    back(data, document, paragraphs)


@settings(max_examples=12, deadline=None)
@given(PARAGRAPHS)
def test_files_of_python_docx(paragraphs: list[list[str]]) -> None:
    made = docx.Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for word in runs:
            paragraph.add_run(word).bold = True
    file = BytesIO()
    made.save(file)
    document = DocxLoader().load(file.getvalue(), "a.docx")
    assert blocks(document) == ["".join(runs).strip() for runs in paragraphs]
    back(file.getvalue(), document, paragraphs)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.lists(WORDS, min_size=1, max_size=2), min_size=2, max_size=4), min_size=1, max_size=4))
def test_tables_are_rows_of_cells(rows: list[list[list[str]]]) -> None:
    rows = [[[SENTENCE], *row] for row in rows]
    body = p(SENTENCE) + table(*[tuple("".join(p(r(t(word))) for word in cell) for cell in row) for row in rows])
    document = read(body + p(SENTENCE))
    filled = [[" ".join(filter(None, (word.strip() for word in cell))) for cell in row] for row in rows]
    shown = [f"| {' | '.join(row)} |".split() for row in filled if any(row)]
    assert [line.split() for line in blocks(document)[1:-1]] == shown
    assert document.places(document.blocks[-1].span)[0].paragraph == 2


def boxed(inner: list[str]) -> str:
    """A text box in a run."""
    return r(f"<w:pict><w:txbxContent>{p(*inner)}</w:txbxContent></w:pict>")


def controlled(inner: list[str]) -> str:
    """A content control around runs."""
    return f"<w:sdt><w:sdtContent>{''.join(inner)}</w:sdtContent></w:sdt>"


PIECE = st.recursive(
    st.one_of(
        WORDS.map(lambda word: r(t(word))),
        st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>", "<w:r><w:t/></w:r>", field("DATE", "2024年")]),
        WORDS.map(lambda word: f"<w:del>{r(t(word))}</w:del>"),
        WORDS.map(lambda word: f"<w:ins>{r(t(word))}</w:ins>"),
        WORDS.map(lambda word: r(t(word), props="<w:vanish/>")),
    ),
    lambda pieces: st.one_of(st.lists(pieces, max_size=3).map(boxed), st.lists(pieces, max_size=3).map(controlled)),
    max_leaves=6,
)
BODY = st.recursive(
    st.lists(PIECE, max_size=4).map(lambda runs: p(*runs)),
    lambda items: st.lists(st.lists(items, min_size=1, max_size=3), min_size=1, max_size=3).map(
        lambda rows: table(*map(tuple, rows))
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BODY, min_size=1, max_size=4), st.data())
def test_places_of_any_structure(items: list[str], data: st.DataObject) -> None:
    body = "".join(items) + p(SENTENCE)
    document = read(body)
    source = document.source.text
    text = docx_text(word_package(body))
    assert text.text == source
    for run in document.runs:
        if run.exact:
            assert source[run.at : run.at + run.width] == document.text[run.start : run.end]
    for before, after in zip(document.runs, document.runs[1:], strict=False):
        assert before.end == after.start
        assert before.at + before.width <= after.at
    ends = st.integers(0, len(document.text))
    span = Span(*sorted(data.draw(st.tuples(ends, ends))))
    places = document.places(span)
    assert all(place.line is None and (place.paragraph or place.cell) for place in places)
    if place := document.editable(span):
        assert source[place.at : place.at + place.width] == span.of(document.text)
        stretches = text.paragraph_at(place.at).stretches
        covered = sum(max(0, min(one.end, place.at + place.width) - max(one.start, place.at)) for one in stretches)
        assert covered == place.width
    assert document.formatting
    assert [look.span for look in document.formatting.looks] == [block.span for block in document.blocks]


LINE = "开展行政执法检查专项行动共计二十四次并督促整改问题隐患"


@pytest.mark.parametrize(
    "props", ['<w:ind w:firstLineChars="200"/>', '<w:jc w:val="center"/>', '<w:outlineLvl w:val="1"/>']
)
def test_real_paragraphs_are_not_joined(props: str) -> None:
    """Not even those that happen to be of one width and end in no mark, as a list of things done."""
    body = "".join(p(LINE, props=props) for _ in range(30))
    assert blocks(read(body)) == [LINE] * 30


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text("法治政府建设工作成效，、", min_size=20, max_size=120), min_size=12, max_size=30))
def test_paragraphs_of_any_width_are_not_joined(texts: list[str]) -> None:
    texts = [f"镇{text.strip('，、')}。" for text in texts]
    assert blocks(read("".join(map(p, texts)))) == texts


def test_unfinished_paragraphs_stay_apart_and_breaks_inside_one_are_mended() -> None:
    long = f"{SENTENCE * 7}现将有关"
    assert blocks(read(p(long) + p("情况报告如下。") + p(long))) == [long, "情况报告如下。", long]
    assert blocks(read(p(long, r("<w:br/>"), "情况报告如下。"))) == [f"{long}情况报告如下。"]


def test_what_was_copied_off_a_page_is_put_together() -> None:
    """All lines of one width: each was made a paragraph when a PDF was pasted."""
    text = model_report()
    lines = [line for paragraph in text.split("\n") for line in by_cells(paragraph, 28, 0)]
    assert len(lines) > 30
    document = read("".join(map(p, lines)))
    assert [block for block in blocks(document) if len(block) > 60] == [
        line for line in text.split("\n") if len(line) > 60
    ]
    assert Report(document, fazhi()).title is not None


BOX = r("<w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict>")
LEVEL = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
NUMBERED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
GOOD = word_package(
    p("一、工作") + p(r("法治"), field("TOC", "目录")) + table(("甲", p("乙", BOX))),
    {
        "styles": f'<w:style w:styleId="1"><w:basedOn w:val="2"/>{NUMBERED}</w:style>',
        "numbering": f'<w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "comments": f'<w:comment w:id="0">{p("hegui: ignore[FMT001] 理由")}</w:comment>',
    },
)
with zipfile.ZipFile(BytesIO(GOOD)) as archive:
    PARTS = {name: archive.read(name) for name in archive.namelist()}
BYTES = st.one_of(
    st.binary(max_size=4),
    st.sampled_from([b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:del>", b"<w:txbxContent>", b"&#55296;", b"PK\1\2", b"\0"]),
)
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 8), BYTES), min_size=1, max_size=5)


def spoiled(data: bytes, cuts: list[tuple[float, int, bytes]]) -> bytes:
    for share, width, new in cuts:
        at = int(share * len(data))
        data = data[:at] + new + data[at + width :]
    return data


def looked_at(data: bytes) -> None:
    try:
        document = DocxLoader().load(data, "a.docx")
    except Unreadable as error:
        told = str(error)
        assert "\n" not in told
    else:
        assert document.formatting
        assert Report(document, fazhi()).paragraphs


@settings(max_examples=150, deadline=None)
@given(CUTS)
@example([(0.99, 1, b"\xff")])
def test_spoiled_archives_are_told(cuts: list[tuple[float, int, bytes]]) -> None:
    looked_at(spoiled(GOOD, cuts))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(PARTS)), CUTS)
def test_spoiled_parts_are_told(name: str, cuts: list[tuple[float, int, bytes]]) -> None:
    looked_at(zipped({**PARTS, name: spoiled(PARTS[name], cuts)}))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"]))
def test_any_bytes(data: bytes, start: bytes) -> None:
    looked_at(start + data)


TAGS = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "pPr",
    "rPr",
    "sdt",
    "sdtPr",
    "sdtContent",
    "txbxContent",
    "del",
    "ins",
    "ruby",
    "fldChar",
    "sectPr",
    "hyperlink",
]


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Elements of Word in places where Word has none."""
    name = draw(st.sampled_from(TAGS))
    inner = draw(st.lists(st.one_of(st.just("字"), trees()), max_size=3)) if draw(st.booleans()) else []
    kind = draw(st.sampled_from(["begin", "separate", "end", "1"]))
    return f'<w:{name} w:fldCharType="{kind}" w:val="{kind}">{"".join(inner)}</w:{name}>'


@settings(max_examples=150, deadline=None)
@given(st.lists(trees(), max_size=4))
def test_elements_where_they_do_not_belong(items: list[str]) -> None:
    looked_at(word_package("".join(items) + p(SENTENCE)))


def test_sizes_and_fonts_of_python_docx() -> None:
    made = docx.Document()
    run = made.add_paragraph().add_run("我镇坚持依法行政。")
    run.font.size = Pt(16)
    file = BytesIO()
    made.save(file)
    formatting = DocxLoader().load(file.getvalue(), "a.docx").formatting
    assert formatting
    assert (formatting.looks[0].size, formatting.looks[0].font, formatting.numbered) == (16, None, False)
    assert round(formatting.pages[0].top) == 25
