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
_CLAUSE = regex(r"[。；：;:！!？?]|[，,、]$|[，,].*[，,]|一是|原因是|主要是|由于")
_ONE_LINE = 200
_FEW_LINES = 6
_MARKED = 3
_FIRST = regex(r"一是|首先|[（(]一[)）]|1[.．]")
_RUN_IN = 45
_TOLD = 30
_ALONE = 70
_BARE = 40


def read_paragraphs(text: str, blocks: tuple[Block, ...], is_bare: Callable[[str], bool]) -> tuple[Paragraph, ...]:
    """The paragraphs of a text; ``is_bare`` tells whether an unnumbered line is worded as a heading.

    Where markup sets the headings, no other unnumbered line is one.
    """
    whole = blocks
    if len(blocks) < _FEW_LINES and any(block.span.width > _ONE_LINE for block in blocks):
        pieces = ((block, piece) for block in blocks for piece in _split_inline(text, block.span))
        whole = tuple(block._replace(span=piece) for block, piece in pieces if piece.width)
    if sum(block.style == "heading" for block in whole) >= _MARKED:
        return tuple(_with_halves(_paragraphs(text, whole, lambda _: False)))
    return tuple(_with_halves(_paragraphs(text, whole, is_bare)))


def _paragraphs(text: str, blocks: Iterable[Block], is_bare: Callable[[str], bool]) -> list[Paragraph]:
    return [
        Paragraph(span, order, _heading(text, span, style, level, is_bare), style, align)
        for order, (span, style, level, align) in enumerate(blocks)
    ]


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
    """The pieces of a report that stands on one line: title, opening, what follows each heading, signature."""
    pieces = [piece for piece in _split_at_headings(text, span) if piece.width]
    if len(pieces) < _MARKED:
        yield span
        return
    first, last = pieces[0], pieces[-1]
    sentence = _STOP.search(text, *first)
    head = sentence.start() if sentence else first.end
    foot = max(text.rfind(mark, *last) for mark in "。！") + 1
    yield from _split_at_gaps(text, Span(first.start, head), first.end)
    yield from pieces[1:-1]
    if foot <= last.start:
        yield last
        return
    yield strip(text, last.start, foot)
    yield from _split_at_gaps(text, strip(text, foot, last.end), last.end)


def _split_at_gaps(text: str, span: Span, end: int) -> Iterator[Span]:
    """The words of ``span`` side by side, the last of which reaches to ``end``."""
    start = span.start
    for gap in _GAP.finditer(text, *span):
        yield Span(start, gap.start())
        start = gap.end()
    yield strip(text, start, end)


def _split_at_headings(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a line, cut before each heading in sequence."""
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
    gap = _GAP.search(text, start, end) if level < 3 else None
    alone = stop is None or stop.end() == end
    if gap and gap.start() - start <= _RUN_IN and (stop is None or gap.end() <= stop.start()):
        told = _FIRST.match(text, gap.end(), end) or (alone and end - gap.end() >= _TOLD)
        if told:
            return gap.start(), True
    if alone and end - start <= _ALONE:
        return end, False
    if stop is not None and stop.start() - start <= _RUN_IN:
        return stop.end(), True
    colon = max(text.find("：", start, start + _RUN_IN), text.find(":", start, start + _RUN_IN))
    if level < 3 and colon > 0:
        return colon + 1, True
    return start, True


def looks_like_heading(text: str, span: Span) -> bool:
    """Whether an unnumbered line has the shape of a heading, whatever it says."""
    return span.width <= _BARE and _CLAUSE.search(text, *span) is None


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
