"""GitLab's code quality report: description, check_name, fingerprint, severity, location."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hegui.check import Severity
from hegui.finding import FileResult, Finding, Outcome, fingerprint
from hegui.hooks import View
from hegui.reporters.plain import dump, line, message, relative

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(outcome: Outcome, _view: View) -> str:
    """One object a finding; a file that could not be read is one of its own, so that no gap stays unseen."""
    seen: Counter[str] = Counter()
    found: list[dict[str, Any]] = []
    for file in outcome.files:
        path = relative(file.path)
        found += [_finding(path, finding, seen) for finding in file.findings]
        if file.error is not None:
            found.append(_unread(path, file, seen))
    return dump(found)


def _finding(path: str, finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": f"{finding.code} {message(finding)}",
        "check_name": finding.slug,
        "fingerprint": _print(seen, finding.fingerprint, path),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": line(finding)}},
    }


def _unread(path: str, file: FileResult, seen: Counter[str]) -> dict[str, Any]:
    return {
        "type": "issue",
        "description": f"读不了：{file.error}",
        "check_name": "unreadable",
        "fingerprint": _print(seen, "unreadable", path),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _print(seen: Counter[str], *parts: str) -> str:
    """A print that no other object of this report has; equal ones are numbered."""
    first = fingerprint("gitlab", *parts)
    seen[first] += 1
    return first if seen[first] == 1 else fingerprint(first, str(seen[first]))
