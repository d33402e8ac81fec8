"""Each format against a file that was read by a person; ``HEGUI_GOLDEN=1`` writes them anew."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

import pytest

from hegui.engine.plugins import Plugins
from hegui.finding import Finding
from hegui.hooks import View
from tests.reporters.sample import EMPTY, HELD, OUTCOME

GOLDEN = Path(__file__).parent / "golden"
REPORTERS = Plugins().reporters
CASES = {
    "text.txt": ("text", OUTCOME, View()),
    "text-all.txt": ("text", OUTCOME, View(all=True)),
    "text-terminal.txt": ("text", OUTCOME, View(color=True, width=60, terminal=True)),
    "text-empty.txt": ("text", EMPTY, View()),
    "concise.txt": ("concise", OUTCOME, View()),
    "concise-empty.txt": ("concise", EMPTY, View()),
    "concise-all.txt": ("concise", OUTCOME, View(all=True)),
    "text-baseline.txt": ("text", HELD, View()),
    "outcome.json": ("json", OUTCOME, View()),
    "outcome-baseline.json": ("json", HELD, View()),
    "statistics.txt": ("statistics", HELD, View(all=True)),
    "lines.jsonl": ("jsonl", HELD, View()),
    "results.sarif": ("sarif", HELD, View()),
    "junit.xml": ("junit", HELD, View()),
    "github.txt": ("github", HELD, View()),
    "gitlab.json": ("gitlab", HELD, View()),
    "checkstyle.xml": ("checkstyle", HELD, View()),
    "summary.md": ("markdown", HELD, View()),
    "page.html": ("html", HELD, View(roster=("仕阳镇", "柳河镇"))),
    "page-empty.html": ("html", EMPTY, View()),
}


def spared(finding: Finding, spares: Collection[str]) -> Finding:
    finding = finding._replace(fix=None) if "fixes" in spares else finding
    return finding._replace(related=()) if "places" in spares else finding


@pytest.mark.parametrize("name", sorted({name for name, _, _ in CASES.values()}))
def test_a_format_shows_nothing_of_what_it_spares(name: str) -> None:
    spares = getattr(REPORTERS[name], "spares", ())
    files = [file._replace(findings=tuple(spared(one, spares) for one in file.findings)) for file in HELD.files]
    bare = HELD._replace(files=tuple(files))
    assert (bare == HELD) == (not spares)
    view = View(all=True)
    assert REPORTERS[name].render(bare, view) == REPORTERS[name].render(HELD, view)


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str) -> None:
    format_, outcome, view = CASES[name]
    rendered = REPORTERS[format_].render(outcome, view)
    assert isinstance(rendered, str)
    if "HEGUI_GOLDEN" in os.environ:
        (GOLDEN / name).write_text(rendered, "utf-8", newline="\n")
    assert rendered == (GOLDEN / name).read_bytes().decode("utf-8")


def test_every_golden_file_is_used() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == set(CASES)


@pytest.mark.parametrize("name", ["sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "html"])
def test_what_travels_names_no_absolute_path(name: str) -> None:
    rendered = REPORTERS[name].render(HELD, View())
    assert isinstance(rendered, str)
    assert "/home/" not in rendered
