"""The plugin manager: every plugin is loaded, and every hook called, so that one that fails loses only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from importlib import import_module
from types import FunctionType, MethodType, ModuleType
from typing import Any, TypeVar

import pluggy

from hegui import hooks
from hegui.check import Check
from hegui.document.model import Loader
from hegui.engine.discover import GROUP, EntryPoint, entry_points
from hegui.engine.errors import UsageError, nearest
from hegui.finding import Broken, Finding
from hegui.hooks import FactTable, Reporter
from hegui.report.build import Report
from hegui.report.kind import Kind
from hegui.text.paths import shown

BUILTIN = "hegui.builtin"
_HOOKS = (FunctionType, MethodType, staticmethod, classmethod)
T = TypeVar("T")


class Plugins:
    """All that plugins offer, with names for what they are; ``broken`` grows as they are asked.

    ``disabled`` names plugins or distributions to leave out; raises UsageError for a name that is neither.
    """

    def __init__(self, disabled: Iterable[str] = (), points: Iterable[EntryPoint] | None = None) -> None:
        self.broken: list[Broken] = []
        self.disabled = frozenset(disabled)
        self._manager = _Manager(hooks.PROJECT)
        self._manager.add_hookspecs(hooks)
        self._points: dict[str, EntryPoint] = {}
        found = tuple(entry_points() if points is None else points)
        if points is None and not any(point.distribution == GROUP for point in found):
            found = (*_own(), *found)
        self._refuse_unknown(found)
        for point in found:
            if not {point.name, point.distribution} & self.disabled:
                self._load(point)

    def _refuse_unknown(self, found: tuple[EntryPoint, ...]) -> None:
        known = {name for point in found for name in (point.name, point.distribution)}
        for name in sorted(self.disabled - known):
            raise UsageError(f"--disable：没有名为 {name} 的插件{nearest(name, known)}")

    def _load(self, point: EntryPoint) -> None:
        if point.name in self._points:
            self._break(point, f"与 {self._points[point.name].distribution} 的插件重名")
            return
        try:
            plugin = _resolve(point.target)
            self._manager.register(plugin, point.name)
            self._manager.check_pending()
        except (Exception, SystemExit) as error:
            if self._manager.has_plugin(point.name):
                self._manager.unregister(name=point.name)
            self._break(point, told(error))
        else:
            self._points[point.name] = point

    def _break(self, point: EntryPoint, message: str) -> None:
        broken = Broken(point.name, point.distribution, message)
        if broken not in self.broken:
            self.broken.append(broken)

    def _offers(self, hook: str) -> Iterator[tuple[EntryPoint, Callable[..., Any]]]:
        """Who implements ``hook``, by name, each to be called alone with all the arguments of the hook."""
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            yield self._points[implementation.plugin_name], partial(_call, implementation)

    def _gather(self, hook: str, accept: Callable[[Any], bool]) -> Iterator[tuple[EntryPoint, Any]]:
        for plugin, call in self._offers(hook):
            try:
                things = list(call())
                strange = [thing for thing in things if not accept(thing)]
            except (Exception, SystemExit) as error:
                self._break(plugin, f"{hook}：{told(error)}")
                continue
            if strange:
                self._break(plugin, f"{hook} 交来了不合用的对象：{strange[0]!r}"[:200])
                continue
            for thing in things:
                yield plugin, thing

    def _unique(
        self, what: str, offered: Iterable[tuple[EntryPoint, T]], names: Callable[[T], Iterable[str]]
    ) -> list[T]:
        owners: dict[str, EntryPoint] = {}
        kept = []
        for plugin, thing in offered:
            taken = next((name for name in names(thing) if name in owners), None)
            if taken is None:
                owners.update(dict.fromkeys(names(thing), plugin))
                kept.append(thing)
            else:
                first = owners[taken]
                self._break(plugin, f"{what} {taken} 与插件 {first.name}（{first.distribution}）的重复，未采用")
        return kept

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """All checks, sorted by code; of two with one code or slug, the first plugin's."""
        offered = self._gather("hegui_checks", lambda thing: isinstance(thing, Check))
        return tuple(sorted(self._unique("检查", offered, lambda check: (check.code, check.slug))))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds of report, sorted by name."""
        offered = self._gather("hegui_kinds", lambda thing: isinstance(thing, Kind))
        return tuple(sorted(self._unique("报告种类", offered, lambda kind: (kind.name,)), key=lambda kind: kind.name))

    @cached_property
    def loaders(self) -> dict[str, Loader]:
        """The loader of each suffix (lower case, with the dot)."""
        offered = self._gather("hegui_loaders", lambda thing: hasattr(thing, "load") and bool(thing.suffixes))
        loaders: list[Loader] = self._unique("文件格式", offered, lambda loader: loader.suffixes)
        return {suffix: loader for loader in loaders for suffix in loader.suffixes}

    @cached_property
    def reporters(self) -> dict[str, Reporter]:
        """The reporter of each output format."""
        offered = self._gather("hegui_reporters", lambda thing: hasattr(thing, "render") and bool(thing.name))
        reporters: list[Reporter] = self._unique("输出格式", offered, lambda reporter: (reporter.name,))
        return {reporter.name: reporter for reporter in reporters}

    @cached_property
    def facts(self) -> tuple[FactTable, ...]:
        """All tables of facts, in the order of their plugins."""
        offered = self._gather("hegui_facts", lambda thing: isinstance(thing, FactTable))
        tables: list[FactTable] = self._unique("资料表", offered, lambda table: (table.name,))
        return tuple(tables)

    @property
    def modules(self) -> tuple[str, ...]:
        """The modules of the plugins that are at work."""
        return tuple(point.target.partition(":")[0] for point in self._points.values())

    @property
    def adjusts(self) -> bool:
        """Whether a plugin has a say in what is found."""
        return any(True for _ in self._offers("hegui_adjust"))

    def adjust(self, report: Report, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """``findings`` after every plugin that adjusts them; one that fails changes nothing."""
        for plugin, call in self._offers("hegui_adjust"):
            try:
                answer = call(report=report, findings=findings)
                adjusted = findings if answer is None else tuple(answer)
            except (Exception, SystemExit) as error:
                self._break(plugin, f"hegui_adjust：{told(error)}")
                continue
            if all(isinstance(finding, Finding) for finding in adjusted):
                findings = adjusted
            else:
                self._break(plugin, "hegui_adjust 交回的不全是 Finding")
        return findings


class _Manager(pluggy.PluginManager):
    """Asks pluggy only for what can be a hook: it would inspect every class and word that a module holds."""

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        """How ``name`` of a plugin implements a hook, or None where it does not."""
        return super().parse_hookimpl_opts(plugin, name) if _callable(plugin, name) else None

    def parse_hookspec_opts(self, module_or_class: ModuleType | type, name: str) -> pluggy.HookspecOpts | None:
        """How ``name`` describes a hook, or None where it does not."""
        return super().parse_hookspec_opts(module_or_class, name) if _callable(module_or_class, name) else None


def _callable(owner: object, name: str) -> bool:
    return not isinstance(owner, ModuleType) or isinstance(vars(owner).get(name), _HOOKS)


def told(error: BaseException) -> str:
    """One line about an exception: its type, its message, and the file and line that raised it."""
    where = ""
    place = error.__traceback__
    while place is not None:
        file = place.tb_frame.f_code.co_filename
        if not file.startswith("<") and "importlib" not in file:
            where = f"（{'/'.join(shown(file).split('/')[-2:])}:{place.tb_lineno}）"
        place = place.tb_next
    return " ".join(f"{type(error).__name__}: {error}{where}".split())


def _call(implementation: pluggy.HookImpl, **given: Any) -> Any:
    return implementation.function(*(given[name] for name in implementation.argnames))


def _resolve(target: str) -> Any:
    module, _, attributes = target.partition(":")
    thing: Any = import_module(module)
    for name in filter(None, attributes.split(".")):
        thing = getattr(thing, name)
    return thing


def _own() -> Iterator[EntryPoint]:
    """The built-in plugins of a copy without an installed distribution, such as a frozen program."""
    yield EntryPoint("builtin", BUILTIN, GROUP)
    for target in import_module(BUILTIN).FAMILIES:
        yield EntryPoint(target.rpartition(".")[2], target, GROUP)
