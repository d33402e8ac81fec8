"""The table of bodies: what each report has, has poorly, or lacks, and whether it came in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from hegui.check import Severity
from hegui.finding import FileResult, Outcome
from hegui.reporters.page.names import body_name
from hegui.text.tables import load
from hegui.text.values import NamedTuple

_FORMS = {"paragraph": "只有段落，没有标题", "sentence": "只有散见的语句，没有单独成节"}
_PART_EMPTY = "STR010"
_BARS = 12


class State(NamedTuple):
    """How a thing stands; ``rank`` sorts the worst first."""

    key: str
    sign: str
    word: str
    rank: int


MISSING = State("missing", "✗", "缺", 0)
LATE = State("late", "✗", "逾期", 0)
LACKING = State("lacking", "△", "缺", 1)  # of a body that is not bound to have it
WEAK = State("weak", "△", "弱", 1)
DOUBTFUL = State("doubtful", "△", "存疑", 1)
UNKNOWN = State("unknown", "?", "不明", 2)
PRESENT = State("present", "✓", "有", 3)
KEPT = State("kept", "✓", "按期", 3)
NOT_OWED = State("none", "–", "不涉及", 4)
STATES = (PRESENT, WEAK, MISSING, UNKNOWN, NOT_OWED)


class Column(NamedTuple):
    """One thing to look at in every report, as columns.toml says."""

    label: str
    part: str | None = None
    field: str | None = None
    missing: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    since: int = 0
    bare: bool = False


class Cell(NamedTuple):
    """A state, and in Chinese why; ``finding`` is the number, from 1, of the finding that says it, 0 for none."""

    state: State
    why: str = ""
    finding: int = 0


class Row(NamedTuple):
    """One report in the table; ``number`` counts from 1, ``counts`` are errors, warnings, infos."""

    number: int
    file: FileResult
    name: str
    cells: tuple[Cell, ...]
    counts: tuple[int, int, int]


class Bar(NamedTuple):
    """How often a rule spoke: in how many reports, how many times, and its gravest severity."""

    code: str
    reports: int
    findings: int
    severity: Severity


class Overview(NamedTuple):
    """The whole table, and the commonest findings."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    grades: tuple[tuple[str, int], ...]


def overview(outcome: Outcome) -> Overview:
    """The table of all reports that could be read."""
    files = [file for file in outcome.files if file.error is None]
    chosen = columns(files)
    rows = [
        Row(number, file, body_name(file), tuple(state(file, column, outcome.partial) for column in chosen), _by(file))
        for number, file in enumerate(files, 1)
    ]
    grades = Counter(file.grade or "" for file in files)
    return Overview(
        chosen, tuple(rows), _bars(files), tuple((grade, grades[grade]) for grade in ("A", "B", "C", "D", ""))
    )


def columns(files: Sequence[FileResult]) -> tuple[Column, ...]:
    """The columns for ``files``: parts that are in none are left out; those that all of another kind have are added."""
    found: dict[str, list[set[str]]] = {}
    for file in files:
        found.setdefault(file.kind or "", []).append(set(file.parts))
    some = {role for parts in found.values() for role in set.union(*parts)}
    known = {column.part for column in _table()}
    owed = {role for parts in found.values() for role in set.intersection(*parts)} - known
    usual = [column for column in _table() if column.part is None or column.part in some]
    return (*usual, *(Column(role, part=role) for role in sorted(owed)))


@cache
def _table() -> tuple[Column, ...]:
    rows = load(__file__, "columns")["columns"]
    lists: list[dict[str, Any]] = [
        {key: tuple(v) if isinstance(v, list) else v for key, v in row.items()} for row in rows
    ]
    return tuple(Column(**fields) for fields in lists)


def state(file: FileResult, column: Column, partial: bool) -> Cell:
    """How ``column`` stands in ``file``; where some rules did not run, their silence tells nothing."""
    if column.late:
        return _in_time(file, column, partial)
    if cell := _told(file, column.missing, MISSING, LACKING):
        return cell
    if column.part:
        return _part(file, column, column.part, partial)
    if cell := _told(file, column.weak, WEAK):
        return cell
    known = getattr(file, column.field) is not None if column.field else not partial
    return Cell(PRESENT) if known else Cell(UNKNOWN, "没有读出，也没有相应的规则结果")


def _part(file: FileResult, column: Column, part: str, partial: bool) -> Cell:
    if part not in file.parts:
        return Cell(NOT_OWED)
    place = file.parts[part]
    if place is None:
        return Cell(MISSING, "没有找到这一部分")
    if column.bare:  # told by a rule alone
        return Cell(UNKNOWN, "部分规则没有运行") if partial else Cell(PRESENT)
    if cell := _told(file, column.weak, WEAK) or _told(file, (_PART_EMPTY,), WEAK, heading=place.heading or ""):
        return cell
    return Cell(WEAK, _FORMS[place.form]) if place.form in _FORMS else Cell(PRESENT)


def _in_time(file: FileResult, column: Column, partial: bool) -> Cell:
    if file.body in column.silent or (file.year is not None and file.year < column.since):
        return Cell(NOT_OWED, "没有规定期限")
    if cell := _told(file, column.late, LATE, DOUBTFUL):
        return cell
    day = getattr(file, column.field or "")
    if day is None:
        return Cell(UNKNOWN, "没有读出日期")
    if partial or file.year is None or file.level is None or _told(file, column.doubtful, UNKNOWN):
        return Cell(UNKNOWN, f"日期是 {day}，无法判定")
    return Cell(KEPT, day)


def _told(
    file: FileResult, codes: Iterable[str], state: State, slight: State | None = None, heading: str | None = None
) -> Cell | None:
    """What the first finding of one of ``codes`` makes of a thing: ``slight`` where it is but a hint.

    With ``heading``, only a finding that marks that heading. Findings accepted before count as well.
    """
    for number, finding in enumerate((*file.findings, *(one.finding for one in file.accepted)), 1):
        if finding.code in codes and (heading is None or (heading and finding.marked == heading)):
            grave = finding.severity > Severity.INFO or slight is None
            return Cell(state if grave else slight or state, finding.message, number)
    return None


def _by(file: FileResult) -> tuple[int, int, int]:
    return file.counts.get("error", 0), file.counts.get("warning", 0), file.counts.get("info", 0)


def _bars(files: Iterable[FileResult]) -> tuple[Bar, ...]:
    """The rules that spoke in most reports, those that only hint behind the others."""
    reports: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    severities: dict[str, Severity] = {}
    for file in files:
        reports.update({finding.code for finding in file.findings})
        for finding in file.findings:
            findings[finding.code] += 1
            severities[finding.code] = max(finding.severity, severities.get(finding.code, Severity.INFO))
    order = sorted(reports, key=lambda code: (severities[code] == Severity.INFO, -reports[code], -findings[code], code))
    return tuple(Bar(code, reports[code], findings[code], severities[code]) for code in order[:_BARS])
