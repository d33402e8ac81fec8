"""From a hit to a finding: what the check saw, stamped with who it was and where a reader finds it.

Each hit is stamped by itself, whatever else was found and whatever its reader wants to see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from hegui.check import Check, Hit, Severity
from hegui.document.model import Place
from hegui.finding import BasisText, Finding, Location, Related, WireEdit, WireFix, fingerprint, plain
from hegui.report.build import Report
from hegui.text.edit import Fix, Safety
from hegui.text.masking import masked
from hegui.text.span import Span, strip
from hegui.text.values import NamedTuple

EXCERPT = 60
SIDE = 12
FIXES, PLACES = "fixes", "places"
_SAFETY = {safety: safety.name.lower() for safety in Safety}


def location(place: Place) -> Location:
    """The place as it goes over the wire."""
    return Location._make(place[2:])


class Spot(NamedTuple):
    """One hit as a finding: of the check's own severity, its print not yet told from those of its equals.

    ``most`` is the severity that it may have at most; ``spans`` are its stretch of the reading text and its further
    places; hits of a ``once`` check that have one ``cause`` are one finding in the end.
    """

    finding: Finding
    most: Severity
    spans: tuple[Span, ...]
    cause: str = ""


class Further(NamedTuple):
    """What a hit adds to the finding of another that has the same cause."""

    related: Related
    fix: WireFix | None
    most: Severity
    span: Span


def merged(spot: Spot, others: Sequence[Further]) -> Spot:
    """One spot for ``spot`` and ``others``, which have one cause: the first is the place, the others are related."""
    if not others:
        return spot
    first = spot.finding
    fixes = [fix for fix in (first.fix, *(other.fix for other in others)) if fix]
    finding = first._replace(
        message=f"{first.message}（共 {1 + len(others)} 处）",
        fix=_one_fix(fixes) if fixes else None,
        related=(*first.related, *(other.related for other in others)),
    )
    most = max(spot.most, *(other.most for other in others))
    return spot._replace(finding=finding, most=most, spans=(*spot.spans, *(other.span for other in others)))


def _one_fix(fixes: Sequence[WireFix]) -> WireFix:
    edits = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
    safety = min(Safety[fix.safety.upper()] for fix in fixes)
    return WireFix(fixes[0].title, _SAFETY[safety], tuple(edits))


class Stamp:
    """Makes the findings of one report, each by itself."""

    def __init__(self, report: Report, path: str, private: Iterable[Span] = (), spared: Collection[str] = ()) -> None:
        """``private`` are the stretches that no finding, whatever its rule, may show whole.

        ``spared`` is what no finding need have: FIXES, PLACES (its further ones); some have hundreds of either.
        """
        self.report = report
        self.path = path
        self.private = tuple(dict.fromkeys(private))
        self.fixes = FIXES not in spared
        self.places = PLACES not in spared

    def _paragraph(self, at: int) -> Span:
        """The paragraph at ``at``, or the whole text where there is none."""
        span = self.report.paragraph_at(at).span if self.report.paragraphs else self.report.span
        return span if span.start <= at else self.report.span

    def spots(self, check: Check, hits: Sequence[Hit]) -> tuple[Spot, ...]:
        """The hits of one check in the order of the text, none twice.

        Where no remark in the text can set some of them aside, those that will be one finding are one spot already.
        """
        unique = {(hit.span, hit.message): hit for hit in reversed(hits)}
        ordered = [unique[key] for key in sorted(unique)]
        if not check.once or self.report.document.comments:
            return tuple([self.spot(check, hit) for hit in ordered])
        causes: dict[str, list[Hit]] = {}
        for hit in ordered:
            causes.setdefault(hit.cause, []).append(hit)
        return tuple(
            [merged(self.spot(check, first), list(map(self._further, others))) for first, *others in causes.values()]
        )

    def spot(self, check: Check, hit: Hit) -> Spot:
        """One hit as a finding; it may lower the check's severity, never raise it."""
        most = hit.severity or Severity.ERROR
        spans = (hit.span, *[span for span, _ in hit.related])
        return Spot(self._finding(check, hit, min(check.severity, most)), most, spans, hit.cause)

    def _further(self, hit: Hit) -> Further:
        related = Related(self._places(hit.span)[0], self._hide(hit.message))
        return Further(related, self._fix(hit.fix), hit.severity or Severity.ERROR, hit.span)

    def _finding(self, check: Check, hit: Hit, severity: Severity) -> Finding:
        places = self._places(hit.span)
        related = [Related(spot, "接上处") for spot in places[1:]]
        if hit.related and self.places:
            firsts = self.report.document.first_places([span for span, _ in hit.related])
            notes = [self._hide(note) for _, note in hit.related]
            related += [Related(location(place), note) for place, note in zip(firsts, notes, strict=True)]
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
            fix=self._fix(hit.fix),
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
        first, last = self._paragraph(span.start)
        start = min(max(span.start, first), last)
        end = min(max(span.end, start), last, start + EXCERPT)
        if last - first <= EXCERPT:
            window = strip(text, first, last)
            window = Span(min(window.start, start), max(window.end, end))
            return self.shown(window).replace("\n", " "), (start - window.start, end - window.start)
        spare = EXCERPT - (end - start)
        left = min(start - first, max(spare // 2, spare - (last - end)))
        window = strip(text, start - left, end + min(last - end, spare - left))
        window = Span(min(window.start, start), max(window.end, end))
        whole = strip(text, first, last)
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

    def _fix(self, fix: Fix | None) -> WireFix | None:
        if fix is None or not self.fixes:
            return None
        document, safety = self.report.document, fix.safety
        edits: list[WireEdit] = []
        found = document.editables([span for span, _ in fix.edits])
        if None in found:
            safety = Safety.DISPLAY
        for (span, new), changed in zip(fix.edits, found, strict=True):
            place = changed or document.places(span)[0]
            edits.append(WireEdit._make((Location._make(place[2:]), place[0], place[1], new)))
        return WireFix(fix.title, _SAFETY[safety], tuple(edits))

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
