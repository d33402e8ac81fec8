"""Paragraphs and the headings they begin with: 一、 （一） 1. （1）, bare lines, run-in headings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from hegui.document.model import Block
from hegui.report.model import Heading, Paragraph, Section
from hegui.report.sentences import STOPS
from hegui.text.numbering import NUMERALS, digits, numerals, stands
from hegui.text.numerals import parse_chinese
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

_INLINE = regex(rf"(?<=[。！；：:\s])(?:([{NUMERALS}]{{1,3}})、|[(（]([{NUMERALS}]{{1,3}})[)）])")
_GAPS = (" ", "\u3000", "\t")
_GAP = regex(r"[ \u3000\t]+", words=_GAPS)
_OPENING, _CLOSING, _BEHIND = frozenset("(（"), frozenset(")）"), frozenset("、.")
_DIGITS, _POINTS = frozenset("123456789"), frozenset(".．")
_NUMBERED = frozenset(NUMERALS + "第(（")
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
    if [block.style for block in whole].count("heading") >= _MARKED:
        is_bare = _never
    return _paragraphs(text, whole, is_bare)


def _never(_: str) -> bool:
    return False


def _paragraphs(text: str, blocks: Sequence[Block], is_bare: Callable[[str], bool]) -> tuple[Paragraph, ...]:
    if not blocks:
        return ()
    spans, styles, levels, aligns = zip(*blocks, strict=True)
    stops = [mark for mark in STOPS if mark in text]
    gaps = [gap for gap in _GAPS if gap in text]
    headings: list[Heading | None] = []
    for span, style, level in zip(spans, styles, levels, strict=True):
        start, end = span
        heading = marker = None
        if style != "row":
            first = text[start : start + 1]
            if first in _NUMBERED or first.isdecimal():
                marker = _marker(text[start : min(end, start + _MARKER)])
            if marker:
                heading = _numbered(text, span, marker, stops, gaps)
            elif end - start <= _BARE or style == "heading":
                heading = _bare_heading(text, span, style, level, is_bare)
        headings.append(heading)
    _lift_halves(headings)
    return tuple(map(Paragraph._make, zip(spans, count(), headings, styles, aligns)))


def _lift_halves(headings: list[Heading | None]) -> None:
    """Put a bare heading one level up where the numbers begin anew under it."""
    following: int | None = None
    for index in range(len(headings) - 1, -1, -1):
        heading = headings[index]
        if heading is None or heading.level != 1:
            continue
        if not heading.marker and following == 1:
            headings[index] = heading._replace(level=0)
        else:
            following = heading.number


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


def _numbered(
    text: str, span: Span, marker: tuple[int, int | None, int], stops: Sequence[str], gaps: Sequence[str]
) -> Heading:
    """The heading behind a marker; ``stops`` and ``gaps`` are the end marks and the white space that the text has."""
    level, number, width = marker
    begin, end = span
    start = behind = begin + width
    while start < end and text[start].isspace():
        start += 1
    end, run_in = _heading_end(text, start, end, level, stops, gaps)
    title = text[start:end].rstrip("。：: \u3000\t")
    return Heading._make((Span._make((begin, end)), title, level, text[begin:behind].strip(), number, run_in))


def _marker(words: str) -> tuple[int, int | None, int] | None:
    """The level, the number and the width of the marker that ``words`` begin with; most have a number of one figure."""
    first, second = words[0], words[1:2]
    if second == "、" and first in NUMERALS:
        return 1, NUMERALS.index(first) + 1, 2
    if first in _OPENING and words[2:3] in _CLOSING and second in NUMERALS:
        return 2, NUMERALS.index(second) + 1, 4 if words[3:4] in _BEHIND else 3
    if first in _DIGITS and second in _POINTS and not words[2:3].isdecimal():
        return 3, int(first), 2
    if second == "是" or words[:3].isdecimal():  # 一是 and 2024 are no markers
        return None
    return _other_marker(words)


def _other_marker(words: str) -> tuple[int, int | None, int] | None:
    """The same for numbers of several figures, and other forms."""
    if words[0] == "第":
        return _half_marker(words)
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


def _half_marker(words: str) -> tuple[int, int | None, int] | None:
    """The same for 第一部分."""
    end = numerals(words, 1, 2)
    if end == 1 or not words.startswith("部分", end):
        return None
    number = parse_chinese(words[1:end])
    end += 2
    while stands(words, end, "：:、") or words[end : end + 1].isspace():
        end += 1
    return 0, number, end


def _bare_heading(text: str, span: Span, style: str, level: int, is_bare: Callable[[str], bool]) -> Heading | None:
    words = span.of(text)
    if style == "heading" and level > 1:
        return Heading(span, words.rstrip("。"), level - 1)
    if looks_like_heading(text, span) and is_bare(words):
        return Heading(span, words, 1)
    return None


def _stop(text: str, start: int, end: int, stops: Iterable[str] = STOPS) -> int | None:
    """Where the first sentence ends."""
    first = None
    for mark in stops:
        at = text.find(mark, start, end)
        if at >= 0:
            first = end = at
    return first


def _heading_end(
    text: str, start: int, end: int, level: int, stops: Sequence[str], gaps: Sequence[str]
) -> tuple[int, bool]:
    """Where a numbered heading ends, and whether the body goes on in its paragraph."""
    stop = _stop(text, start, end, stops)
    alone = stop is None or stop + 1 == end
    if gaps and level < 3 and (gap := _gap(text, start, end)) and (stop is None or gap[1] <= stop):
        told = _FIRST.match(text, gap[1], end) or (alone and end - gap[1] >= _TOLD)
        if told:
            return gap[0], True
    if alone and end - start <= _ALONE:
        return end, False
    if stop is not None and stop - start <= _RUN_IN:
        return stop + 1, True
    colon = max(text.find("：", start, start + _RUN_IN), text.find(":", start, start + _RUN_IN))
    if level < 3 and colon > 0:
        return colon + 1, True
    return start, True


def _gap(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first white space in a line, if it begins where a heading may end."""
    words = text[start : min(end, start + _RUN_IN + 1)]
    if " " not in words and "\u3000" not in words and "\t" not in words:
        return None
    gap = _GAP.search(text, start, end)
    return gap and gap.span()


def looks_like_heading(text: str, span: Span) -> bool:
    """Whether an unnumbered line has the shape of a heading, whatever it says."""
    return span.width <= _BARE and not _is_clause(span.of(text))


def _is_clause(words: str) -> bool:
    """Whether ``words`` have the marks of a sentence, or of an enumeration."""
    commas = words.count("，") + words.count(",")
    ended = commas > 1 or words.endswith(("，", ",", "、"))
    return ended or not _INNER.isdisjoint(words) or any(map(words.__contains__, _TELLING))


def build_sections(headings: Sequence[Heading], end: int) -> tuple[Section, ...]:
    """The tree of sections; each reaches to the next heading of its level or above, at most to ``end``."""
    later: list[Section] = []  # from the last one back to the nearest
    for heading in reversed(headings):
        (start, head_end), level = heading.span, heading.level
        children = []
        while later and later[-1].heading.level > level:
            children.append(later.pop())
        stop = later[-1].span.start if later else end
        spans = Span._make((start, stop)), Span._make((head_end, stop))
        later.append(Section._make((heading, *spans, tuple(children))))
    return tuple(reversed(later))
