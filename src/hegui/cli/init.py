"""``hegui init``: a settings file to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from hegui.cli.console import err, out
from hegui.cli.group import SETTINGS, USAGE, Spoken
from hegui.engine.errors import UsageError

NAME = "hegui.toml"
EXAMPLE = "settings.example"


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="写一份带说明的设置文件")
@click.argument("folder", metavar="[文件夹]", default=".", type=click.Path(path_type=Path))
def init(folder: Path) -> int:
    """在文件夹里写一份 hegui.toml，各项设置都有说明和例子；已有的不动。"""
    from hegui.engine.writing import unwritable, write_whole

    place = folder / NAME
    if place.exists():
        raise UsageError(f"已经有 {place.as_posix()}，没有改动")
    try:
        write_whole(place, Path(__file__).with_name(EXAMPLE).read_bytes().replace(b"\r\n", b"\n"))
    except OSError as error:
        err(f"hegui：{unwritable(place, error)}")
        return USAGE
    out(f"已写好 {place.as_posix()}\n")
    return 0
