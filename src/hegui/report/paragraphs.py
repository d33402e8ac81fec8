"""Paragraphs and the headings they begin with: 一、 （一） 1. （1）, bare lines, run-in headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from hegui.document.model import Block
from hegui.report.model import Heading, Paragraph, Section, Sentence
from hegui.text.numbering import NUMERALS, digits, numerals, stands
from hegui.text.numerals import parse_chinese
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

_INLINE = regex(rf"(?<=[。！；：:\s])(?:([{NUMERALS}]{{1,3}})、|[(（]([{NUMERALS}]{{1,3}})[)）])")
_GAP = regex(r"[ \u3000\t]+", words=(" ", "\u3000", "\t"))
_STOPS, _CLOSERS = "。！？!?", "”’）)》」"
_END = regex(r"[。\n]")
_ANY_END = regex(rf"[{_STOPS}\n]")
_INNER = frozenset("。；：;:！!？?")
_TELLING = ("一是", "原因是", "主要是", "由于")
_FIRST = regex(r"一是|首先|[（(]一[)）]|1[.．]")
_MARKER = 40
_ONE_LINE = 200
_FEW_LINES = 6
_MARKED = 3
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
    sentence = _stop(text, *first)
    head = first.end if sentence is None else sentence
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
    marker = _marker(text[span.start : min(span.end, span.start + _MARKER)])
    if marker is None:
        return _bare_heading(text, span, style, level, is_bare)
    depth, number, width = marker
    start = span.start + width
    while start < span.end and text[start].isspace():
        start += 1
    end, run_in = _heading_end(text, start, span.end, depth)
    title = text[start:end].rstrip("。：: \u3000\t")
    return Heading(Span(span.start, end), title, depth, text[span.start : start].strip(), number, run_in)


def _marker(words: str) -> tuple[int, int | None, int] | None:
    """The level, the number and the width of the marker that ``words`` begin with."""
    if words[:1] == "第":
        end = numerals(words, 1, 2)
        if end == 1 or not words.startswith("部分", end):
            return None
        number = parse_chinese(words[1:end])
        end += 2
        while stands(words, end, "：:、") or words[end : end + 1].isspace():
            end += 1
        return 0, number, end
    if stands(words, 0, "(（"):
        start = 1 + stands(words, 1, " ")
        end = numerals(words, start, 3)
        stop = end + stands(words, end, " ")
        if end > start and stands(words, stop, ")）"):
            return 2, parse_chinese(words[start:end]), stop + 1 + stands(words, stop + 1, "、.")
        end = digits(words, 1, 2)
        return (4, int(words[1:end]), end + 1) if end > 1 and stands(words, end, ")）") else None
    end = numerals(words, 0, 3)
    stop = end + stands(words, end, " ")
    if end and stands(words, stop, "、.．"):
        return 1, parse_chinese(words[:end]), stop + 1
    end = digits(words, 0, 2)
    if end and (stands(words, end, "、") or (stands(words, end, ".．") and not words[end + 1 : end + 2].isdecimal())):
        return 3, int(words[:end]), end + 1
    return None


def _bare_heading(text: str, span: Span, style: str, level: int, is_bare: Callable[[str], bool]) -> Heading | None:
    words = span.of(text)
    if style == "heading" and level > 1:
        return Heading(span, words.rstrip("。"), level - 1)
    if looks_like_heading(text, span) and is_bare(words):
        return Heading(span, words, 1)
    return None


def _stop(text: str, start: int, end: int) -> int | None:
    """Where the first sentence ends."""
    return min((at for mark in _STOPS if (at := text.find(mark, start, end)) >= 0), default=None)


def _heading_end(text: str, start: int, end: int, level: int) -> tuple[int, bool]:
    """Where a numbered heading ends, and whether the body goes on in its paragraph."""
    stop = _stop(text, start, end)
    gap = _GAP.search(text, start, end) if level < 3 else None
    alone = stop is None or stop + 1 == end
    if gap and gap.start() - start <= _RUN_IN and (stop is None or gap.end() <= stop):
        told = _FIRST.match(text, gap.end(), end) or (alone and end - gap.end() >= _TOLD)
        if told:
            return gap.start(), True
    if alone and end - start <= _ALONE:
        return end, False
    if stop is not None and stop - start <= _RUN_IN:
        return stop + 1, True
    colon = max(text.find("：", start, start + _RUN_IN), text.find(":", start, start + _RUN_IN))
    if level < 3 and colon > 0:
        return colon + 1, True
    return start, True


def looks_like_heading(text: str, span: Span) -> bool:
    """Whether an unnumbered line has the shape of a heading, whatever it says."""
    return span.width <= _BARE and not _is_clause(span.of(text))


def _is_clause(words: str) -> bool:
    """Whether ``words`` have the marks of a sentence, or of an enumeration."""
    commas = words.count("，") + words.count(",")
    ended = commas > 1 or words.endswith(("，", ",", "、"))
    return ended or not _INNER.isdisjoint(words) or any(word in words for word in _TELLING)


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


def _after_stop(text: str, at: int, end: int) -> int:
    """Where further end marks and closing ones that follow an end mark are over."""
    while at < end and text[at] in _STOPS:
        at += 1
    while at < end and text[at] in _CLOSERS:
        at += 1
    return at


def read_sentences(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Sentence]:
    """The sentences of all paragraphs, each with its end mark."""
    ends = _ANY_END if any(mark in text for mark in _STOPS[1:]) else _END
    for paragraph in paragraphs:
        start = done = paragraph.span.start
        for match in ends.finditer(text, paragraph.span.start, paragraph.span.end):
            if match.start() < done:
                continue
            done = match.end() if match[0] == "\n" else _after_stop(text, match.end(), paragraph.span.end)
            bare = text[start].isspace() or text[done - 1].isspace()
            yield Sentence(strip(text, start, done) if bare else Span(start, done), paragraph.order)
            start = done
        span = strip(text, start, paragraph.span.end)
        if span.width:
            yield Sentence(span, paragraph.order)
