"""How well citations, wording, typography, privacy, substance and repetition are judged, sentence by sentence.

``python benchmarks/wording.py [--family TRM] [--verbose] [--held]`` from the project's root. Each sentence of
``tests/corpus`` is planted in a complete report; the hundred held back are rows of their own, told only with
``--held``. The exit code is 1 when a family misses a goal.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hegui.check import Check, Corpus, Hit, Severity
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import planted, read
from hegui.text.span import Span
from tests.corpus import Right, Wrong, example, right, wrong
from tests.installed import built_in_checks, fazhi

FAMILIES = ("CIT", "TRM", "FMT", "PRI", "SUB", "DUP")
PRECISION = {Severity.ERROR: 1.0, Severity.WARNING: 0.99}
RECALL, RECALL_HELD = 0.95, 0.85
LONG = 8  # a mark of this many characters may also be met elsewhere: the first place of a repeated passage
FILES = ("", "held ")


class Found(NamedTuple):
    """A finding: its rule, its gravity, all the places it names."""

    code: str
    severity: Severity
    spans: tuple[Span, ...]
    said: str


class Verdict(NamedTuple):
    """What came of one row; ``missed`` only for a wrong one."""

    row: Right | Wrong
    true: tuple[Found, ...]
    false: tuple[Found, ...]
    missed: bool


def findings(report: Report, asked: str = "") -> Iterator[Found]:
    """All findings of the families; a rule that is off by default only when it is ``asked`` for."""
    for check in built_in_checks():
        if check.family in FAMILIES and check.each is not Corpus and (not check.off or check.code == asked):
            for hit in look(check, report).hits:
                yield _found(check, hit, report)


def _found(check: Check, hit: Hit, report: Report) -> Found:
    spans = (hit.span, *(span for span, _ in hit.related))
    said = f"{hit.span.of(report.text)[:40]!r} {hit.message}"
    return Found(check.code, hit.severity or check.severity, spans, said)


def judge(row: Right | Wrong) -> Verdict:
    """Plant a row and sort what is found; raises ValueError when the text is not read back."""
    report = read(planted(example(row), row.text), fazhi())
    found = list(findings(report, row.code))
    if isinstance(row, Right):
        false = tuple(one for one in found if one.code not in row.also)
        return Verdict(row, (), false, missed=False)
    places = marked(report.text, row)
    true = [one for one in found if one.code in row.also or (_touch(one.spans, places) and not _too_grave(one, row))]
    spoken = any(one.code in (row.code, *row.instead) and _touch(one.spans, places) for one in found)
    return Verdict(row, tuple(true), tuple(one for one in found if one not in true), not spoken)


def marked(text: str, row: Wrong) -> tuple[Span, ...]:
    """The places of the row's marks in the report's text."""
    if not row.marks:
        return (Span(0, len(text)),)
    words = row.text.strip()
    start = text.rfind(words)
    if start < 0:
        raise ValueError(f"planted, but not read back: {words!r}")
    inside = Span(start, start + len(words)) if len(row.marks) < LONG else Span(0, len(text))
    return tuple(_occurrences(text, row.marks, inside))


def _occurrences(text: str, words: str, inside: Span) -> Iterator[Span]:
    at = text.find(words, inside.start, inside.end)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1, inside.end)


def _touch(spans: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether any span meets a place; an empty one counts as the character it stands before."""
    return any(
        span.start < place.end and place.start < max(span.end, span.start + 1) for span in spans for place in places
    )


def _too_grave(found: Found, row: Wrong) -> bool:
    return found.code == row.code and found.severity > row.severity


class Tally:
    """Counts of one family, of the open files or of the held-back ones."""

    def __init__(self) -> None:
        self.rows: Counter[str] = Counter()
        self.true: Counter[Severity] = Counter()
        self.false: Counter[Severity] = Counter()

    def precision(self, severity: Severity) -> float | None:
        """The share of findings of a severity that are right; None without any."""
        total = self.true[severity] + self.false[severity]
        return self.true[severity] / total if total else None

    @property
    def recall(self) -> float | None:
        """The share of wrong rows that the right rule spoke on; None without any."""
        return 1 - self.rows["missed"] / self.rows["wrong"] if self.rows["wrong"] else None


def tally(verdicts: Sequence[Verdict]) -> dict[str, Tally]:
    """Per family, and for all: rows by the family they are about, findings by the family of the rule that spoke."""
    tallies = {name: Tally() for name in (*FAMILIES, "all")}
    for verdict in verdicts:
        for name in (verdict.row.code[:3], "all"):
            tallies[name].rows["right" if isinstance(verdict.row, Right) else "wrong"] += 1
            tallies[name].rows["missed"] += verdict.missed
        for one in verdict.true:
            for name in (one.code[:3], "all"):
                tallies[name].true[one.severity] += 1
        for one in verdict.false:
            for name in (one.code[:3], "all"):
                tallies[name].false[one.severity] += 1
    return tallies


def show(label: str, tallies: dict[str, Tally], recall: float) -> bool:
    """Print the rows of one set; whether every family reaches its goals."""
    good = True
    for name, one in tallies.items():
        if not one.rows["right"] + one.rows["wrong"]:
            continue
        short = [s for s, goal in PRECISION.items() if (p := one.precision(s)) is not None and p < goal]
        low = one.recall is not None and one.recall < recall
        good = good and not short and not low
        print(
            f"{label + name:10}{one.rows['right']:6}{one.rows['wrong']:6}"
            f"{_share(one, Severity.ERROR):>17}{_share(one, Severity.WARNING):>17}"
            f"{_percent(one.recall):>9}{one.rows['missed']:7}{one.false[Severity.INFO]:7}"
            f"{'  below goal' if short or low else ''}"
        )
    return good


def _share(one: Tally, severity: Severity) -> str:
    total = one.true[severity] + one.false[severity]
    return f"{_percent(one.precision(severity))} {one.true[severity]}/{total}" if total else "-"


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{share:.1%}"


def tell(verdict: Verdict) -> None:
    """Print what went wrong with a row; infos beside the mark are left out."""
    row = verdict.row
    grave = [one for one in verdict.false if one.severity > Severity.INFO]
    if not (grave or verdict.missed):
        return
    print(f"\n{row.code} {row.year} {row.body}: {row.text[:160]}")
    if isinstance(row, Wrong) and verdict.missed:
        print(f"  missed at {row.marks!r}")
    for one in grave:
        print(f"  false {one.code} {one.severity.name.lower()}: {one.said[:160]}")


def main() -> int:
    """Judge every sentence and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family", choices=FAMILIES, help="rows of one family only")
    parser.add_argument("--verbose", action="store_true", help="print each miss and each false alarm")
    parser.add_argument("--held", action="store_true", help="print those of the held-back hundred too")
    options = parser.parse_args()
    print(f"{'':10}{'right':>6}{'wrong':>6}{'errors':>17}{'warnings':>17}{'recall':>9}{'missed':>7}{'infos':>7}")
    good, told = True, list[Verdict]()
    for label in FILES:
        rows: list[Right | Wrong] = [*right(held=bool(label)), *wrong(held=bool(label))]
        verdicts = [judge(row) for row in rows if options.family in (None, row.code[:3])]
        good &= show(label, tally(verdicts), RECALL_HELD if label else RECALL)
        told += verdicts if options.held or not label else []
    for verdict in told if options.verbose or options.held else ():
        tell(verdict)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
