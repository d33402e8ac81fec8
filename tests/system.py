"""Programs that no pip brings: found, or the test is skipped with the package that has them.

``.ci/run`` installs all of them and sets HEGUI_SYSTEM, so that nothing is skipped there.
"""

from __future__ import annotations

import os
from pathlib import Path
from shutil import which

import pytest

ROOT = Path(__file__).resolve().parents[1]
CALLED_FOR = "HEGUI_SYSTEM"


def program(name: str, package: str) -> str:
    """The full name of a program of a Debian package."""
    return which(name) or _absent(name, f"apt-get install {package}")


def node(file: str, package: str) -> Path:
    """A file of an npm package, such as the program it carries."""
    for folder in (ROOT / "node_modules", *map(Path, filter(None, [os.environ.get("NODE_PATH")]))):
        if (folder / package / file).is_file():
            return folder / package / file
    return Path(_absent(f"{package}/{file}", f"npm install --no-save {package}"))


def _absent(what: str, remedy: str) -> str:
    told = f"{what} is not here; {remedy}"
    if os.environ.get(CALLED_FOR):
        pytest.fail(told)
    pytest.skip(told)
