"""What a plugin may offer: objects, which the engine runs; and what a reporter is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

import pluggy

from hegui.check import Check
from hegui.document.model import Loader
from hegui.finding import Finding, Outcome
from hegui.report.build import Report
from hegui.report.kind import Kind

PROJECT = "hegui"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class View(NamedTuple):
    """How a human-readable format may look: ``width`` in terminal cells, ``all`` shows infos too."""

    color: bool = False
    width: int = 80
    all: bool = False
    terminal: bool = False


class Reporter(Protocol):
    """Writes one output format, given the whole outcome."""

    name: str

    def render(self, outcome: Outcome, view: View) -> str | bytes:
        """The whole output; text is written as UTF-8."""
        ...


@hookspec
def hegui_checks() -> Iterable[Check]:
    """Checks to run beside the built-in ones."""
    raise NotImplementedError


@hookspec
def hegui_kinds() -> Iterable[Kind]:
    """Kinds of report to recognise."""
    raise NotImplementedError


@hookspec
def hegui_loaders() -> Iterable[Loader]:
    """Readers of further file formats."""
    raise NotImplementedError


@hookspec
def hegui_reporters() -> Iterable[Reporter]:
    """Further output formats."""
    raise NotImplementedError


@hookspec
def hegui_adjust(report: Report, findings: tuple[Finding, ...]) -> Iterable[Finding] | None:
    """The findings of one report as they should go on, or None to leave them as they are."""
    raise NotImplementedError
