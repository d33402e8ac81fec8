"""``hegui cache``: where results are kept from one run to the next, and how to be rid of them."""

from __future__ import annotations

import click

from hegui.cli.console import err, out
from hegui.cli.group import SETTINGS, USAGE, Spoken, one_of

CLEAR = "clear"


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="缓存在哪里、多大；clear 清空")
@click.argument("action", metavar="[clear]", required=False, callback=one_of(CLEAR))
def cache(action: str | None) -> int:
    """显示检查结果的缓存在哪里、有多大；hegui cache clear 清空。

    一次检查 20 个以上文件时才用缓存，没有改动的文件不再重查。不用缓存：hegui check --no-cache
    """
    from hegui.engine.store import place, remove, size

    folder = place()
    if folder is None:
        out("没有可用的缓存文件夹\n")
        return 0
    if action != CLEAR:
        out(f"{folder}  {_told(size(folder))}\n")
        return 0
    try:
        out(f"已清空缓存 {folder}（{_told(remove(folder))}）\n")
    except OSError as error:
        err(f"hegui：{folder} 无法清空（{error.strerror}）")
        return USAGE
    return 0


def _told(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size else "空"
