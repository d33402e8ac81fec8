"""Finding the settings: the nearest file upward, ``hegui.toml`` or ``[tool.hegui]`` of ``pyproject.toml``."""

from __future__ import annotations

from stat import S_ISREG
from typing import Any

from hegui.engine.errors import SettingsError
from hegui.engine.settings import Settings
from hegui.text import paths

NONE = Settings()


class Finder:
    """Looks up settings, each folder once; ``idle`` ones find none."""

    def __init__(self, *, idle: bool = False) -> None:
        self.idle = idle
        self._found: dict[str, Settings] = {}
        self._near: dict[str, Settings] = {}

    def near(self, path: str) -> Settings:
        """The settings that hold for the file at ``path``; raises SettingsError."""
        folder = paths.parent(path)
        if folder not in self._near:
            self._near[folder] = self.settings(paths.absolute(folder))
        return self._near[folder]

    def settings(self, folder: str) -> Settings:
        """The settings that hold in ``folder`` (absolute): its own, or those of the nearest folder above.

        The search stops at the first file with settings, and at the top of a git repository.
        Raises SettingsError.
        """
        if self.idle:
            return NONE
        if folder not in self._found:
            self._found[folder] = self._look(folder)
        return self._found[folder]

    def _look(self, folder: str) -> Settings:
        found = _own(folder)
        if found is not None:
            return found
        above = paths.parent(folder)
        if above == folder or paths.mode(paths.child(folder, ".git")):
            return NONE
        return self.settings(above)


def _own(folder: str) -> Settings | None:
    file = paths.child(folder, "hegui.toml")
    table = _table(file)
    if table is None:
        file = paths.child(folder, "pyproject.toml")
        tool = (_table(file, b"tool.hegui") or {}).get("tool")
        table = tool.get("hegui") if isinstance(tool, dict) else None
    if table is None:
        return None
    from hegui.engine.settings_file import parse

    return parse(table, _shown(file), folder)


def _table(file: str, marker: bytes = b"") -> dict[str, Any] | None:
    """The TOML in ``file``, or None when there is no such file or ``marker`` is not in it."""
    if not S_ISREG(paths.mode(file)):
        return None
    try:
        data = paths.content(file)
    except OSError as error:
        raise SettingsError(f"{_shown(file)}：无法读取（{error.strerror}）") from None
    if marker not in data:
        return None
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingsError(f"{_shown(file)}：不是 UTF-8 编码") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{_shown(file)}：不是合格的 TOML（{error}）") from None
    except RecursionError:
        raise SettingsError(f"{_shown(file)}：嵌套过深") from None


def _shown(file: str) -> str:
    return paths.shown(paths.below(file, paths.absolute(".")))
