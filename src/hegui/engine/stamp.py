"""From a hit to a finding: what the check saw, stamped with who it was and where a reader finds it.

Each hit is stamped by itself, whatever else was found and whatever its reader wants to see.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from hegui.check import Check, Hit, Severity
from hegui.document.model import Place
from hegui.finding import BasisText, Finding, Location, Related, WireEdit, WireFix, fingerprint, plain
from hegui.report.build import Report
from hegui.text.edit import Edit, Fix, Safety
from hegui.text.masking import masked
from hegui.text.span import Span, strip
from hegui.text.values import NamedTuple

EXCERPT = 60
SIDE = 12


def location(place: Place) -> Location:
    """The place as it goes over the wire."""
    return Location(*place[2:])


class Spot(NamedTuple):
    """One hit as a finding: of the check's own severity, its print not yet told from those of its equals.

    ``most`` is the severity that it may have at most; ``spans`` are its stretch of the reading text and its further
    places; hits of a ``once`` check that have one ``cause`` are one finding in the end.
    """

    finding: Finding
    most: Severity
    spans: tuple[Span, ...]
    cause: str = ""


class Stamp:
    """Makes the findings of one report, each by itself."""

    def __init__(self, report: Report, path: str, private: Iterable[Span] = ()) -> None:
        """``private`` are the stretches that no finding, whatever its rule, may show whole."""
        self.report = report
        self.path = path
        self.private = tuple(dict.fromkeys(private))

    @cached_property
    def _paragraphs(self) -> list[Span]:
        return [paragraph.span for paragraph in self.report.paragraphs]

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._paragraphs]

    def _paragraph(self, at: int) -> Span:
        """The paragraph at ``at``, or the whole text where there is none."""
        index = bisect_right(self._starts, at) - 1
        return self._paragraphs[index] if self._paragraphs and index >= 0 else self.report.span

    def spots(self, check: Check, hits: Sequence[Hit]) -> tuple[Spot, ...]:
        """The hits of one check in the order of the text, none twice."""
        unique = {(hit.span, hit.message): hit for hit in reversed(hits)}
        return tuple(self.spot(check, unique[key]) for key in sorted(unique))

    def spot(self, check: Check, hit: Hit) -> Spot:
        """One hit as a finding; it may lower the check's severity, never raise it."""
        most = hit.severity or Severity.ERROR
        spans = (hit.span, *(span for span, _ in hit.related))
        return Spot(self._finding(check, hit, min(check.severity, most)), most, spans, hit.cause)

    def _finding(self, check: Check, hit: Hit, severity: Severity) -> Finding:
        places = self._places(hit.span)
        related = [Related(spot, "接上处") for spot in places[1:]]
        related += [Related(self._places(span)[0], self._hide(note)) for span, note in hit.related]
        excerpt, mark = self.excerpt(hit.span)
        return Finding(
            code=check.code,
            slug=check.slug,
            severity=severity,
            message=self._hide(hit.message),
            advice=self._hide(hit.advice),
            basis=BasisText(check.basis.text, check.basis.strength.value),
            section=self._section(hit.span),
            excerpt=excerpt,
            mark=mark,
            location=places[0],
            fix=self._fix(hit.fix) if hit.fix else None,
            related=tuple(related),
            data=plain(hit.data),
            fingerprint=self._print(check, hit),
        )

    def _hide(self, words: str) -> str:
        """``words`` with every private stretch of the report masked."""
        for span in self.private:
            words = words.replace(span.of(self.report.text), masked(span.of(self.report.text)))
        return words

    def _places(self, span: Span) -> list[Location]:
        return [location(place) for place in self.report.document.places(span)]

    def excerpt(self, span: Span) -> tuple[str, tuple[int, int]]:
        """The text around ``span`` inside its paragraph, and where in it the span lies."""
        text = self.report.text
        paragraph = self._paragraph(span.start)
        start = min(max(span.start, paragraph.start), paragraph.end)
        end = min(max(span.end, start), paragraph.end, start + EXCERPT)
        spare = EXCERPT - (end - start)
        left = min(start - paragraph.start, max(spare // 2, spare - (paragraph.end - end)))
        right = min(paragraph.end - end, spare - left)
        window = strip(text, start - left, end + right)
        window = Span(min(window.start, start), max(window.end, end))
        whole = strip(text, *paragraph)
        before = "…" if whole.start < window.start else ""
        after = "…" if window.end < whole.end else ""
        at = len(before) + start - window.start
        return f"{before}{self.shown(window)}{after}".replace("\n", " "), (at, at + end - start)

    def shown(self, window: Span) -> str:
        """The text in ``window``, as long as it is; private stretches masked even where the window cuts them."""
        words = window.of(self.report.text)
        for span in self.private:
            if span.meets(window):
                start, end = max(span.start, window.start), min(span.end, window.end)
                mask = masked(span.of(self.report.text))[start - span.start : end - span.start]
                words = words[: start - window.start] + mask + words[end - window.start :]
        return words

    def _section(self, span: Span) -> str | None:
        heading = self.report.section_at(span.start)
        return self._hide(f"{heading.marker}{heading.title}") if heading else None

    def _fix(self, fix: Fix) -> WireFix:
        edits = [self._edit(edit) for edit in fix.edits]
        safe = all(editable for _, editable in edits)
        safety = fix.safety if safe else Safety.DISPLAY
        return WireFix(fix.title, safety.name.lower(), tuple(edit for edit, _ in edits))

    def _edit(self, edit: Edit) -> tuple[WireEdit, bool]:
        place = self.report.document.editable(edit.span)
        shown = place or self.report.document.places(edit.span)[0]
        return WireEdit(location(shown), shown.at, shown.width, edit.new), place is not None

    def _print(self, check: Check, hit: Hit) -> str:
        if check.once:
            return fingerprint(check.code, *filter(None, [hit.cause]))
        return fingerprint(check.code, self.report.role_at(hit.span.start) or "", *self._around(hit.span))

    def _around(self, span: Span) -> tuple[str, str, str]:
        """What stands before and after ``span`` in its paragraph, which may move, and ``span`` itself if it is short.

        Private stretches are masked, for a print can be guessed from.
        """
        inside = self._paragraph(span.start)
        before = self.shown(Span(max(inside.start, span.start - 4 * SIDE), span.start))
        after = self.shown(Span(span.end, max(span.end, min(inside.end, span.end + 4 * SIDE))))
        own = self.shown(span) if span.end - span.start <= 2 * SIDE else ""
        return "".join(before.split())[-SIDE:], "".join(after.split())[:SIDE], "".join(own.split())
