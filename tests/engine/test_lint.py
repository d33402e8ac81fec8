from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from hegui.api import (
    Check,
    Citation,
    Edit,
    Figure,
    Fix,
    Hit,
    Paragraph,
    Report,
    Safety,
    Section,
    Sentence,
    Severity,
    Span,
)
from hegui.finding import FileResult, Finding
from tests.engine.conftest import Run, RunText
from tests.plugs import crashing, made, plugin, word_check

HEAD = "柳河镇2024年法治政府建设情况报告\n"


def test_every_grain_is_walked(run_text: RunText) -> None:
    seen: dict[str, list[str]] = {}

    def make(code: str, each: type) -> None:
        def run(item: object, report: Report) -> Iterator[Hit]:
            span = item.span  # type: ignore[attr-defined]  # every grain has one
            seen.setdefault(each.__name__, []).append(span.of(report.text))
            yield from ()

        checks.append(made(run, code, each=each))

    checks: list[Check] = []
    for number, each in enumerate((Section, Paragraph, Sentence, Figure, Citation)):
        make(f"GRN00{number}", each)
    run_text(f"{HEAD}一、成效\n（一）学习。学了《民法典》。办案5件。\n二、不足\n还有不足。\n", checks=checks)
    assert [text.split("\n")[0] for text in seen["Section"]] == [
        "一、成效",
        "（一）学习。学了《民法典》。办案5件。",
        "二、不足",
    ]
    assert len(seen["Paragraph"]) == 5
    assert "办案5件。" in seen["Sentence"]
    assert seen["Figure"] == ["5件"]
    assert seen["Citation"] == ["《民法典》"]


def test_needs_spares_the_call(run_text: RunText) -> None:
    called: list[str] = []

    def run(item: Sentence, report: Report) -> Iterator[Hit]:
        called.append(item.span.of(report.text))
        yield from ()

    def never(report: Report) -> Iterator[Hit]:
        raise AssertionError("called without its words")

    checks = [
        made(run, "NED001", each=Sentence, needs=("甲", "乙")),
        made(never, "NED002", needs=("丁",)),
    ]
    run_text(f"{HEAD}这句有甲。这句没有。这句有乙。\n", checks=checks)
    assert called == ["这句有甲。", "这句有乙。"]


@pytest.mark.parametrize(
    ("base", "own", "expected"),
    [
        (Severity.ERROR, None, "ERROR"),
        (Severity.ERROR, Severity.WARNING, "WARNING"),
        (Severity.INFO, Severity.ERROR, "INFO"),
    ],
)
def test_a_hit_may_lower_never_raise(run_text: RunText, base: Severity, own: Severity | None, expected: str) -> None:
    result = run_text(f"{HEAD}有错字。\n", checks=[word_check("错字", severity=base, hit={"severity": own})])
    assert [finding.severity.name for finding in result.findings] == [expected]


def test_once_is_one_finding_with_all_places(run_text: RunText) -> None:
    result = run_text(f"{HEAD}错字一。\n错字二。\n错字三。\n", checks=[word_check("错字", once=True)])
    (finding,) = result.findings
    assert finding.message == "有“错字”（共 3 处）"
    assert [place.location.line for place in finding.related] == [3, 4]
    assert result.counts == {"error": 1, "warning": 0, "info": 0}


def test_once_of_one_is_as_it_is(run_text: RunText) -> None:
    (finding,) = run_text(f"{HEAD}错字一。\n", checks=[word_check("错字", once=True)]).findings
    assert (finding.message, finding.related) == ("有“错字”", ())


def test_a_crash_loses_only_its_own_check(run_files: Run, report_text: str) -> None:
    Path("甲.txt").write_bytes(report_text.encode())
    outcome = run_files("甲.txt", checks=[crashing(), word_check("执法", once=True)])
    assert [(crash.check, crash.path) for crash in outcome.crashes] == [("TST009", "甲.txt")]
    assert "ZeroDivisionError: 除以零 第二行" in outcome.crashes[0].message
    assert [finding.code for finding in outcome.files[0].findings] == ["TST001"]
    assert outcome.exit_code == 4
    assert outcome.files[0].grade is None


@pytest.mark.parametrize("given", [Hit(Span(0, 10_000), "太远"), Hit(Span(5, 2), "倒着"), "不是 Hit", None])
def test_a_check_that_yields_nonsense_crashes(run_files: Run, report_text: str, given: object) -> None:
    def run(report: Report) -> Iterator[object]:
        yield given

    Path("甲.txt").write_bytes(report_text.encode())
    odd = made(run, "ODD001")
    outcome = run_files("甲.txt", checks=[odd])
    assert [crash.check for crash in outcome.crashes] == ["ODD001"]


def test_relations_are_counted_from_what_checks_return(run_text: RunText) -> None:
    def run(item: Paragraph, report: Report) -> Generator[Hit, None, int]:
        yield from ()
        return 2

    counting = made(run, "REL001", each=Paragraph)
    result = run_text(f"{HEAD}一。\n二。\n", checks=[counting])
    assert result.verified == (1, 6)


def test_order_is_by_place_then_code(run_text: RunText) -> None:
    checks = [word_check("乙", "ZZZ001"), word_check("甲乙", "BBB001"), word_check("甲", "AAA001")]
    result = run_text(f"{HEAD}甲乙。\n甲。\n", checks=checks)
    places = [(finding.location.line, finding.location.column, finding.code) for finding in result.findings]
    assert places == [(2, 1, "AAA001"), (2, 1, "BBB001"), (2, 2, "ZZZ001"), (3, 1, "AAA001")]


def test_adjust_has_the_last_word(run_text: RunText) -> None:
    def drop(findings: tuple[object, ...]) -> list[object]:
        return list(findings[1:])

    result = run_text(f"{HEAD}错字，错字。\n", checks=[word_check("错字")], points=[plugin("adjuster", adjust=drop)])
    assert (len(result.findings), result.counts["error"]) == (1, 1)


def fix_of(result: FileResult) -> tuple[str, list[tuple[int, int, str]]]:
    fix = result.findings[0].fix
    assert fix is not None
    return fix.safety, [(edit.at, edit.width, edit.new) for edit in fix.edits]


def test_what_no_output_shows_is_left_out_unless_a_plugin_looks_at_it(run_text: RunText) -> None:
    seen: list[Finding] = []

    def watch(findings: tuple[Finding, ...]) -> None:
        seen.extend(findings)

    here = Span(0, 2)
    given = {"fix": Fix("改", (Edit(here, "甲乙"),)), "related": ((Span(2, 4), "另一处"),)}
    text, checks = f"{HEAD}正文。\n", [made(lambda report: iter([Hit(here, "错", **given)]), "TST001")]
    (whole,) = run_text(text, checks=checks).findings
    assert whole.fix
    assert whole.related
    spared = ("fixes", "places")
    (bare,) = run_text(text, checks=checks, spared=spared).findings
    assert bare == whole._replace(fix=None, related=())
    run_text(text, checks=checks, spared=spared, points=[plugin("watcher", adjust=watch)])
    assert seen == [whole]


def test_a_fix_goes_through_the_file_it_edits(run_text: RunText) -> None:
    def run(report: Report) -> Iterator[Hit]:
        at = report.text.index("错子")
        yield Hit(Span(at, at + 2), "错", fix=Fix("改", (Edit(Span(at + 1, at + 2), "字"),), Safety.SAFE))

    fixer = made(run, "FIX001")
    head = HEAD.replace("\n", "\r\n")
    result = run_text(f"{head}有错子。\r\n", checks=[fixer])
    assert fix_of(result) == ("safe", [(len(head) + 2, 1, "字")])


def test_a_fix_across_places_is_only_shown(run_text: RunText) -> None:
    def run(report: Report) -> Iterator[Hit]:
        yield Hit(report.span, "全文", fix=Fix("改", (Edit(report.span, "新"),), Safety.SAFE))

    fixer = made(run, "FIX001")
    result = run_text(f"{HEAD}\n\n\n  甲。<!-- hegui: ignore[FIX002] 无 -->乙。\n", checks=[fixer])
    assert fix_of(result)[0] == "display"
