"""Tables in the text: rows and columns that a cell 合计 claims to add up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.report.figures import read_figures
from hegui.report.model import Figure
from hegui.report.relations.lexicon import has
from hegui.report.relations.model import Relation, Verdict, amount, joined, judged, of, plain, total
from hegui.text.span import Span, strip
from hegui.text.values import NamedTuple

_TOTALS = ("合计", "总计", "总数", "共计")
_OPEN = ("其中", "小计", "率", "占比", "比例", "%", "累计", "平均", "排名", "年份")
_MONEY = ("金额", "万元", "（元", "(元", "备注", "说明")
_NUMBERED = ("序号", "编号", "排序")
_LONGEST = 15
_RULE = frozenset("|-: +—\u3000\t")


class Cell(NamedTuple):
    """One cell: its place and its text, marks and spaces dropped."""

    span: Span
    text: str


def tables_in(text: str, span: Span) -> Iterator[list[list[Cell]]]:
    """The tables in a stretch of the text: neighbouring lines with the same number of cells."""
    table: list[list[Cell]] = []
    at = span.start
    while at < span.end:
        end = text.find("\n", at, span.end)
        end = span.end if end < 0 else end
        row = _cells(text, at, end)
        if row:
            if table and len(table[-1]) != len(row):
                yield table
                table = []
            table.append(row)
        elif not _is_rule(text, at, end) and table:
            yield table
            table = []
        at = end + 1
    if table:
        yield table


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether a line is | --- | --- |."""
    line = text[start:end]
    return "-" in line and not set(line) - _RULE


def _cells(text: str, start: int, end: int) -> list[Cell]:
    mark = "|" if "|" in text[start:end] else "\t"
    if text.find(mark, start, end) < 0 or _is_rule(text, start, end):
        return []
    cells = []
    at = start
    while at <= end:
        stop = text.find(mark, at, end)
        stop = end if stop < 0 else stop
        place = strip(text, at, stop)
        cells.append(Cell(place, place.of(text).strip("* ")))
        at = stop + 1
    if mark == "|":
        cells = cells[1:] if not cells[0].text else cells
        cells = cells[:-1] if cells and not cells[-1].text else cells
    return cells if len(cells) > 1 else []


def read_tables(text: str, span: Span) -> Iterator[Relation]:
    """The totals of every table in ``span``."""
    if not has(text, _TOTALS):
        return
    for table in tables_in(text, span):
        if len(table) > 1 and not any(has(row[0].text, _OPEN) for row in table):
            yield from _down(text, table)
        if len(table) > 1:
            yield from _across(text, table)


def _down(text: str, table: Sequence[Sequence[Cell]]) -> Iterator[Relation]:
    """A row that begins with 合计 against the rows above it."""
    for index, row in enumerate(table):
        if index < 3 or not has(row[0].text, _TOTALS):
            continue
        for column in range(1, len(row)):
            head = table[0][column].text
            cells = [above[column] for above in table[1:index]]
            if not has(head, _OPEN):
                yield from _adds(text, head or f"第 {column + 1} 列", cells, row[column])
        return


def _across(text: str, table: Sequence[Sequence[Cell]]) -> Iterator[Relation]:
    """A column headed 合计 against the columns before it, or behind it when it is the first of numbers."""
    head = table[0]
    columns = [at for at, cell in enumerate(head) if has(cell.text, _TOTALS)]
    if len(columns) != 1 or any(has(cell.text, (*_OPEN, *_NUMBERED)) for cell in head):
        return
    at = columns[0]
    behind = range(at + 1, len(head))
    if at > 1 and all(has(head[column].text, _MONEY) for column in behind):
        for row in table[1:]:
            first = 1 if _figure(text, row[0]) is None else 0
            yield from _adds(text, row[0].text if first else head[at].text, row[first:at], row[at])
    elif at == 1 and len(behind) > 1:
        for row in table[1:]:
            yield from _adds(text, row[0].text, row[2:], row[1])


def _figure(text: str, cell: Cell) -> Figure | None:
    """The one number of a cell; a dash or an empty cell is 0, anything else is no number."""
    if cell.text in ("", "-", "—", "－", "/", "无"):
        return Figure(cell.span, 0, 0, 0)
    if cell.text.isdecimal() and len(cell.text) <= _LONGEST:
        return Figure(cell.span, int(cell.text), int(cell.text), int(cell.text))
    found = read_figures(text, cell.span.start, cell.span.end)
    return found[0] if len(found) == 1 and found[0].span.width >= len(cell.text) else None


def _adds(text: str, name: str, cells: Sequence[Cell], end: Cell) -> Iterator[Relation]:
    figures = [figure for cell in cells if (figure := _figure(text, cell))]
    stated = _figure(text, end)
    if stated is None or len(figures) != len(cells) or len(figures) < 2 or not end.text:
        return
    if len({figure.unit for figure in (*figures, stated) if figure.unit}) > 1:
        return
    left, right = total(figures), of(stated)
    verdict = judged(left.meets(right))
    made = sum(figure.value for figure in figures)
    row = joined([plain(figure.value) for figure in figures])
    claim = plain(stated.value)
    problem = f"“{name}”{row}＝{plain(made)}，与合计 {claim} 不符，差 {amount(abs(made - stated.value), stated.unit)}"
    yield Relation(
        "table",
        verdict,
        stated.span,
        f"{name}：{row} ＝ {claim}",
        left,
        right,
        ("合计",),
        tuple((figure.span, "分项") for figure in figures),
        problem if verdict is Verdict.CONTRADICTORY else "",
    )
