"""Linting one report: checks run, hits become findings, wishes to ignore are heard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from hegui.check import Check, Corpus, Hit, Severity
from hegui.document.model import Comment
from hegui.engine import own
from hegui.engine.grade import score
from hegui.engine.plugins import told
from hegui.engine.select import Rule
from hegui.engine.settings import IgnoreRow
from hegui.engine.stamp import Stamp, location
from hegui.engine.suppress import Ignore, Ignores, ignores
from hegui.engine.walk import Seen, look
from hegui.finding import BasisText, Crash, FileResult, Finding, PartPlace, Verified, count, fingerprint
from hegui.report.build import Report
from hegui.text.span import Span
from hegui.text.values import NamedTuple

Adjust = Callable[[Report, tuple[Finding, ...]], tuple[Finding, ...]]
Look = Callable[[Check, Report], Seen]
BODY_LEVELS = ("subdistrict", "department")


class Plan:
    """What to hold against reports: ``rules`` of all ``checks``, and the ``rows`` of ignores for their path.

    ``strict`` tells that ``checks`` are all there can be: no plugin is disabled or broken.
    """

    def __init__(
        self,
        rules: tuple[Rule, ...],
        checks: tuple[Check, ...],
        rows: tuple[IgnoreRow, ...] = (),
        *,
        strict: bool = True,
    ) -> None:
        self.rules = rules
        self.checks = checks
        self.rows = rows
        self.strict = strict

    def with_rows(self, rows: tuple[IgnoreRow, ...]) -> Plan:
        """The same rules with other ignores."""
        return Plan(self.rules, self.checks, rows, strict=self.strict)

    @cached_property
    def judging(self) -> frozenset[str]:
        """The codes of the rules that judge a report by itself."""
        return frozenset(
            rule.check.code for rule in self.rules if rule.check.family != own.FAMILY and rule.check.each is not Corpus
        )

    @cached_property
    def whole(self) -> bool:
        """Whether every rule runs that judges a report and is on by default."""
        chosen = {rule.check.code for rule in self.rules}
        return self.strict and all(
            check.off or check.code in chosen for check in self.checks if check.family != own.FAMILY
        )


class Linted(NamedTuple):
    """One file's result, the checks that crashed on it, and what each finding means, by its fingerprint."""

    result: FileResult
    crashes: tuple[Crash, ...]
    spans: Mapping[str, tuple[Span, ...]]


def lint(
    report: Report, plan: Plan, path: str, adjust: Adjust | None = None, keep: str = "", look: Look = look
) -> Linted:
    """Run ``plan`` over ``report``; a check that raises loses only its own findings.

    ``keep`` is what of the text goes with the result: nothing, passages or text.
    ``look`` is what runs one check: a stopwatch may stand around it.
    """
    wishes = ignores(report, plan.rows)
    findings: list[Finding] = []
    crashes: list[Crash] = []
    suppressed = 0
    looked = list(looks(report, plan.rules, path, crashes, look))
    spoke = [(rule, seen) for rule, seen in looked if seen.hits]
    ran = [rule.check for rule, seen in looked if not seen.hits]
    relations = sum([seen.relations for _, seen in looked if not seen.hits])
    stamp = Stamp(report, path, (span for _, seen in spoke for hit in seen.hits for span in hit.private))
    for rule, seen in spoke:
        try:
            kept, gone = split(rule.check, seen.hits, wishes)
            findings += stamp.findings(rule, kept)
        except Exception as error:  # a check may hand over what cannot be stamped
            crashes.append(Crash(rule.check.code, path, told(error)))
            continue
        suppressed += len({hit.cause for hit in gone}) if rule.check.once else len(gone)
        ran.append(rule.check)
        relations += seen.relations
    findings += _about_ignores(report, wishes, plan, ran)
    adjusted = adjust(report, tuple(findings)) if adjust else tuple(findings)
    result = describe(report, path)._replace(
        findings=tuple(sorted(adjusted, key=_order)),
        counts=count(adjusted),
        suppressed=suppressed,
        verified=Verified(sum([check.code in plan.judging for check in ran]), relations),
    )
    if plan.whole and not crashes:
        total = score(report, judged(adjusted))
        result = result._replace(grade=total.grade, score=total.value)
    if keep:
        from hegui.engine.passages import passages

        result = result._replace(paragraphs=passages(report, stamp, result.findings, keep))
    return Linted(result, tuple(crashes), stamp.spans)


def looks(
    report: Report, rules: Iterable[Rule], path: str, crashes: list[Crash], look: Look = look
) -> Iterator[tuple[Rule, Seen]]:
    """What each rule sees; one whose check raises is left out and told of in ``crashes``."""
    for rule in rules:
        try:
            yield rule, look(rule.check, report)
        except Exception as error:  # a check is a stranger's code, and the run goes on
            crashes.append(Crash(rule.check.code, path, told(error)))


def judged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that say something about the report, not about the use of this program."""
    return tuple(finding for finding in findings if not finding.code.startswith(own.FAMILY))


def describe(report: Report, path: str) -> FileResult:
    """What is known about a report before any check has run."""
    day = report.signature.day if report.signature else None
    parts = [(part.role, _part(report, part.role)) for part in report.kind.parts]
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
        parts={role: place for role, place in parts if place or report.kind.part(role).required},
    )


def _part(report: Report, role: str) -> PartPlace | None:
    passage = report.parts.get(role)
    if passage is None:
        return None
    heading = passage.heading
    place = report.document.places(heading.span if heading else passage.span)[0]
    return PartPlace(place.line, f"{heading.marker}{heading.title}" if heading else None, passage.form)


def split(check: Check, hits: Iterable[Hit], wishes: Ignores) -> tuple[list[Hit], list[Hit]]:
    """The hits to report, and those that are set aside."""
    kept: list[Hit] = []
    gone: list[Hit] = []
    for hit in hits:
        (gone if wishes.take(check, hit.span) else kept).append(hit)
    return kept, gone


def _order(finding: Finding) -> tuple[object, ...]:
    where = finding.location
    lines = tuple(number or 0 for number in where[:4])
    return (where.page or 0, where.paragraph or 0, where.cell or (), lines, finding.code, finding.message)


def _about_ignores(report: Report, wishes: Ignores, plan: Plan, ran: Sequence[Check]) -> list[Finding]:
    """What the engine itself finds about the wishes to ignore."""
    told_of: list[tuple[Check, Ignore, str, str]] = []
    told_of += [
        (
            own.unused_ignore,
            ignore,
            f"忽略 {selector} 的说明没有起作用：这里没有它的问题",
            "问题已改好的，请删去这条说明",
        )
        for ignore, selector in wishes.unused(ran)
        if ignore.row is None or not set(ignore.row.path) & set("*?")
    ]
    told_of += [
        (own.ignore_without_reason, ignore, "忽略说明没有写理由，不起作用", "在方括号后写明理由")
        for ignore in wishes.without_reason()
    ]
    told_of += [
        (own.unknown_code, ignore, f"忽略说明不起作用：{why}", "规则编号用 hegui rules 查看")
        for ignore, why in (wishes.unknown(plan.checks) if plan.strict else ())
    ]
    rules = {rule.check.code: rule for rule in plan.rules} if told_of else {}
    return [
        _own_finding(report, rules[check.code], ignore, message, advice)
        for check, ignore, message, advice in told_of
        if check.code in rules
    ]


def _own_finding(report: Report, rule: Rule, ignore: Ignore, message: str, advice: str) -> Finding:
    check = rule.check
    comment = ignore.comment or Comment(f"[[ignore]] {' '.join(ignore.selectors)}", anchor=0, alone=True, at=0)
    return Finding(
        code=check.code,
        slug=check.slug,
        severity=Severity(rule.severity),
        message=message,
        advice=advice,
        basis=BasisText(check.basis.text, check.basis.strength.value),
        section=None,
        excerpt=comment.text,
        mark=(0, len(comment.text)),
        location=location(report.document.place(comment.at)),
        fix=None,
        related=(),
        data={},
        fingerprint=fingerprint(check.code, comment.text),
    )
