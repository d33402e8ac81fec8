"""The document's own title: over one to four lines, printed once or twice, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.report.kind import Kind
from hegui.report.model import Paragraph, Title
from hegui.report.organs import classify, names_a_place, names_an_organ
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
_CENTURIES = tuple(f"{first}{second}" for first in "二一" for second in "〇○零九")
_WRITTEN_YEAR = regex(rf"(?:{'|'.join(_CENTURIES)})[〇○零一二三四五六七八九]{{2}}(?=年)", words=_CENTURIES)
_JOINTS = "—-－~～至"
_TRAILER = regex(r"[(（][^()（）]{0,40}[)）]$", words=(")", "）"))
_PLANS = ("计划", "方案", "安排", "打算", "思路", "要点")
_SECOND_HALF = regex(rf"(?<=[告结])(?:及|和|暨|与)[^及和暨]{{2,24}}(?:{'|'.join(_PLANS)})$", words=_PLANS)
_ORGAN_FIRST = regex(r"\S{2,20}?(?:人民政府|行政公署|行署|办事处|管理委员会|管委会)")
_LINE = regex(r"[^〔\[【（(]{2,30}(?<!文件)(?<!号)")
_UNFINISHED = ("建设", "工作", "依法行政")
_YEAR_WORD = regex(r"^年?度?")
_LEADER = regex(r"^[\[〔【(（][^\]〕】)）]{2,30}[\]〕】)）]\d*号?[\]〕】)）]?", words=("[", "〔", "【", "(", "（"))


class _Patterns(NamedTuple):
    """A kind's title patterns, compiled."""

    subject: re.Pattern[str]
    genre: re.Pattern[str]


@cache
def _patterns(subjects: tuple[str, ...], genres: tuple[str, ...]) -> _Patterns:
    return _Patterns(re.compile("|".join(subjects)), re.compile(rf"(?:{'|'.join(genres)})$"))


def years_in(text: str) -> Iterator[tuple[int, Span]]:
    """The single years named in ``text``; the ends of a range such as 2021—2025年 are none."""
    if _MILLENNIA.isdisjoint(text):
        return
    plain = halfwidth(text)
    found = [Span(*match.span()) for match in _YEAR.finditer(plain) if not _is_part(plain, *match.span())]
    found += [Span(*match.span()) for match in _WRITTEN_YEAR.finditer(plain)]
    for place in sorted(found):
        words = place.of(plain)
        year = int(words) if words.isdecimal() else parse_chinese(words)
        if year and 1990 <= year <= 2099:
            yield year, place


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the four digits between are part of a longer number, or one end of a range."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdecimal() or after.isdecimal() or (before and before in _JOINTS):
        return True
    rest = text[end : end + _NEAR].lstrip()
    return rest[:1] in tuple(_JOINTS) and rest[1:].lstrip()[:1].isdecimal()


def parse_title(words: str, kind: Kind, *, weak: bool = False) -> tuple[str, str, int | None, str] | None:
    """Subject, genre, year and issuer of a title without spaces, or None when it is none of this kind.

    A weak title has a year, and either a genre or the kind's subject; what it lacks is empty.
    """
    patterns = _patterns(kind.subjects, kind.genres)
    core = _LEADER.sub("", words)
    while trailer := _TRAILER.search(core) or _SECOND_HALF.search(core):
        core = core[: trailer.start()]
    subject = patterns.subject.search(core)
    if not (subject or weak):
        return None
    genre = patterns.genre.search(core)
    named = next(years_in(core), None)
    year = named or next(years_in(words[words.find(core) + len(core) :]), None)
    if subject and genre and genre.end() <= subject.start():
        genre = None
    if not (subject and genre) and not (weak and year and (genre or (subject and core.endswith(_UNFINISHED)))):
        return None
    issuer = _issuer_of(core, named[1] if named else None, subject.start() if subject else len(core))
    return subject[0] if subject else "", genre[0] if genre else "", year[0] if year else None, issuer


def _issuer_of(core: str, year: Span | None, subject: int) -> str:
    """The body that a title names before 关于 or the year, or between the year and its subject."""
    about = core.find("关于")
    before = core[: min(at for at in (about, year.start if year else -1, subject) if at >= 0)]
    if before or year is None:
        return before
    after = core[about + 2 : year.start] if about >= 0 else _YEAR_WORD.sub("", core[year.end : subject])
    return after if names_an_organ(after) or classify(after)[2] else ""


def read_title(text: str, paragraphs: tuple[Paragraph, ...], kind: Kind) -> Title | None:
    """The title above the body; of a repeated one the last, for that is the document's own.

    Without one that names the subject, a line such as 某局2016年工作总结 is taken.
    """
    head = list(_head(text, paragraphs))
    return _read(text, head, kind) or next(filter(None, (_title(text, [line], kind, weak=True) for line in head)), None)


def _read(text: str, head: list[Paragraph], kind: Kind) -> Title | None:
    """The title that names the kind's subject, among the lines at the head."""
    found: list[tuple[int, int, bool]] = []
    for first in range(len(head)):
        for last in range(first, min(first + _LINES, len(head))):
            if parsed := parse_title(_joined(text, head[first : last + 1]), kind):
                found.append((first, last, parsed[1].endswith(kind.strong_genres)))
                break
    strong = [item for item in found if item[2]] or found
    if not strong:
        return None
    first, last, _ = strong[-1]
    while first + 1 <= last and parse_title(_joined(text, head[first + 1 : last + 1]), kind):
        first += 1
    first = _with_centred(text, head, _with_issuers(text, head, first), last, kind)
    return _title(text, head[first : last + 1], kind)


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
    return re.sub(r"\s", "", "".join(line.span.of(text) for line in lines))


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


def _with_centred(text: str, head: list[Paragraph], first: int, last: int, kind: Kind) -> int:
    """The index of the first line once those centred above are taken in, while the title lacks year or issuer."""
    while first and head[first - 1].align == head[first].align == "center":
        parsed = parse_title(_joined(text, head[first : last + 1]), kind)
        above = _joined(text, [head[first - 1]])
        apart = head[first - 1].order + 1 < head[first].order or parse_title(above, kind)
        if apart or parsed is None or (parsed[2] and parsed[3]) or not _LINE.fullmatch(above):
            break
        first -= 1
    return first


def _title(text: str, lines: list[Paragraph], kind: Kind, *, weak: bool = False) -> Title | None:
    span = Span(lines[0].span.start, lines[-1].span.end)
    if number := _LEADER.match(span.of(text)):
        span = strip(text, span.start + number.end(), span.end)
    words = re.sub(r"\s", "", span.of(text))
    parsed = parse_title(words, kind, weak=weak)
    if parsed is None:
        return None
    subject, genre, year, issuer = parsed
    place = next((where for found, where in years_in(span.of(text)) if found == year), None)
    return Title(span, words, year, subject, genre, issuer, place.shift(span.start) if place else None)


def further_titles(text: str, paragraphs: tuple[Paragraph, ...], kind: Kind) -> Iterator[Paragraph]:
    """The titles of further reports pasted below the first: each with a body that counts from 一 again."""
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
