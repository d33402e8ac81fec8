"""Paragraphs and the headings they begin with: 一、 （一） 1. （1）, bare lines, run-in headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hegui.document.model import Block
from hegui.report.model import Heading, Paragraph, Section, Sentence
from hegui.text.numerals import parse_chinese
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

_N = "一二三四五六七八九十"
_MARKER = regex(
    rf"第([{_N}]{{1,2}})部分[：:、\s]*|([{_N}]{{1,3}}) ?[、.．]\s*|[(（] ?([{_N}]{{1,3}}) ?[)）][、.]?\s*"
    r"|(\d{1,2})(?:[.．](?!\d)|、)\s*|[(（](\d{1,2})[)）]\s*"
)
_LEVELS = (0, 1, 2, 3, 4)
_INLINE = regex(rf"(?<=[。！；：:\s])(?:([{_N}]{{1,3}})、|[(（]([{_N}]{{1,3}})[)）])")
_STOP = regex(r"[。！？!?]")
_GAP = regex(r"[ \u3000\t]+")
_SENTENCE_END = regex(r"[。！？!?]+[”’）)》」]*|\n")
_CLAUSE = regex(r"[。；：;:！!？?]|[，,、]$|[，,].*[，,]|一是")
_ONE_LINE = 1500
_RUN_IN = 45
_ALONE = 70
_BARE = 40


def read_paragraphs(text: str, blocks: tuple[Block, ...], is_bare: Callable[[str], bool]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; ``is_bare`` tells whether an unnumbered line is worded as a heading."""
    whole: Iterable[Block] = blocks
    if len(blocks) < 6 and any(block.span.width > _ONE_LINE for block in blocks):
        pieces = ((block, piece) for block in blocks for piece in _split_inline(text, block.span))
        whole = (block._replace(span=piece) for block, piece in pieces if piece.width)
    paragraphs = [
        Paragraph(span, order, _heading(text, span, style, level, is_bare), style, align)
        for order, (span, style, level, align) in enumerate(whole)
    ]
    return tuple(_with_halves(paragraphs))


def _with_halves(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with a bare heading one level up where the numbers begin anew under it."""
    following: Heading | None = None
    raised = []
    for paragraph in reversed(paragraphs):
        heading = paragraph.heading
        if heading and not heading.marker and heading.level == 1 and following and following.number == 1:
            raised.append(paragraph._replace(heading=heading._replace(level=0)))
            continue
        if heading and heading.level == 1:
            following = heading
        raised.append(paragraph)
    return reversed(raised)


def _split_inline(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a report that stands on one line, cut before each heading in sequence."""
    expected = {1: 1, 2: 1}
    start = span.start
    for match in _INLINE.finditer(text, span.start, span.end):
        level = 1 if match[1] else 2
        number = parse_chinese(match[1] or match[2])
        if number not in {expected[level], 1 if level == 2 else None}:
            continue
        expected[level] = (number or 0) + 1
        if level == 1:
            expected[2] = 1
        yield strip(text, start, match.start())
        start = match.start()
    yield strip(text, start, span.end)


def _heading(text: str, span: Span, style: str, level: int, is_bare: Callable[[str], bool]) -> Heading | None:
    if style == "row":
        return None
    match = _MARKER.match(text, span.start, span.end)
    if match is None:
        return _bare_heading(text, span, style, level, is_bare)
    group = match.lastindex or 1
    number = parse_chinese(match[group]) if group <= 3 else int(match[group])
    end, run_in = _heading_end(text, match.end(), span.end, _LEVELS[group - 1])
    title = text[match.end() : end].rstrip("。：: \u3000\t")
    return Heading(Span(span.start, end), title, _LEVELS[group - 1], match[0].strip(), number, run_in)


def _bare_heading(text: str, span: Span, style: str, level: int, is_bare: Callable[[str], bool]) -> Heading | None:
    words = span.of(text)
    if style == "heading" and level > 1:
        return Heading(span, words.rstrip("。"), level - 1)
    if span.width <= _BARE and not _CLAUSE.search(words) and is_bare(words):
        return Heading(span, words, 1)
    return None


def _heading_end(text: str, start: int, end: int, level: int) -> tuple[int, bool]:
    """Where a numbered heading ends, and whether the body goes on in its paragraph."""
    stop = _STOP.search(text, start, end)
    if stop is None or stop.end() == end:
        gap = _GAP.search(text, start, end)
        if gap and level < 3 and gap.start() - start <= _RUN_IN and end - gap.end() >= 30:
            return gap.start(), True
        if end - start <= _ALONE:
            return end, False
    if stop is not None and stop.start() - start <= _RUN_IN:
        return stop.end(), True
    colon = max(text.find("：", start, start + _RUN_IN), text.find(":", start, start + _RUN_IN))
    if level < 3 and colon > 0:
        return colon + 1, True
    return start, True


def build_sections(paragraphs: tuple[Paragraph, ...], end: int) -> tuple[Section, ...]:
    """The tree of sections; each reaches to the next heading of its level or above, at most to ``end``."""
    heads = [(p.heading, p.span.start) for p in paragraphs if p.heading and p.span.start < end]
    return tuple(_level(heads, 0, len(heads), end))


def _level(heads: list[tuple[Heading, int]], first: int, last: int, end: int) -> Iterator[Section]:
    index = first
    while index < last:
        heading, start = heads[index]
        following = index + 1
        while following < last and heads[following][0].level > heading.level:
            following += 1
        stop = heads[following][1] if following < last else end
        children = tuple(_level(heads, index + 1, following, stop))
        yield Section(heading, Span(start, stop), Span(heading.span.end, stop), children)
        index = following


def read_sentences(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Sentence]:
    """The sentences of all paragraphs, each with its end mark."""
    for paragraph in paragraphs:
        start = paragraph.span.start
        for match in _SENTENCE_END.finditer(text, paragraph.span.start, paragraph.span.end):
            if span := strip(text, start, match.end()):
                yield Sentence(span, paragraph.order)
            start = match.end()
        span = strip(text, start, paragraph.span.end)
        if span.width:
            yield Sentence(span, paragraph.order)
