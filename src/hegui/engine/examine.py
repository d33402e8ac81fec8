"""The first half of linting: what every rule sees in a report, whatever its reader wishes to hear of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from hegui.check import Check
from hegui.engine.grade import missing_parts
from hegui.engine.plugins import told
from hegui.engine.select import Rule
from hegui.engine.stamp import Spot, Stamp
from hegui.engine.suppress import Ignore, remarks, top
from hegui.engine.walk import NOTHING, Seen, look
from hegui.finding import Crash, FileResult, Location, PartPlace
from hegui.report.build import Report
from hegui.text.span import Span
from hegui.text.values import NamedTuple

Look = Callable[[Check, Report], Seen]
BODY_LEVELS = ("subdistrict", "department")


class Examined(NamedTuple):
    """What is known of one report when rules have run over it, before any choice, ignore or severity of a user.

    ``result`` has no findings yet. ``spots``, ``relations`` and ``private`` are by the code of the rule: its hits,
    how many relations between figures it judged, what no output may print whole; a rule without any is not there.
    ``whole`` is the span of the text and ``top`` where the file begins. ``missing`` are the parts that count for
    the grade.
    """

    result: FileResult
    whole: Span
    top: Location
    spots: Mapping[str, tuple[Spot, ...]]
    relations: Mapping[str, int]
    private: Mapping[str, tuple[Span, ...]]
    remarks: tuple[Ignore, ...]
    missing: tuple[str, ...]
    crashes: tuple[Crash, ...] = ()


def examine(
    report: Report, rules: Iterable[Rule], path: str, look: Look = look, spared: Collection[str] = ()
) -> Examined:
    """Run the checks of ``rules`` over ``report``; one that raises loses only its own findings.

    ``spared`` is what the findings need not have: see Stamp.
    """
    crashes: list[Crash] = []
    looked = [(rule.check, seen) for rule, seen in looks(report, rules, path, crashes, look)]
    private = {
        check.code: spans
        for check, seen in looked
        if (spans := tuple([span for hit in seen.hits for span in hit.private]))
    }
    stamp = Stamp(report, path, (span for spans in private.values() for span in spans), spared)
    spots: dict[str, tuple[Spot, ...]] = {}
    relations: dict[str, int] = {}
    for check, seen in looked:
        if seen.hits:
            try:
                spots[check.code] = stamp.spots(check, seen.hits)
            except Exception as error:  # a check may hand over what cannot be stamped
                crashes.append(Crash(check.code, path, told(error)))
                continue
        if seen.relations:
            relations[check.code] = seen.relations
    return Examined(
        describe(report, path),
        report.span,
        top(report),
        spots,
        relations,
        private,
        remarks(report),
        tuple(missing_parts(report)),
        tuple(crashes),
    )


def looks(
    report: Report, rules: Iterable[Rule], path: str, crashes: list[Crash], look: Look = look
) -> Iterator[tuple[Rule, Seen]]:
    """What the rules see that see something; one whose check raises is left out and told of in ``crashes``."""
    for rule in rules:
        try:
            seen = look(rule.check, report)
        except Exception as error:  # a check is a stranger's code, and the run goes on
            crashes.append(Crash(rule.check.code, path, told(error)))
            continue
        if seen is not NOTHING:
            yield rule, seen


def describe(report: Report, path: str) -> FileResult:
    """What is known about a report before any check has run."""
    day = report.signature.day if report.signature else None
    parts = [(part, _part(report, part.role)) for part in report.kind.parts]
    return FileResult(
        path=path,
        kind=report.kind.name,
        level=report.body if report.body in BODY_LEVELS else report.level,
        body=report.body,
        year=report.year,
        title=report.title.text if report.title else None,
        issuers=tuple(issuer.name for issuer in report.issuers),
        date=day.iso if day else None,
        published=report.published.iso if report.published else None,
        parts={part.role: place for part, place in parts if place or part.required},
    )


def _part(report: Report, role: str) -> PartPlace | None:
    passage = report.parts.get(role)
    if passage is None:
        return None
    heading = passage.heading
    place = report.document.places(heading.span if heading else passage.span)[0]
    return PartPlace(place.line, f"{heading.marker}{heading.title}" if heading else None, passage.form)
