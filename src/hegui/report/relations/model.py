"""What two or more figures say about each other, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from math import inf
from typing import Any

from hegui.report.model import Figure
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_SHOWN = 12


class Verdict(Enum):
    """How a relation comes out; only a contradiction is worth a word to the writer."""

    CONSISTENT = "一致"
    CONTRADICTORY = "矛盾"
    UNJUDGED = "无法判断"


class Range(NamedTuple):
    """The values from ``low`` to ``high``, both included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether some value lies in both, with room for the last bit of a float."""
        slack = 1e-9 * max(1.0, abs(self.low), abs(other.low))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def gap(self, other: Range) -> float:
        """How far apart the two are, 0 where they meet."""
        return max(0.0, self.low - other.high, other.low - self.high)

    def __str__(self) -> str:
        if self.high == inf:
            return f"≥{plain(self.low)}"
        return plain(self.low) if self.low == self.high else f"{plain(self.low)}～{plain(self.high)}"


class Relation(NamedTuple):
    """A relation between figures with its evidence.

    ``kind`` is parts, part, rate, share, fit, change, direction, base, points, order, attendance, stock,
    coverage, frequency, repeat or table. ``span`` is the figure to look at first, ``related`` the others,
    each with a note. ``left`` is what the parts make, ``right`` what is stated; ``difference`` is the
    distance between the two, ``tolerance`` the width that printing and approximation leave.
    ``words`` are those of the text that made it a relation; ``problem`` says a contradiction in Chinese.
    ``sure`` is False where another reading of the sentence would save it.
    """

    kind: str
    verdict: Verdict
    span: Span
    expression: str
    left: Range
    right: Range
    words: tuple[str, ...]
    related: tuple[tuple[Span, str], ...] = ()
    problem: str = ""
    sure: bool = True

    @property
    def difference(self) -> float:
        """The distance between the two sides, 0 where their ranges meet."""
        return self.left.gap(self.right)

    @property
    def tolerance(self) -> float:
        """The widths of both sides together; infinite for 以上 and the like."""
        return self.left.high - self.left.low + self.right.high - self.right.low

    @property
    def line(self) -> str:
        """One line in Chinese for a reviewer: the verdict, the arithmetic, the words it rests on."""
        words = f"（{'、'.join(self.words)}）" if self.words else ""
        return f"{self.verdict.value}：{self.expression}{words}"

    @property
    def evidence(self) -> dict[str, Any]:
        """The same as plain data, for the ``data`` of a finding."""
        return {
            "relation": self.kind,
            "verdict": self.verdict.value,
            "expression": self.expression,
            "left": [_finite(self.left.low), _finite(self.left.high)],
            "right": [_finite(self.right.low), _finite(self.right.high)],
            "difference": _finite(round(self.difference, 6)),
            "tolerance": _finite(round(self.tolerance, 6)),
            "words": list(self.words),
        }


def _finite(value: float) -> float | None:
    return None if value in (inf, -inf) else value


def plain(value: float) -> str:
    """A number for a message: no trailing zeros, at most four decimals."""
    if value == inf:
        return "∞"
    rounded = round(value, 4)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.4f}".rstrip("0")


def amount(value: float, unit: str) -> str:
    """A computed value with its unit, in 万 where it is large and no whole number of ones matters."""
    if unit in ("%", "‰"):
        return plain(value) + unit
    if value != inf and value >= 100_000 and value % 100 == 0:
        return f"{plain(value / 10_000)} 万{unit}"
    return f"{plain(value)} {unit}".rstrip()


def amounts(values: Range, unit: str) -> str:
    """The same for a range."""
    if values.low == values.high:
        return amount(values.low, unit)
    if values.high == inf:
        return f"至少 {amount(values.low, unit)}"
    return f"{plain(values.low)}～{amount(values.high, unit)}"


def _hundredths(value: float) -> float:
    """Rounded half up, as people round."""
    return value if value in (inf, -inf) else int(abs(value) * 100 + 0.5 + 1e-9) / 100 * (1 if value >= 0 else -1)


def percents(values: Range) -> str:
    """A computed percentage, or the span of one, to two decimals."""
    low, high = (plain(_hundredths(value)) for value in values)
    return f"{low}%" if low == high else f"{low}%～{high}%"


def printed(text: str, figure: Figure) -> str:
    """The figure as it stands in ``text``, the unit set off by a space."""
    words = figure.span.of(text).replace(" ", "").replace("\u00a0", "")
    unit = figure.unit
    if not unit or unit == "%" or not words.endswith(unit) or words[-len(unit) - 1 : -len(unit)] in "万亿千":
        return words
    return f"{words[: -len(unit)]} {unit}"


def of(figure: Figure) -> Range:
    """The range a figure stands for."""
    return Range(figure.low, figure.high)


def total(figures: Iterable[Figure]) -> Range:
    """The range of their sum."""
    low = high = 0.0
    for figure in figures:
        low += figure.low
        high += figure.high
    return Range(low, high)


def joined(texts: list[str], sign: str = "＋") -> str:
    """``texts`` with ``sign`` between; the middle of a long row is left out."""
    if len(texts) > _SHOWN:
        texts = [*texts[: _SHOWN - 2], f"…（共 {len(texts)} 项）", texts[-1]]
    return sign.join(texts)


def judged(agree: bool, doubt: bool = False) -> Verdict:
    """The verdict for figures that agree or not; doubt about the reading never ends in a contradiction."""
    if agree:
        return Verdict.CONSISTENT
    return Verdict.UNJUDGED if doubt else Verdict.CONTRADICTORY
