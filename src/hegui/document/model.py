"""A file as read: one reading text, and for every stretch of it the place it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from hegui.text.source import Lines, Source
from hegui.text.span import Span
from hegui.text.values import NamedTuple

if TYPE_CHECKING:
    from hegui.document.formatting import Formatting


class Run(NamedTuple):
    """``text[start:end]`` comes from ``width`` code points at ``at`` of the decoded file.

    An exact run is a verbatim copy (``width == end - start``); any other maps as a whole.
    """

    start: int
    end: int
    at: int
    width: int
    exact: bool = True


class Place(NamedTuple):
    """Where a reader finds something; lines, columns, pages and paragraphs count from 1.

    ``at`` and ``width`` are code points of the decoded file; columns are code points too.
    ``cell`` is table, row and column of a cell.
    """

    at: int
    width: int
    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None = None
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None

    @property
    def words(self) -> str:
        """The place in Chinese: 第 3 行, or page and paragraph or cell of a table where readers count no lines."""
        if self.line is not None:
            return f"第 {self.line} 行"
        page = f"第 {self.page} 页" if self.page else ""
        if self.cell:
            return page + "表 {} 第 {} 行第 {} 格".format(*self.cell)
        return page + (f"第 {self.paragraph} 段" if self.paragraph else "")


class Places(Protocol):
    """Where the stretches of a file stand whose readers count no lines; offsets and widths are those of its source."""

    def place(self, at: int, width: int) -> Place:
        """Where a reader finds it."""
        ...

    def changeable(self, at: int, width: int) -> bool:
        """Whether all of it are characters that stand in the file as they are, so that they can be changed there."""
        ...


class Block(NamedTuple):
    """One paragraph of the reading text, its line break not included.

    ``style`` is text, heading (as markup says, with its ``level``), row (of a table) or alone;
    ``align`` is center or right where the file says so, else empty.
    """

    span: Span
    style: str = "text"
    level: int = 0
    align: str = ""


class Label(NamedTuple):
    """A label of the page around the report, 发布日期 and its value; ``at`` as in Place."""

    name: str
    value: str
    at: int


class Comment(NamedTuple):
    """A remark hidden from the reading text, which stands before ``anchor`` of it.

    ``alone`` tells one that has a line to itself from one inside a paragraph; ``margin`` one that stands beside its
    paragraph, as those of Word do: beside the title it is about the file.
    """

    text: str
    anchor: int
    alone: bool
    at: int
    margin: bool = False


class Note(NamedTuple):
    """A comment to write into a file, on a stretch of its source; each line of ``words`` is a paragraph."""

    span: Span
    words: str


class Revision(NamedTuple):
    """Changes are to be shown as revisions of this ``date`` (ISO 8601 with time), or of none."""

    date: str = ""


class Document:
    """The reading text of one file, its blocks, and the way back to the file.

    ``source`` is the decoded file, or, where a format has no text of its own, all that was taken from it in order;
    then ``given`` tells where its stretches stand.
    """

    def __init__(
        self,
        *,
        path: str,
        format_: str,
        source: Source,
        text: str,
        blocks: tuple[Block, ...],
        runs: tuple[Run, ...],
        labels: tuple[Label, ...] = (),
        comments: tuple[Comment, ...] = (),
        given: Places | None = None,
        formatting: Callable[[Document], Formatting] | None = None,
    ) -> None:
        self.path = path
        self.format = format_
        self.source = source
        self.text = text
        self.blocks = blocks
        self.runs = runs
        self.labels = labels
        self.comments = comments
        self._given = given
        self._formatting = formatting

    @property
    def verbatim(self) -> bool:
        """Whether ``source`` is what stands in the file, so that a change of it is one of the file."""
        return self._given is None

    @cached_property
    def formatting(self) -> Formatting | None:
        """How the file is set; None for formats that do not tell."""
        return self._formatting(self) if self._formatting else None

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.source.text)

    def _runs_under(self, span: Span) -> list[Run]:
        """The runs that share a character with ``span``; for an empty one, the run it goes on with."""
        index = max(0, bisect_right(self._starts, span.start) - 1)
        if span.end <= span.start:
            begins = index and self.runs[index].start == span.start and self.text[span.start - 1] != "\n"
            return list(self.runs[index - 1 : index] if begins else self.runs[index : index + 1])
        found = []
        while index < len(self.runs) and self.runs[index].start < span.end:
            found.append(self.runs[index])
            index += 1
        return found

    def _origin(self, span: Span) -> int:
        """Where in the source the characters of ``span`` stand, when it lies in one exact run; else -1."""
        start, end = span
        index = bisect_right(self._starts, start) - 1
        if start >= end or index < 0:
            return -1
        first, last, at, _, exact = self.runs[index]
        return at + start - first if exact and end <= last else -1

    def places(self, span: Span) -> tuple[Place, ...]:
        """The places whose characters make up ``span``, in order; at least one if the file has any."""
        if (at := self._origin(span)) >= 0:
            return (self.place(at, span.end - span.start),)
        stretches: list[tuple[int, int]] = []
        for run in self._runs_under(span):
            at, end = run.at, run.at + run.width
            if run.exact:
                at += min(max(span.start - run.start, 0), run.width)
                end -= max(run.end - max(span.end, span.start), 0)
            if stretches and stretches[-1][1] == at:
                at = stretches.pop()[0]
            stretches.append((at, max(at, end)))
        return tuple(self.place(at, end - at) for at, end in stretches)

    def first_places(self, spans: Iterable[Span]) -> list[Place]:
        """The first place of each of ``spans``."""
        spans = tuple(spans)
        return [place or self.places(span)[0] for place, span in zip(self._plain_places(spans), spans, strict=True)]

    def editables(self, spans: Iterable[Span]) -> list[Place | None]:
        """For each of ``spans`` the one place to change, as ``editable`` has it."""
        spans = tuple(spans)
        return [place or self.editable(span) for place, span in zip(self._plain_places(spans), spans, strict=True)]

    def _plain_places(self, spans: tuple[Span, ...]) -> list[Place | None]:
        """The places of those of ``spans`` that lie in one line of the file and one exact run, None for others.

        A finding may have hundreds of places, several in a row on one line, which is looked up but once.
        """
        if self._given:
            return [None] * len(spans)
        places: list[Place | None] = []
        first, last, shift, line, before = 0, -1, 0, 0, 0
        for start, end in spans:
            if not first <= start < end <= last:
                first, last, shift, line, before = self._stretch(start)
            if first <= start < end <= last:
                fields = (start + shift, end - start, line, start - before, line, end - before, None, None, None)
                places.append(Place._make(fields))
            else:
                places.append(None)
        return places

    def _stretch(self, start: int) -> tuple[int, int, int, int, int]:
        """The characters around ``start`` that are of one exact run and of one line of the source, from and to.

        Then what to add for their offset in the source, their line, and what to take off for their column.
        """
        index = bisect_right(self._starts, start) - 1
        if index < 0 or not self.runs[index].exact:
            return 0, -1, 0, 0, 0
        first, last, at, _, _ = self.runs[index]
        shift = at - first
        line, begin, end = self._lines.around(start + shift)
        return max(first, begin - shift), min(last, end - shift), shift, line, begin - shift - 1

    def place(self, at: int, width: int = 0) -> Place:
        """The place of ``width`` code points at offset ``at`` of the decoded file."""
        if self._given:
            return self._given.place(at, width)
        return Place._make((at, width, *self._lines.reach(at, at + width), None, None, None))

    def editable(self, span: Span) -> Place | None:
        """The one place to change for ``span``, or None when it is not a verbatim stretch."""
        at, width = self._origin(span), span.width
        if width <= 0:
            for run in self._runs_under(span):
                if run.exact and run.start <= span.start and span.end <= run.end:
                    at = run.at + span.start - run.start
        if at < 0 or (self._given and not self._given.changeable(at, width)):
            return None
        return self.place(at, width)


class Loader(Protocol):
    """Reads files of one format; ``suffixes`` are lower case with the dot.

    One whose files are no text may also have ``rewrite(data, edits, revision) -> bytes`` (edits of the source, see
    Revision), and one that can hold comments ``annotate(data, notes, date) -> bytes``; both raise Unreadable.
    One whose files are not to be corrected says in ``unchangeable`` why, in Chinese.
    """

    name: str
    suffixes: tuple[str, ...]

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable with the reason in Chinese."""
        ...
