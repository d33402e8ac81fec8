"""A bar for runs that take long, on a terminal only."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

PATIENCE = 1.0


class Progress:
    """Shows how many files are done once a run has taken a second; gone when the run is over."""

    def __init__(self) -> None:
        self._begun = monotonic()
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, done: int, total: int) -> None:
        """``done`` of ``total`` files are checked."""
        if self._bar is None and (not sys.stderr.isatty() or monotonic() - self._begun < PATIENCE):
            return
        if self._bar is None or self._task is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (TextColumn("检查中"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("", total=total)
            self._bar.start()
        rate = done / max(monotonic() - self._begun, 0.001)
        left = f"每秒 {rate:.0f} 个，还要 {(total - done) / rate:.0f} 秒" if done else ""
        self._bar.update(self._task, completed=done, description=left)
