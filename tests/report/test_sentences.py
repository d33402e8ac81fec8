"""Where sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.report.model import Paragraph
from hegui.report.sentences import _of_any, read_sentences
from hegui.text.span import Span

PIECES = st.sampled_from(["办结案件", "。", "！", "?", "”", "）", "》", " ", "\u3000", "1.5", "“好。”", "一是"])


def lines_of(text: str) -> tuple[Paragraph, ...]:
    """The lines that are not blank, as paragraphs; as loaders give them, without white space around."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return tuple(Paragraph(span, order) for order, span in enumerate(found))


def told(text: str, paragraphs: tuple[Paragraph, ...]) -> list[tuple[str, int]]:
    return [(sentence.span.of(text), sentence.paragraph) for sentence in read_sentences(text, paragraphs)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("一是好。二是更好。", ["一是好。", "二是更好。"]),
        ("他说“好。”然后走了", ["他说“好。”", "然后走了"]),
        ("真好！！是吗？）对。。", ["真好！！", "是吗？）", "对。。"]),
        ("甲。 乙。\u3000", ["甲。", "乙。"]),
        ("", []),
    ],
)
def test_a_sentence_goes_up_to_its_marks(text: str, sentences: list[str]) -> None:
    assert told(text, lines_of(text)) == [(sentence, 0) for sentence in sentences]


def test_a_sentence_ends_with_its_paragraph() -> None:
    text = "一、标题\n正文。还有\n\n附件"
    assert told(text, lines_of(text)) == [("一、标题", 0), ("正文。", 1), ("还有", 1), ("附件", 2)]


def test_pieces_of_one_line_are_paragraphs_of_their_own() -> None:
    text = "开头。一、做法。成效 结尾"
    paragraphs = (Paragraph(Span(0, 3), 0), Paragraph(Span(3, 10), 1), Paragraph(Span(11, 13), 2))
    assert told(text, paragraphs) == [("开头。", 0), ("一、做法。", 1), ("成效", 1), ("结尾", 2)]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=6), min_size=1, max_size=5))
def test_all_lines_at_once_are_each_line_by_itself(lines: list[list[str]]) -> None:
    text = "\n".join("字" + "".join(line) + "字" for line in lines)
    paragraphs = lines_of(text)
    each = [found for paragraph in paragraphs for found in told(text, (paragraph,))]
    apart = [found for span, order, *_ in paragraphs for found in _of_any(text, *span, order)]
    assert told(text, paragraphs) == each == [(span.of(text), order) for span, order in apart]
