"""Reading a settings file: which keys there are, and what each value must look like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hegui.document.limits import Limits
from hegui.engine.errors import SettingsError, nearest
from hegui.engine.select import OFF, SEVERITIES, Choice
from hegui.engine.settings import FileRow, IgnoreRow, Settings
from hegui.text.words import DICTIONARIES, SMALL

FAIL_ON = (*SEVERITIES, "never")


class _Table:
    """A TOML table being read; every complaint names the file and the key."""

    def __init__(self, place: str, name: str, table: object) -> None:
        self.place = place
        self.name = name
        if not isinstance(table, dict):
            raise SettingsError(f"{place}：{name} 应是一张表")
        self.table: dict[str, Any] = table

    def fail(self, key: str, message: str) -> SettingsError:
        return SettingsError(f"{self.place}：{f'{self.name}.{key}' if self.name else key} {message}")

    def only(self, *known: str) -> None:
        for key in self.table:
            if key not in known:
                raise self.fail(key, f"不是 hegui 的设置项{nearest(key, known)}")

    def text(self, key: str, among: Iterable[str] = ()) -> str | None:
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.fail(key, "应是一段文字")
        return self._among(key, value, tuple(among))

    def needed(self, key: str) -> str:
        value = self.text(key)
        if value is None:
            raise self.fail(key, "不能缺少")
        return value

    def _among(self, key: str, value: str, among: tuple[str, ...]) -> str:
        if among and value not in among:
            raise self.fail(key, f"应是 {'、'.join(among)} 之一，不能是 {value}{nearest(value, among)}")
        return value

    def words(self, key: str) -> tuple[str, ...] | None:
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self.fail(key, '应是一列文字，例如 ["LDR", "FMT001"]')
        return tuple(value)

    def count(self, key: str) -> int | None:
        value = self.table.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            raise self.fail(key, "应是不小于 0 的整数")
        return value

    def inner(self, key: str) -> _Table:
        return _Table(self.place, f"{self.name}.{key}".lstrip("."), self.table.get(key, {}))

    def texts(self, key: str, among: Iterable[str] = ()) -> dict[str, str]:
        table = self.inner(key)
        among = tuple(among)
        return {name: table.text(name, among) or "" for name in table.table}

    def rows(self, key: str) -> list[_Table]:
        value = self.table.get(key, [])
        if not isinstance(value, list):
            raise self.fail(key, f"应写成 [[{key}]]")
        return [_Table(self.place, f"{key}[{number}]", row) for number, row in enumerate(value, 1)]


def parse(table: object, place: str, folder: str) -> Settings:
    """The settings in ``table``, read from the file ``place`` in ``folder``; raises SettingsError."""
    top = _Table(place, "", table)
    top.only(*_KEYS)
    codes, rows = _ignore(top)
    return Settings(
        place=place,
        folder=folder,
        choice=_choice(top)._replace(ignore=codes),
        kind=top.text("kind"),
        files=tuple(map(_file_row, top.rows("files"))),
        ignores=tuple(map(_ignore_row, rows)),
        kinds=_kinds(top),
        names=_names(top),
        profile=_profile(top),
        terms=tuple(map(_term, top.rows("terms"))),
        fail_on=top.text("fail-on", FAIL_ON),
        max_warnings=top.count("max-warnings"),
        baseline=top.text("baseline"),
        format=top.text("format"),
        jobs=top.count("jobs"),
        limits=_limits(top),
        dictionary=_dictionary(top),
    )


_CHOICE = ("select", "extend-select", "ignore", "severity")
_KEYS = (
    *_CHOICE,
    *("fail-on", "max-warnings", "baseline", "format", "jobs"),
    *("kind", "files", "ignore-rows", "names", "profile", "kinds", "terms", "limits", "words"),
)


def _choice(table: _Table) -> Choice:
    severity = table.texts("severity", (*SEVERITIES, OFF))
    return Choice(table.words("select"), table.words("extend-select") or (), (), severity)


def _ignore(top: _Table) -> tuple[tuple[str, ...], list[_Table]]:
    """``ignore`` is a list of codes, or rows ``[[ignore]]``, or both; ``[[ignore-rows]]`` are rows too."""
    value = top.table.get("ignore", [])
    rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
    codes = [code for code in value if not isinstance(code, dict)] if isinstance(value, list) else value
    words = _Table(top.place, top.name, {"ignore": codes}).words("ignore") or ()
    return words, _Table(top.place, "", {"ignore": rows}).rows("ignore") + top.rows("ignore-rows")


def _file_row(row: _Table) -> FileRow:
    row.only("path", "kind", *_CHOICE)
    return FileRow(row.needed("path"), row.text("kind"), _choice(row)._replace(ignore=row.words("ignore") or ()))


def _ignore_row(row: _Table) -> IgnoreRow:
    row.only("path", "code", "reason")
    return IgnoreRow(row.needed("path"), row.needed("code"), row.needed("reason"))


def _term(row: _Table) -> dict[str, str]:
    row.only("code", "find", "message", "advice")
    return {key: row.needed(key) for key in ("code", "find", "message")} | {"advice": row.text("advice") or ""}


def _names(top: _Table) -> dict[str, tuple[str, ...]]:
    names = top.inner("names")
    names.only("own", "neighbours", "allow")
    return {key: names.words(key) or () for key in names.table}


def _profile(top: _Table) -> dict[str, str]:
    profile = top.inner("profile")
    profile.only("place")
    return {key: profile.needed(key) for key in profile.table}


def _limits(top: _Table) -> Limits:
    limits = top.inner("limits")
    limits.only(*Limits._fields)
    return Limits(**{key: _above_zero(limits, key) for key in limits.table})


def _dictionary(top: _Table) -> str:
    words = top.inner("words")
    words.only("dictionary")
    return words.text("dictionary", DICTIONARIES) or SMALL


def _above_zero(table: _Table, key: str) -> int:
    if not (value := table.count(key)):
        raise table.fail(key, "应是大于 0 的整数")
    return value


_LEVELS = ("nation", "province", "city", "county", "town")
_WHAT = ("submit", "publish")


def _kinds(top: _Table) -> dict[str, dict[str, Any]]:
    kinds = top.inner("kinds")
    found = {}
    for name in kinds.table:
        kind = kinds.inner(name)
        kind.only("deadlines")
        found[name] = {"deadlines": _deadlines(kind.inner("deadlines"), levels=_LEVELS)}
    return found


def _deadlines(table: _Table, levels: tuple[str, ...] = ()) -> dict[str, Any]:
    table.only(*_WHAT, *levels)
    found: dict[str, Any] = {}
    for key in table.table:
        found[key] = _deadlines(table.inner(key)) if key in levels else _day(table, key)
    return found


def _day(table: _Table, key: str) -> str:
    day = table.needed(key)
    month, _, date = day.partition("-")
    if not (len(day) == 5 and _within(month, 12) and _within(date, 31)):
        raise table.fail(key, f"应写成 月-日，例如 03-01，不能是 {day}")
    return day


def _within(digits: str, highest: int) -> bool:
    return len(digits) == 2 and digits.isascii() and digits.isdigit() and 1 <= int(digits) <= highest
