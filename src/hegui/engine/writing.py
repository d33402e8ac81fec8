"""Files written whole or not at all, whatever stops the program on the way."""

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


def write_whole(path: Path, data: bytes, *, before: bytes | None = None, backup: bool = False) -> None:
    """Write ``data`` to ``path``: beside it first, flushed, then put in its place; permissions are kept.

    ``before`` is what was read there: a file that is something else by now, is read-only, or is open in an
    office program is left alone. ``backup`` keeps it as ``.bak``. Raises Unwritten, and OSError where the system
    refuses.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe, which nothing can be put in the place of
        return
    if not target.parent.is_dir():
        raise Unwritten("要写入的文件夹不存在")
    if before is not None:
        _refuse_if_in_use(target)
        if backup:
            write_whole(target.with_name(f"{target.name}.bak"), before)
    draft = target.with_name(f"{_PREFIX}{fingerprint(target.name)}{_SUFFIX}")
    clear(target.parent)
    try:
        with draft.open("xb") as stream:
            _claim(stream)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            _dress(draft, target)
        if before is not None:
            _refuse_if_changed(target, before)
        draft.replace(target)
    except (FileExistsError, FileNotFoundError):  # the draft's name is taken, or taken away
        raise Unwritten("另一个 hegui 正在写这里的文件，请再运行一次") from None
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _settle(target.parent)


def clear(folder: Path) -> None:
    """Remove the drafts that a killed run left in ``folder``; those still being written stay."""
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
        return "没有写入的权限，或文件正被占用"
    return f"无法写入（{error.strerror or error}）"


def _refuse_if_in_use(target: Path) -> None:
    if not target.stat().st_mode & S_IWUSR:
        raise Unwritten("文件是只读的，没有修改")
    name = target.name
    # Word puts ~$ in the place of the first letters of longer names, LibreOffice has its own sign.
    for lock in (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#"):
        if target.with_name(lock).exists():
            raise Unwritten("文件正在 Word、WPS 或 LibreOffice 中打开，请关闭后再运行")


def _refuse_if_changed(target: Path, before: bytes) -> None:
    if target.read_bytes() != before:
        raise Unwritten("读取之后文件又被改动，没有写入，请再运行一次")


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
