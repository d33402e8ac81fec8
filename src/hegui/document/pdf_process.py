"""Asks the process that reads PDF files: started once, started anew after a crash, ended with this one."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer
from time import monotonic

from hegui.document import limits, pdf_child
from hegui.text.source import Unreadable

_BASE = 160 * limits.MEGABYTE
_START_SECONDS = 30
_PART = 5
_TELLING = {
    "password": "PDF 设有打开密码，请去掉密码后再检查",
    "broken": "PDF 已损坏，无法读取",
}
_OVER = {"pages": "页数", "text": "文字"}
_lock = Lock()


class _Ended(Exception):
    """The process ended before its answer was whole."""


class _Child:
    """One such process; it may take ``memory`` bytes and belongs to the process ``owner``."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.owner = os.getpid()
        self.ready = self.late = False
        # -I and -S: neither the working folder nor the environment says what it imports.
        command = [sys.executable, "-I", "-S", pdf_child.__file__, _library(), str(memory)]
        self._process = subprocess.Popen(  # noqa: S603 - this same Python
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def alive(self) -> bool:
        """Whether it can be asked, and by this process."""
        return self.owner == os.getpid() and self._process.poll() is None

    def ask(self, request: bytes, seconds: float) -> Iterator[bytes]:
        """The pieces of the answer to ``request``; raises _Ended, then ``late`` when nothing came for ``seconds``."""
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None:
            raise _Ended
        with self._patience(_START_SECONDS):
            self.ready = self.ready or received.readline(20) == b"ready\n"
        if not self.ready:
            raise _Ended
        size = 1
        while size:
            with self._patience(seconds):
                if request:
                    sent.write(request)
                    sent.flush()
                    request = b""
                size = int(received.readline(20))
                told = received.read(size)
                if len(told) < size:
                    raise EOFError
            if size:
                yield told

    @contextmanager
    def _patience(self, seconds: float) -> Iterator[None]:
        timer = Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, ValueError, EOFError):
            raise _Ended from None
        finally:
            timer.cancel()

    def _too_late(self) -> None:
        self.late = True
        self._process.kill()

    def end(self) -> None:
        """Let it go."""
        if self.owner != os.getpid():
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was not sent yet
                    continue


_children: list[_Child] = []


def ask(data: bytes) -> list[str]:
    """The lines that tell of the pages of the PDF ``data``; raises Unreadable."""
    bounds = limits.current()
    with _lock:
        try:
            lines = _lines(data, bounds)
        except BaseException:  # what it would still say must not be taken for the next answer
            end()
            raise
    if lines and lines[-1] in _TELLING:
        raise Unreadable(_TELLING[lines[-1]])
    if lines and lines[-1] in _OVER:
        raise limits.over(_OVER[lines[-1]], lines[-1])
    return lines


def _lines(data: bytes, bounds: limits.Limits) -> list[str]:
    latest = monotonic() + bounds.seconds
    lines: list[str] = []
    for piece in _pieces(data, bounds):
        lines += piece.split("\n")
        if monotonic() > latest:
            raise limits.over("读取时间", "seconds")
    return lines


def _pieces(data: bytes, bounds: limits.Limits) -> Iterator[str]:
    if _alone():
        yield from pdf_child.answer(data, bounds.pages, bounds.text)
        return
    child = _child(_BASE + bounds.size + bounds.unpacked)
    patience = bounds.seconds / _PART
    try:
        for piece in child.ask(b"%d %d %d\n%b" % (len(data), bounds.pages, bounds.text, data), patience):
            yield piece.decode("utf-8", "replace")
    except _Ended:
        told = f"读取时中断，文件已损坏，或{limits.over('解开后', 'unpacked')}"
        if child.late:
            told = f"读一页超过 {patience:g} 秒，文件可能已损坏（设置项 limits.seconds 的 1/{_PART}）"
        raise Unreadable(told if child.ready else "无法启动读 PDF 的程序") from None


def _alone() -> bool:
    """Whether no process of its own can be had: a frozen program has no Python to run a script with."""
    return getattr(sys, "frozen", False) or not sys.executable or not Path(pdf_child.__file__).is_file()


def _child(memory: int) -> _Child:
    if _children and not (_children[0].alive and _children[0].memory == memory):
        end()
    if not _children:
        try:
            _children.append(_Child(memory))
        except OSError as error:
            raise Unreadable(f"无法启动读 PDF 的程序（{error.strerror}）") from None
    return _children[0]


@atexit.register
def end() -> None:
    """End the process, if there is one."""
    while _children:
        _children.pop().end()


def _library() -> str:
    """The folder that has pypdfium2; raises Unreadable."""
    spec = find_spec("pypdfium2_raw")
    if spec is None or spec.origin is None:
        raise Unreadable("读 PDF 需要 pypdfium2，请运行 pip install pypdfium2")
    return str(Path(spec.origin).parents[1])
