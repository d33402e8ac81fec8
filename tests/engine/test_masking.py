"""What a hit calls private is printed whole by no finding and in no format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.api import Check, Hit, Report, Span, masked
from hegui.builtin import FORMATS
from hegui.engine.conclude import concluded
from hegui.engine.select import Rule
from hegui.engine.stamp import EXCERPT, Stamp
from hegui.hooks import Reporter, View
from hegui.testing import model_report, read
from tests.engine.conftest import Run, RunText
from tests.installed import fazhi
from tests.plugs import made, word_check

NUMBER = "13812345678"
NAME = "欧阳春"
TEXT = model_report().replace("开展案卷评查2次。", f"请联系{NAME}，手机{NUMBER}，开展案卷评查2次。")


def private_check() -> Check:
    def run(report: Report) -> Iterator[Hit]:
        """Finds a name and a number."""
        for words in (NAME, NUMBER):
            at = report.text.index(words)
            span = Span(at, at + len(words))
            yield Hit(span, f"写了{words}", f"删去{words}", private=(span,), related=((span, f"即{words}"),))

    return made(run, "TST007")


def test_mask_keeps_the_width_and_hides_the_middle() -> None:
    assert masked(NUMBER) == "138******78"
    assert masked("卢书云") == "卢**"
    assert masked("王伟") == "王*"


@given(st.text(min_size=1, max_size=40))
def test_mask_hides_something_of_whatever_it_is_given(words: str) -> None:
    hidden = masked(words)
    assert len(hidden) == len(words)
    assert len(words) == 1 or "*" in hidden


def unpacked(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist())


@pytest.mark.parametrize("shown", FORMATS, ids=[form.name for form in FORMATS])
@pytest.mark.parametrize("everything", [False, True])
def test_no_format_prints_it_whole(run_files: Run, folder: Path, shown: Reporter, everything: bool) -> None:
    (folder / "报告.txt").write_bytes(TEXT.encode())
    checks = [private_check(), word_check("案卷评查", "TST008"), word_check("请联系", "TST009", once=True)]
    outcome = run_files("报告.txt", checks=checks, kind="fazhi", keep="text")
    assert len(outcome.files[0].findings) == 4
    output = shown.render(outcome, View(all=everything, terminal=everything, width=60))
    words = unpacked(output) if isinstance(output, bytes) else output
    assert NUMBER not in words
    assert NAME not in words


def test_excerpt_of_another_rule_is_masked_too(run_text: RunText) -> None:
    result = run_text(TEXT, checks=[private_check(), word_check("案卷评查", "TST008")])
    other = next(finding for finding in result.findings if finding.code == "TST008")
    assert "欧**" in other.excerpt
    assert "138******78" in other.excerpt
    assert other.marked == "案卷评查"


def test_an_ignored_finding_still_hides_it(run_text: RunText) -> None:
    text = TEXT.replace("请联系", "<!-- hegui: ignore[TST007] 本人同意公开 -->请联系")
    result = run_text(text, name="报告.md", checks=[private_check(), word_check("案卷评查", "TST008")])
    assert result.suppressed == 2
    assert NUMBER not in next(finding for finding in result.findings if finding.code == "TST008").excerpt


@given(st.integers(0, len(TEXT)), st.integers(1, 80))
def test_a_window_that_cuts_it_shows_no_more_of_it(start: int, width: int) -> None:
    report = read(TEXT, fazhi())
    at = report.text.index(NUMBER)
    private = Span(at, at + len(NUMBER))
    start = min(start, len(report.text))
    excerpt, (a, b) = Stamp(report, "x.txt", [private]).excerpt(Span(start, min(start + width, len(report.text))))
    assert NUMBER[3:9] not in excerpt
    assert b - a <= EXCERPT
    assert not any(part in excerpt for part in (NUMBER[3:6], NUMBER[5:9]))


def test_a_print_tells_no_more_of_it_than_the_mask(run_text: RunText) -> None:
    other = "13899995678"
    prints = []
    for text in (TEXT, TEXT.replace(NUMBER, other)):
        check = made(_finds(NUMBER if text is TEXT else other), "TST007")
        result = run_text(text, checks=[check, word_check("，开展", "TST008")])
        prints.append([finding.fingerprint for finding in result.findings])
    assert NUMBER[:3] == other[:3]
    assert prints[0] == prints[1]


def _finds(words: str) -> Callable[[Report], Iterator[Hit]]:
    def run(report: Report) -> Iterator[Hit]:
        """Finds a number."""
        at = report.text.index(words)
        yield Hit(Span(at, at + len(words)), "写了号码", private=(Span(at, at + len(words)),))

    return run


def test_hits_of_one_cause_are_one_finding() -> None:
    report = read(model_report(), fazhi())
    check = word_check("执法", once=True)
    hits = [hit._replace(cause=str(index % 2)) for index, hit in enumerate(check.run(report))]
    spots = Stamp(report, "x.txt").spots(check, hits)
    findings = [spot.finding for spot in concluded(Rule(check, check.severity), spots)]
    assert len(findings) == 2
    assert sum(1 + len(finding.related) for finding in findings) == len(hits)
    assert len({finding.fingerprint for finding in findings}) == 2
