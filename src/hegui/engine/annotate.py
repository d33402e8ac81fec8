"""Marking up a report: every finding as a comment on its own words, and one about the whole at the start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hegui.document.model import Document, Note
from hegui.engine.lint import Plan, lint
from hegui.engine.session import Checked, Session
from hegui.finding import FileResult, Finding
from hegui.report.build import Report
from hegui.text.span import Span
from hegui.text.values import NamedTuple


class Annotated(NamedTuple):
    """What was found in a file and, where its format holds comments, the file with them."""

    checked: Checked
    data: bytes | None = None


def annotate(session: Session, path: str, data: bytes, date: str = "") -> Annotated:
    """The file at ``path`` marked up; ``date`` of the comments is ISO 8601 with time, or empty.

    Nothing is written. Raises UsageError as a session does.
    """

    def work(report: Report, plan: Plan) -> Annotated:
        linted = lint(report, plan, path, session.plugins.adjust, session.request.keep)
        checked = Checked(linted.result, linted.crashes)
        write = getattr(session.loader(path), "annotate", None)
        if write is None:
            return Annotated(checked)
        notes = [Note(Span(0, 0), _summary(linted.result))]
        notes += _notes(report.document, linted.result.findings, linted.spans)
        return Annotated(checked, write(data, notes, date))

    done = session.guarded(path, data, work)
    return Annotated(done) if isinstance(done, Checked) else done


def _notes(document: Document, findings: Sequence[Finding], spans: Mapping[str, tuple[Span, ...]]) -> Iterator[Note]:
    """A comment for each stretch that findings mean, with all of them; in the order of the text."""
    meant: dict[Span, list[Finding]] = {}
    for finding in findings:
        if found := spans.get(finding.fingerprint):
            place = document.places(found[0])[0]
            meant.setdefault(Span(place.at, place.at + place.width), []).append(finding)
    for span in sorted(meant):
        yield Note(span, "\n".join(line for finding in meant[span] for line in _told(finding)))


def _told(finding: Finding) -> Iterator[str]:
    yield f"【{finding.severity.label}】{finding.code} {finding.message}"
    yield f"依据：{finding.basis.text}（{finding.basis.strength}）"
    if finding.advice:
        yield f"怎么改：{finding.advice}"


def _summary(result: FileResult) -> str:
    counts = result.counts
    grade = f"等级 {result.grade}，{result.score} 分；" if result.grade else ""
    lines = [
        f"hegui 检查：{grade}错误 {counts['error']}、警告 {counts['warning']}、提示 {counts['info']}",
        f"核对 {result.verified.rules} 项、{result.verified.relations} 处数量关系",
        "批注由程序写成，仅供核对；改好后可全部删除",
    ]
    return "\n".join(lines)
