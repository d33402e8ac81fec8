"""The file in which results are kept from one run to the next: the user's own, and never worth an error.

Whatever goes wrong with it (it is locked, broken, of another user, the disk is full) the run goes on without.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISDIR, S_ISREG
from typing import Any

VARIABLE = "HEGUI_CACHE_DIR"
NAME = "results-1.sqlite3"
MOST = 256 * 1024 * 1024
_BATCH = 128
_ASKED = 500  # keys in one question: SQLite takes at least 999
_PATIENCE = 0.2
_TABLE = "CREATE TABLE IF NOT EXISTS result (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, value BLOB NOT NULL)"
_OTHERS_WRITE, _OTHERS = 0o022, 0o077


def place() -> Path | None:
    """The folder of the store, whether it is there or not; None where only a relative path is given."""
    from platformdirs import user_cache_dir

    folder = Path(os.environ.get(VARIABLE) or user_cache_dir("hegui", appauthor=False))
    return folder if folder.is_absolute() and folder != Path.cwd() else None


class Store:
    """What is kept, by key; ``most`` bytes are kept at most, the oldest of them are dropped."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self._folder = folder
        self._most = most
        self._new: list[tuple[bytes, bytes]] = []
        self._open: sqlite3.Connection | None = None
        if folder and _private_folder(folder):
            self._open = self._connect(folder / NAME) or self._connect(folder / NAME)

    @property
    def usable(self) -> bool:
        """Whether anything can be kept."""
        return self._open is not None

    def known(self, keys: Sequence[bytes]) -> set[bytes]:
        """Those of ``keys`` for which something is kept."""
        found: set[bytes] = set()
        for at in range(0, len(keys), _ASKED):
            some = keys[at : at + _ASKED]
            marks = ",".join("?" * len(some))
            found.update(key for (key,) in self._ask(f"SELECT key FROM result WHERE key IN ({marks})", some))  # noqa: S608 - marks only
        return found

    def get(self, key: bytes) -> bytes | None:
        """What is kept for ``key``."""
        for (value,) in self._ask("SELECT value FROM result WHERE key = ?", (key,)):
            return value if isinstance(value, bytes) else None
        return None

    def put(self, key: bytes, value: bytes) -> None:
        """Keep ``value`` for ``key``, with the next batch."""
        if self._open:
            self._new.append((key, value))
            if len(self._new) >= _BATCH:
                self._write()

    def close(self) -> None:
        """Write what is still to be written, and let go of the file."""
        if self._new:
            self._write()
        self._leave()

    def _ask(self, question: str, values: Sequence[bytes] = ()) -> Iterable[tuple[Any, ...]]:
        try:
            return self._open.execute(question, values).fetchall() if self._open else ()
        except sqlite3.Error as error:
            self._fail(error)
            return ()

    def _write(self) -> None:
        new, self._new = self._new, []
        if self._open is None:
            return
        try:
            with self._open:
                self._open.execute("BEGIN IMMEDIATE")
                self._open.executemany("INSERT OR REPLACE INTO result (key, value) VALUES (?, ?)", new)
                if self._size(self._open) > self._most:
                    self._drop(self._open)
        except sqlite3.Error as error:
            self._fail(error)

    def _size(self, connection: sqlite3.Connection) -> int:
        pages, free, each = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * each)

    def _drop(self, connection: sqlite3.Connection) -> None:
        connection.execute(
            "DELETE FROM result WHERE id IN (SELECT id FROM result ORDER BY id LIMIT (SELECT COUNT(*) / 4 FROM result))"
        )

    def _connect(self, file: Path) -> sqlite3.Connection | None:
        """The file opened; one that is no database is removed, so that the next try makes a new one."""
        if not _private_file(file):
            return None
        try:
            self._open = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
            self._open.execute("PRAGMA synchronous = NORMAL")
            self._open.execute(_TABLE)
        except sqlite3.Error as error:
            self._fail(error)
        return self._open

    def _fail(self, error: sqlite3.Error) -> None:
        """Do without from now on; the file goes too when it is broken, and not only busy or out of room."""
        self._leave()
        self._new.clear()
        if type(error) is sqlite3.DatabaseError and self._folder:
            remove(self._folder)

    def _leave(self) -> None:
        if self._open:
            with suppress(sqlite3.Error):
                self._open.close()
        self._open = None


def remove(folder: Path) -> int:
    """Remove the store in ``folder``; how many bytes it had. Raises OSError when a file cannot be removed."""
    size = 0
    for file in (folder / NAME, folder / f"{NAME}-journal"):
        with suppress(FileNotFoundError):
            size += file.lstat().st_size
            file.unlink()
    return size


def size(folder: Path) -> int:
    """The bytes of the store in ``folder``."""
    try:
        return (folder / NAME).lstat().st_size
    except OSError:
        return 0


def _private_folder(folder: Path) -> bool:
    """Whether ``folder`` is the user's own, and nobody else's to write in; made if it is not there."""
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return False
    return S_ISDIR(state.st_mode) and _mine(state) and not _loose(state, _OTHERS_WRITE)


def _private_file(file: Path) -> bool:
    """Whether ``file`` is the user's own and nobody else's to read; made if it is not there."""
    try:
        opened = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return False
    try:
        state = os.fstat(opened)
    finally:
        os.close(opened)
    return S_ISREG(state.st_mode) and state.st_nlink == 1 and _mine(state) and not _loose(state, _OTHERS)


def _mine(state: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or state.st_uid == os.getuid()


def _loose(state: os.stat_result, bits: int) -> bool:
    """Whether others have one of these rights; where rights are not told by bits, they are those of the folder."""
    return os.name != "nt" and bool(S_IMODE(state.st_mode) & bits)
