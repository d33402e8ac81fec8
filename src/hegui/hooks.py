"""What a plugin may offer: objects, which the engine runs; and what a reporter is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pluggy

from hegui.check import Check
from hegui.document.model import Loader
from hegui.finding import FileResult, Finding, Outcome
from hegui.report.build import Report
from hegui.report.kind import Kind
from hegui.text.values import NamedTuple

PROJECT = "hegui"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


class View(NamedTuple):
    """How a human-readable format may look: ``width`` in terminal cells, ``all`` shows infos too.

    ``roster`` are the bodies that owe a report, None when nobody said; ``full_text`` wants whole texts shown.
    """

    color: bool = False
    width: int = 80
    all: bool = False
    terminal: bool = False
    roster: tuple[str, ...] | None = None
    full_text: bool = False


class Fact(NamedTuple):
    """One row of a table of facts: what it is about, the other names it is found by, and labelled details."""

    title: str
    details: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


class FactTable(NamedTuple):
    """A table that checks rest on; ``as_of`` is the day up to which it is known to be whole, or empty."""

    name: str
    label: str
    as_of: str
    facts: tuple[Fact, ...]


class Reporter(Protocol):
    """Writes one output format, given the whole outcome.

    One that also has ``begin`` (see ``Streaming``) is asked for its output file by file. It may have ``wants``,
    some of passages and roster: results then come with the marked paragraphs, with all of them when the user asks
    for whole texts, and the view with the roster. It may have ``spares``, some of fixes and places: it shows
    nothing of the fixes, of the further places of a finding, which may then be left out. It may have ``missing()``,
    one line in Chinese that says what must be installed first, or nothing.
    """

    name: str

    def render(self, outcome: Outcome, view: View) -> str | bytes:
        """The whole output; text is written as UTF-8."""
        ...


class Stream(Protocol):
    """One output as it comes: what to write for each file, then for the end."""

    def file(self, file: FileResult) -> str:
        """What to write for one file; files come sorted by path."""
        ...

    def end(self, outcome: Outcome) -> str:
        """What to write when all files are told; ``outcome`` may hold none of them, but all totals."""
        ...


class Streaming(Reporter, Protocol):
    """A reporter that keeps no file longer than it takes to write it."""

    def begin(self, view: View) -> Stream:
        """A new output."""
        ...


def whole(stream: Stream, outcome: Outcome) -> str:
    """The output of ``stream`` for all of ``outcome`` at once: ``render`` of a reporter that streams."""
    return "".join([*map(stream.file, outcome.files), stream.end(outcome)])


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
def hegui_facts() -> Iterable[FactTable]:
    """The tables of facts that checks rest on, for ``hegui facts`` to show."""
    raise NotImplementedError


@hookspec
def hegui_adjust(report: Report, findings: tuple[Finding, ...]) -> Iterable[Finding] | None:
    """The findings of one report as they should go on, or None to leave them as they are."""
    raise NotImplementedError
