"""``hegui annotate``: the findings written beside the words they mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.console import err
from hegui.cli.group import BROKEN, SETTINGS, USAGE, Spoken
from hegui.cli.options import DATE, DISABLE, DRAFT, KIND, SELECTION, moment, options, request
from hegui.engine.errors import UsageError

if TYPE_CHECKING:
    from hegui.engine.annotate import Annotated
    from hegui.engine.session import Session
    from hegui.finding import FileResult

WORD, PAGE = ".docx", ".html"
NOTHING = 3


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="把问题写成批注")
@options(
    click.argument("path", metavar="报告", nargs=1),
    click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="写入的文件，默认在原文件旁边"),
    KIND,
    *SELECTION,
    DRAFT,
    DATE,
    DISABLE,
)
def annotate(path: str, output: Path | None, **given: Any) -> int:
    """把一份报告的问题写成批注，另存一份，原文件不变。

    .docx 写成 Word 批注；其他格式写成带批注的网页。
    """
    from hegui.engine.annotate import annotate
    from hegui.engine.files import Unfit
    from hegui.engine.session import Session
    from hegui.finding import Skipped

    session = Session(request((path,), given)._replace(keep="text"))
    date = moment(given["date"])
    data = session.read(path)
    if isinstance(data, Unfit):
        err(f"{path}：{data.reason}")
        return USAGE
    done = annotate(session, path, data, date)
    result = done.checked.result
    if isinstance(result, Skipped):
        err(f"{path}：{result.reason}")
        return NOTHING
    if result.error is not None:
        err(f"{path}：{result.error}")
        return USAGE
    return _write(session, done, result, _target(Path(path), output, word=done.data is not None))


def _target(path: Path, output: Path | None, *, word: bool) -> Path:
    """Where the marked report goes; raises UsageError for the file itself, and for a name of the other format."""
    suffix = WORD if word else PAGE
    target = output or path.with_name(f"{path.stem}.批注{suffix}")
    if target.resolve() == path.resolve():
        raise UsageError("批注要另存一份，-o 不能是原文件")
    if word and target.suffix.lower() != suffix:
        raise UsageError(f"{path.name} 的批注写成 Word 文档，请把 -o 写成 {target.stem}{suffix}")
    if not word and target.suffix.lower() not in (PAGE, ".htm"):
        raise UsageError(f"{path.suffix} 文件不能加批注，只能写成带批注的网页，请把 -o 写成 {target.stem}{suffix}")
    return target


def _write(session: Session, done: Annotated, result: FileResult, target: Path) -> int:
    from hegui.engine.writing import unwritable, write_whole

    crashes, broken = done.checked.crashes, session.plugins.broken
    for crash in crashes:
        err(f"{crash.path}：规则 {crash.check} 出错：{crash.message}")
    for one in broken:
        err(f"插件 {one.plugin}（{one.distribution}）有问题：{one.message}")
    try:
        write_whole(target, done.data if done.data is not None else _page(session, result))
    except OSError as error:
        err(f"hegui：{unwritable(target, error)}")
        return USAGE
    what = "批注" if done.data is not None else "这种格式不能加批注，已写成带批注的网页，"
    err(f"{what}写入 {target.as_posix()}（{len(result.findings)} 处）")
    return BROKEN if crashes or broken else 0


def _page(session: Session, result: FileResult) -> bytes:
    from hegui import __version__
    from hegui.engine.run import told_rules
    from hegui.finding import Tool

    reporter = session.plugins.reporters["html"]
    if missing := getattr(reporter, "missing", str)():
        raise UsageError(missing)
    from hegui.reporters.html import annotated

    rules = told_rules(rule.check for rule in session.plan(result.path).rules)
    return annotated(result, Tool("hegui", __version__), rules).encode("utf-8", "replace")
