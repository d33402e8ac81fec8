"""Markdown for the summary of a pipeline's job: a table of the reports, then what was found in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hegui.check import Severity
from hegui.finding import FileResult, Finding, Outcome
from hegui.hooks import View
from hegui.reporters.plain import faults, read, relative, whole_text
from hegui.reporters.terminal import visible

LIMIT = 1_000_000  # GitHub takes a summary of 1 MiB
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|~<>&:@-])")


def render(outcome: Outcome, view: View) -> str:
    """The whole output, cut with a note before it grows too big for a summary."""
    lines: list[str] = []
    room = LIMIT
    for line in _lines(outcome, view):
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 200:
            lines += ["", "其余从略，完整的结果请看 JSON 或 SARIF。"]
            break
        lines.append(line)
    return whole_text("\n".join(lines)) + "\n"


def _lines(outcome: Outcome, view: View) -> Iterator[str]:
    total = outcome.summary
    files = read(outcome)
    yield "## 法治政府建设年度报告检查"
    yield ""
    accepted = sum(file.baselined for file in files)
    counts = f"错误 {total.error}，警告 {total.warning}，提示 {total.info}{f'，基线中 {accepted}' if accepted else ''}"
    yield f"共检查 {total.files} 份：{counts}" if total.files else "没有检查任何报告"
    if outcome.partial:
        yield ""
        yield "部分规则没有运行，结论不完整"
    if files:
        yield from ("", "| 报告 | 等级 | 得分 | 错误 | 警告 | 提示 |", "|---|:-:|--:|--:|--:|--:|")
        yield from map(_row, files)
    yield from _list("没有检查成的", faults(outcome))
    yield from _list("跳过的文件", ((relative(skip.path), skip.reason) for skip in outcome.skipped))
    for file in files:
        shown = [finding for finding in file.findings if view.all or finding.severity > Severity.INFO]
        if shown:
            yield from ("", f"### {_plain(relative(file.path))}", "")
            yield from map(_item, sorted(shown, key=lambda finding: -finding.severity))


def _row(file: FileResult) -> str:
    counts = (file.counts[name] for name in ("error", "warning", "info"))
    name = _plain(relative(file.path))
    score = "" if file.score is None else file.score
    return f"| {name} | {file.grade or ''} | {score} | {' | '.join(map(str, counts))} |"


def _item(finding: Finding) -> str:
    what = f"**{finding.severity.label}** {finding.code} {_plain(finding.message)}"
    advice = f"。{_plain(finding.advice)}" if finding.advice else ""
    return f"- {_plain(str(finding.location))} {what}{advice}（{_plain(finding.basis.text)}）"


def _list(title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    rows = list(rows)
    if rows:
        yield from ("", f"### {title}", "")
        yield from (f"- {f'{_plain(name)}：' if name else ''}{_plain(reason)}" for name, reason in rows)


def _plain(text: str) -> str:
    """``text`` of a document or a name as words: no mark-up, no HTML, no link, no mention, one line."""
    return _SPECIAL.sub(r"\\\1", visible(text)).replace("\\<", "&lt;").replace("\\>", "&gt;").replace("\\&", "&amp;")
