"""What the search for parts works on."""

from __future__ import annotations

from hegui.report.kind import Kind
from hegui.report.model import Paragraph, Section
from hegui.text.values import NamedTuple


class Reading(NamedTuple):
    """The body of a report, from ``start`` to ``end`` of ``text``, and the year that it tells of."""

    text: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    start: int
    end: int
    year: int | None
