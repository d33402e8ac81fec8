"""What a reader calls things: bodies, places, ranks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from hegui.finding import FileResult, Location, Outcome

LEVELS = {
    "nation": "国家",
    "province": "省级",
    "city": "市级",
    "county": "县级",
    "town": "乡镇",
    "subdistrict": "街道",
    "department": "部门",
}


def body_name(file: FileResult) -> str:
    """Who reports: the issuers, those left out that another names in full; else the title; else the file."""
    full = [name for name in file.issuers if not any(name != other and name in other for other in file.issuers)]
    return "、".join(dict.fromkeys(full)) or file.title or PurePath(*PurePath(file.path).parts[-2:]).as_posix()


def place_name(location: Location) -> str:
    """Where it stands, for people: 第38行, 第2页第5段; empty when unknown."""
    if location.line is not None:
        return f"第{location.line}行"
    return str(location)


def shown_paths(outcome: Outcome) -> dict[str, str]:
    """Each path of the outcome as it may be shown."""
    paths = [file.path for file in outcome.files]
    paths += [file.path for file in outcome.skipped]
    return without_folders((*paths, *(crash.path for crash in outcome.crashes)))


def without_folders(paths: Iterable[str]) -> dict[str, str]:
    """Each path as it may be shown: an absolute one from the folder that all absolute ones have in common."""
    shown = {path: path for path in paths}
    absolute = [path for path in shown if PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute()]
    if absolute:
        folders = [path.split("/")[:-1] for path in absolute]
        common = next(
            (n for n, names in enumerate(zip(*folders, strict=False)) if len(set(names)) > 1), min(map(len, folders))
        )
        shown.update((path, "/".join(path.split("/")[common:])) for path in absolute)
    return shown
