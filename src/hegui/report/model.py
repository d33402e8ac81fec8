"""What a report is made of: plain values, each with its span of the reading text."""

from __future__ import annotations

from hegui.text.dates import Day
from hegui.text.span import Span
from hegui.text.values import NamedTuple


class Heading(NamedTuple):
    """A heading or numbered item: ``（二）强化执法监督。`` at the head of its paragraph.

    ``level`` is 0 for 第一部分, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 1 for a bare heading line,
    0 where the numbers begin anew under it.
    ``marker`` is the number with its marks, empty when there is none; ``number`` its value.
    ``run_in`` tells that the body goes on in the same paragraph.
    """

    span: Span
    title: str
    level: int
    marker: str = ""
    number: int | None = None
    run_in: bool = False


class Paragraph(NamedTuple):
    """One paragraph, the ``order``-th from 0; ``heading`` when it begins with one, or is one.

    ``align`` is center or right where the file says so.
    """

    span: Span
    order: int
    heading: Heading | None = None
    style: str = "text"
    align: str = ""

    @property
    def body(self) -> Span:
        """What is left after the heading."""
        return Span(self.heading.span.end, self.span.end) if self.heading else self.span

    @property
    def is_heading(self) -> bool:
        """Whether nothing but a heading stands here."""
        return self.heading is not None and not self.heading.run_in


class Section(NamedTuple):
    """A heading with all that stands under it; ``body`` is the text after the heading line."""

    heading: Heading
    span: Span
    body: Span
    children: tuple[Section, ...] = ()


class Sentence(NamedTuple):
    """A sentence up to and with its end mark, inside one paragraph."""

    span: Span
    paragraph: int


_LONGEST_HEADING = 45


class Passage(NamedTuple):
    """Where a part of the report stands, and in what form.

    ``form`` is section, subsection, themes (several sections), paragraph or sentence;
    ``why`` says in Chinese what it was recognised by.
    """

    role: str
    spans: tuple[Span, ...]
    form: str
    heading: Heading | None = None
    why: str = ""

    @property
    def span(self) -> Span:
        """Its first stretch."""
        return self.spans[0]

    @property
    def bodies(self) -> tuple[Span, ...]:
        """Its stretches without the heading; one that runs on into the text for want of a mark belongs to it."""
        if self.heading is None or self.heading.span.width > _LONGEST_HEADING:
            return self.spans
        end = self.heading.span.end
        return tuple(Span(max(s.start, end), s.end) if s.covers(self.heading.span) else s for s in self.spans)

    def head(self, width: int = 30) -> Span:
        """Where to point at the whole of it: its heading, else the first ``width`` code points."""
        return self.heading.span if self.heading else Span(self.span.start, min(self.span.end, self.span.start + width))


class Title(NamedTuple):
    """The document's own title, lines joined and spaces dropped in ``text``.

    ``subject`` (法治政府建设), ``genre`` (报告) and ``issuer`` are empty where the title has none.
    """

    span: Span
    text: str
    year: int | None
    subject: str
    genre: str
    issuer: str
    year_span: Span | None = None


class Issuer(NamedTuple):
    """A body named as issuer; ``place`` is the name before the organ (清源县柳河镇).

    ``level`` and ``body`` as in Report; None where the name does not tell.
    """

    span: Span
    name: str
    place: str
    level: str | None
    body: str | None


class Signature(NamedTuple):
    """The issuers under the text, and the date; either may be missing."""

    issuers: tuple[Issuer, ...]
    date: Span | None
    day: Day | None


class Citation(NamedTuple):
    """A title in 《》; ``span`` with the marks, ``title`` without them, spaces dropped."""

    span: Span
    title: str


class Figure(NamedTuple):
    """A number with its unit.

    ``low`` and ``high`` bound its value (equal for an exact one); ``value`` is the printed number;
    ``digits`` counts the decimals printed. ``unit`` is 件, 人次, 万元, % or 个百分点, empty for none.
    ``modifier`` is what makes it approximate (余, 约, 近), empty for none.
    """

    span: Span
    value: float
    low: float
    high: float
    unit: str = ""
    modifier: str = ""
    digits: int = 0

    @property
    def exact(self) -> bool:
        """Whether the number was given without 余, 约 and the like."""
        return not self.modifier
