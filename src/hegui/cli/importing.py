"""A short way to our own modules and those of the libraries that every start imports.

Two hundred are imported for one report, and Python's general search takes longer for most than what they do.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib_external import MAGIC_NUMBER
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

_PLAIN = ("hegui", "click.", "pluggy.")  # of Python files only
_KNOWN = MAGIC_NUMBER + bytes(4)  # compiled by this Python, to be judged by the time and the size of the source
_HEAD = 16
_ROOM = 1 << 16  # bytes; few modules have more


def use() -> None:
    """Look for such modules here first; what is not found here, or not compiled, is left to Python's own search."""
    if not (sys.flags.optimize or sys.pycache_prefix):
        sys.meta_path.insert(0, _Finder())


class _Finder:
    """Finds modules in the one folder of their package, by a listing of it."""

    def __init__(self) -> None:
        self._listed: dict[str, frozenset[str]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where the module or package is, or None."""
        if not (path and name.startswith(_PLAIN) and len(path) == 1):
            return None
        folder, last, inner = path[0], name.rpartition(".")[2], None
        if last in self._names(folder):
            folder = inner = f"{folder}{os.sep}{last}"
            last = "__init__"
        if f"{last}.py" not in self._names(folder):
            return None
        loader = _Loader(name, f"{folder}{os.sep}{last}.py")
        spec = ModuleSpec(name, loader, origin=loader.path)
        spec.has_location = True
        spec.cached = loader.compiled = f"{folder}{os.sep}__pycache__{os.sep}{last}.{sys.implementation.cache_tag}.pyc"
        spec.submodule_search_locations = [inner] if inner else None
        return spec

    def _names(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = frozenset(os.listdir(folder))  # noqa: PTH208 - pathlib would cost what is saved
            except OSError:
                self._listed[folder] = frozenset()
        return self._listed[folder]


class _Loader(SourceFileLoader):
    """Reads the compiled file at once where it belongs to the source as it is now."""

    compiled = ""

    def get_code(self, fullname: str) -> CodeType | None:
        """What the module does."""
        try:
            now = os.stat(self.path)  # noqa: PTH116 - likewise
            file = os.open(self.compiled, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                data = os.read(file, _ROOM)
            finally:
                os.close(file)
        except OSError:
            return super().get_code(fullname)
        told = (int(now.st_mtime) & 0xFFFFFFFF).to_bytes(4, "little") + (now.st_size & 0xFFFFFFFF).to_bytes(4, "little")
        if data[:_HEAD] != _KNOWN + told or len(data) == _ROOM:
            return super().get_code(fullname)
        code: CodeType = marshal.loads(memoryview(data)[_HEAD:])  # noqa: S302 - as Python does
        return code
