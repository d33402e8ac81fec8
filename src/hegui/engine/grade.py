"""How good a report is, in a letter and a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hegui.check import Severity
from hegui.finding import Finding
from hegui.report.build import Report
from hegui.text.values import NamedTuple

PART, ERROR, WARNING = 20, 8, 3


class Score(NamedTuple):
    """What the score is made of: the names of missing parts, and the codes of rules with errors and warnings."""

    missing: tuple[str, ...]
    errors: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def value(self) -> int:
        """The score, 0 to 100."""
        return max(0, 100 - PART * len(self.missing) - ERROR * len(self.errors) - WARNING * len(self.warnings))

    @property
    def grade(self) -> str:
        """A no error, no warning; B no error; C errors, but all required parts; D a required part missing."""
        if self.missing:
            return "D"
        if self.errors:
            return "C"
        return "B" if self.warnings else "A"


def score(missing: Iterable[str], findings: Iterable[Finding]) -> Score:
    """The score of a report in which the parts called ``missing`` are not there."""
    findings = tuple(findings)
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    warnings = {finding.code for finding in findings if finding.severity is Severity.WARNING}
    return Score(tuple(missing), tuple(sorted(errors)), tuple(sorted(warnings - errors)))


def missing_parts(report: Report) -> Iterator[str]:
    """The names of the parts that are not there, though the body is bound by rule to give them."""
    for part in report.kind.parts:
        if part.required and report.parts.get(part.role) is None and report.duty(part.role).strength == "rule":
            yield part.name
