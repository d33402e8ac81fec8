"""What holds for one run: plugins, settings, and what is done with each file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from hegui.check import Check
from hegui.document import limits
from hegui.document.model import Document, Loader
from hegui.engine.conclude import Linted, Plan, conclude
from hegui.engine.config import Finder
from hegui.engine.errors import SettingsError, UsageError, nearest
from hegui.engine.examine import examine
from hegui.engine.files import Unfit, read, unknown_suffix
from hegui.engine.lint import lint
from hegui.engine.plugins import Plugins, told
from hegui.engine.select import Choice, choose, unknown
from hegui.engine.settings import FileRow, Settings, apply_kinds
from hegui.finding import Crash, FileResult, Skipped, count
from hegui.report.build import Report
from hegui.report.kind import Kind
from hegui.text import paths, words
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

if TYPE_CHECKING:
    from hegui.engine.twins import Sketch

AUTO = "auto"
ENGINE = "hegui"
T = TypeVar("T")


class Request(NamedTuple):
    """Everything that a user asks of one run, as the command line gives it.

    ``stdin`` is the content of the path ``-``, called ``stdin_name`` in the output. ``jobs`` is how many processes
    may work at once, None as many as are worth it.
    ``keep`` is what of the text goes with each result: nothing, passages or text. ``cache`` allows that results
    are kept in the user's own folder and taken from there.
    ``spared`` is what no output shows of a finding, some of fixes and places: then it may be left out.
    """

    paths: tuple[str, ...]
    kind: str = AUTO
    choice: Choice = Choice()
    fail_on: str | None = None
    max_warnings: int | None = None
    draft: bool = False
    allow_empty: bool = False
    disable: tuple[str, ...] = ()
    baseline: str | None = None
    strict_skip: bool = False
    diff_base: str | None = None
    stdin: bytes = b""
    stdin_name: str = "-"
    jobs: int | None = None
    keep: str = ""
    spared: tuple[str, ...] = ()
    cache: bool = False


class Checked(NamedTuple):
    """What came of one file, the checks that crashed on it, and the sketch of its report if the session makes any.

    ``fresh`` is what the cache is to keep of it: a key and a value.
    """

    result: FileResult | Skipped
    crashes: tuple[Crash, ...] = ()
    sketch: Sketch | None = None
    fresh: tuple[bytes, bytes] | None = None


class Session:
    """One run's plugins and settings.

    ``settled`` leaves settings files unread. ``alike`` tells that another process can make the same from the request.
    ``sketches``, when it is set, asks for the sketch of each report: only runs over several formats look at them.
    Raises UsageError for a request that names what is not there, SettingsError for a wrong settings file.
    """

    def __init__(self, request: Request, plugins: Plugins | None = None, *, settled: bool = False) -> None:
        self.request = request
        self.alike = plugins is None and not settled
        self.sketches = False
        self.plugins = plugins or Plugins(request.disable)
        self._finder = Finder(idle=settled)
        self._kinds: dict[str, tuple[Kind, ...]] = {}
        self._grounds: dict[tuple[str, str, str | None], bytes] = {}
        self._plans: dict[tuple[str, tuple[int, ...]], Plan] = {}
        self.settings = self._finder.settings(paths.absolute("."))
        self._refuse_unknown("", request.choice, self._checks_of(self.settings))
        if request.kind != AUTO:
            self._named(request.kind, self.plugins.kinds, "--kind：")

    @property
    def strict(self) -> bool:
        """Whether every installed plugin is at work, so that a rule nobody offers must be a slip."""
        return not (self.plugins.disabled or self.plugins.broken)

    @cached_property
    def named(self) -> frozenset[str]:
        """The files that the request names itself, as they are called in the output."""
        return frozenset((*(paths.shown(paths.plain(path)) for path in self.request.paths), self.request.stdin_name))

    def read(self, path: str) -> bytes | Unfit:
        """The bytes of a file, or why they cannot be had."""
        limits.use(self._settings_of(path).limits)
        return read(path)

    def check_file(self, path: str) -> Checked:
        """What is found in the file at ``path``; never raises for what is in it."""
        data = self.read(path)
        return Checked(unread(path, data.reason)) if isinstance(data, Unfit) else self.check(path, data)

    def check(self, path: str, data: bytes) -> Checked:
        """What is found in one file, by nothing but its path and ``data``; never raises for what is in it."""
        checked = self.guarded(path, data, lambda report, plan: self._checked(report, plan, path, data))
        if self.request.cache and isinstance(checked.result, Skipped):
            from hegui.engine.packing import pack_skipped

            return checked._replace(fresh=(self.key(path, data), pack_skipped(checked.result.reason)))
        return checked

    def _checked(self, report: Report, plan: Plan, path: str, data: bytes) -> Checked:
        sketch = self._sketch(report) if self.sketches else None
        fresh = None
        if self.request.cache:
            from hegui.engine.packing import packed

            examined = examine(report, plan.every, path)
            if value := packed(examined, sketch):
                fresh = self.key(path, data), value
                if plan.hides(examined):
                    return Checked(conclude(examined, plan).result, (), sketch, fresh)
        linted = self._lint(report, plan, path)
        return Checked(linted.result, linted.crashes, sketch, fresh)

    def key(self, path: str, data: bytes) -> bytes:
        """The key for what every rule sees in a file: a print of ``data`` and of all else that decides."""
        from hegui.engine import keys

        settings = self._settings_of(path)
        ground = (settings.place, paths.suffix(path), self._forced(path, settings))
        if ground not in self._grounds:
            asked = (self.request.draft, self.sketches)
            self._grounds[ground] = keys.digest((self._program, *ground[1:], *asked, keys.relevant(settings)))
        return keys.key(self._grounds[ground], data)

    @cached_property
    def _program(self) -> bytes:
        from hegui.engine.keys import program

        return program(self.plugins)

    def _sketch(self, report: Report) -> Sketch:
        from hegui.engine.twins import sketch

        return sketch(report)

    def guarded(self, path: str, data: bytes, work: Callable[[Report, Plan], T]) -> T | Checked:
        """What ``work`` makes of the report in ``data``, or why it is none; never raises for what is in the file."""
        settings = self._settings_of(path)
        plan = self.plan(path, settings)
        try:
            report = self.report(path, data, settings)
            return Checked(Skipped(path, report)) if isinstance(report, str) else work(report, plan)
        except UsageError:
            raise
        except Unreadable as error:
            return Checked(unread(path, str(error)))
        except Exception as error:  # a loader may be a stranger's code, and the run goes on
            crash = Crash(ENGINE, path, told(error))
            return Checked(unread(path, "处理这个文件时程序出错，未能检查"), (crash,))

    def _lint(self, report: Report, plan: Plan, path: str) -> Linted:
        return lint(report, plan, path, self.plugins.adjust, self.request.keep, self.spared)

    @property
    def spared(self) -> tuple[str, ...]:
        """What findings need not have; a plugin that adjusts them sees them whole."""
        return () if self.plugins.adjusts else self.request.spared

    def report(self, path: str, data: bytes, settings: Settings | None = None) -> Report | str:
        """The report in ``data``, or in Chinese why it is none; raises Unreadable."""
        settings = self._settings_of(path) if settings is None else settings
        limits.use(settings.limits)
        words.use(settings.dictionary)
        limits.check_size(len(data))
        document = self.loader(path).load(data, path)
        kinds = self._kinds_of(settings)
        forced = self._forced(path, settings)
        if forced:
            return self._read(document, self._named(forced, kinds, f"{settings.place}：kind "), settings)
        from hegui.report.recognise import recognised

        return recognised(document, kinds, lambda document, kind: self._read(document, kind, settings))

    def _read(self, document: Document, kind: Kind, settings: Settings) -> Report:
        return Report(document, kind, draft=self.request.draft, names=settings.names)

    def plan(self, path: str, settings: Settings | None = None) -> Plan:
        """The rules that run over a file, and the ignores of the settings that fit its path."""
        settings = self._settings_of(path) if settings is None else settings
        rows = self._rows(path, settings)
        key = (settings.place, tuple(map(settings.files.index, rows)))
        if key not in self._plans:
            layers = (settings.choice, *(row.choice for row in rows))
            checks = self._checks_of(settings)
            for layer in layers:
                self._refuse_unknown(settings.place, layer, checks)
            self._plans[key] = Plan(choose(checks, (*layers, self.request.choice)), checks, strict=self.strict)
        ignores = settings.ignores and tuple(row for row in settings.ignores if _fits(row.path, path, settings))
        return self._plans[key].with_rows(ignores) if ignores else self._plans[key]

    def loader(self, path: str) -> Loader:
        """What reads a file of that name; raises Unreadable."""
        suffix = paths.suffix(path) or (".txt" if path == self.request.stdin_name else "")
        loader = self.plugins.loaders.get(suffix)
        if loader is None:
            raise Unreadable(unknown_suffix(suffix, self.plugins.loaders))
        return loader

    def _settings_of(self, path: str) -> Settings:
        return self._finder.near(path)

    def _rows(self, path: str, settings: Settings) -> tuple[FileRow, ...]:
        return settings.files and tuple(row for row in settings.files if _fits(row.path, path, settings))

    def _forced(self, path: str, settings: Settings) -> str | None:
        kinds = [settings.kind, *(row.kind for row in self._rows(path, settings))]
        if self.request.kind != AUTO:
            kinds = [self.request.kind]
        last = next((kind for kind in reversed(kinds) if kind), AUTO)
        return None if last == AUTO else last

    def _kinds_of(self, settings: Settings) -> tuple[Kind, ...]:
        if settings.place not in self._kinds:
            self._kinds[settings.place] = apply_kinds(settings, self.plugins.kinds)
        return self._kinds[settings.place]

    def _named(self, name: str, kinds: tuple[Kind, ...], where: str) -> Kind:
        known = {kind.name: kind for kind in kinds}
        if name not in known:
            raise UsageError(f"{where}没有名为 {name} 的报告种类{nearest(name, known)}")
        return known[name]

    def _checks_of(self, settings: Settings) -> tuple[Check, ...]:
        """The plugins' checks and those of the settings' own words; raises SettingsError for a code twice."""
        if not settings.terms:
            return self.plugins.checks
        from hegui.engine.terms import term_checks

        own = term_checks(settings.terms)
        known = [check.code for check in (*self.plugins.checks, *own)]
        if twice := next((check.code for check in own if known.count(check.code) > 1), None):
            raise SettingsError(f"{settings.place}：[[terms]] 的编号 {twice} 已经有了")
        return (*self.plugins.checks, *own)

    def _refuse_unknown(self, place: str, choice: Choice, checks: tuple[Check, ...]) -> None:
        why = next(filter(None, (unknown(selector, checks) for selector in choice.selectors)), None)
        if why and self.strict:
            raise SettingsError(f"{place}：{why}") if place else UsageError(why)


def unread(path: str, reason: str) -> FileResult:
    """The result of a file that could not be read."""
    return FileResult(path, counts=count(()), error=reason)


def _fits(pattern: str, path: str, settings: Settings) -> bool:
    from hegui.engine.glob import matches

    return matches(pattern, paths.shown(paths.below(paths.absolute(path), settings.folder)))
