"""Which files are to be read: paths that are named always, folders as far as a loader knows the format."""

from __future__ import annotations

import os
from collections.abc import Collection, Container, Iterable, Iterator
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from hegui.document.limits import check_size, current
from hegui.finding import Skipped
from hegui.text import paths
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

STDIN = "-"
_UNREAD = {
    ".mht": "单一文件网页",
    ".mhtml": "单一文件网页",
}
_SAVE_AS = {".mht": "在浏览器里另存为“网页，仅 HTML”", ".mhtml": "在浏览器里另存为“网页，仅 HTML”"}


class Unfit(NamedTuple):
    """A path that was named and cannot be read, and why."""

    path: str
    reason: str


class Walk(NamedTuple):
    """What was found below the paths that were named, each sorted by path."""

    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    unfit: tuple[Unfit, ...]

    def among(self, wanted: Container[str]) -> Walk:
        """Only what is ``wanted``; a path that was named and cannot be read is told of all the same."""
        files = tuple(file for file in self.files if file in wanted)
        return Walk(files, tuple(skip for skip in self.skipped if skip.path in wanted), self.unfit)


def walk(named: Iterable[str], suffixes: Collection[str]) -> Walk:
    """The files to read below the paths that are ``named``, no file twice.

    Paths come with forward slashes, and below the working folder as from there.
    """
    here = paths.absolute(".")
    files: dict[str, str] = {}
    skipped: dict[str, Skipped] = {}
    unfit: dict[str, Unfit] = {}
    for given in dict.fromkeys(named):
        path = paths.below(paths.plain(given), here)
        mode = _mode(path)
        if isinstance(mode, int) and S_ISDIR(mode):
            for file in _below(path, unfit):
                suffix = paths.suffix(file)
                if suffix in suffixes:
                    files.setdefault(_identity(file), paths.shown(file))
                elif suffix in _UNREAD:
                    skipped[_identity(file)] = Skipped(paths.shown(file), _unread(suffix))
        elif reason := _unfit(path, mode, suffixes):
            unfit[paths.shown(path)] = Unfit(paths.shown(path), reason)
        else:
            files[_identity(path)] = paths.shown(path)
    return Walk(tuple(sorted(files.values())), tuple(sorted(skipped.values())), tuple(sorted(unfit.values())))


def read(path: str) -> bytes | Unfit:
    """The bytes of a file, or why they cannot be had; the limits of the file hold."""
    try:
        data = paths.content(path, current().size + 1)
        check_size(len(data))
    except Unreadable as error:
        return Unfit(path, str(error))
    except (OSError, ValueError) as error:
        return Unfit(path, _why(error))
    return data


def unknown_suffix(suffix: str, suffixes: Collection[str]) -> str:
    """Why a file with this suffix, though named, is not read."""
    if suffix.lower() in _UNREAD:
        return _unread(suffix)
    what = f"不认识 {suffix} 格式" if suffix else "文件名没有后缀，不知道是什么格式"
    return f"{what}，可读的有 {' '.join(sorted(suffixes))}"


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "没有读取的权限，或文件正被占用"
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "没有这个文件或文件夹"
    return f"无法读取（{getattr(error, 'strerror', None) or error}）"


def _unread(suffix: str) -> str:
    known = suffix.lower()
    return f"还不能读 {known}（{_UNREAD[known]}），请{_SAVE_AS.get(known, '另存为 .txt 或 .md')}"


def _mode(path: str) -> int | str:
    """What kind of thing stands at ``path``, or why that cannot be told."""
    try:
        return os.stat(path).st_mode  # noqa: PTH116 - pathlib is not imported for one file
    except (OSError, ValueError) as error:
        return _why(error)


def _unfit(path: str, mode: int | str, suffixes: Collection[str]) -> str | None:
    if isinstance(mode, str):
        return mode
    if not S_ISREG(mode):
        return "不是普通文件"
    suffix = paths.suffix(path)
    return None if suffix in suffixes else unknown_suffix(suffix, suffixes)


def _identity(path: str) -> str:
    try:
        return paths.real(path)
    except OSError:
        return os.path.normcase(paths.absolute(path))


def _below(named: str, unfit: dict[str, Unfit]) -> Iterator[str]:
    """The files below a folder that are neither hidden nor the lock of an open document, links to files included."""
    from pathlib import Path

    folder = Path(named)
    for file in _git_files(folder) or _all_files(folder, unfit):
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        mode = 0 if hidden else _mode(str(file))
        if isinstance(mode, int) and S_ISREG(mode):
            yield str(file)


def _all_files(folder: Path, unfit: dict[str, Unfit]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        path = paths.shown(error.filename)
        unfit[path] = Unfit(path, _why(error))

    for base, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield type(folder)(base, name)


def _git_files(folder: Path) -> list[Path] | None:
    """What git tracks or would track below ``folder``; None or nothing where git does not say."""
    here = folder.resolve()
    if not any((above / ".git").exists() for above in (here, *here.parents)):
        return None
    from hegui.document.programs import program

    if not program("git"):
        return None
    from hegui.engine.git import Refused, git

    try:
        listed = git(folder, "ls-files", "-coz", "--exclude-standard")
    except Refused:
        return None
    return [folder / os.fsdecode(name) for name in listed.split(b"\0") if name]
