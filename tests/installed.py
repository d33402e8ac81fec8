"""The built-in checks and kinds, as the engine gets them: through their entry points."""

from __future__ import annotations

from functools import cache

from hegui.check import Check
from hegui.engine.own import CHECKS
from hegui.engine.plugins import Plugins
from hegui.report.kind import Kind


@cache
def plugins() -> Plugins:
    """All installed plugins; none may be broken."""
    loaded = Plugins()
    assert not loaded.broken, loaded.broken
    return loaded


@cache
def built_in_checks() -> tuple[Check, ...]:
    """Every built-in check but those that the engine runs itself."""
    return tuple(check for check in plugins().checks if check not in CHECKS)


@cache
def fazhi() -> Kind:
    """The kind that the built-in checks are for."""
    return next(kind for kind in plugins().kinds if kind.name == "fazhi")
