"""JUnit's XML: a suite a report, a case a rule that found something; errors and warnings fail, hints do not.

There is neither time nor host in it, so that two runs over the same files are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from hegui.check import Severity
from hegui.finding import FileResult, Finding, Outcome
from hegui.hooks import View
from hegui.reporters.plain import relative, told, xml_tag, xml_text
from hegui.text.values import NamedTuple


class _Case(NamedTuple):
    """A test case: ``what`` is failure, error, skipped or system-out, empty for one that simply passes."""

    suite: str
    name: str
    what: str = ""
    short: str = ""
    kind: str | None = None
    text: str = ""


def render(outcome: Outcome, _view: View) -> str:
    """The whole output."""
    cases = list(_cases(outcome))
    suites = [(name, list(group)) for name, group in groupby(cases, key=lambda case: case.suite)]
    body = "".join(f"{text}\n" for name, group in suites for text in _suite(name, group))
    head = xml_tag("testsuites", name=outcome.tool.name, tests=len(cases), **_counts(cases))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{head}>\n{body}</testsuites>\n'


def _cases(outcome: Outcome) -> Iterator[_Case]:
    for file in outcome.files:
        yield from _of(file)
    for skipped in outcome.skipped:
        yield _Case(relative(skipped.path), "检查", "skipped", skipped.reason)
    for crash in outcome.crashes:
        yield _Case("hegui", f"规则 {crash.check}（{relative(crash.path)}）", "error", crash.message, "规则出错")
    for broken in outcome.broken:
        yield _Case("hegui", f"插件 {broken.plugin}（{broken.distribution}）", "error", broken.message, "插件有问题")


def _of(file: FileResult) -> Iterator[_Case]:
    path = relative(file.path)
    if file.error is not None:
        yield _Case(path, "读取", "error", file.error, "读不了")
        return
    if not file.findings:
        yield _Case(path, "没有发现问题")
    ordered = sorted(file.findings, key=lambda finding: (-finding.severity, finding.code))
    for (severity, code), group in groupby(ordered, key=lambda finding: (finding.severity, finding.code)):
        yield _rule(path, severity, code, list(group))
    for one in file.accepted:
        name = f"{one.finding.code} {one.finding.slug} {one.finding.location}"
        yield _Case(
            path, name, "skipped", f"基线中的问题：{one.finding.message}{f'（{one.note}）' if one.note else ''}"
        )


def _rule(path: str, severity: Severity, code: str, findings: list[Finding]) -> _Case:
    first = findings[0]
    more = f"（共 {len(findings)} 处）" if len(findings) > 1 else ""
    text = "\n".join(f"{finding.location} {told(finding)}\n  {finding.excerpt}" for finding in findings)
    what = "failure" if severity > Severity.INFO else "system-out"
    return _Case(
        path,
        f"{code} {first.slug}",
        what,
        f"{first.message}{more}",
        severity.label,
        f"{text}\n依据：{first.basis.text}",
    )


def _counts(cases: Iterable[_Case]) -> dict[str, int]:
    kinds = [case.what for case in cases]
    return {"failures": kinds.count("failure"), "errors": kinds.count("error")}


def _suite(name: str, cases: list[_Case]) -> Iterator[str]:
    skipped = sum(case.what == "skipped" for case in cases)
    yield f"  <{xml_tag('testsuite', name=name, tests=len(cases), **_counts(cases), skipped=skipped)}>"
    for case in cases:
        tag = xml_tag("testcase", name=case.name, classname=name)
        if not case.what:
            yield f"    <{tag}/>"
            continue
        yield f"    <{tag}>"
        why = {} if case.what == "system-out" else {"message": case.short, "type": case.kind}
        yield f"      <{xml_tag(case.what, **why)}>{xml_text(case.text)}</{case.what}>"
        yield "    </testcase>"
    yield "  </testsuite>"
