"""Installed plugins, found by reading the small files that installers leave behind.

``importlib.metadata`` would tell the same and cost more than linting a report.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from hegui.text import paths
from hegui.text.values import NamedTuple

GROUP = "hegui"
_FOLDERS = (".dist-info", ".egg-info")


class EntryPoint(NamedTuple):
    """A plugin as its distribution announces it; ``target`` is ``package.module`` or ``package.module:object``."""

    name: str
    target: str
    distribution: str


def entry_points(folders: Iterable[str] | None = None) -> tuple[EntryPoint, ...]:
    """The entry points of the group ``hegui`` below ``folders`` (``sys.path``), sorted by name.

    The working folder is left out: a folder of documents could hold a ``dist-info`` of its own.
    Of a distribution that is found twice, the first one counts, as it does for imports.
    """
    seen: set[str] = set()
    found: list[EntryPoint] = []
    for folder in _outside(sys.path if folders is None else folders):
        here = {}
        for distribution, place in _distributions(folder):
            if distribution not in seen:
                here[distribution] = list(_parse(_read(place), distribution))
        seen.update(here)
        found += [point for points in here.values() for point in points]
    return tuple(sorted(found, key=lambda point: (point.name, point.distribution != GROUP, point.distribution)))


def installed() -> tuple[str, ...]:
    """Every distribution that could be imported from, by the name of its folder, which holds its version."""
    return tuple(place.rpartition("/")[2] for folder in _outside(sys.path) for _, place in _distributions(folder))


def _outside(folders: Iterable[str]) -> Iterator[str]:
    working = _resolved(".")
    for folder in dict.fromkeys(folders):
        if folder and _resolved(folder) != working:
            yield folder


def _resolved(folder: str) -> str:
    try:
        return paths.real(folder)
    except OSError:
        return folder


def _distributions(folder: str) -> list[tuple[str, str]]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(_FOLDERS))
    except OSError:
        return []
    return [(name.rpartition(".")[0].partition("-")[0].replace("_", "-"), f"{folder}/{name}") for name in names]


def _read(folder: str) -> str:
    try:
        data = paths.content(paths.child(folder, "entry_points.txt"))
    except OSError:
        return ""
    return data.decode("utf-8", "replace") if b"hegui" in data else ""


def _parse(text: str, distribution: str) -> Iterator[EntryPoint]:
    inside = False
    for line in map(str.strip, text.split("\n")):
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line and line[0] not in "#;":
            name, _, target = line.partition("=")
            yield EntryPoint(name.strip(), target.partition("[")[0].strip(), distribution)
