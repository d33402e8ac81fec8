"""``hegui fix``: corrections made in the files themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.console import err, out, view
from hegui.cli.group import BROKEN, SETTINGS, USAGE, Spoken
from hegui.cli.options import DATE, DISABLE, EMPTY, KIND, PATHS, SELECTION, STDIN, UNCACHED, moment, options, request

if TYPE_CHECKING:
    from hegui.engine.fix import Fixed, Left
    from hegui.engine.session import Checked, Session
    from hegui.finding import Crash

FINDINGS, NOTHING = 1, 3


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="把能改的直接改好")
@options(
    PATHS,
    click.option("--unsafe-fixes", is_flag=True, help="也做要人核对的修正（名称、用语、时期之类）"),
    click.option("--diff", is_flag=True, help="只显示会改什么，不写文件；有可改的，退出码为 1"),
    click.option("--track-changes", is_flag=True, help="在 .docx 中写成修订，由人接受或拒绝"),
    DATE,
    click.option("--backup", is_flag=True, help="原文件另存为 .bak"),
    KIND,
    *SELECTION,
    UNCACHED,
    DISABLE,
    EMPTY,
    STDIN,
)
def fix(paths: tuple[str, ...], **given: Any) -> int:
    """修正文件或文件夹中的报告。

    默认只做不改变意思的修正，例如日期去掉虚位、发文字号改用六角括号、删去重复的标点。
    能修正 .txt、.md、.html 和 .docx；.pdf、.doc、.wps 只提示，不算出错。
    路径写 - 时，改好的写到标准输出。
    """
    from hegui.document.model import Revision
    from hegui.engine.fix import fix_all
    from hegui.engine.session import Session
    from hegui.text.edit import Safety

    session = Session(request(paths, given))
    revision = Revision(moment(given["date"])) if given["track_changes"] else None
    told = Tally(session, diff=given["diff"], backup=given["backup"])
    for result in fix_all(session, Safety.UNSAFE if given["unsafe_fixes"] else Safety.SAFE, revision):
        told.take(result)
    return told.close(allow_empty=given["allow_empty"])


class Tally:
    """Writes what was fixed, or shows it, file by file, and keeps count."""

    def __init__(self, session: Session, *, diff: bool, backup: bool) -> None:
        self.session = session
        self.diff = diff
        self.backup = backup
        self.reports = self.files = self.made = self.unsafe = 0
        self.failed = False
        self.crashes: list[Crash] = []
        self._left: Counter[str] = Counter()
        self._color = view(show_all=False).color

    def take(self, result: Fixed | Left | Checked) -> None:
        """One file: written, or shown with ``--diff``, or why neither."""
        from hegui.engine.fix import Left
        from hegui.engine.session import Checked

        if isinstance(result, Left):
            self._leave(result)
            return
        self.crashes += result.crashes
        if isinstance(result, Checked):
            if error := getattr(result.result, "error", None):
                self._fail(result.result.path, error)
            return
        self.reports += 1
        self.unsafe += result.unsafe
        if not result.settled:
            self._fail(result.path, "几条修正互相反复，只做了一部分，请人工核对")
        stdin = result.path == self.session.request.stdin_name
        if result.data == result.before and not (stdin and not self.diff):
            return
        if self.diff:
            from hegui.reporters.diff import unified

            out("".join(unified(result.path, result.old_text, result.new_text, color=self._color)))
        elif stdin:
            out(result.data)
        elif not self._write(result):
            return
        self.files += bool(result.made)
        self.made += len(result.made)
        if not (self.diff or stdin):
            out("".join(_lines(result)))

    def close(self, *, allow_empty: bool) -> int:
        """The totals, and the exit code."""
        for crash in self.crashes:
            err(f"{crash.path}：规则 {crash.check} 出错：{crash.message}")
        for broken in self.session.plugins.broken:
            err(f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}")
        more = f"；另有 {self.unsafe} 处要人核对，用 --unsafe-fixes 修正" if self.unsafe else ""
        for why, number in sorted(self._left.items()):
            err(f"{number} 个文件没有修正：{why}")
        verb = "可修正" if self.diff else "修正"
        err(f"{verb} {self.made} 处（{self.files} 个文件）{more}" if self.made else f"没有可修正的{more}")
        if self.crashes or self.session.plugins.broken:
            return BROKEN
        if self.failed:
            return USAGE
        if self.diff and self.made:
            return FINDINGS
        return NOTHING if not (self.reports or allow_empty) else 0

    def _leave(self, result: Left) -> None:
        """Tell of a file of such a format at once where it was named, else with all of them at the end."""
        if result.path in self.session.named:
            err(f"{result.path}：{result.reason}")
        else:
            self._left[result.reason] += 1

    def _write(self, result: Fixed) -> bool:
        from hegui.engine.writing import reason, replace

        try:
            replace(Path(result.path), result.data, result.before, backup=self.backup)
        except OSError as error:
            self._fail(result.path, reason(error))
            return False
        return True

    def _fail(self, path: str, why: str) -> None:
        self.failed = True
        err(f"{path}：{why}")


def _lines(result: Fixed) -> Iterator[str]:
    """What was done in one file, a line a kind of correction."""
    from hegui.reporters.terminal import visible

    yield f"{visible(result.path)}：修正 {len(result.made)} 处\n"
    for (code, title), number in sorted(Counter((made.code, made.title) for made in result.made).items()):
        yield f"  {code} {visible(title)}{f'（{number} 处）' if number > 1 else ''}\n"
