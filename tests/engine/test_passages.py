"""The paragraphs that go with a result when an output shows the text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from hegui.engine.run import Run
from hegui.engine.session import Request, Session
from hegui.finding import FileResult, Outcome
from hegui.hooks import View
from hegui.reporters.json import render
from hegui.testing import model_report
from tests.system import ROOT

TEXT = model_report(
    measures="一、主要举措和成效\n（一）调解工作。调解员张某某调解纠纷66件，电话13812345678，其中信访件27件，诉讼件30件。"
)


def checked(text: str, keep: str, **more: Any) -> Outcome:
    run = Run(Session(Request(("-",), stdin=text.encode(), stdin_name="报告.txt", keep=keep, **more), settled=True))
    return run.outcome(tuple(run.files()))


def result(text: str, keep: str, **more: Any) -> FileResult:
    (file,) = checked(text, keep, **more).files
    return file


def test_nothing_is_kept_unless_it_is_asked_for() -> None:
    assert result(TEXT, "").paragraphs == ()


def test_the_marked_stretch_is_that_of_the_finding() -> None:
    file = result(TEXT, "passages")
    placed = {
        mark.fingerprint: paragraph.text[mark.start : mark.end]
        for paragraph in file.paragraphs
        for mark in paragraph.marks
        if not mark.related
    }
    assert file.findings
    for finding in file.findings:
        assert placed[finding.fingerprint].startswith(finding.marked[:20] or placed[finding.fingerprint])
        assert any(paragraph.location.line == finding.location.line for paragraph in file.paragraphs)


def test_all_paragraphs_are_there_when_the_text_is_asked_for() -> None:
    some, whole = result(TEXT, "passages"), result(TEXT, "text")
    assert 0 < len(some.paragraphs) < len(whole.paragraphs)
    assert [p.text for p in whole.paragraphs if p.marks] == [p.text for p in some.paragraphs]
    assert "".join(p.text for p in whole.paragraphs).count("66件") == 1
    assert whole.paragraphs[0].style == "title"
    assert {"heading", "text"} <= {p.style for p in whole.paragraphs}


@pytest.mark.parametrize("keep", ["passages", "text"])
def test_private_numbers_are_masked(keep: str) -> None:
    shown = "".join(paragraph.text for paragraph in result(TEXT, keep).paragraphs)
    assert "13812345678" not in shown
    assert "138******78" in shown


def test_the_contract_does_not_know_them() -> None:
    with_text, without = (json.loads(render(checked(TEXT, keep), View())) for keep in ("text", ""))
    assert with_text == without


@pytest.mark.parametrize("seed", sorted((ROOT / "seeds").glob("*/report.txt")), ids=lambda path: path.parent.name)
def test_every_finding_of_the_samples_stands_in_a_paragraph(seed: Any) -> None:
    file = result(seed.read_text("utf-8"), "passages")
    marked = {mark.fingerprint for paragraph in file.paragraphs for mark in paragraph.marks if not mark.related}
    assert {finding.fingerprint for finding in file.findings} == marked
    for paragraph in file.paragraphs:
        assert all(0 <= mark.start < mark.end <= len(paragraph.text) for mark in paragraph.marks)
