"""How often each rule found something, the commonest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hegui.check import Severity
from hegui.finding import FileResult, Outcome
from hegui.hooks import Stream, View, whole
from hegui.reporters.terminal import visible


def render(outcome: Outcome, view: View) -> str:
    """The whole output."""
    return whole(begin(view), outcome)


def begin(view: View) -> Stream:
    """Nothing until the end, then a line a rule."""
    return _Counts(view)


class _Counts:
    def __init__(self, view: View) -> None:
        self.view = view
        self.findings: Counter[tuple[Severity, str, str]] = Counter()
        self.files: Counter[tuple[Severity, str, str]] = Counter()
        self.unread = 0
        self.accepted = 0

    def file(self, file: FileResult) -> str:
        found = [(finding.severity, finding.code, finding.slug) for finding in file.findings]
        shown = [row for row in found if self.view.all or row[0] > Severity.INFO]
        self.findings.update(shown)
        self.files.update(set(shown))
        self.unread += file.error is not None
        self.accepted += file.baselined
        return ""

    def end(self, outcome: Outcome) -> str:
        return "".join(f"{visible(line)}\n" for line in self._lines(outcome))

    def _lines(self, outcome: Outcome) -> Iterator[str]:
        names = {rule.code: rule.name for rule in outcome.rules}
        rows = sorted(self.findings.items(), key=lambda row: (-row[1], -row[0][0], row[0][1]))
        for key, count in rows:
            severity, code, slug = key
            yield f"{count:>6} 处 {self.files[key]:>5} 份  {severity.label} {code} {names.get(code, slug)}"
        total = outcome.summary
        accepted = f"，基线中 {self.accepted}" if self.accepted else ""
        unread = f"；读不了 {self.unread} 份" if self.unread else ""
        counts = f"错误 {total.error}，警告 {total.warning}，提示 {total.info}{accepted}"
        yield f"共检查 {total.files} 份：{counts}{unread}" if total.files or self.unread else "没有检查任何报告"
        for crash in outcome.crashes:
            yield f"规则出错 {crash.check} {crash.path}：{crash.message}"
        for broken in outcome.broken:
            yield f"插件有问题 {broken.plugin}（{broken.distribution}）：{broken.message}"
