"""Which checks run, and how grave each is to this user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hegui.check import Check, Severity
from hegui.engine.errors import nearest
from hegui.text.values import NamedTuple

ALL = "ALL"
OFF = "off"
SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "info": Severity.INFO}


class Choice(NamedTuple):
    """What one layer (settings, a row of files, the command line) says about checks.

    Selectors are codes, families, slugs or ALL. ``select`` replaces what earlier layers chose;
    ``severity`` maps selectors to error, warning, info or off.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}

    @property
    def selectors(self) -> tuple[str, ...]:
        """Every selector that is mentioned."""
        return (*(self.select or ()), *self.extend, *self.ignore, *self.severity)


class Rule(NamedTuple):
    """A check that is to run, with the severity that the user wants of it."""

    check: Check
    severity: Severity


def rank(check: Check, selector: str) -> int:
    """How exactly ``selector`` names ``check``: 3 by code or slug, 2 by family, 1 as ALL, 0 not at all."""
    if selector.upper() == check.code or selector.lower() == check.slug:
        return 3
    if selector.upper() == check.family:
        return 2
    return 1 if selector.upper() == ALL else 0


def choose(checks: Iterable[Check], layers: Iterable[Choice]) -> tuple[Rule, ...]:
    """The checks that run after all ``layers``, the later ones ruling over the earlier.

    Inside a layer the more exact selector wins, and ignoring wins over a selector as exact.
    A check that is off by default wants its own name, or ALL.
    """
    layers = tuple(layer for layer in layers if any(layer))
    rules = []
    for check in checks:
        on = not check.off
        severity = check.severity
        for layer in layers:
            on = _decide(check, layer, on)
            severity = _severity(check, layer, severity)
        if on:
            rules.append(Rule(check, severity))
    return tuple(rules)


def _decide(check: Check, layer: Choice, on: bool) -> bool:
    wanted = _best(check, (*(layer.select or ()), *layer.extend))
    if check.off and wanted == 2:
        wanted = 0
    silenced = (selector for selector, word in layer.severity.items() if word == OFF)
    ignored = _best(check, (*layer.ignore, *silenced))
    if wanted or ignored:
        return wanted > ignored
    return on and layer.select is None


def _best(check: Check, selectors: Iterable[str]) -> int:
    return max((rank(check, selector) for selector in selectors), default=0)


def _severity(check: Check, layer: Choice, severity: Severity) -> Severity:
    named = [(rank(check, selector), word) for selector, word in layer.severity.items() if word != OFF]
    best, word = max(named, default=(0, ""))
    return SEVERITIES[word] if best else severity


def names(checks: Iterable[Check]) -> frozenset[str]:
    """Every selector that names one of ``checks``, in small letters."""
    known = {ALL.lower()}
    for check in checks:
        known |= {check.code.lower(), check.family.lower(), check.slug}
    return frozenset(known)


def unknown(selector: str, checks: Iterable[Check]) -> str | None:
    """Why ``selector`` names none of ``checks``, in Chinese, or None when it does name one."""
    checks = tuple(checks)
    if selector.lower() in names(checks):
        return None
    known = [name for check in checks for name in (check.code, check.slug, check.family)]
    return f"没有编号、类别或名称为 {selector} 的规则{nearest(selector, known)}"
