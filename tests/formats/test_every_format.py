"""A report has the same findings in every format, each at a place that its reader can find."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from hegui.engine.run import run
from hegui.engine.session import Request, Session
from hegui.finding import FileResult, Finding
from hegui.text.source import decode
from tests.document.office import convert
from tests.formats.rendering import FORMS, OFFICE, office, reports, text

REPORTS = reports()
UNEQUAL = tomllib.loads(Path(__file__).with_name("unequal.toml").read_text("utf-8"))["unequal"]
FAMILIES = {"STR", "LDR", "PLN", "SIG", "TIM", "STA", "CIT", "TRM", "FMT", "PRI", "SUB", "DUP"}
Said = Counter[tuple[str, str, str]]


class Checked(NamedTuple):
    """A report in one form: the file, and what is found in it."""

    data: bytes
    result: FileResult


Forms = dict[tuple[str, str], Checked]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Request(paths=(), kind="fazhi"))


def check(session: Session, path: str, data: bytes) -> Checked:
    checked = session.check(path, data)
    assert isinstance(checked.result, FileResult)
    assert (checked.result.error, checked.crashes) == (None, ())
    return Checked(data, checked.result)


@pytest.fixture(scope="module")
def texts(session: Session) -> dict[str, FileResult]:
    return {name: check(session, f"{name}.txt", text(told)).result for name, told in REPORTS.items()}


@pytest.fixture(scope="module")
def written(session: Session) -> Forms:
    """Every report in every form that needs no other program."""
    return {
        (form, name): check(session, f"{name}.{suffix}", make(told))
        for form, (suffix, make) in FORMS.items()
        for name, told in REPORTS.items()
    }


@pytest.fixture(scope="module")
def printed(session: Session, tmp_path_factory: pytest.TempPathFactory) -> Forms:
    """Every report as LibreOffice saves and prints it."""
    folder = tmp_path_factory.mktemp("printed")
    files = [folder / f"{name}.fodt" for name in REPORTS]
    for file in files:
        file.write_bytes(office(REPORTS[file.stem]))
    made = {form: convert(files, suffix, folder) for form, suffix in OFFICE.items()}
    return {
        (form, file.stem): check(session, file.name, file.read_bytes())
        for form, found in made.items()
        for file in found
    }


def said(result: FileResult) -> Said:
    """The code, severity and excerpt of each finding."""
    return Counter((finding.code, finding.severity.name, finding.excerpt) for finding in result.findings)


def unlike(checked: Checked, plain: FileResult) -> list[tuple[str, str]]:
    """The rules that do not say the same in both, each with what differs: the severity, or what is found."""
    one, other = said(checked.result), said(plain)
    more, less = one - other, other - one
    places = (
        Counter((code, excerpt) for code, _, excerpt in more),
        Counter((code, excerpt) for code, _, excerpt in less),
    )
    codes = {code for code, _, _ in more + less}
    found = {code for code, _ in (places[0] - places[1]) + (places[1] - places[0])}
    return sorted((code, "found" if code in found else "severity") for code in codes)


def place(checked: Checked, finding: Finding) -> bool:
    """Whether a finding names a place of its kind of file, and what is meant stands there."""
    at = finding.location
    if checked.data.startswith(b"%PDF"):
        return at.page is not None and at.line is None
    if checked.data.startswith(b"PK"):
        return (at.paragraph is not None or at.cell is not None) and at.line is None
    lines = decode(checked.data).text.split("\n")
    if at.line is None or at.column is None:
        return False
    line = lines[at.line - 1]
    simple = finding.marked.strip() and at.line == at.end_line and "&" not in line
    return not simple or line[at.column - 1 :].startswith(finding.marked.strip()[0])


def in_word(checked: Checked) -> None:
    """The paragraphs that findings name are those that the file has by that number; what is masked is not compared."""
    found = [paragraph.text for paragraph in docx.Document(BytesIO(checked.data)).paragraphs]
    for finding in checked.result.findings:
        number = finding.location.paragraph
        assert number
        assert re.split(r"[*\n]", finding.marked)[0].strip() in found[number - 1]


def compare(forms: Forms, texts: dict[str, FileResult], form: str, name: str) -> None:
    checked, plain = forms[form, name], texts[name]
    result = checked.result
    allowed = {(row["code"], row["what"]) for row in UNEQUAL if form in row["forms"]}
    differing = {code for code, what in unlike(checked, plain) if (code, what) not in allowed}
    assert [one for one in said(result) - said(plain) if one[0] in differing] == []
    assert [one for one in said(plain) - said(result) if one[0] in differing] == []
    assert [str(finding) for finding in result.findings if not place(checked, finding)] == []
    assert (result.title, result.year, result.level, result.body) == (plain.title, plain.year, plain.level, plain.body)
    assert (result.issuers, result.date, result.published) == (plain.issuers, plain.date, plain.published)
    if not unlike(checked, plain):
        assert (result.grade, result.score) == (plain.grade, plain.score)


def needed(forms: Forms, texts: dict[str, FileResult]) -> set[tuple[str, str, str]]:
    """The forms in which a rule says something else, its code and what differs."""
    return {(form, *one) for (form, name), checked in forms.items() for one in unlike(checked, texts[name])}


def listed(forms: Forms) -> set[tuple[str, str, str]]:
    """The same as the list has it, with a reason each."""
    assert all(len(row["why"]) > 20 for row in UNEQUAL)
    here = {form for form, _ in forms}
    return {(form, row["code"], row["what"]) for row in UNEQUAL for form in row["forms"] if form in here}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", FORMS)
def test_the_same_is_found(written: Forms, texts: dict[str, FileResult], form: str, name: str) -> None:
    compare(written, texts, form, name)
    if form == "docx":
        in_word(written[form, name])


@pytest.mark.system
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("form", OFFICE)
def test_the_same_is_found_in_what_libreoffice_makes(
    printed: Forms, texts: dict[str, FileResult], form: str, name: str
) -> None:
    compare(printed, texts, form, name)
    if form == "docx of LibreOffice":
        in_word(printed[form, name])


def test_the_list_says_what_differs_and_no_more(written: Forms, texts: dict[str, FileResult]) -> None:
    assert needed(written, texts) == listed(written)
    assert {form for row in UNEQUAL for form in row["forms"]} <= {*FORMS, *OFFICE}


@pytest.mark.system
def test_the_list_says_what_libreoffice_changes_and_no_more(printed: Forms, texts: dict[str, FileResult]) -> None:
    assert needed(printed, texts) == listed(printed)


def put(folder: Path, forms: Forms, wanted: Iterable[str]) -> None:
    (folder / ".git").mkdir()
    for form in wanted:
        for name in REPORTS:
            suffix = {**{form: suffix for form, (suffix, _) in FORMS.items()}, **OFFICE}[form]
            (folder / f"{name}.{suffix}").write_bytes(forms[form, name].data)
            (folder / f"~${name[2:]}.{suffix}").write_bytes(b"locked")
            (folder / f".{name}.{suffix}").write_bytes(forms[form, name].data)


def test_a_folder_with_every_report_in_every_form(
    written: Forms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, written, ("md", "docx", "html, trs"))
    outcome = run(Request((".",), kind="fazhi"))
    assert [file.path for file in outcome.files] == [f"{name}.docx" for name in sorted(REPORTS)]
    told = {skip.path: skip.reason for skip in outcome.skipped}
    same = {f"{name}.{suffix}": f"与 {name}.docx 是同一份报告" for name in REPORTS for suffix in ("html", "md")}
    assert told == same


@pytest.mark.system
def test_word_and_pdf_of_a_report_are_one(printed: Forms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, printed, OFFICE)
    outcome = run(Request((".",), kind="fazhi"))
    assert [file.path for file in outcome.files] == [f"{name}.docx" for name in sorted(REPORTS)]
    told = {skip.path: skip.reason for skip in outcome.skipped}
    assert told == {f"{name}.pdf": f"与 {name}.docx 是同一份报告" for name in REPORTS}


def test_every_family_is_found(texts: dict[str, FileResult]) -> None:
    own = [finding.code[:3] for name, result in texts.items() if "-" not in name for finding in result.findings]
    assert set(own) >= FAMILIES
    assert len(REPORTS) == 12
