"""Which files are to be read: paths that are named always, folders as far as a loader knows the format."""

from __future__ import annotations

import os
from collections.abc import Collection, Container, Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from hegui.document.limits import check_size, current
from hegui.finding import Skipped
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

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


def walk(paths: Iterable[str], suffixes: Collection[str]) -> Walk:
    """The files to read below ``paths``, no file twice.

    Paths come with forward slashes, and below the working folder as from there.
    """
    here = Path.cwd()
    files: dict[str, str] = {}
    skipped: dict[str, Skipped] = {}
    unfit: dict[str, Unfit] = {}
    for named in dict.fromkeys(paths):
        path = _from(here, Path(named))
        mode = _mode(path)
        if isinstance(mode, int) and S_ISDIR(mode):
            for file in _below(path, unfit):
                if file.suffix.lower() in suffixes:
                    files.setdefault(_identity(file), file.as_posix())
                elif file.suffix.lower() in _UNREAD:
                    skipped[_identity(file)] = Skipped(file.as_posix(), _unread(file.suffix))
        elif reason := _unfit(path, mode, suffixes):
            unfit[path.as_posix()] = Unfit(path.as_posix(), reason)
        else:
            files[_identity(path)] = path.as_posix()
    return Walk(tuple(sorted(files.values())), tuple(sorted(skipped.values())), tuple(sorted(unfit.values())))


def read(path: str) -> bytes | Unfit:
    """The bytes of a file, or why they cannot be had; the limits of the file hold."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(current().size + 1)
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
    return f"无法读取（{getattr(error, 'strerror', None) or error}）"


def _unread(suffix: str) -> str:
    known = suffix.lower()
    return f"还不能读 {known}（{_UNREAD[known]}），请{_SAVE_AS.get(known, '另存为 .txt 或 .md')}"


def _mode(path: Path) -> int | str:
    """What kind of thing stands at ``path``, or why that cannot be told."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "没有这个文件或文件夹"
    except (OSError, ValueError) as error:
        return _why(error)


def _unfit(path: Path, mode: int | str, suffixes: Collection[str]) -> str | None:
    if isinstance(mode, str):
        return mode
    if not S_ISREG(mode):
        return "不是普通文件"
    return None if path.suffix.lower() in suffixes else unknown_suffix(path.suffix, suffixes)


def _from(here: Path, path: Path) -> Path:
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _identity(path: Path) -> str:
    try:
        return os.path.normcase(path.resolve())
    except (OSError, RuntimeError):
        return os.path.normcase(path.absolute())


def _below(folder: Path, unfit: dict[str, Unfit]) -> Iterator[Path]:
    """The files below a folder that are neither hidden nor the lock of an open document, links to files included."""
    for file in _git_files(folder) or _all_files(folder, unfit):
        hidden = any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
        mode = 0 if hidden else _mode(file)
        if isinstance(mode, int) and S_ISREG(mode):
            yield file


def _all_files(folder: Path, unfit: dict[str, Unfit]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        path = Path(error.filename).as_posix()
        unfit[path] = Unfit(path, _why(error))

    for base, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(base, name)


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
