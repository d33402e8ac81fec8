"""Programs of the machine: found on the path, never in the folder that is worked in."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def program(name: str, places: Iterable[str] = ()) -> str | None:
    """A program by its full name, on the path or at one of ``places``; never one that lies in the working folder.

    A folder of documents is a stranger's, and could bring a program of that name along.
    """
    here = Path.cwd()
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and folder != here:
            for file in (folder / name, folder / f"{name}.exe"):
                if _runs(file):
                    return str(file)
    return next((place for place in places if _runs(Path(place))), None)


def _runs(file: Path) -> bool:
    return file.is_file() and os.access(file, os.X_OK)
