"""What a settings file says, as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hegui.document.limits import Limits
from hegui.engine.errors import SettingsError, nearest
from hegui.engine.select import Choice
from hegui.report.kind import Kind
from hegui.text.values import NamedTuple
from hegui.text.words import SMALL


class FileRow(NamedTuple):
    """A row of ``[[files]]``: what holds for the files whose path fits ``path``."""

    path: str
    kind: str | None
    choice: Choice


class IgnoreRow(NamedTuple):
    """A row of ``[[ignore]]``: findings of ``code`` set aside in the files that fit ``path``."""

    path: str
    code: str
    reason: str


class Settings(NamedTuple):
    """One settings file, checked; ``place`` is its path, empty when there is none.

    ``kinds`` maps the name of a kind to what it overrides. ``names``, ``profile`` and ``terms``
    are handed on as they stand. ``dictionary`` is the one that words are cut by.
    """

    place: str = ""
    folder: str = ""
    choice: Choice = Choice()
    kind: str | None = None
    files: tuple[FileRow, ...] = ()
    ignores: tuple[IgnoreRow, ...] = ()
    kinds: Mapping[str, Mapping[str, Any]] = {}
    names: Mapping[str, tuple[str, ...]] = {}
    profile: Mapping[str, str] = {}
    terms: tuple[Mapping[str, str], ...] = ()
    fail_on: str | None = None
    max_warnings: int | None = None
    baseline: str | None = None
    format: str | None = None
    jobs: int | None = None
    limits: Limits = Limits()
    dictionary: str = SMALL


def apply_kinds(settings: Settings, kinds: Iterable[Kind]) -> tuple[Kind, ...]:
    """``kinds`` with the overrides of ``settings``; raises SettingsError for one that is not there."""
    known = {kind.name: kind for kind in kinds}
    for name, table in settings.kinds.items():
        if name not in known:
            raise SettingsError(f"{settings.place}：kinds.{name} 没有这种报告{nearest(name, known)}")
        known[name] = known[name]._replace(deadlines=_merged(known[name].deadlines, table["deadlines"]))
    return tuple(known.values())


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(old)
    for key, value in new.items():
        merged[key] = _merged(old.get(key, {}), value) if isinstance(value, dict) else value
    return merged
