"""The names of the settings reach the checks through the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hegui.api import Hit, Report, Span
from tests.engine.conftest import RunText
from tests.plugs import made


def told(report: Report) -> Iterator[Hit]:
    """Tells every name of the settings."""
    for kind, names in sorted(report.names.items()):
        yield Hit(Span(0, 1), f"{kind}：{'、'.join(names)}")


def test_names_reach_a_check(run_text: RunText, folder: Path, report_text: str) -> None:
    check = made(told, "TST006")
    assert not run_text(report_text, checks=[check]).findings
    (folder / "hegui.toml").write_text('[names]\nown = ["柳河"]\nneighbours = ["永宁镇", "云岭乡"]\n', "utf-8")
    messages = [finding.message for finding in run_text(report_text, checks=[check]).findings]
    assert messages == ["neighbours：永宁镇、云岭乡", "own：柳河"]
