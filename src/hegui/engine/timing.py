"""How long each stage and each rule takes: what ``hegui check --timing`` prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from time import perf_counter
from typing import ParamSpec, TypeVar

from hegui.check import Check
from hegui.document.model import Document, Loader
from hegui.engine.lint import Linted, Plan, lint
from hegui.engine.plugins import Plugins
from hegui.engine.session import Request, Session
from hegui.engine.settings import Settings
from hegui.engine.walk import Seen, look
from hegui.report.build import Report

LOAD, RECOGNISE, BUILD, RULES, STAMP = "读取", "识别", "解析", "规则", "汇总"
STAGES = (LOAD, RECOGNISE, BUILD, RULES, STAMP)
PER = 5000
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Timing:
    """Seconds by stage and by rule, and the reports and characters that they were spent on."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self.stages = dict.fromkeys(STAGES, 0.0)
        self.rules: dict[str, float] = {}
        self.names: dict[str, str] = {}
        self.reports = 0
        self.characters = 0
        self._clock = clock
        self._reading = min(-(clock() - clock()) for _ in range(100))  # what reading the clock takes by itself

    def measured(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> tuple[_T, float]:
        """What ``work`` returns, and the seconds that it took."""
        begun = self._clock()
        done = work(*args, **kwargs)
        return done, max(0.0, self._clock() - begun - self._reading)

    def each(self, seconds: float) -> float:
        """``seconds`` as milliseconds per 5,000 characters."""
        return seconds * 1000 * PER / max(self.characters, 1)


class TimedSession(Session):
    """A session that keeps time in ``timing``; whatever the rules ask of a report is read before the first of them."""

    def __init__(self, request: Request, plugins: Plugins | None = None, *, settled: bool = False) -> None:
        super().__init__(request, plugins, settled=settled)
        self.alike = False  # a process of its own would keep its times to itself
        self.timing = Timing()

    def report(self, path: str, data: bytes, settings: Settings | None = None) -> Report | str:
        """As in Session."""
        loaded = self.timing.stages[LOAD]
        report, seconds = self.timing.measured(super().report, path, data, settings)
        self.timing.stages[RECOGNISE] += seconds - (self.timing.stages[LOAD] - loaded)
        if isinstance(report, Report):
            self.timing.reports += 1
            self.timing.characters += len(report.text)
            self.timing.stages[BUILD] += self.timing.measured(_build, report)[1]
        return report

    def loader(self, path: str) -> Loader:
        """As in Session, with a stopwatch."""
        return _TimedLoader(super().loader(path), self.timing)

    def _lint(self, report: Report, plan: Plan, path: str) -> Linted:
        seen = {rule.check.code: self._look(rule.check, report) for rule in plan.rules}
        linted, seconds = self.timing.measured(
            lint,
            report,
            plan,
            path,
            self.plugins.adjust,
            self.request.keep,
            self.spared,
            lambda check, _: seen[check.code](),
        )
        self.timing.stages[RULES] = sum(self.timing.rules.values())
        self.timing.stages[STAMP] += seconds
        return linted

    def _look(self, check: Check, report: Report) -> Callable[[], Seen]:
        """What ``check`` sees, looked at once with a stopwatch; to be called where it may raise."""
        try:
            seen, seconds = self.timing.measured(look, check, report)
        except Exception as error:
            return partial(_raise, error)
        self.timing.rules[check.code] = self.timing.rules.get(check.code, 0.0) + seconds
        self.timing.names[check.code] = check.name
        return lambda: seen


def _raise(error: Exception) -> Seen:
    raise error


class _TimedLoader:
    """A loader whose work counts as the first stage."""

    def __init__(self, loader: Loader, timing: Timing) -> None:
        self.name = loader.name
        self.suffixes = loader.suffixes
        self._loader = loader
        self._timing = timing

    def load(self, data: bytes, path: str) -> Document:
        """As in the loader itself."""
        document, seconds = self._timing.measured(self._loader.load, data, path)
        self._timing.stages[LOAD] += seconds
        return document


def _build(report: Report) -> None:
    for name, value in vars(Report).items():
        if isinstance(value, cached_property):
            getattr(report, name)


def told(timing: Timing) -> Iterator[str]:
    """The table in Chinese: the stages, the three dearest rules, every rule from the dearest."""
    yield f"耗时（毫秒，按每 {PER} 字折算；{timing.reports} 份报告，{timing.characters} 字）"
    for stage, seconds in timing.stages.items():
        yield f"{timing.each(seconds):10.3f}  {stage}"
    yield f"{timing.each(sum(timing.stages.values())):10.3f}  合计"
    rules = sorted(timing.rules.items(), key=lambda row: -row[1])
    yield f"各规则；最慢的三条：{'、'.join(code for code, _ in rules[:3])}"
    for code, seconds in rules:
        yield f"{timing.each(seconds):10.3f}  {code} {timing.names[code]}"
