"""Paths as text, for what every start does with them: importing pathlib takes as long as reading a report."""

from __future__ import annotations

import os


def absolute(path: str) -> str:
    """``path`` from the root, without ``.`` and ``..``."""
    return os.path.abspath(path)


def real(path: str) -> str:
    """``path`` from the root with links followed, as one file is told from another; raises OSError."""
    return os.path.normcase(os.path.realpath(path))


def plain(path: str) -> str:
    """``path`` without doubled slashes and ``.``; what goes through ``..`` stays as it is, for a link may be there."""
    if ".." not in path:
        return os.path.normpath(path)
    from pathlib import Path

    return str(Path(path))


def parent(path: str) -> str:
    """The folder of ``path``; that of a root is itself."""
    return os.path.dirname(path)


def child(folder: str, name: str) -> str:
    """``name`` in ``folder``."""
    return os.path.join(folder, name)


def below(path: str, folder: str) -> str:
    """The absolute ``path`` as from the absolute ``folder``, or as it is when it lies elsewhere."""
    inside, base = os.path.normcase(path), os.path.normcase(os.path.join(folder, ""))
    if os.path.join(inside, "") == base:
        return "."
    return path[len(base) :] if inside.startswith(base) else path


def shown(path: str) -> str:
    """``path`` with forward slashes, as it is written in every output."""
    return path.replace(os.sep, "/")


def stem(path: str) -> str:
    """The name of a file without its last suffix."""
    return os.path.splitext(os.path.basename(path))[0]


def suffix(path: str) -> str:
    """The last suffix of a file's name, with its dot, in small letters; empty when there is none."""
    found = os.path.splitext(path)[1].lower()
    return "" if found == "." else found


def mode(path: str) -> int:
    """What kind of thing stands at ``path``, as ``stat`` tells it; 0 when nothing does or it cannot be told."""
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return 0


def content(path: str, most: int = -1) -> bytes:
    """The bytes of a file, at most so many; raises OSError, and ValueError for what is no path."""
    with open(path, "rb", buffering=0 if most < 0 else -1) as file:  # a whole file needs no buffer beside it
        return file.read(most)
