"""From lines to a Document: furniture left out, broken lines joined, every stretch mapped."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from hegui.document import limits
from hegui.document.furniture import split
from hegui.document.joining import join
from hegui.document.lines import BLANK_LINE, PAGE, REMARK, Line
from hegui.document.model import Block, Comment, Document, Label, Places, Run
from hegui.text.source import Source, Unreadable
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.document.formatting import Formatting

Join = Callable[[list[Line]], list[list[Line]]]


class _Weaver:
    """Collects the reading text and its runs; a stretch that goes on where the last one ended joins its run."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self._runs: list[Run] = []
        self._start = self._at = self._end = 0
        self._exact = False

    def take(self, text: str, at: int, width: int, *, exact: bool = True) -> None:
        """Add ``text``, which comes from ``width`` code points at ``at``."""
        if not (exact and self._exact and at == self._end):
            self._close()
            self._start, self._at, self._exact = self.length, at, exact
        self._end = at + width
        self.parts.append(text)
        self.length += len(text)

    def _close(self) -> None:
        if self.length > self._start:
            self._runs.append(Run(self._start, self.length, self._at, self._end - self._at, self._exact))

    def runs(self) -> tuple[Run, ...]:
        """All runs; nothing can be added after them."""
        self._close()
        self._start = self.length
        return tuple(self._runs)


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
    if sum(len(line.text) for line in lines) > limits.current().text:
        raise limits.over("文字", "text")
    kept, found = split(_with_gaps(source.text, lines, _remark_ends(lines, comments)))
    if not kept:
        raise Unreadable("文件里没有可读的文字")
    weaver = _Weaver()
    blocks: list[Block] = []
    line_break = 0
    for group in join(kept):
        if blocks:
            weaver.take("\n", line_break, 1, exact=source.text[line_break] == "\n")
        start = weaver.length
        for index, line in enumerate(group):
            if index and _needs_space(group[index - 1].text, line.text):
                weaver.take(" ", group[index - 1].end, 1, exact=False)
            for at, end, instead in line.pieces:
                words = source.text[at:end] if instead is None else instead
                weaver.take(words, at, end - at, exact=instead is None)
        blocks.append(Block(Span(start, weaver.length), group[0].style, group[0].level, group[0].align))
        line_break = group[-1].end
    runs = weaver.runs()
    return Document(
        path=path,
        format_=format_,
        source=source,
        text="".join(weaver.parts),
        blocks=tuple(blocks),
        runs=runs,
        labels=(*labels, *found),
        comments=_anchored(comments, runs, weaver.length),
        given=places,
        formatting=formatting,
    )


def _with_gaps(text: str, lines: list[Line], alone: set[int]) -> list[Line]:
    """The lines that hold something, each knowing what is above it; ``alone`` are the ends of remarks' lines."""
    kept = []
    gap = 0
    pages = "\f" in text
    for line in lines:
        if line.text:
            kept.append(line._replace(gap=gap) if gap else line)
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
