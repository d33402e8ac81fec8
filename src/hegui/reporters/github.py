"""Annotations of GitHub Actions: workflow commands in the log, and every finding as a line of it.

GitHub shows ten annotations of each level a step; so many are given, the first of each, errors before all.
"""

from __future__ import annotations

from collections import Counter

from hegui.check import Severity
from hegui.finding import FileResult, Finding, Outcome
from hegui.hooks import Stream, View, whole
from hegui.reporters.plain import message, relative, told
from hegui.reporters.terminal import visible

SHOWN = 10
TITLE, MESSAGE = 255, 4000
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(outcome: Outcome, view: View) -> str:
    """The whole output."""
    return whole(begin(view), outcome)


def begin(view: View) -> Stream:
    """A line a finding as files come, the annotations at the end."""
    return _Log(view)


class _Log:
    def __init__(self, view: View) -> None:
        self.view = view
        self.commands: dict[Severity, list[str]] = {severity: [] for severity in sorted(Severity, reverse=True)}
        self.left: Counter[Severity] = Counter()

    def file(self, file: FileResult) -> str:
        path = relative(file.path)
        lines = [] if file.error is None else [self._fault(path, f"读不了：{file.error}")]
        for finding in file.findings:
            if self.view.all or finding.severity > Severity.INFO:
                lines.append(f"{finding.severity.label} {path}:{finding.location}: {finding.code} {told(finding)}")
                self._annotate(finding.severity, _annotation(path, finding))
        return "".join(f"{_log(line)}\n" for line in lines)

    def _fault(self, path: str, what: str) -> str:
        self._annotate(Severity.ERROR, _command("error", what, file=path))
        return f"{path} {what}".lstrip()

    def _annotate(self, severity: Severity, command: str) -> None:
        if len(self.commands[severity]) < SHOWN:
            self.commands[severity].append(command)
        else:
            self.left[severity] += 1

    def end(self, outcome: Outcome) -> str:
        lines = [self._fault(relative(c.path), f"规则 {c.check} 出错：{c.message}") for c in outcome.crashes]
        lines += [self._fault("", f"插件 {b.plugin}（{b.distribution}）有问题：{b.message}") for b in outcome.broken]
        total = outcome.summary
        lines.append(f"共检查 {total.files} 份：错误 {total.error}，警告 {total.warning}，提示 {total.info}")
        left = "、".join(f"{severity.label} {count}" for severity, count in sorted(self.left.items(), reverse=True))
        if left:
            lines.append(f"GitHub 每一级最多显示 {SHOWN} 处标注，未标注的有：{left}，见上面各行")
        log = "".join(f"{_log(line)}\n" for line in lines)
        return log + "".join(f"{command}\n" for commands in self.commands.values() for command in commands)


def _annotation(path: str, finding: Finding) -> str:
    place = finding.location
    one_line = place.line == place.end_line
    return _command(
        _COMMANDS[finding.severity],
        message(finding),
        file=path,
        line=place.line,
        endLine=place.end_line,
        col=place.column if one_line else None,
        endColumn=place.end_column if one_line else None,
        title=f"{finding.code} {finding.slug}"[:TITLE],
    )


def _command(name: str, text: str, **properties: object) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value not in (None, ""))
    return f"::{name} {given}::{_data(text)}" if given else f"::{name}::{_data(text)}"


def _data(text: str) -> str:
    """``text`` as the message of a command: what ends a line is encoded, what steers a terminal is shown."""
    lines = (_tame(line) for line in text[:MESSAGE].replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")


def _log(line: str) -> str:
    """A line of the log that is no command, whatever it quotes."""
    clean = _tame(line)
    return clean.replace("::", ": :", 1) if clean.lstrip().startswith("::") else clean


def _tame(line: str) -> str:
    """``line`` without the sign of an old kind of command, which counts anywhere in it."""
    return visible(line).replace("##[", "## [")
