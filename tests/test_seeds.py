"""The five samples: what is found in them, line by line, each with why it is right.

``python -m tests.test_seeds`` prints the lines anew, with the reasons kept; read them before you commit them.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.finding import Finding, Outcome

SEEDS = Path(__file__).parent.parent / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir() if path.is_dir())
EXPECTED = "findings.expected"


def outcome(path: Path) -> Outcome:
    return run(Request(paths=(str(path),)))


def line_of(finding: Finding) -> str:
    marked = finding.marked.replace("\n", " ")[:40].strip()
    return f"{finding.location} {finding.code} {marked}".rstrip()


def expected(name: str) -> dict[str, str]:
    """Each line of the file without its reason, and the reason."""
    rows = (SEEDS / name / EXPECTED).read_text("utf-8").splitlines()
    pairs = [row.rsplit("  # ", 1) for row in rows if row and not row.startswith("#")]
    return {pair[0].rstrip(): pair[1] if len(pair) > 1 else "" for pair in pairs}


@pytest.mark.parametrize("name", NAMES)
def test_findings(name: str) -> None:
    (result,) = outcome(SEEDS / name).files
    assert [line_of(finding) for finding in result.findings] == list(expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_its_reason(name: str) -> None:
    assert [line for line, why in expected(name).items() if len(why) < 4] == []


@pytest.mark.parametrize("name", NAMES)
def test_origin(name: str) -> None:
    origin = tomllib.loads((SEEDS / name / "origin.toml").read_text("utf-8"))
    assert {"source", "body", "year", "as_given"} <= set(origin)
    (result,) = outcome(SEEDS / name).files
    assert (result.year, result.level) == (origin["year"], origin["level"])


def test_only_the_five_reports_are_read() -> None:
    found = outcome(SEEDS)
    assert [Path(result.path).parent.name for result in found.files] == NAMES
    assert not found.skipped
    assert found.exit_code == 1


def test_no_sum_is_called_wrong() -> None:
    codes = {finding.code for result in outcome(SEEDS).files for finding in result.findings}
    assert not codes & {"STA001", "STA002", "STA003", "STA004"}
    assert {"LDR001", "LDR005", "STR001", "SIG001", "SIG004", "FMT001"} <= codes


if __name__ == "__main__":
    for name in NAMES:
        known = expected(name) if (SEEDS / name / EXPECTED).exists() else {}
        rows = [f"{row}  # {known.get(row, '')}" for row in map(line_of, outcome(SEEDS / name).files[0].findings)]
        (SEEDS / name / EXPECTED).write_text("\n".join(rows) + "\n", "utf-8", newline="\n")
        print(json.dumps({name: len(rows)}))
