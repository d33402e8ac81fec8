"""Files that are written whole or not at all: a draft beside the place, which then takes the place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from typing import BinaryIO

from hegui.finding import fingerprint


class Draft:
    """A file on its way: what is written goes to ``.hegui-*.tmp`` beside ``path`` until it is kept.

    One draft a path, so that the next run takes away what a killed one left. A link is followed; a device or
    a pipe is written to as it is. Raises OSError, as do its methods.
    """

    def __init__(self, path: Path) -> None:
        self.target = path.resolve()
        self._straight = self.target.exists() and not self.target.is_file()
        self._draft = self.target.with_name(f".hegui-{fingerprint('draft', self.target.name)}.tmp")
        self._stream: BinaryIO = self.target.open("wb") if self._straight else self._begin()

    def _begin(self) -> BinaryIO:
        self._draft.unlink(missing_ok=True)
        return self._draft.open("xb")

    def write(self, data: bytes) -> None:
        """More of the file; after an error the draft is gone."""
        try:
            self._stream.write(data)
        except OSError:
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
                if self.target.exists():
                    self._draft.chmod(S_IMODE(self.target.stat().st_mode))
                self._draft.replace(self.target)
        except OSError:
            self.drop()
            raise

    def drop(self) -> None:
        """Leave the place as it was."""
        with suppress(OSError):
            self._stream.close()
        if not self._straight:
            with suppress(OSError):
                self._draft.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` whole or not at all; raises OSError."""
    draft = Draft(path)
    draft.write(data)
    draft.keep()


def unwritable(path: Path, error: OSError) -> str:
    """Why ``path`` could not be written, in one Chinese line."""
    if isinstance(error, PermissionError):
        why = "没有写入的权限，或文件正被别的程序占用"
    elif isinstance(error, FileNotFoundError):
        why = "没有这个文件夹"
    else:
        why = error.strerror or str(error)
    return f"无法写入 {path.as_posix()}（{why}）"
