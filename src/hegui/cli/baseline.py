"""``hegui baseline``: accept what is found now, so that only new findings fail."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hegui.cli.console import err, out
from hegui.cli.group import BROKEN, NOTHING, SETTINGS, USAGE, Spoken
from hegui.cli.options import CACHE, DISABLE, KIND, PATHS, SELECTION, options, request

if TYPE_CHECKING:
    from hegui.engine.baseline import Baseline, Line
    from hegui.finding import Outcome

_MOST = 50
OUTPUT = click.option(
    "-o",
    "output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="基线文件，默认设置所指，或 hegui-baseline.txt",
)
PRUNE = click.option("--prune", is_flag=True, help="只去掉已不存在的问题，不接受新的")


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="接受现有的问题，以后只报新的")
@options(PATHS, OUTPUT, PRUNE, KIND, *SELECTION, CACHE, DISABLE)
def baseline(paths: tuple[str, ...], output: Path | None, prune: bool, **given: Any) -> int:
    """把现有的问题写进基线文件，以后 hegui check --baseline 文件 只报新的。

    文件一行一处，按路径排序，可以放进 git。行末可以写说明，例如“已核实无误”，再次写入时保留。
    报告改名、移动，段落移动，都仍然算已接受。没有检查的文件，它的各行不动。
    """
    from hegui.engine.baseline import NAME, Baseline, load, text
    from hegui.engine.run import Run, baseline_place
    from hegui.engine.session import Session
    from hegui.engine.writing import unwritable, write_whole

    session = Session(request(paths, given))
    place = output or baseline_place(session) or Path(NAME)
    held = load(place) if place.exists() else Baseline(place.parent)
    run = Run(session, baseline=held)
    files = tuple(run.files())
    outcome = run.outcome(files)
    if code := _unfit(outcome):
        return code
    gone = _gone(held, outcome)
    lines = [held.line(file, one.finding, one.note) for file in files for one in file.accepted]
    new = [] if prune else [held.line(file, finding) for file in files for finding in file.findings]
    left = [line for line in held.left if not prune or line not in gone]
    try:
        write_whole(place, text((*lines, *new, *left), held.head).encode("utf-8", "surrogatepass"))
    except OSError as error:
        err(f"hegui：{unwritable(place, error)}")
        return USAGE
    _tell(place, new, gone, len(lines) + len(new) + len(left), prune=prune)
    return USAGE if any(file.error is not None for file in files) else 0


def _unfit(outcome: Outcome) -> int:
    """Why nothing shall be written: what a rule would have found is unknown, or there was nothing to look at."""
    for file in outcome.files:
        if file.error is not None:
            err(f"{file.path}：{file.error}")
    for crash in outcome.crashes:
        err(f"{crash.path}：规则 {crash.check} 出错：{crash.message}")
    for broken in outcome.broken:
        err(f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}")
    if outcome.crashes or outcome.broken:
        err("hegui：规则或插件出错，基线没有改动")
        return BROKEN
    if not outcome.summary.files and not any(file.error for file in outcome.files):
        err("hegui：没有检查任何报告，基线没有改动")
        return NOTHING
    return 0


def _gone(held: Baseline, outcome: Outcome) -> list[Line]:
    """The lines whose finding is there no more: its file was checked by its rule, or is gone."""
    checked = {held.path(file.path) for file in outcome.files if file.error is None}
    ran = {rule.code for rule in outcome.rules}
    return [line for line in held.left if not held.exists(line) or (line.path in checked and line.code in ran)]


def _tell(place: Path, new: Iterable[Line], gone: list[Line], total: int, *, prune: bool) -> None:
    from hegui.reporters.terminal import visible

    added = len(list(new))
    lines = [f"{place.as_posix()}：共 {total} 条{f'，新增 {added} 条' if added else ''}"]
    if gone:
        hint = "，已去掉" if prune else "，可用 --prune 去掉"
        lines.append(f"已不存在的 {len(gone)} 条{hint}：")
        lines += [f"  {line.path} {line.code} {line.excerpt}".rstrip() for line in gone[:_MOST]]
        if len(gone) > _MOST:
            lines.append(f"  另有 {len(gone) - _MOST} 条")
    out("".join(f"{visible(line)}\n" for line in lines))
