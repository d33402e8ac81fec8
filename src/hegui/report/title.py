"""The document's own title: over one to four lines, printed once or twice, or not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from hegui.report.kind import Kind
from hegui.report.model import Paragraph, Title
from hegui.report.organs import classify, names_a_place, names_an_organ
from hegui.text.ahead import compiled
from hegui.text.alternation import least_words
from hegui.text.numerals import halfwidth, parse_chinese
from hegui.text.patterns import regex
from hegui.text.span import Span, strip
from hegui.text.values import NamedTuple

_HEAD = 16
_LINES = 4
_NEAR = 20
_LINE_LENGTH = 75
_BODY_LENGTH = 80
_OPENING = regex(r"。.*[：:]$|(?:报告|总结|汇报)(?:如下|于后)")
_YEAR = regex(r"(?:19|20)\d{2}")
_MILLENNIA = frozenset("12１２一二")
_WIDE = frozenset("０１２３４５６７８９")
_ZEROS = "〇○零九"
_CENTURIES = tuple(f"{first}{second}" for first in "二一" for second in _ZEROS)
_WRITTEN_YEAR = regex(rf"(?:{'|'.join(_CENTURIES)})[〇○零一二三四五六七八九]{{2}}(?=年)", words=_CENTURIES)
_JOINTS = frozenset("—-－~～至")
_OPENERS, _CLOSERS = ("[", "〔", "【", "(", "（"), (")", "）")
_TRAILER = regex(r"[(（][^()（）]{0,40}[)）]$", words=_CLOSERS)
_PLANS = ("计划", "方案", "安排", "打算", "思路", "要点")
_SECOND_HALF = regex(rf"(?<=[告结况])(?:及|和|暨|与)[^及和暨]{{2,24}}(?:{'|'.join(_PLANS)})$", words=_PLANS)
_ORGAN_FIRST = regex(r"\S{2,20}?(?:人民政府|行政公署|行署|办事处|管理委员会|管委会)")
_LINE = regex(r"[^〔\[【（(]{2,30}(?<!文件)(?<!号)")
_UNFINISHED = ("建设", "工作", "依法行政")
_YEAR_WORD = regex(r"^年?度?")
_LEADER = regex(r"^[\[〔【(（][^\]〕】)）]{2,30}[\]〕】)）]\d*号?[\]〕】)）]?", words=_OPENERS)


class _Patterns(NamedTuple):
    """A kind's title patterns, each with words of which one stands in whatever it finds."""

    subject: re.Pattern[str]
    subject_words: tuple[str, ...]
    genre: re.Pattern[str]
    genre_words: tuple[str, ...]


@cache
def _patterns(subjects: tuple[str, ...], genres: tuple[str, ...]) -> _Patterns:
    genre = rf"(?:{'|'.join(genres)})$"
    return _Patterns(compiled("|".join(subjects)), least_words(subjects), compiled(genre), least_words(genres))


def _holds(words: str, needed: tuple[str, ...]) -> bool:
    """Whether one of the ``needed`` words stands in ``words``, if any is needed."""
    for word in needed:
        if word in words:
            return True
    return not needed


def years_in(text: str) -> Iterator[tuple[int, Span]]:
    """The single years named in ``text``; the ends of a range such as 2021—2025年 are none."""
    if _MILLENNIA.isdisjoint(text):
        return
    plain = text if _WIDE.isdisjoint(text) else halfwidth(text)
    found = [Span(*match.span()) for match in _YEAR.finditer(plain) if not _is_part(plain, *match.span())]
    if any(map(plain.__contains__, _ZEROS)):
        found = sorted(found + [Span(*match.span()) for match in _WRITTEN_YEAR.finditer(plain)])
    for place in found:
        words = place.of(plain)
        year = int(words) if words.isdecimal() else parse_chinese(words)
        if year and 1990 <= year <= 2099:
            yield year, place


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the four digits between are part of a longer number, or one end of a range."""
    before = text[start - 1 : start]
    if before.isdecimal() or text[end : end + 1].isdecimal() or before in _JOINTS:
        return True
    rest = text[end : end + _NEAR].lstrip()
    return rest[:1] in _JOINTS and rest[1:].lstrip()[:1].isdecimal()


_Parse = tuple[str, str, int | None, str]


def parse_title(words: str, kind: Kind, *, weak: bool = False) -> _Parse | None:
    """Subject, genre, year and issuer of a title without spaces, or None when it is none of this kind.

    A weak title has a year, and either a genre or the kind's subject; what it lacks is empty.
    """
    patterns = _patterns(kind.subjects, kind.genres)
    if not (weak or _holds(words, patterns.subject_words)):
        return None
    core = _core(words)
    subject = patterns.subject.search(core) if _holds(core, patterns.subject_words) else None
    if not (subject or weak):
        return None
    genre = patterns.genre.search(core) if _holds(core, patterns.genre_words) else None
    if not (genre or (weak and subject)):
        return None
    named = next(years_in(core), None)
    year = named or next(years_in(words[words.find(core) + len(core) :]), None)
    if subject and genre and genre.end() <= subject.start():
        genre = None
    if not (subject and genre) and not (weak and year and (genre or (subject and core.endswith(_UNFINISHED)))):
        return None
    issuer = _issuer_of(core, named[1] if named else None, subject.start() if subject else len(core))
    return subject[0] if subject else "", genre[0] if genre else "", year[0] if year else None, issuer


class _Parses(dict[str, _Parse | None]):
    """What ``parse_title`` says of words, which are read once however often they are asked for."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def __missing__(self, words: str) -> _Parse | None:
        found = self[words] = parse_title(words, self.kind)
        return found


def _core(words: str) -> str:
    """A title without the number above it, a remark in brackets behind it, or the plan that it tells of as well."""
    core = _LEADER.sub("", words) if words.startswith(_OPENERS) else words
    while trailer := (
        (core.endswith(_CLOSERS) and _TRAILER.search(core)) or (core.endswith(_PLANS) and _SECOND_HALF.search(core))
    ):
        core = core[: trailer.start()]
    return core


def _issuer_of(core: str, year: Span | None, subject: int) -> str:
    """The body that a title names before 关于 or the year, or between the year and its subject."""
    about = core.find("关于")
    before = core[: min([at for at in (about, year.start if year else -1, subject) if at >= 0])]
    if before or year is None:
        return before
    after = core[about + 2 : year.start] if about >= 0 else _YEAR_WORD.sub("", core[year.end : subject])
    return after if names_an_organ(after) or classify(after)[2] else ""


def read_title(text: str, paragraphs: tuple[Paragraph, ...], kind: Kind) -> Title | None:
    """The title above the body; of a repeated one the last, for that is the document's own.

    Without one that names the subject, a line such as 某局2016年工作总结 is taken.
    """
    head = list(_head(text, paragraphs))
    if found := _read(text, head, _Parses(kind)):
        return found
    weak = (_title(text, [line], lambda words: parse_title(words, kind, weak=True)) for line in head)
    return next(filter(None, weak), None)


def _read(text: str, head: list[Paragraph], parses: _Parses) -> Title | None:
    """The title that names the kind's subject, among the lines at the head."""
    place = _place(["".join(line.span.of(text).split()) for line in head], parses)
    if place is None:
        return None
    first, last = place
    while first + 1 <= last and parses[_joined(text, head[first + 1 : last + 1])]:
        first += 1
    first = _with_centred(text, head, _with_issuers(text, head, first), last, parses)
    return _title(text, head[first : last + 1], parses.__getitem__)


def _place(lines: list[str], parses: _Parses) -> tuple[int, int] | None:
    """The first and the last line of the title: of several the lowest, one with a strong genre before all others."""
    kind = parses.kind
    needed = _patterns(kind.subjects, kind.genres).subject_words
    other: tuple[int, int] | None = None
    for first in range(len(lines) - 1, -1, -1) if _holds("".join(lines), needed) else ():
        if not _holds("".join(lines[first : first + _LINES]), needed):
            continue
        for last in range(first, min(first + _LINES, len(lines))):
            if parsed := parses["".join(lines[first : last + 1])]:
                if parsed[1].endswith(kind.strong_genres):
                    return first, last
                other = other or (first, last)
                break
    return other


def _head(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The short lines before the body begins."""
    for paragraph in paragraphs[:_HEAD]:
        words = paragraph.span.of(text)
        numbered = paragraph.heading is not None and paragraph.heading.number is not None
        if (numbered and paragraph.style != "heading") or (len(words) >= _BODY_LENGTH and "。" in words):
            return
        if _OPENING.search(words):
            return
        if len(words) <= _LINE_LENGTH and words[-1] not in "。：:；;，,":
            yield paragraph


def _joined(text: str, lines: list[Paragraph]) -> str:
    return "".join("".join([line.span.of(text) for line in lines]).split())


def _with_issuers(text: str, head: list[Paragraph], first: int) -> int:
    """The index of the first line once the issuers that stand on lines of their own above are taken in."""
    while first and head[first - 1].order + 1 == head[first].order:
        words, above = _joined(text, head[first : first + 1]), _joined(text, [head[first - 1]])
        nameless = words.startswith("关于") or next(years_in(words[:5]), None) is not None
        name = above.removeprefix("关于").removesuffix("关于")
        is_name = names_an_organ(name) or names_a_place(name) or classify(name)[1] == "nation"
        joint = names_an_organ(above) and _ORGAN_FIRST.match(words) is not None
        if not ((nameless or joint) and is_name):
            break
        first -= 1
    return first


def _with_centred(text: str, head: list[Paragraph], first: int, last: int, parses: _Parses) -> int:
    """The index of the first line once those centred above are taken in, while the title lacks year or issuer."""
    while first and head[first - 1].align == head[first].align == "center":
        parsed = parses[_joined(text, head[first : last + 1])]
        above = _joined(text, [head[first - 1]])
        apart = head[first - 1].order + 1 < head[first].order or parses[above]
        if apart or parsed is None or (parsed[2] and parsed[3]) or not _LINE.fullmatch(above):
            break
        first -= 1
    return first


def _title(text: str, lines: list[Paragraph], parse: Callable[[str], _Parse | None]) -> Title | None:
    span = Span(lines[0].span.start, lines[-1].span.end)
    if number := _LEADER.match(span.of(text)):
        span = strip(text, span.start + number.end(), span.end)
    words = "".join(span.of(text).split())
    parsed = parse(words)
    if parsed is None:
        return None
    subject, genre, year, issuer = parsed
    named = years_in(span.of(text)) if year else ()
    place = next((where for found, where in named if found == year), None)
    return Title(span, words, year, subject, genre, issuer, place.shift(span.start) if place else None)


def further_titles(text: str, paragraphs: tuple[Paragraph, ...], kind: Kind) -> Iterator[Paragraph]:
    """The titles of further reports pasted below the first: each with a body that counts from 一 again."""
    if not _begins_again(paragraphs):
        return
    reached = 0
    candidate: Paragraph | None = None
    for paragraph in paragraphs:
        heading = paragraph.heading
        if heading is None or not heading.marker:
            words = _joined(text, [paragraph]) if paragraph.span.width <= _LINE_LENGTH else ""
            if reached > 1 and words and parse_title(words, kind):
                candidate = paragraph
        elif heading.level == 1:
            if candidate and heading.number == 1:
                yield candidate
                candidate = None
            reached = heading.number or reached


def _begins_again(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Whether the numbers of the first-level headings ever begin anew."""
    reached = 0
    for paragraph in paragraphs:
        heading = paragraph.heading
        if heading and heading.level == 1 and heading.marker:
            if heading.number == 1 and reached > 1:
                return True
            reached = heading.number or reached
    return False
