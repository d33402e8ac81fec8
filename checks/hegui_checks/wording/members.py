"""Set phrases of several members: where one member is off, or left out between its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from hegui.api import NamedTuple, Span, regex
from hegui_checks.nearness import distance

_JOINT = regex(r"[、，,；;\s“”‘’]*(?:(?:以及|和|及|与|并)[“‘]?)?")
_SLACK = 2
_TRACE = 3


class Misfit(NamedTuple):
    """The member ``right`` as it stands at ``span``, or one that is ``lost`` after the one at ``span``."""

    span: Span
    right: str
    lost: bool = False


@cache
def _pattern(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, parts)))


def misfits(text: str, parts: tuple[str, ...], window: Span, *, whole: bool) -> Iterator[Misfit]:
    """The members that are off in a row that is otherwise right; with ``whole`` also those left out inside it."""
    words = window.of(text)
    if sum(map(words.__contains__, parts)) < len(parts) - 1:
        return
    for row in _rows(text, parts, window):
        found = [*_inside(text, parts, row, whole=whole), *_at_ends(text, parts, row, whole=whole)]
        if len(found) == 1 and len(row) >= len(parts) - 1:
            yield from found


def _rows(text: str, parts: tuple[str, ...], window: Span) -> Iterator[list[re.Match[str]]]:
    """Members in order, side by side or with room for the one between them."""
    row: list[re.Match[str]] = []
    for match in _pattern(parts).finditer(text, *window):
        if row and not _goes_on(text, parts, row[-1], match):
            yield row
            row = []
        row.append(match)
    if row:
        yield row


def _goes_on(text: str, parts: tuple[str, ...], left: re.Match[str], right: re.Match[str]) -> bool:
    step = parts.index(right[0]) - parts.index(left[0])
    gap = _trimmed(text, left.end(), right.start()).width
    return (step == 1 and gap == 0) or (step == 2 and gap <= len(parts[parts.index(left[0]) + 1]) + _SLACK)


def _inside(text: str, parts: Sequence[str], row: list[re.Match[str]], *, whole: bool) -> Iterator[Misfit]:
    """Members between two right ones."""
    for left, right in pairwise(row):
        index = parts.index(left[0])
        if parts.index(right[0]) != index + 2:
            continue
        span = _trimmed(text, left.end(), right.start())
        due = parts[index + 1]
        if not span.width:
            if whole:
                yield Misfit(Span(*left.span()), due, lost=True)
        elif _near(span.of(text), due, len(due) // 2):
            yield Misfit(span, due)


def _at_ends(text: str, parts: Sequence[str], row: list[re.Match[str]], *, whole: bool) -> Iterator[Misfit]:
    """The first and the last member, whose other side is open."""
    if parts.index(row[-1][0]) == len(parts) - 2:
        if whole and text.startswith("的", row[-1].end()):
            yield Misfit(Span(*row[-1].span()), parts[-1], lost=True)
        start = _joint_end(text, row[-1].end())
        yield from _best(text, parts[-1], [Span(start, start + len(parts[-1]) + by) for by in (0, -1, 1)])
    if parts.index(row[0][0]) == 1:
        end = _trimmed(text, max(0, row[0].start() - len(parts[0]) - _SLACK), row[0].start()).end
        yield from _best(text, parts[0], [Span(max(0, end - len(parts[0]) + by), end) for by in (0, -1, 1)])


def _best(text: str, due: str, spans: list[Span]) -> Iterator[Misfit]:
    """The first of ``spans`` that holds something near ``due`` but not it."""
    near = [span for span in spans if _near(span.of(text), due, max(1, len(due) // _TRACE))]
    if near and not any(due in span.of(text) for span in spans):
        yield Misfit(near[0], due)


def _joint_end(text: str, at: int) -> int:
    match = _JOINT.match(text, at)
    return match.end() if match else at


def _trimmed(text: str, start: int, end: int) -> Span:
    """``text[start:end]`` without the marks and joining words around it."""
    start = min(_joint_end(text, start), end)
    while end > start and text[end - 1] in "、，,；; “‘和及与并":
        end -= 1
    return Span(start, end)


def _near(words: str, due: str, most: int) -> bool:
    """Whether ``words`` begin or end like ``due`` and differ from it in one to ``most`` characters."""
    if not words or words == due or (words[0] != due[0] and words[-1] != due[-1]):
        return False
    return 0 < distance(words, due) <= most
