"""The second half of linting: what is told of what the rules saw, as choices, severities and ignores will have it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from hegui.check import Check, Corpus, Hit, Severity
from hegui.engine import own
from hegui.engine.examine import Examined
from hegui.engine.grade import score
from hegui.engine.select import Rule
from hegui.engine.settings import IgnoreRow
from hegui.engine.stamp import Further, Spot, merged
from hegui.engine.suppress import Ignore, Ignores, of_rows
from hegui.finding import BasisText, Crash, FileResult, Finding, Related, Verified, count, fingerprint
from hegui.text.span import Span
from hegui.text.values import NamedTuple

Adjust = Callable[[tuple[Finding, ...]], tuple[Finding, ...]]


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
        plan = Plan(self.rules, self.checks, rows, strict=self.strict)
        vars(plan).update({name: value for name, value in vars(self).items() if name not in vars(plan)})
        return plan

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by the codes of their checks."""
        return {rule.check.code: rule for rule in self.rules}

    def hides(self, examined: Examined) -> bool:
        """Whether the rules are those that hid something in ``examined``, and others may be left out of it."""
        return self.by_code.keys() >= examined.private.keys()

    @cached_property
    def every(self) -> tuple[Rule, ...]:
        """All checks, chosen or not, as rules of their own severity."""
        return tuple(Rule(check, check.severity) for check in self.checks)

    @cached_property
    def judging(self) -> frozenset[str]:
        """The codes of the rules that judge a report by itself."""
        return frozenset(
            rule.check.code for rule in self.rules if rule.check.family != own.FAMILY and rule.check.each is not Corpus
        )

    @cached_property
    def whole(self) -> bool:
        """Whether every rule runs that judges a report and is on by default."""
        return self.strict and all(
            check.off or check.code in self.by_code for check in self.checks if check.family != own.FAMILY
        )


class Linted(NamedTuple):
    """One file's result, the checks that crashed on it, and what each finding means, by its fingerprint."""

    result: FileResult
    crashes: tuple[Crash, ...]
    spans: Mapping[str, tuple[Span, ...]]


def conclude(examined: Examined, plan: Plan, adjust: Adjust | None = None) -> Linted:
    """What ``plan`` makes of what was seen; all its rules must have run."""
    wishes = Ignores((*examined.remarks, *of_rows(plan.rows, examined.whole, examined.top)))
    crashed = {crash.check for crash in examined.crashes}
    spots: list[Spot] = []
    suppressed = 0
    for code, seen in examined.spots.items():
        if rule := plan.by_code.get(code):
            kept, gone = _split(rule.check, seen, wishes) if wishes.ignores else (seen, ())
            suppressed += len({spot.cause for spot in gone}) if rule.check.once else len(gone)
            spots += concluded(rule, kept)
    findings = tuple([spot.finding for spot in spots])
    if wishes.ignores:
        findings += tuple(_about_ignores(wishes, plan, crashed))
    if adjust:
        findings = adjust(findings)
    relations = sum([number for code, number in examined.relations.items() if code in plan.by_code])
    result = examined.result._replace(
        findings=tuple(sorted(findings, key=_order)),
        counts=count(findings),
        suppressed=suppressed,
        verified=Verified(len(plan.judging - crashed), relations),
    )
    if plan.whole and not crashed:
        total = score(examined.missing, judged(findings))
        result = result._replace(grade=total.grade, score=total.value)
    return Linted(result, examined.crashes, {spot.finding.fingerprint: spot.spans for spot in spots})


def concluded(rule: Rule, spots: Sequence[Spot]) -> list[Spot]:
    """The spots of one rule with its severity: one a hit, told apart, or one a cause where the check says ``once``."""
    if rule.check.once:
        causes: dict[str, list[Spot]] = {}
        for spot in spots:
            causes.setdefault(spot.cause, []).append(spot)
        spots = [merged(first, list(map(_further, others))) for first, *others in causes.values()]
    told: list[Spot] = []
    ordinals: dict[str, int] = {}
    for spot in spots:
        finding = spot.finding
        severity = min(rule.severity, spot.most)
        if finding.severity is not severity:
            finding = finding._replace(severity=severity)
        ordinals[finding.fingerprint] = ordinal = ordinals.get(finding.fingerprint, 0) + 1
        if ordinal > 1 and not rule.check.once:
            finding = finding._replace(fingerprint=fingerprint(finding.fingerprint, str(ordinal)))
        told.append(spot if finding is spot.finding else spot._replace(finding=finding))
    return told


def _further(spot: Spot) -> Further:
    finding = spot.finding
    return Further(Related(finding.location, finding.message), finding.fix, spot.most, spot.spans[0])


def judged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that say something about the report, not about the use of this program."""
    return tuple(finding for finding in findings if not finding.code.startswith(own.FAMILY))


def split(check: Check, hits: Iterable[Hit], wishes: Ignores) -> tuple[list[Hit], list[Hit]]:
    """The hits to report, and those that are set aside."""
    kept: list[Hit] = []
    gone: list[Hit] = []
    for hit in hits:
        (gone if wishes.take(check, hit.span) else kept).append(hit)
    return kept, gone


def _split(check: Check, spots: Iterable[Spot], wishes: Ignores) -> tuple[list[Spot], list[Spot]]:
    kept: list[Spot] = []
    gone: list[Spot] = []
    for spot in spots:
        (gone if wishes.take(check, spot.spans[0]) else kept).append(spot)
    return kept, gone


def _order(finding: Finding) -> tuple[object, ...]:
    line, column, end_line, end_column, page, paragraph, cell = finding.location
    lines = (line or 0, column or 0, end_line or 0, end_column or 0)
    return (page or 0, paragraph or 0, cell or (), lines, finding.code, finding.message)


def _about_ignores(wishes: Ignores, plan: Plan, crashed: Collection[str]) -> list[Finding]:
    """What the engine itself finds about the wishes to ignore; the rules called ``crashed`` did not run."""
    ran = [rule.check for rule in plan.rules if rule.check.code not in crashed]
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
    return [
        _own_finding(plan.by_code[check.code], ignore, message, advice)
        for check, ignore, message, advice in told_of
        if check.code in plan.by_code
    ]


def _own_finding(rule: Rule, ignore: Ignore, message: str, advice: str) -> Finding:
    check = rule.check
    return Finding(
        code=check.code,
        slug=check.slug,
        severity=Severity(rule.severity),
        message=message,
        advice=advice,
        basis=BasisText(check.basis.text, check.basis.strength.value),
        section=None,
        excerpt=ignore.remark,
        mark=(0, len(ignore.remark)),
        location=ignore.place,
        fix=None,
        related=(),
        data={},
        fingerprint=fingerprint(check.code, ignore.remark),
    )
