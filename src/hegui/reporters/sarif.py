"""SARIF 2.1.0, for code scanning: rules with their basis, results with places, fixes and states."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from hegui.check import Severity
from hegui.finding import ExitCode, FileResult, Finding, Location, Outcome, RuleText, WireFix
from hegui.hooks import View
from hegui.reporters.plain import dump, relative, sentence, told

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS, RELATED, PACKED = 25_000, 100, 10_000_000  # what GitHub takes: results a run, places a result, bytes packed
ROOT = "SRCROOT"
# The program tells of itself; a page of its own it has not.
ABOUT = (
    f"data:text/plain;charset=utf-8,{quote('hegui 检查法治政府建设年度报告；用法：hegui --help；规则：hegui rules')}"
)
_TOLD = {
    "unreadable": ("UnreadableFile", "文件读不了，没有检查", "看消息里的原因；多数另存为 UTF-8 的文本即可"),
    "crash": ("RuleCrashed", "规则出错，它的结论不在其中", "请把消息反馈给开发者"),
    "broken-plugin": ("BrokenPlugin", "插件有问题，它的规则没有运行", "修好插件，或用 --disable 停用"),
    "skipped": ("SkippedFile", "文件没有检查", "确是报告的，用 --kind fazhi 指定种类"),
    "cut": ("ResultsCut", "结果太多，没有写全", "先改级别高的问题，或分批检查"),
}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}


def render(outcome: Outcome, _view: View) -> str:
    """One run; where there is more than code scanning takes, the gravest results, and a note of how many are cut."""
    results = list(_results(outcome))
    rendered = _log(outcome, results, RESULTS)
    room = min(len(results), RESULTS)
    while room and len(zlib.compress(rendered.encode("utf-8", "replace"), 6)) > PACKED:
        room = room * 3 // 4
        rendered = _log(outcome, results, room)
    return rendered


def _log(outcome: Outcome, results: list[dict[str, Any]], room: int) -> str:
    order = ("error", "warning", "note")
    kept = results
    if len(results) > room:
        kept = sorted(results, key=lambda result: order.index(result["level"]))[:room]
    run = {
        "tool": {"driver": _driver(outcome)},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "运行 hegui 时所在的文件夹。"}}},
        "invocations": [_invocation(outcome, len(results) - len(kept))],
        "results": kept,
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(outcome: Outcome) -> dict[str, Any]:
    return {
        "name": outcome.tool.name,
        "fullName": f"{outcome.tool.name} {outcome.tool.version}",
        "version": outcome.tool.version,
        "semanticVersion": outcome.tool.version,
        "informationUri": ABOUT,
        "shortDescription": {"text": "检查法治政府建设年度报告。"},
        "rules": [_rule(rule) for rule in _rules(outcome)],
        "notifications": [_kind(kind, *told) for kind, told in _TOLD.items()],
    }


def _rules(outcome: Outcome) -> list[RuleText]:
    """The rules that ran, and any that only a finding tells of."""
    known = {rule.code: rule for rule in outcome.rules}
    for file in outcome.files:
        for finding in (*file.findings, *(one.finding for one in file.accepted)):
            if finding.code not in known:
                known[finding.code] = RuleText(
                    finding.code, finding.slug, finding.slug, finding.severity, finding.basis, ""
                )
    return [known[code] for code in sorted(known)]


def _rule(rule: RuleText) -> dict[str, Any]:
    name = "".join(word.capitalize() for word in rule.slug.split("-"))
    why = f"{sentence(rule.rationale)}\n\n" if rule.rationale else ""
    basis = f"依据（{rule.basis.strength}）：{rule.basis.text}"
    more = f"hegui rule {rule.code}"
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": sentence(rule.name)},
        "fullDescription": {"text": sentence(rule.rationale or rule.name)},
        "help": {
            "text": f"{why}{basis}。\n\n更多：{more}。",
            "markdown": f"**{rule.name}**\n\n{why}{basis}。\n\n更多：`{more}`。",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["法治政府建设年度报告", rule.family, rule.basis.strength],
            "basis": {"text": rule.basis.text, "strength": rule.basis.strength},
            "problem.severity": _KINDS[rule.severity],
        },
    }


def _kind(kind: str, name: str, what: str, remedy: str) -> dict[str, Any]:
    """What a notification of this kind means."""
    described = {"text": sentence(what)}
    return {
        "id": kind,
        "name": name,
        "shortDescription": described,
        "fullDescription": described,
        "help": {"text": sentence(remedy)},
    }


def _results(outcome: Outcome) -> Iterator[dict[str, Any]]:
    numbers = {rule.code: number for number, rule in enumerate(_rules(outcome))}
    for file in outcome.files:
        for finding in file.findings:
            result = _result(file, finding, numbers)
            yield result | {"baselineState": "new"} if outcome.baseline else result
        for accepted in file.accepted:
            suppression = {"kind": "external", "status": "accepted"}
            if accepted.note:
                suppression["justification"] = accepted.note
            result = _result(file, accepted.finding, numbers)
            yield result | {"baselineState": "unchanged", "suppressions": [suppression]}


def _result(file: FileResult, finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": numbers[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [_location(file, finding.location, finding.section)],
        "partialFingerprints": {"hegui/v1": finding.fingerprint},
    }
    related = [
        _location(file, one.location) | {"id": number, "message": {"text": sentence(one.note)}}
        for number, one in enumerate(finding.related[:RELATED], 1)
    ]
    if related:
        result["relatedLocations"] = related
    if finding.fix and (fix := _fix(file, finding.fix)):
        result["fixes"] = [fix]
    result["properties"] = {"excerpt": finding.excerpt}
    return result


def _artifact(path: str) -> dict[str, str]:
    name = relative(path)
    try:
        encoded = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair, which a name on Windows may hold, stands for no byte
        encoded = name.encode("utf-8", "surrogatepass")
    return {"uri": quote(encoded), "uriBaseId": ROOT}


def _location(file: FileResult, place: Location, section: str | None = None) -> dict[str, Any]:
    """A region where the file has lines; else the page, the paragraph, the cell by their Chinese names."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(file.path)}
    found: dict[str, Any] = {"physicalLocation": physical}
    logical: list[dict[str, str]] = []
    if place.line is not None:
        physical["region"] = _region(place)
    elif steps := "/".join(_steps(place)):
        logical.append({"fullyQualifiedName": steps})
    if section:
        logical.append({"name": section, "kind": "section"})
    if logical:
        found["logicalLocations"] = logical
    return found


def _steps(place: Location) -> Iterator[str]:
    if place.page:
        yield f"第{place.page}页"
    if place.cell:
        table, row, column = place.cell
        yield from (f"表{table}", f"第{row}行", f"第{column}格")
    elif place.paragraph:
        yield f"第{place.paragraph}段"


def _region(place: Location) -> dict[str, int]:
    names = ("startLine", "startColumn", "endLine", "endColumn")
    return {name: number for name, number in zip(names, place[:4], strict=True) if number is not None}


def _fix(file: FileResult, fix: WireFix) -> dict[str, Any] | None:
    """The fix as replacements in the file; None where it is only shown, or the file has no lines."""
    if fix.safety == "display" or not fix.edits or any(edit.location.line is None for edit in fix.edits):
        return None
    replacements = [
        {"deletedRegion": _region(edit.location), "insertedContent": {"text": edit.new}} for edit in fix.edits
    ]
    change = {"artifactLocation": _artifact(file.path), "replacements": replacements}
    return {
        "description": {"text": sentence(fix.title)},
        "artifactChanges": [change],
        "properties": {"safety": fix.safety},
    }


def _invocation(outcome: Outcome, cut: int) -> dict[str, Any]:
    code = outcome.exit_code
    return {
        "exitCode": int(code),
        "executionSuccessful": code in (ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.NOTHING),
        "toolExecutionNotifications": list(_notifications(outcome, cut)),
    }


def _notifications(outcome: Outcome, cut: int) -> Iterator[dict[str, Any]]:
    for file in outcome.files:
        if file.error is not None:
            yield _notification("unreadable", "error", f"读不了：{file.error}", file.path)
    for crash in outcome.crashes:
        yield _notification("crash", "error", f"规则 {crash.check} 出错：{crash.message}", crash.path)
    for broken in outcome.broken:
        what = f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}"
        yield _notification("broken-plugin", "error", what)
    for skipped in outcome.skipped:
        yield _notification("skipped", "note", f"跳过：{skipped.reason}", skipped.path)
    if cut:
        yield _notification("cut", "warning", f"结果太多，另有 {cut} 条没有写入，先写级别高的")


def _notification(kind: str, level: str, text: str, path: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"descriptor": {"id": kind}, "level": level, "message": {"text": sentence(text)}}
    if path is not None:
        found["locations"] = [{"physicalLocation": {"artifactLocation": _artifact(path)}}]
    return found
