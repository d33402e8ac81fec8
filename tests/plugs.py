"""Small plugins, checks and findings made up for tests of the engine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import count
from types import ModuleType
from typing import Any

from hegui.api import Basis, Check, Hit, Report, Severity, Span, Strength, check, hookimpl
from hegui.engine.discover import EntryPoint

BASE = (EntryPoint("builtin", "hegui.builtin", "hegui"), EntryPoint("kinds", "hegui_checks.kinds", "hegui"))
BASIS = Basis("测试用的规定", "第一条", Strength.RULE)
_numbers = count()


def plugin(
    name: str, distribution: str = "test-plugin", adjust: Callable[..., Any] | None = None, **offers: Any
) -> EntryPoint:
    """An entry point of a module made on the spot; ``checks=[…]`` and so on are what it offers."""
    module = ModuleType(f"hegui_test_plugin_{next(_numbers)}")
    for what, things in offers.items():
        setattr(module, f"hegui_{what}", hookimpl(things if callable(things) else _giver(things)))
    if adjust:
        module.hegui_adjust = hookimpl(adjust)  # type: ignore[attr-defined]  # a module takes any attribute
    sys.modules[module.__name__] = module
    return EntryPoint(name, module.__name__, distribution)


def _giver(things: object) -> Callable[[], object]:
    return lambda: things


def made(run: Callable[..., Any], code: str, slug: str = "", **more: Any) -> Check:
    """A check of ``run``, an error over the whole report unless said otherwise."""
    given: dict[str, Any] = {"each": Report, "severity": Severity.ERROR, "basis": BASIS}
    return check(code, slug or f"slug-{code.lower()}", f"检查 {code}", **given | more)(run)


def word_check(word: str, code: str = "TST001", slug: str = "", **more: Any) -> Check:
    """A check that finds every ``word`` in the text."""
    hit = more.pop("hit", {})

    def run(report: Report) -> Iterator[Hit]:
        """Finds a word."""
        at = report.text.find(word)
        while at >= 0:
            yield Hit(Span(at, at + len(word)), f"有“{word}”", "删去", **hit)
            at = report.text.find(word, at + 1)

    return made(run, code, slug, **more)


def crashing(code: str = "TST009") -> Check:
    """A check that finds something and then raises."""

    def run(report: Report) -> Iterator[Hit]:
        yield Hit(Span(0, 1), "出错之前")
        raise ZeroDivisionError("除以零\n第二行")

    return made(run, code)
