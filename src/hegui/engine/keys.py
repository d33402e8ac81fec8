"""Prints of all that decides what is seen in a file, by which results are kept and found again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING

from hegui import __version__
from hegui.engine.discover import installed
from hegui.engine.settings import Settings
from hegui.text import paths

if TYPE_CHECKING:
    from hegui.engine.plugins import Plugins

_SOURCES = (".py", ".json", ".toml")
_DIGEST = 20


def program(plugins: Plugins) -> bytes:
    """A print of the program and everything installed that it may use."""
    return digest(
        (
            __version__,
            sys.version_info[:3],
            installed(),
            plugins.modules,
            sorted(plugins.loaders),
            [check.code for check in plugins.checks],
            list(_sources(plugins.modules)),
        )
    )


def relevant(settings: Settings) -> Settings:
    """``settings`` without what acts only on results, whatever keys are added to the rest."""
    bare = Settings()
    return settings._replace(
        **{name: getattr(bare, name) for name in ("place", "folder", "choice", "kind", "files", "ignores")},
        **{name: getattr(bare, name) for name in ("fail_on", "max_warnings", "baseline", "format", "jobs")},
    )


def digest(things: object) -> bytes:
    """A print of plain values."""
    return blake2b(repr(things).encode("utf-8", "backslashreplace"), digest_size=_DIGEST).digest()


def key(ground: bytes, data: bytes) -> bytes:
    """The key of a file of these bytes, when all else that decides is ``ground``."""
    return blake2b(data, digest_size=_DIGEST, key=ground).digest()


def _sources(modules: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of every file of the packages that ``modules`` are in, for a developer changes them."""
    for name in sorted({"hegui", *(module.partition(".")[0] for module in modules)}):
        package = sys.modules.get(name)
        folders = getattr(package, "__path__", None)
        if folders is None:
            yield from _stamped(filter(None, [getattr(package, "__file__", None)]))
        else:
            for folder in folders:
                for base, below, files in os.walk(folder):
                    below.sort()
                    yield from _stamped(paths.child(base, file) for file in sorted(files) if file.endswith(_SOURCES))


def _stamped(files: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for file in files:
        try:
            state = os.stat(file)  # noqa: PTH116 - there are hundreds, and their paths are text
        except OSError:
            continue
        yield paths.stem(file), state.st_mtime_ns, state.st_size
