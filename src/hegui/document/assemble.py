"""From lines to a Document: furniture left out, broken lines joined, every stretch mapped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from hegui.document import limits
from hegui.document.furniture import split
from hegui.document.joining import join
from hegui.document.lines import BLANK_LINE, PAGE, REMARK, Line, Stretch
from hegui.document.model import Block, Comment, Document, Label, Places, Run
from hegui.text.source import Source, Unreadable
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.document.formatting import Formatting

Join = Callable[[list[Line]], list[list[Line]]]


def assemble(
    path: str,
    format_: str,
    source: Source,
    lines: list[Line],
    comments: list[Comment],
    labels: Iterable[Label] = (),
    places: Places | None = None,
    join: Join = join,
    *,
    formatting: Callable[[Document], Formatting] | None = None,
) -> Document:
    """The document made of ``lines``, put together by ``join``.

    Raises Unreadable when nothing is left to read.
    """
    if sum([len(line.text) for line in lines]) > limits.current().text:
        raise limits.over("文字", "text")
    kept, found = split(_with_gaps(source.text, lines, _remark_ends(lines, comments)))
    if not kept:
        raise Unreadable("文件里没有可读的文字")
    groups = join(kept)
    text, blocks = _reading_text(groups)
    runs = _runs(source.text, groups)
    return Document(
        path=path,
        format_=format_,
        source=source,
        text=text,
        blocks=blocks,
        runs=runs,
        labels=(*labels, *found),
        comments=_anchored(comments, runs, len(text)),
        given=places,
        formatting=formatting,
    )


def _reading_text(groups: list[list[Line]]) -> tuple[str, tuple[Block, ...]]:
    """The paragraphs one below the other, and where each stands."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for group in groups:
        first = group[0]
        words = first.text if len(group) == 1 else _joined(group)
        parts.append(words)
        end = start + len(words)
        blocks.append(Block._make((Span._make((start, end)), first.style, first.level, first.align)))
        start = end + 1
    return "\n".join(parts), tuple(blocks)


def _joined(group: list[Line]) -> str:
    parts = [group[0].text]
    for line, after in pairwise(group):
        parts.append(f" {after.text}" if _needs_space(line.text, after.text) else after.text)
    return "".join(parts)


def _runs(text: str, groups: list[list[Line]]) -> tuple[Run, ...]:
    """Where the reading text comes from: a stretch that goes on where the last one ended joins its run."""
    runs: list[Run] = []
    done = start = origin = source = 0  # in the reading text: its length, the open run; in ``text``: that run, its end
    verbatim = False
    for at, end, instead in _stretches(text, groups):
        exact = instead is None
        if at != source or not (exact and verbatim):
            if done > start:
                runs.append(Run._make((start, done, origin, source - origin, verbatim)))
            start, origin, verbatim = done, at, exact
        source = end
        done += end - at if instead is None else len(instead)
    if done > start:
        runs.append(Run._make((start, done, origin, source - origin, verbatim)))
    return tuple(runs)


def _stretches(text: str, groups: list[list[Line]]) -> list[Stretch]:
    """What the reading text is made of: the stretches of its lines, and what is read for the breaks between."""
    found: list[Stretch] = []
    line_break = -1
    for group in groups:
        if line_break >= 0:
            found.append((line_break, line_break + 1, None if text[line_break] == "\n" else "\n"))
        before: Line | None = None
        for line in group:
            if before and _needs_space(before.text, line.text):
                found.append((line_break, line_break + 1, " "))
            found += line.pieces
            before, line_break = line, line.end
    return found


def _with_gaps(text: str, lines: list[Line], alone: set[int]) -> list[Line]:
    """The lines that hold something, each knowing what is above it; ``alone`` are the ends of remarks' lines."""
    pages = "\f" in text
    if not pages and "" not in [line.text for line in lines]:
        return lines
    kept = []
    gap = 0
    for line in lines:
        if line.text:
            kept.append(line._replace(gap=gap) if gap > line.gap else line)
            gap = 0
        else:
            gap = max(gap, REMARK if line.end in alone else BLANK_LINE)
        if pages and text.startswith("\f", line.end):
            gap = max(gap, PAGE)
    return kept


def _remark_ends(lines: list[Line], comments: list[Comment]) -> set[int]:
    """The ends of the lines on which a remark stands alone."""
    ends = [line.end for line in lines] if comments else []
    return {ends[bisect_left(ends, comment.at)] for comment in comments if comment.alone}


def _needs_space(before: str, after: str) -> bool:
    """Whether two lines of Latin text or figures would run together."""
    return before[-1] < "\x7f" and after[0] < "\x7f" and before[-1].isalpha() and after[0].isalpha()


def _anchored(comments: list[Comment], runs: tuple[Run, ...], length: int) -> tuple[Comment, ...]:
    """The comments with the offset of the reading text before which each stands."""
    if not comments:
        return ()
    offsets = [run.at for run in runs]
    placed = []
    for comment in comments:
        index = bisect_left(offsets, comment.at)
        if index and runs[index - 1].at + runs[index - 1].width > comment.at:
            anchor = runs[index - 1].start + comment.at - runs[index - 1].at
        else:
            anchor = runs[index].start if index < len(runs) else length
        placed.append(comment._replace(anchor=anchor))
    return tuple(placed)
