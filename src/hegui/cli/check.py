"""``hegui check``: the main job."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from hegui.cli.console import err, out, view, write
from hegui.cli.group import BROKEN, SETTINGS, USAGE, Spoken, count, one_of
from hegui.cli.progress import Progress
from hegui.engine.errors import UsageError, nearest

if TYPE_CHECKING:
    from hegui.engine.session import Request, Session
    from hegui.finding import Outcome
    from hegui.hooks import Reporter, View

EXITS = """\b
退出码
  0 没有达到 --fail-on 的问题      1 有
  2 用法或设置有误，或有文件读不了  3 没有检查任何报告
  4 规则或插件出错                130 被中断"""

HUMAN = ("text", "concise")


class Target(NamedTuple):
    """Where one output goes; no file means standard output."""

    reporter: Reporter
    file: Path | None


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="检查报告，列出问题", epilog=EXITS)
@click.argument("paths", metavar="路径…", nargs=-1, required=True)
@click.option("--kind", default="auto", metavar="NAME", help="报告种类，默认 auto（自动识别）")
@click.option("--format", "format_", metavar="NAME", help="输出格式：text、concise、json，默认 text")
@click.option("-o", "output", metavar="FILE", type=click.Path(path_type=Path), help="输出写入文件")
@click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="另写一份，可多次使用")
@click.option("--select", multiple=True, metavar="CODES", help="只运行这些规则（编号、类别或名称，逗号分隔）")
@click.option("--ignore", multiple=True, metavar="CODES", help="不运行这些规则")
@click.option("--extend-select", multiple=True, metavar="CODES", help="另外运行这些规则")
@click.option(
    "--fail-on",
    metavar="LEVEL",
    callback=one_of("error", "warning", "info", "never"),
    help="有这一级问题时退出码为 1，默认 error",
)
@click.option("--max-warnings", metavar="N", callback=count, help="警告多于 N 条时退出码为 1")
@click.option("--draft", is_flag=True, help="草稿：不查成文日期早于年底之类")
@click.option("--all", "show_all", is_flag=True, help="也显示提示")
@click.option("--disable", multiple=True, metavar="PLUGIN", help="停用插件，可多次使用")
@click.option("--allow-empty", is_flag=True, help="没有可检查的报告时退出码为 0")
@click.option("--stdin-filename", metavar="NAME", help="路径为 - 时，标准输入算作这个文件")
def check(paths: tuple[str, ...], **given: Any) -> int:
    """检查文件或文件夹中的法治政府建设年度报告。

    路径写 - 表示标准输入。
    """
    from hegui.engine.run import execute
    from hegui.engine.session import Session

    with Progress() as progress:
        session = Session(request_of(paths, given, progress.show))
        targets = _targets(session, given)
        gc.freeze()  # what is imported stays; from here on there may be many files
        gc.enable()
        outcome = execute(session)
    fail_on = given["fail_on"] or session.settings.fail_on
    return _write(outcome, targets, view(show_all=given["show_all"] or fail_on == "info"))


def request_of(
    paths: tuple[str, ...], given: Mapping[str, Any], progress: Callable[[int, int], None] | None = None
) -> Request:
    """What the options of a command that looks at files ask for."""
    from hegui.engine.select import Choice
    from hegui.engine.session import Request

    select = _codes(given["select"])
    return Request(
        paths=paths,
        kind=given["kind"],
        choice=Choice(select or None, _codes(given["extend_select"]), _codes(given["ignore"])),
        fail_on=given.get("fail_on"),
        max_warnings=given.get("max_warnings"),
        draft=given.get("draft", False),
        allow_empty=given["allow_empty"],
        disable=given["disable"],
        stdin=sys.stdin.buffer.read() if "-" in paths else b"",
        stdin_name=given["stdin_filename"] or "-",
        progress=progress,
    )


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(code for words in given for code in re.split(r"[,，、\s]+", words) if code)


def _targets(session: Session, given: Mapping[str, Any]) -> list[Target]:
    """The outputs that were asked for, before any work is done for them."""
    main = given["format_"] or session.settings.format or "text"
    targets = [Target(_reporter(session, main), given["output"])]
    for report in given["reports"]:
        name, sign, file = report.partition("=")
        if not (sign and file):
            raise UsageError(f"--report 应写成 格式=文件，例如 --report json=结果.json，不能是 {report}")
        targets.append(Target(_reporter(session, name), Path(file)))
    return targets


def _reporter(session: Session, name: str) -> Reporter:
    reporters = session.plugins.reporters
    if name not in reporters:
        raise UsageError(f"没有 {name} 这种输出格式，可用的有 {'、'.join(sorted(reporters))}{nearest(name, reporters)}")
    return reporters[name]


def _write(outcome: Outcome, targets: list[Target], looks: View) -> int:
    """Write all outputs; one that fails does not stop the others."""
    from hegui.engine.plugins import told
    from hegui.hooks import View

    code = int(outcome.exit_code)
    for target in targets:
        try:
            content = target.reporter.render(outcome, View(all=looks.all) if target.file else looks)
        except Exception as error:  # a reporter may be a stranger's code
            err(f"hegui：输出格式 {target.reporter.name} 出错：{told(error)}")
            code = BROKEN
            continue
        try:
            write(target.file, content) if target.file else out(content)
        except OSError as error:
            err(f"hegui：无法写入 {target.file.as_posix() if target.file else '标准输出'}（{error.strerror}）")
            code = code if code == BROKEN else USAGE
    if not any(target.file is None and target.reporter.name in HUMAN for target in targets):
        _warn(outcome)
    return code


def _warn(outcome: Outcome) -> None:
    """What went wrong, for the eyes of someone who does not see the output."""
    for file in outcome.files:
        if file.error is not None:
            err(f"{file.path}：{file.error}")
    for crash in outcome.crashes:
        err(f"{crash.path}：规则 {crash.check} 出错：{crash.message}")
    for broken in outcome.broken:
        err(f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}")
