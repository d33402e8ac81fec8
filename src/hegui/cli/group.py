"""The program and its commands, each imported when it is called, and click's own words in Chinese."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from hegui import __version__
from hegui.cli.console import err
from hegui.engine.errors import UsageError, nearest

BROKEN, NOTHING, USAGE, INTERRUPTED = 4, 3, 2, 130
SETTINGS: dict[str, Any] = {"help_option_names": ["--help", "-h"], "max_content_width": 100}
COMMANDS = {
    "check": "hegui.cli.check",
    "fix": "hegui.cli.fix",
    "annotate": "hegui.cli.annotate",
    "rules": "hegui.cli.rules",
    "rule": "hegui.cli.rules",
    "inspect": "hegui.cli.inspect",
    "facts": "hegui.cli.facts",
    "baseline": "hegui.cli.baseline",
    "cache": "hegui.cli.cache",
    "init": "hegui.cli.init",
}


Callback = Callable[[click.Context, click.Parameter, Any], Any]


class Spoken(click.Command):
    """A command that speaks Chinese."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """[选项] and the arguments."""
        return ["[选项]", *super().collect_usage_pieces(ctx)[1:]]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：hegui check …."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a heading of our own."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        with formatter.section("选项"):
            formatter.write_dl([row for option in options if (row := option.get_help_record(ctx))])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help`` with help of our own: click would ask gettext for its words at every start."""
        return HELP if self.add_help_option and self.get_help_option_names(ctx) else None


def _show(told: Callable[[click.Context], str]) -> Callback:
    """An option's callback that shows what is ``told`` and ends."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(told(ctx), color=ctx.color)
            ctx.exit()

    return show


def _shows(*names: str, told: Callable[[click.Context], str], explained: str) -> click.Option:
    callback = _show(told)
    return click.Option(names, is_flag=True, expose_value=False, is_eager=True, callback=callback, help=explained)


HELP = _shows(*SETTINGS["help_option_names"], told=click.Context.get_help, explained="显示这段说明")
VERSION = _shows("--version", told=lambda _: f"hegui {__version__}", explained="显示版本")


class Program(Spoken, click.Group):
    """The commands, known by name before they are imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of that name; raises click.UsageError for one that is not there."""
        if cmd_name not in COMMANDS:
            raise click.UsageError(f"没有 {cmd_name} 这个命令{nearest(cmd_name, COMMANDS)}")
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            names = self.list_commands(ctx)
            formatter.write_dl([(name, (self.get_command(ctx, name) or self).get_short_help_str(80)) for name in names])


def one_of(*words: str) -> Callback:
    """An option's callback that takes only ``words``; raises click.BadParameter naming the nearest."""

    def convert(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            raise click.BadParameter(f"只能是 {'、'.join(words)}，不能是 {value}{nearest(value, words)}")
        return value

    return convert


def count(_ctx: click.Context, _param: click.Parameter, value: str | None) -> int | None:
    """An option's callback for a whole number from 0; raises click.BadParameter."""
    if value is not None and not (value.isascii() and value.isdigit()):
        raise click.BadParameter(f"应是不小于 0 的整数，不能是 {value}")
    return None if value is None else int(value)


@click.command(
    cls=Program,
    context_settings=SETTINGS,
    params=[VERSION],
    subcommand_metavar="命令 …",
    epilog="某个命令的用法：hegui 命令 --help",
)
def program() -> None:
    """合规（hegui）：检查法治政府建设年度报告。

    最常用：hegui check 报告.txt
    """


def run(arguments: Sequence[str]) -> int:
    """Run the program; every failure is one Chinese line and a code."""
    try:
        return int(program.main(list(arguments) or ["--help"], "hegui", standalone_mode=False) or 0)
    except (click.Abort, KeyboardInterrupt):
        err("已中断")
        return INTERRUPTED
    except UsageError as error:
        err(f"hegui：{error}")
    except click.ClickException as error:
        err(f"hegui：{in_chinese(error)}")
    except Exception as error:
        from hegui.engine.plugins import told

        err(f"hegui：程序内部错误，请反馈给开发者：{told(error)}")
        return BROKEN
    return USAGE


def in_chinese(error: click.ClickException) -> str:
    """What click complains of, in Chinese as far as it is known."""
    match error:
        case click.NoSuchOption():
            return f"没有 {error.option_name} 这个选项{nearest(error.option_name, error.possibilities or ())}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 用得不对：后面应有一个值，或者不应有值"
        case click.MissingParameter():
            return f"缺少{_name(error.param)}"
        case click.BadParameter():
            return f"{_name(error.param)}{error.message}"
        case _ if error.message.startswith("Got unexpected extra argument"):
            return f"多余的参数：{error.message.partition('(')[2].rstrip(').')}"
        case _:
            return error.message


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return f"选项 {param.opts[0]} "
    return f"参数 {param.human_readable_name} " if param else "参数"
