"""One line a finding, for editors, pipes and pre-commit."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.check import Severity
from hegui.finding import FileResult, Outcome
from hegui.hooks import Stream, View, whole
from hegui.reporters.terminal import visible


def render(outcome: Outcome, view: View) -> str:
    """The whole output."""
    return whole(begin(view), outcome)


def begin(view: View) -> Stream:
    """``path:line:column: 错误 CODE 消息`` lines, then what went wrong."""
    return _Lines(view)


class _Lines:
    def __init__(self, view: View) -> None:
        self.view = view
        self.empty = True

    def file(self, file: FileResult) -> str:
        self.empty = False
        return _lines(_of(file, self.view))

    def end(self, outcome: Outcome) -> str:
        return _lines(_closing(outcome, self.view, empty=self.empty))


def _lines(lines: Iterator[str]) -> str:
    return "".join(f"{visible(line)}\n" for line in lines)


def _of(file: FileResult, view: View) -> Iterator[str]:
    if file.error is not None:
        yield f"{file.path}: 读不了 {file.error}"
    for finding in file.findings:
        if view.all or finding.severity > Severity.INFO:
            yield f"{file.path}:{finding.location}: {finding.severity.label} {finding.code} {finding.message}"


def _closing(outcome: Outcome, view: View, *, empty: bool) -> Iterator[str]:
    if empty:
        yield "没有检查任何报告"
    if view.all or empty:
        for skipped in outcome.skipped:
            yield f"{skipped.path}: 跳过 {skipped.reason}"
    for crash in outcome.crashes:
        yield f"{crash.path}: 规则出错 {crash.check} {crash.message}"
    for broken in outcome.broken:
        yield f"插件有问题 {broken.plugin}（{broken.distribution}） {broken.message}"
