"""The built-in plugin: the loaders, the output formats, and the checks of the engine itself."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from hegui.check import Check
from hegui.document.model import Document, Loader
from hegui.finding import Outcome
from hegui.hooks import Reporter, Stream, View, hookimpl

# By name only, for a copy that no installer has seen; entry points name the same modules.
FAMILIES = (
    "hegui_checks.citation",
    "hegui_checks.facts",
    "hegui_checks.kinds",
    "hegui_checks.leader",
    "hegui_checks.plan",
    "hegui_checks.privacy",
    "hegui_checks.repetition",
    "hegui_checks.signature",
    "hegui_checks.statistics",
    "hegui_checks.structure",
    "hegui_checks.substance",
    "hegui_checks.typography",
    "hegui_checks.wording",
    "hegui_checks.year",
)


class _Format:
    """An output format whose module is imported when it is written; ``libraries`` come with the extra ``report``.

    ``spares`` is what it shows nothing of: see Reporter.
    """

    def __init__(
        self,
        name: str,
        wants: tuple[str, ...] = (),
        libraries: tuple[str, ...] = (),
        spares: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.wants = wants
        self.spares = spares
        self._libraries = libraries

    def missing(self) -> str:
        """What must be installed before anything can be written, in Chinese; empty when nothing."""
        if not self._libraries:
            return ""
        from importlib.util import find_spec

        lacking = "、".join(library for library in self._libraries if find_spec(library) is None)
        return lacking and f'{self.name} 格式还要安装 {lacking}：pip install "hegui[report]"'

    def render(self, outcome: Outcome, view: View) -> str | bytes:
        """The whole output."""
        rendered: str | bytes = import_module(f"hegui.reporters.{self.name}").render(outcome, view)
        return rendered


class _Streamed(_Format):
    """An output format that is written file by file."""

    def begin(self, view: View) -> Stream:
        """A new output."""
        stream: Stream = import_module(f"hegui.reporters.{self.name}").begin(view)
        return stream


class _Reader:
    """A file format whose loader is imported when a file of it is read; name and suffixes are the loader's."""

    def __init__(self, name: str, suffixes: tuple[str, ...], module: str, loader: str) -> None:
        self.name = name
        self.suffixes = suffixes
        self._place = (module, loader)

    def loader(self) -> Loader:
        """The loader itself."""
        module, name = self._place
        loader: Loader = getattr(import_module(f"hegui.document.{module}"), name)()
        return loader

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; raises Unreadable with the reason in Chinese."""
        return self.loader().load(data, path)

    def __getattr__(self, name: str) -> Any:
        """What else the loader can do, such as rewrite a file."""
        return getattr(self.loader(), name)


READERS = (
    _Reader("txt", (".txt", ".text"), "plain", "PlainLoader"),
    _Reader("md", (".md", ".markdown"), "markdown", "MarkdownLoader"),
    _Reader("html", (".html", ".htm", ".xhtml", ".shtml"), "html", "HtmlLoader"),
    _Reader("docx", (".docx", ".docm"), "docx", "DocxLoader"),
    _Reader("doc", (".doc", ".wps"), "office", "OfficeLoader"),
    _Reader("pdf", (".pdf",), "pdf", "PdfLoader"),
)
_ALL = ("fixes", "places")
FORMATS = (
    _Streamed("text", spares=("fixes",)),
    *(_Streamed(name, spares=_ALL) for name in ("concise", "statistics", "github")),
    _Streamed("jsonl"),
    *map(_Format, ("json", "sarif")),
    *(_Format(name, spares=_ALL) for name in ("junit", "gitlab", "checkstyle", "markdown")),
    _Format("html", wants=("passages", "roster"), libraries=("jinja2",), spares=("fixes",)),
    _Format("xlsx", wants=("roster",), libraries=("xlsxwriter",), spares=_ALL),
)


@hookimpl
def hegui_checks() -> tuple[Check, ...]:
    """The family HEG."""
    from hegui.engine.own import CHECKS

    return CHECKS


@hookimpl
def hegui_loaders() -> tuple[Loader, ...]:
    """Plain text, Markdown, web pages, Word and PDF."""
    return READERS


@hookimpl
def hegui_reporters() -> tuple[Reporter, ...]:
    """For people, for editors, for programs, for pipelines."""
    return FORMATS
