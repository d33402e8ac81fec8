"""``hegui check --watch``: the page is printed again whenever a report is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hegui.cli.console import err, out
from hegui.cli.group import INTERRUPTED
from hegui.cli.options import request
from hegui.engine.errors import UsageError
from hegui.engine.session import Checked, Request, Session

if TYPE_CHECKING:
    from hegui.engine.plugins import Plugins

SETTINGS = ("hegui.toml", "pyproject.toml")
QUIET, LONGEST, PATIENCE = 20, 100, 250  # ms without a change, of changes taken as one, until a second look
TRIES = 20
CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class Remembering(Session):
    """A session that checks a file again only when its bytes have changed."""

    def __init__(self, request: Request, plugins: Plugins | None, memory: dict[str, tuple[int, Checked]]) -> None:
        super().__init__(request, plugins)
        self.alike = False  # what another process found would not be remembered
        self._memory = memory

    def check(self, path: str, data: bytes) -> Checked:
        """What was found, or is."""
        content = hash(data)
        kept = self._memory.get(path)
        if kept is None or kept[0] != content:
            self._memory[path] = kept = (content, super().check(path, data))
        return kept[1]


def watch(paths: tuple[str, ...], given: Mapping[str, Any], once: Callable[[Session, Mapping[str, Any]], int]) -> int:
    """Check ``paths`` by ``once``, and again after each change, until interrupted; raises UsageError."""
    if "-" in paths:
        raise UsageError("--watch 不能用于标准输入")
    memory: dict[str, tuple[int, Checked]] = {}
    plugins: Plugins | None = None
    tries = 0
    unread: set[str] = set()
    for changed in _changes(paths, _written(given)):
        if not changed and not tries:
            continue
        if any(path.name in SETTINGS for path in changed or ()):
            memory.clear()
        try:
            session = Remembering(request(paths, given), plugins, memory)
            plugins = session.plugins
            # A file that a program still holds, or has not yet put in its place, may tell nothing when it is let go.
            tries = TRIES if changed else tries - 1
            if not changed and _unread(session) == unread:
                continue
            out(CLEAR if sys.stdout.isatty() else "")
            if once(session, given) == INTERRUPTED:
                return INTERRUPTED
            unread = _unread(session)
        except UsageError as error:
            err(f"hegui：{error}")
            unread = set()
        tries = tries if unread else 0
        err("正在等候改动，按 Ctrl-C 结束")
    return 0


def _unread(session: Session) -> set[str]:
    """The files that cannot be read; those that can are remembered."""
    from hegui.engine.run import Run

    return {file.path for file in Run(session).files() if file.error is not None}


def _changes(paths: Iterable[str], written: set[Path]) -> Iterator[set[Path] | None]:
    """At first a set that holds the paths themselves, then what has changed; None when nothing did for a while."""
    try:
        from watchfiles import watch as events
    except ImportError:
        raise UsageError("--watch 要另装一个库：pip install 'hegui[watch]'") from None
    named = {Path(path).resolve() for path in paths}
    folders = {path if path.is_dir() else path.parent for path in named}
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise UsageError(f"没有 {missing[0].as_posix()} 这个文件夹")
    seen = events(
        *sorted(folders),
        watch_filter=lambda _, path: _matters(Path(path), named, written),
        debounce=LONGEST,
        step=QUIET,
        rust_timeout=PATIENCE,
        yield_on_timeout=True,
        recursive=any(path.is_dir() for path in named),
    )
    next(seen)  # the watch begins before the first look, so that no change falls between
    yield named
    for changes in seen:
        yield {Path(path) for _, path in changes} or None


def _matters(path: Path, named: set[Path], written: set[Path]) -> bool:
    """Whether a change of ``path`` may change what is found: no lock, no draft, no output of ours."""
    if path.name in SETTINGS:
        return True
    if path.name.startswith(("~$", ".")) or path in written:
        return False
    return path in named or any(folder in named for folder in path.parents)


def _written(given: Mapping[str, Any]) -> set[Path]:
    files = [given["output"], *(report.partition("=")[2] for report in given["reports"])]
    return {Path(file).resolve() for file in files if file}
