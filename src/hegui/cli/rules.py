"""``hegui rules`` and ``hegui rule``: what is checked, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hegui.cli.console import err, out
from hegui.cli.group import BROKEN, SETTINGS, Spoken, one_of
from hegui.engine.errors import UsageError

if TYPE_CHECKING:
    from hegui.check import Check, Example
    from hegui.engine.plugins import Plugins

_DISABLE = click.option("--disable", multiple=True, metavar="PLUGIN", help="停用插件，可多次使用")


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="列出全部规则")
@click.option("--format", "format_", metavar="NAME", callback=one_of("text", "json"), help="text 或 json，默认 text")
@click.option(
    "--diff", "old", metavar="OLD.json", type=click.Path(path_type=Path), help="与先前的规则表相比；有变化时退出码为 1"
)
@_DISABLE
def rules(format_: str | None, old: Path | None, disable: tuple[str, ...]) -> int:
    """列出全部规则：编号、级别、名称和英文代号。

    升级前用 --format json 存下规则表，升级后用 --diff 看新增、去掉和改变了哪些。
    """
    from hegui.engine.plugins import Plugins

    plugins = Plugins(disable)
    if old is not None:
        return ending(plugins) or _changes(plugins.checks, old, as_json=format_ == "json")
    if format_ == "json":
        from hegui.cli.rule_list import dumped, listed

        out(dumped(listed(plugins.checks)))
    else:
        out("\n".join(_table(plugins.checks)) + "\n")
    return ending(plugins)


def _changes(checks: Iterable[Check], old: Path, *, as_json: bool) -> int:
    from hegui.cli.rule_list import compare, dumped, listed, load, told

    present = {rule["code"]: rule for rule in listed(checks)["rules"]}
    changes = compare(load(old), present)
    out(dumped(changes) if as_json else "\n".join(told(changes, present)) + "\n")
    return int(any(changes.values()))


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="说明一条规则")
@click.argument("name", metavar="CODE|SLUG")
@_DISABLE
def rule(name: str, disable: tuple[str, ...]) -> int:
    """说明一条规则：查什么、依据什么、什么样算对。

    例如：hegui rule LDR001
    """
    from hegui.engine.plugins import Plugins
    from hegui.engine.select import rank, unknown

    plugins = Plugins(disable)
    found = [check for check in plugins.checks if rank(check, name) == 3]
    if not found:
        raise UsageError(unknown(name, plugins.checks) or f"{name} 不是一条规则；用 hegui rules 列出全部规则")
    out("\n".join(_page(found[0])) + "\n")
    return ending(plugins)


def ending(plugins: Plugins) -> int:
    """The code of a command that asked the plugins: 4 when one is broken, each named."""
    for broken in plugins.broken:
        err(f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}")
    return BROKEN if plugins.broken else 0


def _table(checks: Iterable[Check]) -> Iterator[str]:
    from hegui.reporters.terminal import cells

    checks = tuple(checks)
    widest = max((cells(check.name) for check in checks), default=0)
    for number, (_, family) in enumerate(groupby(checks, lambda check: check.family)):
        if number:
            yield ""
        for check in family:
            off = "（默认关闭）" if check.off else ""
            gap = " " * (widest - cells(check.name))
            yield f"{check.code:8}{check.severity.label}  {check.name}{gap}  {check.slug}{off}"
    yield f"\n共 {len(checks)} 条。hegui rule 编号 查看一条规则的说明"


def _page(check: Check) -> Iterator[str]:
    yield f"{check.code} {check.name}（{check.slug}）"
    yield f"级别：{check.severity.label}{'，默认关闭，用 --extend-select 打开' if check.off else ''}"
    yield f"依据：{check.basis.text}"
    if check.rationale:
        yield ""
        yield from (line.strip() for line in check.rationale.split("\n"))
    for example in check.examples:
        yield ""
        yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for what, texts in (("不对", (example.bad,)), ("对", (example.good,)), ("也对", example.quiet)):
        for text in texts:
            first, *others = text.strip("\n").split("\n")
            yield f"{what}：{first}"
            yield from (f"    {line}" for line in others)
