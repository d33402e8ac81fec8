"""The built-in plugin: the loaders, the output formats, and the checks of the engine itself."""

from __future__ import annotations

from importlib import import_module

from hegui.check import Check
from hegui.document.model import Loader
from hegui.finding import Outcome
from hegui.hooks import Reporter, View, hookimpl

# By name only, for a copy that no installer has seen; entry points name the same modules.
FAMILIES = (
    "hegui_checks.kinds",
    "hegui_checks.leader",
    "hegui_checks.plan",
    "hegui_checks.signature",
    "hegui_checks.statistics",
    "hegui_checks.structure",
    "hegui_checks.typography",
    "hegui_checks.year",
)


class _Format:
    """An output format whose module is imported when it is written."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, outcome: Outcome, view: View) -> str | bytes:
        """The whole output."""
        rendered: str | bytes = import_module(f"hegui.reporters.{self.name}").render(outcome, view)
        return rendered


@hookimpl
def hegui_checks() -> tuple[Check, ...]:
    """The family HEG."""
    from hegui.engine.own import CHECKS

    return CHECKS


@hookimpl
def hegui_loaders() -> tuple[Loader, ...]:
    """Plain text and Markdown."""
    from hegui.document.markdown import MarkdownLoader
    from hegui.document.plain import PlainLoader

    return PlainLoader(), MarkdownLoader()


@hookimpl
def hegui_reporters() -> tuple[Reporter, ...]:
    """For people, for editors, for programs."""
    return _Format("text"), _Format("concise"), _Format("json")
