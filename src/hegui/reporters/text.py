"""For people: findings by file, in the order of the text, and what was seen at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from hegui.check import Severity
from hegui.finding import FileResult, Finding, Outcome
from hegui.hooks import Stream, View, whole
from hegui.reporters.terminal import BLUE, BOLD, DIM, RED, UNDERLINE, YELLOW, cells, crop, paint, visible, wrap

_COLORS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: BLUE}
_GRADES = {"A": "32", "B": BLUE, "C": YELLOW, "D": RED}
_PARTS = {
    "measures": "举措和成效",
    "shortcomings": "不足和原因",
    "leader": "第一责任人",
    "plan": "下年安排",
    "other": "其他",
}
_LEVELS = {
    "nation": "国家",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "town": "乡镇",
    "subdistrict": "街道",
    "department": "部门",
}
_WIDEST = 100


def render(outcome: Outcome, view: View) -> str:
    """The whole output."""
    return whole(begin(view), outcome)


def begin(view: View) -> Stream:
    """A page a file, then the totals."""
    return _Page(view)


class _Page:
    def __init__(self, view: View) -> None:
        self.view = view
        self.width = min(view.width, _WIDEST)
        self.lines: list[str] = []
        self.grades: Counter[str] = Counter()
        self.accepted = 0
        self.unread: list[tuple[str, str]] = []

    def file(self, file: FileResult) -> str:
        if file.error is not None:
            self.unread.append((file.path, file.error))
        else:
            self.grades.update(filter(None, [file.grade]))
            self.accepted += file.baselined
            self.told(file)
        return self.taken()

    def end(self, outcome: Outcome) -> str:
        self.summary(outcome)
        return self.taken()

    def taken(self) -> str:
        """The lines so far, which are then forgotten."""
        lines, self.lines = self.lines, []
        return "".join(f"{line}\n" for line in lines)

    def paint(self, text: str, *styles: str) -> str:
        return paint(text, *styles, on=self.view.color)

    def put(self, text: str, *styles: str, indent: str = "", first: str | None = None) -> None:
        """``text`` after ``indent``, broken into lines on a terminal; ``first`` is the indent of the first line."""
        lead = indent if first is None else first
        pieces = wrap(text, self.width - len(indent)) if self.view.terminal else [text]
        for piece in pieces:
            self.lines.append(f"{lead}{self.paint(piece, *styles)}")
            lead = indent

    def told(self, file: FileResult) -> None:
        shown = [finding for finding in file.findings if self.view.all or finding.severity > Severity.INFO]
        self.lines.append(self.paint(visible(file.path), BOLD))
        if file.title:
            self.put(visible(file.title), indent="  ")
        self.lines.append("  " + " · ".join(self._facts(file)))
        if missing := _missing(file):
            self.put(f"缺少{'、'.join(missing)}", RED, indent="  ")
        if found := "；".join(_found(file)):
            self.put(found, indent="  ")
        for finding in shown:
            self.lines.append("")
            self.finding(finding)
        self.lines.append("")
        self.put("；".join(_closing(file, hidden=len(file.findings) - len(shown))), indent="  ")
        self.lines.append("")

    def _facts(self, file: FileResult) -> Iterator[str]:
        yield f"{file.year} 年度" if file.year else "年度不明"
        yield _LEVELS.get(file.level or "", "单位层级不明")
        yield self.paint(f"{file.grade} 级", _GRADES.get(file.grade, DIM)) if file.grade else "未评级"
        if file.score is not None:
            yield f"{file.score} 分"

    def finding(self, finding: Finding) -> None:
        color = _COLORS[finding.severity]
        place = str(finding.location)
        words = (place, finding.severity.label, finding.code)
        styles = ((DIM,), (color, BOLD), (DIM,))
        head = "".join(f"{self.paint(word, *style)} " for word, style in zip(words, styles, strict=True))
        indent = "    "
        self._head(head, "".join(f"{word} " for word in words), visible(finding.message), indent)
        self._excerpt(finding, indent, color)
        others = [str(related.location) for related in finding.related]
        if others:
            self.put(f"另见：{'、'.join(dict.fromkeys(others))}", indent=indent)
        if finding.advice:
            self.put(f"怎么办：{visible(finding.advice)}", indent=indent)
        self.put(f"依据：{visible(finding.basis.text)}", indent=indent)

    def _head(self, painted: str, plain: str, message: str, indent: str) -> None:
        """The first line of a finding; colours take no room, so it is broken as plain text."""
        room = self.width - len(indent)
        lines = list(wrap(plain + message, room)) if self.view.terminal else [plain + message]
        self.lines.append(f"  {painted}{lines[0][len(plain) :]}")
        self.lines += [f"{indent}{line}" for line in lines[1:]]

    def _excerpt(self, finding: Finding, indent: str, color: str) -> None:
        if not finding.excerpt:
            return
        bar = f"{indent}{self.paint('│', DIM)} "
        text, (start, end) = crop(visible(finding.excerpt), finding.mark, self.width - len(indent) - 2)
        marked = self.paint(text[start:end], color, UNDERLINE)
        self.lines.append(f"{bar}{text[:start]}{marked}{text[end:]}".rstrip())
        if text[start:end].strip() != text.strip("… "):
            self.lines.append(
                f"{bar}{' ' * cells(text[:start])}{self.paint('^' * max(1, cells(text[start:end])), color)}"
            )

    def summary(self, outcome: Outcome) -> None:
        total = outcome.summary
        if total.files:
            told = "、".join(f"{grade} 级 {self.grades[grade]} 份" for grade in sorted(self.grades))
            accepted = f"，基线中已接受 {self.accepted}" if self.accepted else ""
            counts = f"错误 {total.error}，警告 {total.warning}，提示 {total.info}{accepted}"
            self.put(f"共检查 {total.files} 份：{counts}{f'；{told}' if told else ''}", BOLD)
        elif not self.unread:
            self.put("没有检查任何报告", BOLD)
        if outcome.partial:
            self.put("部分规则没有运行，结论不完整")
        self._list("跳过", "个文件", ((skip.path, skip.reason) for skip in outcome.skipped))
        self._list("读不了", "个文件", self.unread)
        self._list("规则出错", "次（请反馈给开发者）", ((f"{c.check} {c.path}", c.message) for c in outcome.crashes))
        self._list("插件有问题", "处", ((f"{b.plugin}（{b.distribution}）", b.message) for b in outcome.broken))

    def _list(self, what: str, unit: str, rows: Iterable[tuple[str, str]]) -> None:
        rows = tuple(rows)
        if rows:
            self.lines.append(f"{what} {len(rows)} {unit}：")
            for name, reason in rows:
                self.put(f"{visible(name)}：{visible(reason)}", indent="    ", first="  ")


def _missing(file: FileResult) -> list[str]:
    return [_PARTS.get(role, role) for role, place in file.parts.items() if place is None]


def _found(file: FileResult) -> Iterator[str]:
    for role, place in file.parts.items():
        if place is not None:
            yield f"{_PARTS.get(role, role)} {f'第 {place.line} 行' if place.line else '有'}"


def _closing(file: FileResult, hidden: int) -> Iterator[str]:
    if not file.findings:
        yield "没有发现问题"
    if hidden:
        yield f"另有 {hidden} 条提示（--all 显示）"
    if file.suppressed:
        yield f"按说明忽略 {file.suppressed} 条"
    if file.baselined:
        yield f"基线中已接受 {file.baselined} 条"
    relations = f"、{file.verified.relations} 处数量关系" if file.verified.relations else ""
    yield f"核对 {file.verified.rules} 项规则{relations}"
