"""Asks the process that reads PDF files: started once, started anew after a crash, ended with this one."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Timer

from hegui.document import limits, pdf_child
from hegui.text.source import Unreadable

_BASE = 256 * limits.MEGABYTE
_LONGEST_ANSWER = 1024 * limits.MEGABYTE
_TELLING = {
    b"password": "PDF 设有打开密码，请去掉密码后再检查",
    b"broken": "PDF 已损坏，无法读取",
}
_lock = Lock()


class _Child:
    """One such process; it may take ``memory`` bytes and belongs to the process ``owner``."""

    def __init__(self, memory: int) -> None:
        self.memory = memory
        self.owner = os.getpid()
        self.late = False
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

    def ask(self, request: bytes, seconds: float) -> bytes | None:
        """The answer to ``request``; None when it died or, then it is ``late``, did not answer in time."""
        timer = Timer(seconds, self._too_late)
        timer.daemon = True
        timer.start()
        try:
            return self._exchange(request)
        except (OSError, ValueError):
            return None
        finally:
            timer.cancel()

    def _exchange(self, request: bytes) -> bytes | None:
        sent, received = self._process.stdin, self._process.stdout
        if sent is None or received is None:
            return None
        sent.write(request)
        sent.flush()
        size = int(received.readline(20))
        told = received.read(size) if 0 <= size <= _LONGEST_ANSWER else b""
        return told if told and len(told) == size else None

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
    """The lines that the process tells of the PDF ``data``, its ``ok`` left out; raises Unreadable."""
    bounds = limits.current()
    with _lock:
        told = _answer(data, bounds)
    if told in _TELLING:
        raise Unreadable(_TELLING[told])
    if told == b"pages":
        raise limits.over("页数", "pages")
    if told == b"text":
        raise limits.over("文字", "text")
    return told.decode("utf-8", "replace").split("\n")[1:]


def _answer(data: bytes, bounds: limits.Limits) -> bytes:
    if _alone():
        return pdf_child.answer(data, bounds.pages, bounds.text)
    child = _child(_BASE + bounds.size + bounds.unpacked)
    told = child.ask(b"%d %d %d\n%b" % (len(data), bounds.pages, bounds.text, data), bounds.seconds)
    if told is None:
        end()
        if child.late:
            raise limits.over("读取时间", "seconds")
        raise Unreadable(f"读取 PDF 时中断：文件已损坏，或解开后{_memory()}")
    return told


def _memory() -> str:
    return str(limits.over("", "unpacked"))


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
