"""A folder of files that mean harm, with one report among them: each told in one line, the report checked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import IO

import pytest

from hegui.document.docx_making import zipped
from hegui.testing import model_report
from tests import spent
from tests.document import test_docx_hostile as word_files
from tests.document import test_pdf_hostile as pdf_files
from tests.document.pages import SHAPES

REPORT = model_report()
PARAGRAPHS = [line for line in REPORT.split("\n") if line]
PAGE = SHAPES["trs"](PARAGRAPHS)
PAGES = {
    "NUL": PAGE.replace("。".encode(), b"\0", 1),
    "surrogate": PAGE.replace("。".encode(), b"\xed\xa0\x80", 1),
    "deep": PAGE.replace(b"<body>", b"<body>" + b"<div>" * 100_000),
    "tags": PAGE.replace(b"<body>", b"<body>" + b"<br>" * 300_000),
    "big": PAGE + b"<p>" + b" " * (70 << 20),
    "archive": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + PAGE,
}
PDFS = ("cut off", "pages that are their own parent", "a million pages", "a packed gigabyte", "arrays in arrays")
HARMLESS = {
    "tags.htm": PAGE.replace(b"<body>", b"<body>" + b"<a " * 80_000),
    "comments.htm": PAGE + b"<!--a>" * 80_000,
    "lines.txt": REPORT.replace("。", "。\u2028").replace("\n", "\r\n", 5).encode(),
    "macros.docm": zipped({**word_files.parts(), **word_files.STRANGE["macros"]}),
    "upwards.docx": zipped({**word_files.parts(), **word_files.STRANGE["a path upwards"]}),
}
SECONDS = 120  # 5 for each where nothing else runs, and most take a hundredth
MEGABYTES = 500


@pytest.fixture(scope="module")
def harm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("harm")
    (folder / ".git").mkdir()
    for number, (make, _) in enumerate(word_files.CASES.values()):
        (folder / f"坏{number}.docx").write_bytes(make())
    for name, page in PAGES.items():
        (folder / f"坏{name}.html").write_bytes(page)
    for number, name in enumerate(PDFS):
        (folder / f"坏{number}.pdf").write_bytes(pdf_files.CASES[name][0])
    for name, data in HARMLESS.items():
        (folder / name).write_bytes(data)
    (folder / "好.txt").write_text(REPORT.replace("2024", "2023").replace("2025", "2024"), "utf-8")
    return folder


def test_each_is_one_line_and_the_report_is_checked(harm: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in harm.iterdir())
    environment = os.environ | {name: str(tmp_path) for name in ("TMPDIR", "TEMP", "TMP")}
    environment |= {"XDG_CACHE_HOME": str(tmp_path / "cache"), "LOCALAPPDATA": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "hegui", "check", ".", "--kind", "fazhi", "--format", "json", "-j", "1"]
    begun = monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        code, most = _run(command, harm, environment, out, err)
        assert monotonic() - begun < SECONDS
        out.seek(0)
        err.seek(0)
        told = json.loads(out.read())
        errors = err.read().decode("utf-8")
    assert code == told["exit_code"] == 2
    assert "Traceback" not in errors
    assert told["crashes"] == []
    assert most < MEGABYTES
    files = {file["path"]: file["error"] for file in told["files"]}
    assert {name for name, error in files.items() if error} == {name for name in before if name.startswith("坏")}
    assert [error for error in files.values() if error and "\n" in error] == []
    assert {"好.txt", *HARMLESS} == {name for name, error in files.items() if not error} | {"lines.txt"}
    assert [skipped["path"] for skipped in told["skipped"]] == ["lines.txt"], "it says what the pages say"
    assert sorted(path.name for path in harm.iterdir()) == before
    assert [path for path in tmp_path.iterdir() if path.name != "cache"] == []


def _run(
    command: list[str], folder: Path, environment: dict[str, str], out: IO[bytes], err: IO[bytes]
) -> tuple[int, float]:
    """The exit code of a command, and the most megabytes it took; none on Windows, which does not tell."""
    with tempfile.TemporaryDirectory() as temporary:
        told = Path(temporary, "spent.json")
        measured = [] if os.name == "nt" else [sys.executable, spent.__file__, str(told)]
        done = subprocess.run([*measured, *command], cwd=folder, env=environment, stdout=out, stderr=err, check=False)
        return done.returncode, json.loads(told.read_text("utf-8"))[2] if measured else 0
