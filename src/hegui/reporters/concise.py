"""One line a finding, for editors, pipes and pre-commit."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.check import Severity
from hegui.finding import Outcome
from hegui.hooks import View
from hegui.reporters.terminal import visible


def render(outcome: Outcome, view: View) -> str:
    """``path:line:column: 错误 CODE 消息`` lines, then what went wrong."""
    return "".join(f"{visible(line)}\n" for line in _lines(outcome, view))


def _lines(outcome: Outcome, view: View) -> Iterator[str]:
    for file in outcome.files:
        if file.error is not None:
            yield f"{file.path}: 读不了 {file.error}"
        for finding in file.findings:
            if view.all or finding.severity > Severity.INFO:
                yield f"{file.path}:{finding.location}: {finding.severity.label} {finding.code} {finding.message}"
    if not outcome.files:
        yield "没有检查任何报告"
    if view.all or not outcome.files:
        for skipped in outcome.skipped:
            yield f"{skipped.path}: 跳过 {skipped.reason}"
    for crash in outcome.crashes:
        yield f"{crash.path}: 规则出错 {crash.check} {crash.message}"
    for broken in outcome.broken:
        yield f"插件有问题 {broken.plugin}（{broken.distribution}） {broken.message}"
