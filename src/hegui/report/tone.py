"""What a stretch of text sounds like: a lack told, or a plan made. It decides where no heading does."""

from __future__ import annotations

from typing import NamedTuple

from hegui.report.kind import Kind
from hegui.text.span import Span

_FEW = 3
_DENSE = 0.008


class Tone(NamedTuple):
    """How often a stretch tells of lacks, of intentions and of results; ``width`` in code points."""

    lacks: int
    intents: int
    results: int
    width: int

    @property
    def laments(self) -> bool:
        """Whether it tells of shortcomings: dense in lacks, with few results."""
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
