"""FMT beyond its examples: whole files turned by a web site, drafts, and places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.check import Hit, Severity
from hegui.document.plain import PlainLoader
from hegui.engine.run import check_text
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import model_report, read
from hegui.text.edit import Safety, apply
from tests.installed import built_in_checks, fazhi

CHECKS = {check.code: check for check in built_in_checks() if check.family == "FMT"}
SEEDS = Path(__file__).parents[2] / "seeds"
HALF = str.maketrans("，：；（）", ",:;()")


def report_of(words: str) -> Report:
    return read(model_report(measures=f"一、主要举措和成效\n{words}"), fazhi())


def found(code: str, words: str) -> tuple[Hit, ...]:
    return look(CHECKS[code], report_of(words)).hits


def drafted(words: str) -> Report:
    """The report as the author's own file: only the format tells that."""
    text = model_report(measures=f"一、主要举措和成效\n{words}")
    document = PlainLoader().load(text.encode(), "报告.txt")
    document.format = "docx"
    return Report(document, fazhi())


def test_a_converted_file_is_told_once_without_places_and_fix() -> None:
    (hit,) = look(CHECKS["FMT002"], read(model_report().translate(HALF), fazhi())).hits
    assert (hit.related, hit.fix) == ((), None)


def test_the_author_of_a_half_width_draft_gets_a_fix() -> None:
    words = "健全制度,规范程序,明确责任,加强监督,提高水平。" * 12
    (hit,) = look(CHECKS["FMT002"], drafted(words)).hits
    assert hit.fix
    assert hit.fix.safety is Safety.UNSAFE
    assert "," not in apply(drafted(words).text, hit.fix.edits)


@pytest.mark.parametrize("code", ["FMT005", "FMT010"])
def test_what_a_copy_may_have_lost_is_an_error_only_in_a_draft(code: str) -> None:
    words = "落实《实施纲要（20212025年）》和“”要求。"
    (copied,) = found(code, words)
    (own,) = look(CHECKS[code], drafted(words)).hits
    assert (copied.severity, own.severity) == (Severity.WARNING, None)


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.iterdir() if path.is_dir()))
def test_typography_of_a_real_page_is_a_handful(name: str) -> None:
    result = check_text((SEEDS / name / "report.txt").read_text("utf-8"))
    ours = [finding for finding in result.findings if finding.code.startswith("FMT")]
    assert len(ours) <= 5
    assert len({finding.code for finding in ours}) == len(ours)


@given(st.text(alphabet="镇法（()）,，:。12“”《》 \n", max_size=60))
def test_fixes_of_half_width_marks_never_touch_each_other(words: str) -> None:
    report = report_of(f"健全制度，规范程序，明确责任，加强监督，提高水平{words}，完善机制")
    for hit in look(CHECKS["FMT002"], report).hits:
        if hit.fix:
            assert len(apply(report.text, hit.fix.edits)) == len(report.text)


@given(st.text(alphabet="镇法，。；、：,;…—！？ ”", max_size=40))
def test_a_mended_mark_is_not_found_again(words: str) -> None:
    report = report_of(f"健全制度{words}规范程序。")
    edits = [
        edit
        for hit in look(CHECKS["FMT006"], report).hits
        if hit.fix and hit.fix.safety is Safety.SAFE
        for edit in hit.fix.edits
    ]
    mended = read(apply(report.text, edits), fazhi())
    assert not [hit for hit in look(CHECKS["FMT006"], mended).hits if hit.fix and hit.fix.safety is Safety.SAFE]
