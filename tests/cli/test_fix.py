"""``hegui fix`` as its users call it."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from shutil import which

import pytest

from hegui.cli import group
from hegui.document.docx import docx_text
from hegui.document.docx_making import word_file, zipped
from hegui.testing import model_report
from tests.cli.conftest import Call
from tests.document.marked import W, parts, revisions

RIGHT = model_report()
WRONG = RIGHT.replace("，", "，，", 1)


@pytest.fixture
def wrong(folder: Path) -> Path:
    """A report with one repeated mark."""
    file = folder / "错.txt"
    file.write_bytes(WRONG.encode())
    return file


def test_files_are_corrected_and_told_of(call: Call, wrong: Path) -> None:
    code, out, err = call("fix", ".")
    assert (code, wrong.read_bytes()) == (0, RIGHT.encode())
    assert out.split("\n")[0] == "错.txt：修正 1 处"
    assert "FMT006" in out
    assert err == "修正 1 处（1 个文件）\n"
    assert call("fix", ".") == (0, "", "没有可修正的\n")


def test_findings_that_remain_are_no_failure(call: Call, folder: Path) -> None:
    before = (folder / "缺.txt").read_bytes()
    assert call("fix", "缺.txt")[0] == 0
    assert (folder / "缺.txt").read_bytes() == before


def test_diff_shows_and_writes_nothing(call: Call, wrong: Path) -> None:
    code, out, err = call("fix", ".", "--diff")
    assert (code, wrong.read_bytes()) == (1, WRONG.encode())
    assert out.startswith("--- 错.txt\n+++ 错.txt\n@@ ")
    assert err == "可修正 1 处（1 个文件）\n"
    assert call("fix", "好.txt", "--diff")[:2] == (0, "")


@pytest.mark.skipif(which("git") is None, reason="needs git")
@pytest.mark.parametrize("text", [WRONG, WRONG.rstrip("\n"), WRONG.replace("\n", "\r\n")])
def test_diff_is_one_that_git_applies(call: Call, wrong: Path, text: str) -> None:
    wrong.write_bytes(text.encode())
    patch = wrong.with_name("改.patch")
    patch.write_bytes(call("fix", "错.txt", "--diff")[1].encode())
    subprocess.run(["git", "init", "--quiet", "--template="], cwd=wrong.parent, check=True)
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn", patch.name], cwd=wrong.parent, check=True)
    assert wrong.read_bytes() == text.replace("，，", "，").encode()


def test_selected_rules_only(call: Call, wrong: Path) -> None:
    assert call("fix", ".", "--select", "FMT007")[0] == 0
    assert wrong.read_bytes() == WRONG.encode()
    assert call("fix", ".", "--select", "repeated-mark")[0] == 0
    assert wrong.read_bytes() == RIGHT.encode()


def test_unsafe_fixes_are_offered(call: Call, folder: Path) -> None:
    text = RIGHT.replace("。", "。学习《国家公务员法》。", 1)
    (folder / "错.txt").write_bytes(text.encode())
    assert "--unsafe-fixes" in call("fix", "错.txt")[2]
    assert (folder / "错.txt").read_bytes() == text.encode()
    assert call("fix", "错.txt", "--unsafe-fixes", "--backup")[0] == 0
    assert "《中华人民共和国公务员法》".encode() in (folder / "错.txt").read_bytes()
    assert (folder / "错.txt.bak").read_bytes() == text.encode()


def test_standard_input_goes_to_standard_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    assert group.run(["fix", "-"]) == 0
    assert capfdbinary.readouterr().out == RIGHT.encode()


@pytest.mark.parametrize(
    ("content", "code", "why"),
    [
        (None, 2, "没有这个文件或文件夹"),
        (b"", 2, "文件是空的"),
        (b"\xff\xff" * 50, 2, "无法解码"),
        ("会议纪要\n今天开会。\n".encode(), 3, ""),
    ],
)
def test_bad_input_is_one_line_and_the_rest_is_done(
    call: Call, wrong: Path, content: bytes | None, code: int, why: str
) -> None:
    if content is not None:
        wrong.with_name("坏.txt").write_bytes(content)
    ended, _, err = call("fix", "坏.txt")
    assert (ended, why in err) == (code, True)
    assert call("fix", "坏.txt", "错.txt")[0] == (2 if code == 2 else 0)
    assert wrong.read_bytes() == RIGHT.encode()


def test_a_file_open_in_word_is_named(call: Call, wrong: Path) -> None:
    wrong.with_name("~$错.txt").write_bytes(b"")
    code, out, err = call("fix", ".")
    assert (code, out, wrong.read_bytes()) == (2, "", WRONG.encode())
    assert "错.txt：文件正在 Word、WPS 或 LibreOffice 中打开" in err


def test_an_empty_folder_is_told_unless_allowed(call: Call, folder: Path) -> None:
    (folder / "空").mkdir()
    assert call("fix", "空")[0] == 3
    assert call("fix", "空", "--allow-empty")[0] == 0


def test_formats_that_cannot_be_corrected_are_told_and_fail_nothing(call: Call, wrong: Path) -> None:
    for name in ("一.pdf", "二.pdf", "三.doc"):
        wrong.with_name(name).write_bytes(b"%PDF-1.4")
    code, out, err = call("fix", ".")
    assert (code, out.split("\n")[0], wrong.read_bytes()) == (0, "错.txt：修正 1 处", RIGHT.encode())
    assert err.splitlines() == [
        "2 个文件没有修正：PDF 不能直接修正，请在原来的 Word 文档里改",
        "1 个文件没有修正：旧版 Word 和 WPS 文件不能直接修正，请另存为 .docx",
        "修正 1 处（1 个文件）",
    ]
    code, _, err = call("fix", "一.pdf", "好.txt")
    assert (code, err.splitlines()[0]) == (0, "一.pdf：PDF 不能直接修正，请在原来的 Word 文档里改")
    assert call("fix", "一.pdf")[0] == 3
    assert call("fix", "一.pdf", "--allow-empty")[0] == 0


def test_word_files_are_corrected_or_marked(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "错.docx"
    file.write_bytes(word_file(WRONG))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    code, out, err = call("fix", "错.docx", "--diff")
    assert (code, "-" in out, err, file.read_bytes()) == (1, True, "可修正 1 处（1 个文件）\n", word_file(WRONG))
    for options, date in ((), "1970-01-01T00:00:00Z"), (("--date", "2025-01-31"), "2025-01-31T00:00:00Z"):
        file.write_bytes(word_file(WRONG))
        assert call("fix", "错.docx", "--track-changes", *options)[0] == 0
        assert [mark.get(f"{W}date") for mark in revisions(file.read_bytes())] == [date]
        assert docx_text(file.read_bytes()).text == RIGHT
    assert call("fix", "错.docx") == (0, "", "没有可修正的\n")
    assert call("fix", "错.docx", "--track-changes", "--date", "昨天")[0] == 2


def test_revisions_of_a_plain_text_are_refused_in_a_line(call: Call, wrong: Path) -> None:
    code, out, err = call("fix", "错.txt", "--track-changes")
    assert (code, out, wrong.read_bytes()) == (3, "", WRONG.encode())
    assert err == "错.txt：只有 .docx 能写成修订\n没有可修正的\n"


def test_a_word_file_that_cannot_be_changed_is_one_line(call: Call, folder: Path) -> None:
    held = parts(word_file(WRONG))
    strange = held["word/document.xml"].replace("，，".encode(), "，<!-- x -->，".encode())
    (folder / "奇.docx").write_bytes(zipped(held | {"word/document.xml": strange}))
    code, out, err = call("fix", "奇.docx")
    assert (code, out) == (2, "")
    assert err.splitlines()[0] == "奇.docx：要改的文字在 Word 文件里写得特别，不能直接修改，请用 Word 改"
