"""Many files at once: processes that start once and take files in batches."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context

from hegui.engine import garbage
from hegui.engine.session import Checked, Request, Session, unread
from hegui.finding import Broken
from hegui.text.values import NamedTuple

BATCH = 16
AHEAD = 3  # batches a process has waiting, so that none idles and few results wait for their turn
_session: list[Session] = []


class Done(NamedTuple):
    """What a process made of one batch, and the plugins that broke in it so far."""

    checked: tuple[Checked, ...]
    broken: tuple[Broken, ...]


class Pool:
    """``jobs`` processes, each with a session of its own made from ``request``; ``broken`` grows as they tell."""

    def __init__(self, request: Request, jobs: int) -> None:
        self._request = request._replace(stdin=b"", jobs=1)
        self._jobs = jobs
        self.broken: list[Broken] = []

    def check(self, paths: Sequence[str]) -> Iterator[Checked]:
        """What is found in each file, in the order of ``paths``; raises what a session raises.

        A file whose process dies is told of as unreadable, and the rest goes on in new processes.
        """
        size = max(1, min(BATCH, len(paths) // (self._jobs * AHEAD)))
        waiting = deque(tuple(paths[at : at + size]) for at in range(0, len(paths), size))
        while waiting:
            try:
                yield from self._together(waiting)
            except BrokenProcessPool:
                for path in waiting.popleft():
                    yield from self._alone(path)

    def _together(self, waiting: deque[tuple[str, ...]]) -> Iterator[Checked]:
        """The batches in ``waiting``, each taken from it when its results are there."""
        with self._processes(self._jobs) as processes:
            running: deque[Future[Done]] = deque()
            while waiting:
                while len(running) < min(len(waiting), self._jobs * AHEAD):
                    running.append(processes.submit(_check, waiting[len(running)]))
                checked = self._take(running.popleft())
                waiting.popleft()
                yield from checked

    def _alone(self, path: str) -> Iterator[Checked]:
        try:
            with self._processes(1) as processes:
                yield from self._take(processes.submit(_check, (path,)))
        except BrokenProcessPool:
            yield Checked(unread(path, "处理这个文件的进程意外结束，未能检查"))

    def _take(self, future: Future[Done]) -> tuple[Checked, ...]:
        done = future.result()
        self.broken += [broken for broken in done.broken if broken not in self.broken]
        return done.checked

    @contextmanager
    def _processes(self, number: int) -> Iterator[ProcessPoolExecutor]:
        processes = ProcessPoolExecutor(number, get_context("spawn"), _begin, (self._request,))
        try:
            yield processes
        except (KeyboardInterrupt, GeneratorExit):
            for process in active_children():
                process.terminate()
            raise
        finally:
            # an exit while they are still being told to stop loses that word, and then waits for them for ever
            processes.shutdown(wait=True, cancel_futures=True)


def processors() -> int:
    """How many processes can run at once; 1 where a program cannot start itself again."""
    if getattr(sys, "frozen", False):
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(request: Request) -> None:
    """What a process does first; to be interrupted is its parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _session.append(Session(request))
    garbage.seldom()


def _check(paths: Sequence[str]) -> Done:
    session = _session[0]
    return Done(tuple(map(session.check_file, paths)), tuple(session.plugins.broken))
