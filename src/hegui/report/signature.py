"""The foot of a report: who issues it and when; sometimes it stands under the title instead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile

from hegui.report.model import Issuer, Paragraph, Signature
from hegui.report.organs import classify, issuer, names_an_organ, split_names
from hegui.text.dates import Dated, numeric_date, written_dates
from hegui.text.patterns import regex
from hegui.text.span import Span, strip

_TAIL = 25
_LINE_LENGTH = 90
_SHORT_LINE = 40
_FOOT_LINES = 6
_HEAD_LINES = 5
_MOST_ISSUERS = 3
_BRACKETS = "()（）[]【】 \t\u3000"
_SEAL = regex(r"[(（](?:盖章|公章|印章|章|代章)[)）]|(?:盖章|印发)$", words=("章", "印发"))
_PREFIX = regex(r"^(?:落款|单位|报告单位|署名|成文日期|日期|时间)\s*[:：]\s*", words=(":", "："))
_NUMERIC = regex(r"20\d{2} ?[-/.．] ?\d{1,2} ?[-/.．] ?\d{1,2}日?")
_PUNCTUATION = frozenset("，。；：、,;:！？!?《》")
_DIGIT = r"[\dX×x*＿_ 一二三四五六七八九十廿]"
_BROKEN_DATE = regex(
    rf"(?:20\d{{2}}|二[〇○零O0][〇○零一二三四五六七八九十O0]{{2}}) ?年 ?{_DIGIT}{{0,4}}月{_DIGIT}{{0,4}}日?"
)


def read_signature(text: str, paragraphs: Sequence[Paragraph], start: int, title_end: int) -> Signature | None:
    """The signature at the end of the text from ``start`` on; the date, or all of it, may stand under the title."""
    head = _head(paragraphs, title_end)
    upper = {p.order for p in head if p.span.end < len(text) // 2}
    last = paragraphs[-_TAIL - _HEAD_LINES :]
    tail = [p for p in last if p.span.start >= start and p.order not in upper][-_TAIL:]
    foot = _at_foot(text, tail)
    if foot and foot.date:
        return foot if foot.issuers else foot._replace(issuers=_byline(text, head))
    for index, paragraph in enumerate(head):
        if dated := _date_of(text, paragraph):
            issuers = _above(text, head, index) + _issuers(text, _rest(text, paragraph, dated.span))
            return Signature(foot.issuers if foot else issuers, dated.span, dated.day)
    return foot


def _head(paragraphs: Sequence[Paragraph], title_end: int) -> list[Paragraph]:
    """The short lines under the title; none where there is no title."""
    if title_end <= 0:
        return []
    first = bisect_left(paragraphs, title_end, key=lambda p: p.span.start)
    below = paragraphs[first : first + _HEAD_LINES]
    return list(takewhile(lambda p: p.span.width <= _SHORT_LINE and p.heading is None, below))


def _byline(text: str, head: Sequence[Paragraph]) -> tuple[Issuer, ...]:
    """The bodies that the first line under the title names, when it holds nothing else."""
    return _issuers(text, head[0].span) if head else ()


def _at_foot(text: str, tail: list[Paragraph]) -> Signature | None:
    """The last date with the issuers around it, else the last issuers."""
    for index in range(len(tail) - 1, -1, -1):
        if dated := _date_of(text, tail[index]):
            issuers = _issuers(text, _rest(text, tail[index], dated.span))
            issuers = _above(text, tail, index) + issuers
            if not issuers and index + 1 < len(tail):
                issuers = _issuers(text, tail[index + 1].span)
            return Signature(issuers, dated.span, dated.day)
    for index in range(len(tail) - 1, max(len(tail) - _FOOT_LINES, -1), -1):
        if issuers := _issuers(text, tail[index].span):
            return Signature(_above(text, tail, index) + issuers, None, None)
    return None


def _above(text: str, tail: list[Paragraph], index: int) -> tuple[Issuer, ...]:
    """The issuers on the lines right above line ``index``."""
    found: tuple[Issuer, ...] = ()
    for above in range(index - 1, max(index - _MOST_ISSUERS, 0) - 1, -1):
        more = _issuers(text, tail[above].span, apart=tail[above].align == "right")
        if not more:
            break
        found = more + found
    return found


def _date_of(text: str, paragraph: Paragraph) -> Dated | None:
    """The date of a line that holds a date and at most a name."""
    words = paragraph.span.of(text)
    if len(words) > _LINE_LENGTH or not ("月" in words or "20" in words):
        return None
    dated = _last_date(words)
    if dated is None:
        return None
    rest = (words[: dated.span.start] + words[dated.span.end :]).strip(_BRACKETS)
    rest = _SEAL.sub("", _PREFIX.sub("", rest)).strip(_BRACKETS)
    if rest and (not _PUNCTUATION.isdisjoint(rest) or not _is_name(rest)):
        return None
    return Dated(dated.span.shift(paragraph.span.start), dated.day)


def _last_date(words: str) -> Dated | None:
    """The last date in a line; one that is cut short or holds letters has an unreal day."""
    dated = [item for item in written_dates(words) if item.day.day] if "月" in words else None
    if dated:
        return dated[-1]
    if "20" in words and (match := _NUMERIC.search(words)):
        day = numeric_date(match[0].replace("．", "."))
        return Dated(Span(*match.span()), day) if day else None
    if "月" in words and (match := _BROKEN_DATE.search(words)):
        partial = next(written_dates(match[0]), None)
        return Dated(Span(*match.span()), partial.day) if partial else None
    return None


def _is_name(words: str) -> bool:
    return all(names_an_organ(part) or classify(part)[1] is not None for part in words.split())


def _rest(text: str, paragraph: Paragraph, date: Span) -> Span:
    """The line of a date without the date."""
    before = strip(text, paragraph.span.start, date.start)
    return before if before.width else strip(text, date.end, paragraph.span.end)


def _issuers(text: str, span: Span, *, apart: bool = False) -> tuple[Issuer, ...]:
    """The bodies named by a line that holds nothing but names; none when it holds anything else.

    One that stands ``apart``, on the right above a date, need not be known for a name.
    """
    words = span.of(text)
    clean = _SEAL.sub("", _PREFIX.sub("", words.strip(_BRACKETS))).strip(_BRACKETS)
    if not 3 <= len(clean) <= _LINE_LENGTH or not _PUNCTUATION.isdisjoint(clean):
        return ()
    start = span.start + words.find(clean)
    names = tuple(issuer(text, part) for part in split_names(text, Span(start, start + len(clean))))
    if not names or not all(_is_issuer(name) or (apart and len(name.name) <= _SHORT_LINE) for name in names):
        return ()
    return names


def _is_issuer(name: Issuer) -> bool:
    return len(name.name) <= 40 and (names_an_organ(name.name) or name.body is not None) and "报告" not in name.name
