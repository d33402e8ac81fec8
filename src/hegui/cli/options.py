"""Options that more than one command has, and what they ask of the engine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hegui.engine.errors import UsageError

if TYPE_CHECKING:
    from hegui.engine.session import Request

F = TypeVar("F", bound=Callable[..., Any])

PATHS = click.argument("paths", metavar="路径…", nargs=-1, required=True)
KIND = click.option("--kind", default="auto", metavar="NAME", help="报告种类，默认 auto（自动识别）")
SELECTION = (
    click.option("--select", multiple=True, metavar="CODES", help="只运行这些规则（编号、类别或名称，逗号分隔）"),
    click.option("--ignore", multiple=True, metavar="CODES", help="不运行这些规则"),
    click.option("--extend-select", multiple=True, metavar="CODES", help="另外运行这些规则"),
)
DRAFT = click.option("--draft", is_flag=True, help="草稿：不查成文日期早于年底之类")
CACHE = click.option("--no-cache", "cache", is_flag=True, flag_value=False, default=True, help="不用缓存，全部重查")
UNCACHED = click.option("--no-cache", is_flag=True, expose_value=False, help="可以写，没有作用：这个命令从不用缓存")
DISABLE = click.option("--disable", multiple=True, metavar="PLUGIN", help="停用插件，可多次使用")
EMPTY = click.option("--allow-empty", is_flag=True, help="没有可检查的报告时退出码为 0")
STDIN = click.option("--stdin-filename", metavar="NAME", help="路径为 - 时，标准输入算作这个文件")
DATE = click.option("--date", metavar="YYYY-MM-DD", help="修订或批注的日期，默认不写")


def moment(day: str | None) -> str:
    """The date of revisions and comments as Word writes it: ``day``, else SOURCE_DATE_EPOCH, else empty.

    Raises UsageError for what is no date.
    """
    from datetime import UTC, date, datetime

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if day:
            return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch else ""
    except (ValueError, OverflowError, OSError):
        wrong = f"--date 应写成 2025-01-31 这样，不能是 {day}" if day else f"SOURCE_DATE_EPOCH 应是秒数，不能是 {epoch}"
        raise UsageError(wrong) from None


def options(*given: Callable[[F], F]) -> Callable[[F], F]:
    """A decorator that adds ``given``, which stand in the help in this order."""

    def add(command: F) -> F:
        for option in reversed(given):
            command = option(command)
        return command

    return add


def request(paths: tuple[str, ...], given: Mapping[str, Any]) -> Request:
    """What the options ask of the engine; those that a command does not have are left as usual."""
    from hegui.engine.select import Choice
    from hegui.engine.session import Request

    select = codes(given.get("select", ()))
    asked = {name: given[name] for name in Request._fields if name in given}
    return Request(
        **asked
        | {
            "paths": paths,
            "choice": Choice(select or None, codes(given.get("extend_select", ())), codes(given.get("ignore", ()))),
            "stdin": sys.stdin.buffer.read() if "-" in paths else b"",
            "stdin_name": given.get("stdin_filename") or "-",
        }
    )


def codes(given: Iterable[str]) -> tuple[str, ...]:
    """The selectors in comma lists."""
    return tuple(code for words in given for code in re.split(r"[,，、\s]+", words) if code)
