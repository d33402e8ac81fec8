"""For the reviewer: one page that needs nothing else, with the table of bodies and each report's findings.

``render`` makes the page of a run, ``annotated`` that of one report with its text.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hegui.finding import FileResult, Outcome, RuleText, Tool
from hegui.hooks import View
from hegui.reporters.page import overview as table
from hegui.reporters.page.names import LEVELS, body_name, shown_paths, without_folders
from hegui.reporters.page.roster import Roll, call
from hegui.reporters.page.texts import Told, told
from hegui.reporters.terminal import visible
from hegui.text.values import NamedTuple

_FOLDER = Path(__file__).parent / "page"
_BUDGET = 8 * 1024 - 256
_TRIES: tuple[tuple[int, int | None], ...] = (
    (90, None),
    (40, None),
    (24, None),
    (12, None),
    (6, None),
    (6, 16),
    (6, 8),
    (6, 4),
    (2, 1),
)
_STRICT = "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'"


class Rule(NamedTuple):
    """What is told of a rule once for all its findings."""

    code: str
    name: str
    bases: tuple[str, ...]


def render(outcome: Outcome, view: View) -> str:
    """The whole page; a report takes at most 8 KB of it, unless whole texts are wanted."""
    paths = shown_paths(outcome)
    overview = table.overview(outcome)
    shown = {
        "overview": overview,
        "sections": [_section(row, paths[row.file.path], view) for row in overview.rows],
        "roll": call(view.roster, outcome) if view.roster is not None else None,
        "rules": _rules((row.file for row in overview.rows), outcome.rules),
        "unread": [file for file in outcome.files if file.error is not None],
    }
    return _page("outcome.html", outcome=outcome, paths=paths, **shown)


def annotated(file: FileResult, tool: Tool, rules: Iterable[RuleText] = ()) -> str:
    """The page of one report: its text with the findings beside.

    ``file`` should have come with all of its paragraphs; ``rules`` give the names of those that spoke.
    """
    path = without_folders((file.path,))[file.path]
    row = table.Row(1, file, body_name(file), (), (0, 0, 0))
    section = Markup(_template("report.html").render(row=row, path=path, told=told(file, None), single=True))  # noqa: S704 - escaped by its template
    return _page("one.html", file=file, path=path, tool=tool, section=section, rules=_rules((file,), rules))


def _section(row: table.Row, path: str, view: View) -> Markup:
    """One report's part of the page, told more briefly until it is small enough."""
    template = _template("report.html")
    tries = ((None, None),) if view.full_text else _TRIES
    text = ""
    for around, most in tries:
        text = template.render(row=row, path=path, told=told(row.file, around, most), single=False)
        if len(text.encode("utf-8", "replace")) + _size(row) <= _BUDGET:
            break
    return Markup(text)  # noqa: S704 - escaped by its template


def _size(row: table.Row) -> int:
    """About how many bytes the row of the table takes."""
    return (
        300 + len(row.name.encode()) + sum(56 + (0 if cell.finding else len(cell.why.encode())) for cell in row.cells)
    )


def _rules(files: Iterable[FileResult], rules: Iterable[RuleText]) -> list[Rule]:
    """The rules that spoke, with the bases they gave, by code."""
    names = {rule.code: rule.name for rule in rules}
    bases: dict[str, dict[str, None]] = {}
    for file in files:
        for finding in (*file.findings, *(one.finding for one in file.accepted)):
            basis = finding.basis
            bases.setdefault(finding.code, {})[f"{basis.text}〔{basis.strength}〕"] = None
    return [Rule(code, names.get(code, ""), tuple(bases[code])) for code in sorted(bases)]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["visible"] = visible
    environment.filters["level"] = lambda level: LEVELS.get(level or "", "层级不明")
    return environment


def _template(name: str) -> Any:
    return _environment().get_template(name)


def _page(name: str, **shown: Any) -> str:
    style, script = (_read(file) for file in ("style.css", "page.js"))
    policy = _STRICT.format(_hash(style), _hash(script))
    page: str = _template(name).render(
        style=Markup(style),  # noqa: S704 - files of this package
        script=Markup(script),  # noqa: S704
        policy=policy,
        states=table.STATES,
        **shown,
    )
    return page


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


__all__ = ["Roll", "Told", "annotated", "render"]
