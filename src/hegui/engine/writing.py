"""Files that are written whole or not at all: a draft beside the place, which then takes the place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_IWUSR
from typing import BinaryIO

from hegui.finding import fingerprint

_PREFIX, _SUFFIX = ".hegui-", ".tmp"


class Unwritten(OSError):
    """A file that was left as it was; the message, in Chinese, says why."""


class Draft:
    """A file on its way: what is written goes to ``.hegui-*.tmp`` beside ``path`` until it is kept.

    One draft a path, and a new one takes away what killed runs left in its folder. A link is followed; a device
    or a pipe is written to as it is. ``before`` is what was read there: when it is something else by now, nothing
    is written. Raises Unwritten, and OSError where the system refuses, as do its methods.
    """

    def __init__(self, path: Path, before: bytes | None = None) -> None:
        self.target = path.resolve()
        self._before = before
        self._straight = self.target.exists() and not self.target.is_file()
        self._draft = self.target.with_name(f"{_PREFIX}{fingerprint('draft', self.target.name)}{_SUFFIX}")
        self._stream: BinaryIO = self.target.open("wb") if self._straight else self._begin()

    def _begin(self) -> BinaryIO:
        clear(self.target.parent)
        try:
            stream = self._draft.open("xb")
        except FileExistsError:
            raise Unwritten("另一个 hegui 正在写这个文件，请再运行一次") from None
        _claim(stream)
        return stream

    def write(self, data: bytes) -> None:
        """More of the file; after an error the draft is gone."""
        try:
            self._stream.write(data)
        except BaseException:
            self.drop()
            raise

    def keep(self) -> None:
        """Put the whole file in its place, with the permissions of the one that stood there."""
        try:
            self._stream.flush()
            if not self._straight:
                os.fsync(self._stream.fileno())
            self._stream.close()
            if not self._straight:
                self._take_place()
        except BaseException:
            self.drop()
            raise

    def _take_place(self) -> None:
        if self.target.exists():
            _dress(self._draft, self.target)
        if self._before is not None and self.target.read_bytes() != self._before:
            raise Unwritten("读取之后文件又被改动，没有写入，请再运行一次")
        self._draft.replace(self.target)
        _settle(self.target.parent)

    def drop(self) -> None:
        """Leave the place as it was."""
        with suppress(OSError):
            self._stream.close()
        if not self._straight:
            with suppress(OSError):
                self._draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` whole or not at all; raises OSError, and Unwritten as replace does."""
    target = path.resolve()
    if target.is_file():
        _refuse_if_in_use(target)
    _write(Draft(target), data)


def replace(path: Path, data: bytes, before: bytes, *, backup: bool = False) -> None:
    """Put ``data`` in the place of ``before``, which was read at ``path``; ``backup`` keeps it as ``.bak``.

    A file that is something else by now, is read-only, or is open in an office program is left alone: raises
    Unwritten, and OSError where the system refuses.
    """
    target = path.resolve()
    _refuse_if_in_use(target)
    if backup:
        write_whole(target.with_name(f"{target.name}.bak"), before)
    _write(Draft(target, before), data)


def _write(draft: Draft, data: bytes) -> None:
    draft.write(data)
    draft.keep()


def clear(folder: Path) -> None:
    """Remove the drafts that killed runs left in ``folder``; those still being written stay."""
    for draft in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):  # Windows removes no open file
            with draft.open("rb") as stream:
                left = _claim(stream)
            if left:
                draft.unlink()


def reason(error: OSError) -> str:
    """Why a file could not be written, in Chinese."""
    if isinstance(error, Unwritten):
        return str(error)
    if isinstance(error, PermissionError):
        return "没有写入的权限，或文件正被别的程序占用"
    if isinstance(error, FileNotFoundError):
        return "没有这个文件夹"
    return error.strerror or str(error)


def unwritable(path: Path, error: OSError) -> str:
    """That ``path`` could not be written and why, in one Chinese line."""
    return f"无法写入 {path.as_posix()}（{reason(error)}）"


def _refuse_if_in_use(target: Path) -> None:
    if not target.stat().st_mode & S_IWUSR:
        raise Unwritten("文件是只读的，没有修改")
    name = target.name
    # Word puts ~$ in the place of the first letters of longer names, LibreOffice has its own sign.
    for lock in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"):
        if target.with_name(lock).exists():
            raise Unwritten("文件正在 Word、WPS 或 LibreOffice 中打开，请关闭后再运行")


def _dress(draft: Path, target: Path) -> None:
    """Give the draft the permissions of the file whose place it takes, and its owner where that is allowed."""
    known = target.stat()
    with suppress(OSError, AttributeError):  # Windows has no owners of this kind
        os.chown(draft, known.st_uid, known.st_gid)
    draft.chmod(S_IMODE(known.st_mode))


def _claim(stream: BinaryIO) -> bool:
    """Hold an open draft, so that no other run takes it for a leftover; False when another run holds it."""
    try:
        import fcntl
    except ImportError:
        return True  # Windows: no other program removes an open file
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _settle(folder: Path) -> None:
    """Make a rename last through a power cut, where the system lets a folder be flushed."""
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
