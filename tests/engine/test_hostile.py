"""Files that are odd or meant to harm, in each format that is text: one line or findings, in time, nothing left."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import monotonic

import pytest

from hegui.finding import ExitCode
from hegui.testing import model_report
from tests.engine.conftest import Run
from tests.plugs import word_check

SUFFIXES = (".txt", ".md", ".html")
SECONDS = 30  # 5 where nothing else runs
REPORT = model_report()
LINES = REPORT.split("\n")
PLANTED = [word_check("柳河镇", "TST001")]

READ = {
    "line separators": REPORT.replace("。", "。\u2028", 3).replace("；", "；\u2029").encode(),
    "mixed line ends": "".join(line + ("\r\n", "\n", "\r")[n % 3] for n, line in enumerate(LINES)).encode(),
    "form feeds and vertical tabs": REPORT.replace("\n", "\n\f").replace("。", "。\v", 2).encode(),
    "next line marks": REPORT.replace("。\n", "。\x85\n").encode(),
    "no breaks at all": REPORT.replace("\n", "").encode(),
    "ten thousand empty lines": ("\n" * 10_000 + REPORT + "\r\n" * 10_000).encode(),
    "marks that turn the direction": REPORT.replace("人民", "\u202e人民\u202c").encode(),
    "a byte order mark inside": REPORT.replace("\n", "\n\ufeff").encode(),
    "utf-16 with its mark": REPORT.encode("utf-16"),
}
REFUSED = {
    "NUL bytes": (REPORT.replace("。", "。\0", 1).encode(), "二进制"),
    "NUL bytes after a mark": (REPORT.replace("。", "。\0", 1).encode("utf-16"), "控制字符"),
    "nothing but NUL bytes": (b"\0" * 1_000_000, ""),
    "lone surrogates": (REPORT.replace("。", "。\ud800", 1).encode("utf-8", "surrogatepass"), ""),
    "lone surrogates in utf-16": (b"\xff\xfe" + "报告\ud800".encode("utf-16-le", "surrogatepass"), "utf-16-le"),
    "half a character": (REPORT.encode()[:-2], ""),
    "control characters": (REPORT.encode() + b"\x01\x02\x03" * 20_000, ""),
    "invisible characters": ("\u200b\ufeff\u2060" * 100_000).encode(),
}
SLOW = {
    "one long line": "我镇依法行政，" * 200_000,
    "open brackets": "（《“" * 200_000,
    "open comments": "<!--a>" * 80_000,
    "open tags": "<a " * 80_000,
    "comments to hegui": "<!-- hegui: ignore[" * 50_000,
    "blanks": f"柳河镇{' ' * 1_000_000}人民政府",
    "digits": f"第{'9' * 1_000_000}条",
    "stars": "*" * 300_000,
    "table bars": "|" * 300_000,
    "headings": "一、\n" * 20_000,
}


@pytest.fixture(autouse=True)
def _no_temporary_files(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(place))


def check(run_files: Run, name: str, data: bytes) -> tuple[str | None, int]:
    """Why the file was not read, and how much was found; it takes no long time and leaves nothing."""
    Path(name).write_bytes(data)
    Path("好.txt").write_bytes(REPORT.encode())
    begun = monotonic()
    outcome = run_files(name, "好.txt", checks=PLANTED, kind="fazhi")
    assert monotonic() - begun < SECONDS
    assert outcome.crashes == ()
    good, bad = sorted(outcome.files, key=lambda file: file.path == name)
    assert good.findings
    assert bad.error is None or "\n" not in bad.error
    assert outcome.exit_code in (ExitCode.USAGE if bad.error else ExitCode.FINDINGS, ExitCode.CLEAN)
    assert sorted(path.name for path in Path().iterdir()) == sorted([".git", name, "好.txt"])
    assert list(Path(tempfile.gettempdir()).iterdir()) == []
    return bad.error, len(bad.findings)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", READ)
def test_odd_text_is_read(run_files: Run, what: str, suffix: str) -> None:
    error, found = check(run_files, f"怪{suffix}", READ[what])
    assert error is None
    assert found


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_text_is_refused(run_files: Run, what: str, suffix: str) -> None:
    given = REFUSED[what]
    data, reason = given if isinstance(given, tuple) else (given, "空")
    error, _ = check(run_files, f"坏{suffix}", data)
    assert error
    assert reason in error


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("what", SLOW)
def test_what_could_take_long_does_not(run_files: Run, what: str, suffix: str) -> None:
    check(run_files, f"慢{suffix}", (REPORT + SLOW[what]).encode())
