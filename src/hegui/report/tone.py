"""What a stretch of text sounds like: a lack told, or a plan made. It decides where no heading does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from hegui.report.kind import Kind
from hegui.report.model import Paragraph
from hegui.text.numbering import numerals, stands
from hegui.text.span import Span

_FEW, _MANY = 3, 5
_DENSE = 0.008
_SHORT, _LONG = 60, 200


class Tone:
    """How often ``text`` in ``span`` tells of lacks, of intentions and of results, each counted when it is asked."""

    def __init__(self, text: str, span: Span, kind: Kind) -> None:
        self._text, self._span, self._kind = text, span, kind

    def _count(self, name: str) -> int:
        return len(self._kind.pattern(f"tone_{name}").findall(self._text, *self._span))

    @cached_property
    def lacks(self) -> int:
        """How many lacks it tells of."""
        return self._count("lacks")

    @cached_property
    def intents(self) -> int:
        """How many intentions."""
        return self._count("intents")

    @cached_property
    def results(self) -> int:
        """How many results."""
        return self._count("results")

    @property
    def laments(self) -> bool:
        """Whether it tells of shortcomings: dense in lacks, with few results."""
        if self.lacks < _FEW:
            few = self.lacks == _FEW - 1 and self._span.width < _SHORT * 2
            return few and self.lacks > self.intents and not self.results
        return self.lacks >= _DENSE * self._span.width and self.lacks > self.results + self.intents

    @property
    def plans(self) -> bool:
        """Whether it tells what will be done: dense in intentions, with few results and lacks."""
        enough = self.intents >= _FEW and self.intents >= _DENSE * self._span.width
        return enough and self.intents > self.results + self.lacks

    @property
    def recounts(self) -> bool:
        """Whether it is long, or full of figures, and tells of work done above all."""
        full = self._span.width >= _LONG or self.results >= _MANY
        return full and self.results > self.lacks + self.intents


def last_lament(text: str, paragraphs: Sequence[Paragraph], kind: Kind) -> Paragraph | None:
    """The last of the paragraphs that tell of shortcomings."""
    return next((p for p in reversed(paragraphs) if Tone(text, p.body, kind).laments), None)


def first_intent(text: str, paragraphs: Sequence[Paragraph], kind: Kind) -> Paragraph | None:
    """The first of the paragraphs at the end that tell what will be done, items and short closings among them."""
    first = None
    for paragraph in reversed(paragraphs):
        if Tone(text, paragraph.body, kind).plans:
            first = paragraph
        elif paragraph.span.width > _SHORT and not _is_item(text, paragraph.span.start):
            break
    return first


def _is_item(text: str, at: int) -> bool:
    """Whether 一是, 二要, 三、, （1） or 1 begins at ``at``."""
    end = numerals(text, at, 2)
    return stands(text, end, "是要、") if end > at else stands(text, at, "（(") or text[at : at + 1].isdecimal()
