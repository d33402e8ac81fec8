"""One report in several formats is checked once, whatever it is called and in whatever order it is found."""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.document.docx_making import word_file
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.engine.twins import Found, Sketch, twins
from hegui.finding import Outcome
from hegui.testing import model_report
from tests.document import pdfs
from tests.document.pdfs import content, typed
from tests.engine.conftest import Run

MOST_SECONDS = 60  # 5 where nothing else runs
TEXT = model_report()
PARAGRAPHS = [line.strip() for line in TEXT.splitlines() if line.strip()]


def as_pdf(text: str) -> bytes:
    words = typed(*(line.strip() for line in text.splitlines() if line.strip()), top=0)
    height = 25 * pdfs.LEADING
    pages: dict[int, list[pdfs.Word]] = {}
    for word in words:
        pages.setdefault(int(word.y // height), []).append(word._replace(y=word.y % height + pdfs.TOP))
    return pdfs.file(*(content(page) for page in pages.values()))


def as_page(text: str) -> bytes:
    body = "".join(f"<p>{escape(line.strip())}</p>\n" for line in text.splitlines() if line.strip())
    return f'<html><head><meta charset="utf-8"></head><body><div class="TRS_Editor">{body}</div></body></html>'.encode()


MADE: dict[str, Callable[[str], bytes]] = {
    ".docx": word_file,
    ".html": as_page,
    ".md": str.encode,
    ".txt": str.encode,
    ".pdf": as_pdf,
}


def put(path: str, data: bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(data)


def told(outcome: Outcome) -> tuple[list[str], dict[str, str]]:
    return [file.path for file in outcome.files], {skip.path: skip.reason for skip in outcome.skipped}


def test_a_pdf_of_the_same_report_is_passed_over(run_files: Run) -> None:
    put("甲/报告.txt", TEXT.encode())
    put("乙/定稿.pdf", as_pdf(TEXT))
    put("乙/别的.md", TEXT.replace("2024", "2023").replace("2025", "2024").encode())
    files, skipped = told(run_files())
    assert files == ["乙/别的.md", "甲/报告.txt"]
    assert skipped == {"乙/定稿.pdf": "与 甲/报告.txt 是同一份报告"}


def test_the_first_format_counts(run_files: Run) -> None:
    put("1.pdf", as_pdf(TEXT))
    put("2.txt", TEXT.encode())
    put("3.md", TEXT.encode())
    files, skipped = told(run_files())
    assert files == ["3.md"]
    assert skipped == dict.fromkeys(("1.pdf", "2.txt"), "与 3.md 是同一份报告")


def test_every_format_is_one_report(run_files: Run) -> None:
    for suffix, make in MADE.items():
        put(f"报告{suffix}", make(TEXT))
    files, skipped = told(run_files())
    assert files == ["报告.docx"]
    assert skipped == {f"报告{suffix}": "与 报告.docx 是同一份报告" for suffix in MADE if suffix != ".docx"}


def test_a_file_that_is_named_is_checked_always(run_files: Run) -> None:
    put("a.md", TEXT.encode())
    put("b.txt", TEXT.encode())
    assert told(run_files("a.md", "b.txt"))[0] == ["a.md", "b.txt"]
    assert told(run_files(".", "b.txt")) == (["b.txt"], {"a.md": "与 b.txt 是同一份报告"})
    assert told(run_files("./b.txt", "a.md", "."))[0] == ["a.md", "b.txt"]


def test_two_copies_of_one_format_are_both_checked(run_files: Run) -> None:
    put("a.txt", TEXT.encode())
    put("b.txt", TEXT.encode())
    assert told(run_files()) == (["a.txt", "b.txt"], {})


def test_another_draft_and_another_issuer_are_other_reports(run_files: Run) -> None:
    half = len(PARAGRAPHS) // 2
    changed = [line[::-1] if n > half and "。" in line else line for n, line in enumerate(PARAGRAPHS)]
    put("a.txt", TEXT.encode())
    put("b.md", "\n\n".join(changed).encode())
    issuer = run_files("a.txt").files[0].issuers[0]
    put("c.pdf", as_pdf(TEXT.replace(issuer, issuer.replace(issuer[:2], "清溪"))))
    assert told(run_files()) == (["a.txt", "b.md", "c.pdf"], {})


def test_one_that_cannot_be_read_hides_no_other(run_files: Run) -> None:
    put("a.md", TEXT.encode() + b"\xff\xff\xff")
    put("b.txt", TEXT.encode())
    outcome = run_files()
    assert [(file.path, file.error is None) for file in outcome.files] == [("a.md", False), ("b.txt", True)]
    assert outcome.skipped == ()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred files of all formats, among them hidden ones, locks and copies in a second format."""
    folder = tmp_path_factory.mktemp("many")
    (folder / ".git").mkdir()
    rng = random.Random(7)
    for number in range(200):
        text = TEXT.replace("2024", f"{2000 + number}")
        for suffix in rng.sample(list(MADE), 2 if number < 100 else 1):
            (folder / f"{number:03}{suffix}").write_bytes(MADE[suffix](text))
    for suffix in (".txt", ".md", ".pdf", ".docx", ".html", ".htm", ".doc", ".wps"):
        for name in (f"~$报告{suffix}", f".报告{suffix}"):
            (folder / name).write_bytes(b"locked")
    return folder


def test_three_hundred_files(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(many)
    begun = monotonic()
    outcome = run(Request((".",)))
    assert monotonic() - begun < MOST_SECONDS
    assert (len(outcome.files), len(outcome.skipped)) == (200, 100)
    assert [file.error for file in outcome.files if file.error] == []
    assert all(skip.reason.endswith("是同一份报告") for skip in outcome.skipped)
    assert [file.path for file in outcome.files] == sorted(file.path for file in outcome.files)


SKETCH = st.builds(
    Sketch,
    st.sampled_from([("甲镇",), ("乙镇",)]),
    st.sampled_from([2023, 2024]),
    st.sampled_from([frozenset(range(10)), frozenset(range(1, 10)), frozenset(range(5)), frozenset()]),
)
NAME = st.builds(
    "{}{}".format, st.integers(0, 30), st.sampled_from([".txt", ".md", ".pdf", ".docx", ".wps", ".htm", ".odd"])
)


@given(st.dictionaries(NAME, st.none() | SKETCH, max_size=9), st.data())
def test_whatever_the_order(files: dict[str, Sketch | None], data: st.DataObject) -> None:
    named = data.draw(st.sets(st.sampled_from(sorted(files)))) if files else set()
    found = [Found(path, sketch) for path, sketch in files.items()]
    expected = twins(found, named)
    assert twins(data.draw(st.permutations(found)), named) == expected
    assert not named & set(expected)
    assert all(skip.reason.split()[1] in files and skip.reason.split()[1] not in expected for skip in expected.values())
