"""What a stretch of text sounds like: a lack told, or a plan made. It decides where no heading does."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.report.kind import Kind
from hegui.report.model import Paragraph
from hegui.text.numbering import numerals, stands
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_FEW = 3
_DENSE = 0.008
_SHORT = 60


class Tone(NamedTuple):
    """How often a stretch tells of lacks, of intentions and of results; ``width`` in code points."""

    lacks: int
    intents: int
    results: int
    width: int

    @property
    def laments(self) -> bool:
        """Whether it tells of shortcomings: dense in lacks, with few results."""
        if self.lacks == _FEW - 1 and not self.results and self.width < _SHORT * 2:
            return self.lacks > self.intents
        return self.lacks >= _FEW and self.lacks >= _DENSE * self.width and self.lacks > self.results + self.intents

    @property
    def plans(self) -> bool:
        """Whether it tells what will be done: dense in intentions, with few results and lacks."""
        enough = self.intents >= _FEW and self.intents >= _DENSE * self.width
        return enough and self.intents > self.results + self.lacks


def tone_of(text: str, span: Span, kind: Kind) -> Tone:
    """The tone of ``text`` in ``span``, by the kind's words."""
    lacks, intents, results = (
        len(kind.pattern(f"tone_{name}").findall(text, *span)) for name in ("lacks", "intents", "results")
    )
    return Tone(lacks, intents, results, span.width)


def last_lament(text: str, paragraphs: Sequence[Paragraph], kind: Kind) -> Paragraph | None:
    """The last of the paragraphs that tell of shortcomings."""
    return next((p for p in reversed(paragraphs) if tone_of(text, p.body, kind).laments), None)


def first_intent(text: str, paragraphs: Sequence[Paragraph], kind: Kind) -> Paragraph | None:
    """The first of the paragraphs at the end that tell what will be done, items and short closings among them."""
    first = None
    for paragraph in reversed(paragraphs):
        if tone_of(text, paragraph.body, kind).plans:
            first = paragraph
        elif paragraph.span.width > _SHORT and not _is_item(text, paragraph.span.start):
            break
    return first


def _is_item(text: str, at: int) -> bool:
    """Whether 一是, 二要, 三、, （1） or 1 begins at ``at``."""
    end = numerals(text, at, 2)
    return stands(text, end, "是要、") if end > at else stands(text, at, "（(") or text[at : at + 1].isdecimal()
