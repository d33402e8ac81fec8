"""The second half of linting: what is told of what the rules saw, as choices, severities and ignores will have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from hegui.check import Check, Corpus, Hit, Severity
from hegui.engine import own
from hegui.engine.examine import Examined
from hegui.engine.grade import score
from hegui.engine.select import Rule
from hegui.engine.settings import IgnoreRow
from hegui.engine.stamp import Spot
from hegui.engine.suppress import Ignore, Ignores, of_rows
from hegui.finding import BasisText, Crash, FileResult, Finding, Related, Verified, WireFix, count, fingerprint
from hegui.text.edit import Safety
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
    def chosen(self) -> frozenset[str]:
        """The codes of ``rules``."""
        return frozenset(rule.check.code for rule in self.rules)

    def hides(self, examined: Examined) -> bool:
        """Whether the rules are those that hid something in ``examined``, and others may be left out of it."""
        return self.chosen.issuperset(examined.private)

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
            check.off or check.code in self.chosen for check in self.checks if check.family != own.FAMILY
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
    ran = [rule.check for rule in plan.rules if rule.check.code not in crashed]
    spots: list[Spot] = []
    suppressed = 0
    for rule in plan.rules:
        if seen := examined.spots.get(rule.check.code):
            kept, gone = _split(rule.check, seen, wishes) if wishes.ignores else (seen, ())
            suppressed += len({spot.cause for spot in gone}) if rule.check.once else len(gone)
            spots += concluded(rule, kept)
    findings = (*(spot.finding for spot in spots), *_about_ignores(wishes, plan, ran))
    if adjust:
        findings = adjust(findings)
    relations = sum([number for code, number in examined.relations.items() if code in plan.chosen])
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


def concluded(rule: Rule, spots: Sequence[Spot]) -> Iterator[Spot]:
    """The spots of one rule with its severity: one a hit, told apart, or one a cause where the check says ``once``."""
    if rule.check.once:
        causes: dict[str, list[Spot]] = {}
        for spot in spots:
            causes.setdefault(spot.cause, []).append(spot)
        spots = [_merged(alike) if len(alike) > 1 else alike[0] for alike in causes.values()]
    ordinals = Counter[str]()
    for spot in spots:
        finding = spot.finding
        severity = min(rule.severity, spot.most)
        if finding.severity is not severity:
            finding = finding._replace(severity=severity)
        ordinals[finding.fingerprint] += 1
        ordinal = ordinals[finding.fingerprint]
        if ordinal > 1 and not rule.check.once:
            finding = finding._replace(fingerprint=fingerprint(finding.fingerprint, str(ordinal)))
        yield spot._replace(finding=finding) if finding is not spot.finding else spot


def _merged(spots: Sequence[Spot]) -> Spot:
    """One spot for all of ``spots``, which have one cause: the first is the place, the others are related."""
    first = spots[0].finding
    fixes = [spot.finding.fix for spot in spots if spot.finding.fix]
    others = tuple(Related(spot.finding.location, spot.finding.message) for spot in spots[1:])
    finding = first._replace(
        message=f"{first.message}（共 {len(spots)} 处）",
        fix=_together(fixes) if fixes else None,
        related=(*first.related, *others),
    )
    most = max(spot.most for spot in spots)
    return spots[0]._replace(
        finding=finding, most=most, spans=(*spots[0].spans, *(spot.spans[0] for spot in spots[1:]))
    )


def _together(fixes: Sequence[WireFix]) -> WireFix:
    edits = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
    safety = min(Safety[fix.safety.upper()] for fix in fixes)
    return WireFix(fixes[0].title, safety.name.lower(), tuple(edits))


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
    where = finding.location
    lines = tuple(number or 0 for number in where[:4])
    return (where.page or 0, where.paragraph or 0, where.cell or (), lines, finding.code, finding.message)


def _about_ignores(wishes: Ignores, plan: Plan, ran: Sequence[Check]) -> list[Finding]:
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
        _own_finding(rules[check.code], ignore, message, advice)
        for check, ignore, message, advice in told_of
        if check.code in rules
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
