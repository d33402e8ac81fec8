"""The engine's own checks, about how its user ignores the others; the engine itself yields their hits."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.check import Basis, Check, Hit, Severity, Strength, check
from hegui.report.build import Report

FAMILY = "HEG"
_BASIS = Basis("hegui 的用法", None, Strength.PRACTICE)


@check("HEG001", "unused-ignore", "忽略说明没有起作用", each=Report, severity=Severity.INFO, basis=_BASIS)
def unused_ignore(_report: Report) -> Iterator[Hit]:
    """An ignore that ignores nothing hides the next real finding; it should go."""
    yield from ()


@check("HEG002", "ignore-without-reason", "忽略说明没有写理由", each=Report, severity=Severity.WARNING, basis=_BASIS)
def ignore_without_reason(_report: Report) -> Iterator[Hit]:
    """Whoever reviews the report must see why a finding was set aside; without a reason it is not."""
    yield from ()


@check("HEG003", "unknown-code", "忽略说明写错了规则编号", each=Report, severity=Severity.WARNING, basis=_BASIS)
def unknown_code(_report: Report) -> Iterator[Hit]:
    """An ignore that names no rule does nothing, most likely for a slip of the pen."""
    yield from ()


CHECKS: tuple[Check, ...] = (unused_ignore, ignore_without_reason, unknown_code)
