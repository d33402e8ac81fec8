"""For the reviewer with a spreadsheet: the table of bodies, the list of findings, the roster, what went wrong."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from hegui.finding import Outcome
from hegui.hooks import View
from hegui.reporters.page.names import LEVELS, body_name, place_name, shown_paths
from hegui.reporters.page.overview import DOUBTFUL, LACKING, LATE, MISSING, WEAK, Overview, overview
from hegui.reporters.page.roster import call
from hegui.reporters.terminal import cells, visible

_EPOCH = 315532800  # 1980, the earliest that a zip can hold
_NARROW, _WIDE = 5, 56
_LONGEST = 32_000  # a cell of Excel takes 32,767 characters
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STATES = {"in": "已报送", "unread": "有文件，未能检查", "unsure": "待核对", "out": "没有报送"}
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "bg_color": "#E9ECEF", "bottom": 1, "text_wrap": True, "valign": "vcenter"},
    "text": {"text_wrap": True, "valign": "top"},
    "quoted": {"text_wrap": True, "valign": "top", "quote_prefix": True},
    "bad": {"valign": "top", "font_color": "#A3201D", "bold": True},
    "poor": {"valign": "top", "font_color": "#835300"},
}
_Row = Sequence[str | int | None]


def render(outcome: Outcome, view: View) -> bytes:
    """The workbook; the same outcome gives the same bytes."""
    stream = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with Workbook(stream, options) as workbook:
        made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or _EPOCH), UTC)
        workbook.set_properties({"title": "合规审核", "created": made.replace(tzinfo=None)})
        _Book(workbook).fill(outcome, view)
    return stream.getvalue()


class _Book:
    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.looks = {
            name: workbook.add_format({"font_name": "宋体", "font_size": 11} | look) for name, look in _LOOKS.items()
        }

    def fill(self, outcome: Outcome, view: View) -> None:
        found = overview(outcome)
        paths = shown_paths(outcome)
        self._bodies(found, paths)
        self._findings(outcome, paths)
        if view.roster is not None:
            self._roster(outcome, view.roster, found)
        self._trouble(outcome, paths)

    def _bodies(self, found: Overview, paths: dict[str, str]) -> None:
        head = ["序号", "单位", "年度", "层级", "等级", "得分", *(column.label for column in found.columns)]
        head += ["错误", "警告", "提示", "成文日期", "公开日期", "标题全文", "文件"]
        rows = []
        looks = {}
        for row in found.rows:
            file = row.file
            about: list[str | int | None] = [
                row.number,
                row.name,
                file.year,
                LEVELS.get(file.level or "", "不明"),
                file.grade or "未评",
                file.score,
            ]
            for index, cell in enumerate(row.cells, len(about)):
                bad, poor = cell.state in (MISSING, LATE), cell.state in (WEAK, LACKING, DOUBTFUL)
                if bad or poor:
                    looks[row.number, index] = "bad" if bad else "poor"
            states = [f"{cell.state.sign} {cell.state.word}" for cell in row.cells]
            rows.append([*about, *states, *row.counts, file.date, file.published, file.title, paths[file.path]])
        self._sheet("各单位一览", head, rows, looks, frozen=2)

    def _findings(self, outcome: Outcome, paths: dict[str, str]) -> None:
        names = {rule.code: rule.name for rule in outcome.rules}
        head = (
            "单位",
            "年度",
            "级别",
            "编号",
            "规则",
            "位置",
            "所在部分",
            "问题",
            "建议",
            "原文",
            "依据",
            "基线",
            "文件",
        )
        rows = []
        for file in outcome.files:
            told = [(finding, "") for finding in file.findings]
            told += [(one.finding, f"已接受：{one.note}" if one.note else "已接受") for one in file.accepted]
            for finding, remark in told:
                place = place_name(finding.location)
                basis = f"{finding.basis.text}〔{finding.basis.strength}〕"
                about = (body_name(file), file.year, finding.severity.label, finding.code, names.get(finding.code, ""))
                said = (finding.message, finding.advice, finding.excerpt, basis, remark, paths[file.path])
                rows.append((*about, place, finding.section, *said))
        self._sheet("问题清单", head, rows, frozen=1)

    def _roster(self, outcome: Outcome, roster: tuple[str, ...], found: Overview) -> None:
        roll = call(roster, outcome)
        rows: list[_Row] = []
        for entry in roll.entries:
            files = "\n".join(
                f"{found.rows[number - 1].name}（{found.rows[number - 1].file.year or '年度不明'}）"
                for number in entry.files
            )
            rows.append((entry.name, _STATES[entry.state], files, entry.note))
        looks = {(row, 1): "bad" for row, entry in enumerate(roll.entries, 1) if entry.state == "out"}
        rows += [("", "对不上唯一单位", doubt.path, "可能是 " + "、".join(doubt.names)) for doubt in roll.doubts]
        rows += [
            ("", "不在名单上", found.rows[number - 1].name, found.rows[number - 1].file.path)
            for number in roll.strangers
        ]
        self._sheet("报送情况", ("名单上的单位", "情况", "报告", "说明"), rows, looks, frozen=1)

    def _trouble(self, outcome: Outcome, paths: dict[str, str]) -> None:
        rows: list[_Row] = [
            ("读不了", paths[file.path], file.error) for file in outcome.files if file.error is not None
        ]
        rows += [("跳过", paths[file.path], file.reason) for file in outcome.skipped]
        rows += [("规则出错", f"{crash.check} {paths[crash.path]}", crash.message) for crash in outcome.crashes]
        rows += [("插件有问题", f"{one.plugin}（{one.distribution}）", one.message) for one in outcome.broken]
        if outcome.partial:
            rows.append(("注意", "", "部分规则没有运行，结论不完整"))
        if rows:
            self._sheet("未能检查", ("情况", "文件", "原因"), rows)

    def _sheet(
        self,
        name: str,
        head: _Row,
        rows: Sequence[_Row],
        looks: dict[tuple[int, int], str] | None = None,
        frozen: int = 0,
    ) -> None:
        """A sheet with a head that stays, filters, and columns as wide as their words; ``looks`` by row and column."""
        sheet: Any = self.workbook.add_worksheet(name)
        for column, title in enumerate(head):
            texts = [str(row[column]) for row in rows if row[column] is not None]
            widest = max(map(_width, (str(title), *texts)), default=0)
            sheet.set_column(column, column, min(max(widest + 3, _NARROW), _WIDE))
            sheet.write_string(0, column, str(title), self.looks["head"])
        for index, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                self._write(sheet, index, column, value, (looks or {}).get((index, column), "text"))
        sheet.freeze_panes(1, frozen)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, row: int, column: int, value: str | int | None, look: str) -> None:
        """A number as a number; text as text, even where it looks like a formula."""
        if isinstance(value, int):
            sheet.write_number(row, column, value, self.looks[look])
        elif value:
            text = "\n".join(visible(line) for line in value.split("\n"))[:_LONGEST]
            look = "quoted" if look == "text" and text.startswith(_FORMULA) else look
            sheet.write_string(row, column, text.encode("utf-8", "replace").decode(), self.looks[look])


def _width(text: str) -> int:
    return max(map(cells, text.split("\n")))
