"""``hegui check``: the main job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.console import aside, err, view
from hegui.cli.group import INTERRUPTED, SETTINGS, Spoken, count, one_of
from hegui.cli.options import CACHE, DISABLE, DRAFT, EMPTY, KIND, PATHS, SELECTION, STDIN, options, request
from hegui.cli.outputs import Outputs, parse
from hegui.cli.progress import Progress
from hegui.cli.roster import asked, kept
from hegui.engine.errors import UsageError

if TYPE_CHECKING:
    from hegui.engine.session import Request, Session

EXITS = """\b
退出码
  0 没有达到 --fail-on 的问题      1 有
  2 用法或设置有误，或有文件读不了  3 没有检查任何报告
  4 规则或插件出错                130 被中断"""

FORMATS = "text concise statistics json jsonl sarif junit github gitlab checkstyle markdown html xlsx"
OUTPUT = (
    click.option("--format", "format_", metavar="NAME", help=f"输出格式，默认 text；有 {FORMATS}"),
    click.option("-o", "output", metavar="FILE", help="输出写入文件"),
    click.option("--report", "reports", multiple=True, metavar="FORMAT=FILE", help="另写一份，可多次使用"),
    click.option("--all", "show_all", is_flag=True, help="也显示提示"),
    click.option("--statistics", is_flag=True, help="不列问题，只列每条规则的次数"),
)
PAGE = (
    click.option("--roster", metavar="FILE", help="应报送单位名单（CSV），列出没有报送的"),
    click.option("--full-text", is_flag=True, help="网页中附上报告全文"),
)
GATE = (
    click.option(
        "--fail-on",
        metavar="LEVEL",
        callback=one_of("error", "warning", "info", "never"),
        help="有这一级问题时退出码为 1，默认 error",
    ),
    click.option("--max-warnings", metavar="N", callback=count, help="警告多于 N 条时退出码为 1"),
    click.option("--baseline", metavar="FILE", help="基线文件：其中的问题算已接受，只报新的"),
    click.option("--diff-base", metavar="REF", help="只检查与这个 git 版本相比有改动的文件"),
    click.option("--strict-skip", is_flag=True, help="有文件被跳过时退出码为 1"),
    EMPTY,
)
JOBS = click.option("-j", "--jobs", metavar="N", callback=count, help="最多用几个进程，默认自动（文件少时只用 1 个）")
TIMING = click.option("--timing", is_flag=True, help="最后列出各阶段、各规则的耗时（只用 1 个进程）")
WATCH = click.option("--watch", is_flag=True, help="文件一存盘就再查一遍，按 Ctrl-C 结束")


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="检查报告，列出问题", epilog=EXITS)
@options(PATHS, KIND, *OUTPUT, *PAGE, *SELECTION, *GATE, DRAFT, WATCH, JOBS, CACHE, TIMING, DISABLE, STDIN)
def check(paths: tuple[str, ...], **given: Any) -> int:
    """检查文件或文件夹中的法治政府建设年度报告。

    路径写 - 表示标准输入。
    """
    if given["watch"]:
        from hegui.cli.watch import watch

        return watch(paths, given, _once)
    with Progress() as progress:
        session = _session(request(paths, given), timing=given["timing"])
        code = _once(session, given, progress)
    if given["timing"]:
        _tell_time(session)
    return code


def _once(session: Session, given: Mapping[str, Any], progress: Progress | None = None) -> int:
    """One run and its outputs; the exit code."""
    from hegui.engine import garbage
    from hegui.engine.run import Run

    fail_on = given["fail_on"] or session.settings.fail_on
    looks = asked(view(show_all=given["show_all"] or fail_on == "info"), given)
    main = _format(given) or session.settings.format or "text"
    outputs = Outputs(parse(main, given["output"], given["reports"], session.plugins.reporters, looks))
    session.request = session.request._replace(keep=kept(looks, outputs.wants), spared=outputs.spared)
    run = Run(session, progress.show if progress and not (outputs.human and looks.terminal) else None)
    garbage.seldom()  # from here on there may be many files
    try:
        return outputs.write(run.files(), run.outcome)
    except KeyboardInterrupt:
        err(f"已中断：{run.so_far}")
        return INTERRUPTED


def _session(request: Request, *, timing: bool) -> Session:
    if timing:
        from hegui.engine.timing import TimedSession

        return TimedSession(request)
    from hegui.engine.session import Session

    return Session(request)


def _tell_time(session: Session) -> None:
    from hegui.engine.timing import TimedSession, told

    if isinstance(session, TimedSession):
        for line in told(session.timing):
            aside(line)


def _format(given: Mapping[str, Any]) -> str | None:
    """The format that the options ask for; raises UsageError when they ask for two."""
    if not given["statistics"]:
        return str(given["format_"]) if given["format_"] else None
    if given["format_"] not in (None, "statistics"):
        raise UsageError("--statistics 与 --format 只能用一个；另写一份用 --report")
    return "statistics"
