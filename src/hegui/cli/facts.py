"""``hegui facts``: what the checks take for true, with its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from hegui.cli.console import out
from hegui.cli.group import SETTINGS, Spoken
from hegui.engine.errors import UsageError, nearest

if TYPE_CHECKING:
    from hegui.hooks import Fact, FactTable

_MOST = 20


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="列出检查所依据的资料")
@click.argument("title", metavar="[标题]", required=False)
@click.option("--disable", multiple=True, metavar="PLUGIN", help="停用插件，可多次使用")
def facts(title: str | None, disable: tuple[str, ...]) -> int:
    """列出检查所依据的资料；给出文件标题，说明那一件；给出表名，列出全表。

    例如：hegui facts 信访工作条例
    """
    from hegui.cli.rules import ending
    from hegui.engine.plugins import Plugins

    plugins = Plugins(disable)
    tables = plugins.facts
    out("\n".join(_answer(tables, title.strip(" 《》")) if title else _overview(tables)) + "\n")
    return ending(plugins)


def _overview(tables: Iterable[FactTable]) -> Iterator[str]:
    from hegui.reporters.terminal import cells

    tables = tuple(tables)
    widest = max((cells(table.label) for table in tables), default=0)
    for table in tables:
        gap = " " * (widest - cells(table.label))
        until = f"截至 {table.as_of}" if table.as_of else ""
        yield f"{table.label}{gap}  {len(table.facts):>5} 条  {until:15}  {table.name}".rstrip()
    yield "\nhegui facts 表名 列出全表，hegui facts 标题 查看一件"


def _answer(tables: tuple[FactTable, ...], words: str) -> Iterator[str]:
    table = next((table for table in tables if words in {table.name, table.label}), None)
    if table:
        yield from (fact.title for fact in table.facts)
        return
    found = _find(tables, words)
    if not found:
        known = [title for table in tables for fact in table.facts for title in (fact.title, *fact.names)]
        raise UsageError(f"资料里没有 {words}{nearest(words, known)}；没有的不一定不存在")
    if len(found) > 1 and not all(_is(fact, words) for _, fact in found):
        yield from (f"{fact.title}（{table.label}）" for table, fact in found[:_MOST])
        if len(found) > _MOST:
            yield f"另有 {len(found) - _MOST} 件，请写得更完整些"
        return
    for number, (table, fact) in enumerate(found):
        yield from ("",) if number else ()
        yield f"{fact.title}（{table.label}）"
        yield from (f"  {label}：{told}" for label, told in fact.details)


def _find(tables: tuple[FactTable, ...], words: str) -> list[tuple[FactTable, Fact]]:
    """The facts of that title or other name, else those whose titles hold it."""
    everything = [(table, fact) for table in tables for fact in table.facts]
    exact = [(table, fact) for table, fact in everything if _is(fact, words)]
    return exact or [(table, fact) for table, fact in everything if words in fact.title]


def _is(fact: Fact, words: str) -> bool:
    return words == fact.title or words in fact.names
