"""From lines to a Document: furniture left out, broken lines joined, every stretch mapped."""

from __future__ import annotations

from bisect import bisect_left

from hegui.document.furniture import split
from hegui.document.joining import join
from hegui.document.lines import Line
from hegui.document.model import Block, Comment, Document, Run
from hegui.text.source import Source, Unreadable
from hegui.text.span import Span


class _Weaver:
    """Collects the reading text and its runs."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0

    def take(self, text: str, at: int, width: int, exact: bool = True) -> None:
        """Add ``text``, which comes from ``width`` code points at ``at``."""
        if not text:
            return
        end = self.length + len(text)
        last = self.runs[-1] if self.runs else None
        if last and exact and last.exact and last.at + last.width == at:
            self.runs[-1] = Run(last.start, end, last.at, last.width + width)
        else:
            self.runs.append(Run(self.length, end, at, width, exact))
        self.parts.append(text)
        self.length = end


def assemble(path: str, format: str, source: Source, lines: list[Line], comments: list[Comment]) -> Document:
    """The document made of ``lines``; raises Unreadable when nothing is left to read."""
    kept, labels = split([line for line in lines if line.text])
    if not kept:
        raise Unreadable("文件里没有可读的文字")
    weaver = _Weaver()
    blocks: list[Block] = []
    line_break = 0
    for group in join(kept):
        if blocks:
            weaver.take("\n", line_break, 1)
        start = weaver.length
        for index, line in enumerate(group):
            if index and _needs_space(group[index - 1].text, line.text):
                weaver.take(" ", group[index - 1].end, 1, exact=False)
            for piece_start, piece_end in line.pieces:
                weaver.take(source.text[piece_start:piece_end], piece_start, piece_end - piece_start)
        blocks.append(Block(Span(start, weaver.length), group[0].style, group[0].level))
        line_break = group[-1].end
    return Document(
        path=path,
        format=format,
        source=source,
        text="".join(weaver.parts),
        blocks=tuple(blocks),
        runs=tuple(weaver.runs),
        labels=tuple(labels),
        comments=_anchored(comments, weaver.runs, weaver.length),
    )


def _needs_space(before: str, after: str) -> bool:
    """Whether two lines of Latin text or figures would run together."""
    return before[-1] < "\x7f" and after[0] < "\x7f" and before[-1].isalpha() and after[0].isalpha()


def _anchored(comments: list[Comment], runs: list[Run], length: int) -> tuple[Comment, ...]:
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
