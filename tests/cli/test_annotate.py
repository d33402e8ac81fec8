"""``hegui annotate`` as its users call it."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from hegui.document.docx_making import word_file
from hegui.testing import model_report
from tests.cli.conftest import Call
from tests.document.marked import commented
from tests.system import program

RIGHT = model_report()
WRONG = RIGHT.replace("2024年，", "2024年，，", 1)
NUMBER = "13800138000"


def remarks(file: Path) -> list[str]:
    """What the comments of a file say."""
    return [one.text for one in docx.Document(str(file)).comments]


@pytest.fixture
def report(folder: Path) -> Path:
    """A Word file with one repeated mark."""
    file = folder / "错.docx"
    file.write_bytes(word_file(WRONG))
    return file


def test_comments_stand_on_the_words_of_their_findings(call: Call, report: Path) -> None:
    before = report.read_bytes()
    assert call("annotate", "错.docx") == (0, "", "批注写入 错.批注.docx（1 处）\n")
    assert report.read_bytes() == before
    made = report.with_name("错.批注.docx")
    summary, mark = remarks(made)
    assert summary.startswith("hegui 检查：等级 B，97 分；错误 0、警告 1、提示 0\n核对 ")
    assert mark.startswith("【警告】FMT006 标点“，，”连用\n依据：《标点符号用法》")
    assert "\n怎么改：只留一个" in mark
    assert commented(made.read_bytes()) == {0: "", 1: "，，"}


def test_a_summary_stands_where_nothing_is_found(call: Call, folder: Path) -> None:
    (folder / "好.docx").write_bytes(word_file(RIGHT))
    assert call("annotate", "好.docx", "-o", "注.DOCX") == (0, "", "批注写入 注.DOCX（0 处）\n")
    (summary,) = remarks(folder / "注.DOCX")
    assert "等级 A，100 分" in summary


def test_findings_on_one_place_share_a_comment(call: Call, folder: Path) -> None:
    (folder / "缺.docx").write_bytes(word_file(RIGHT.replace("我", "").replace("清源县柳河镇人民政府\n2025年1月", "")))
    code, _, err = call("annotate", "缺.docx")
    found = int(err.split("（")[1].split(" ")[0])
    made = folder / "缺.批注.docx"
    told = [words.count("【") for words in remarks(made)[1:]]
    assert (code, sum(told)) == (0, found)
    assert max(told) > 1
    places = list(commented(made.read_bytes()).values())
    assert len(places) == len(told) + 1


def test_private_numbers_are_not_repeated(call: Call, folder: Path) -> None:
    text = RIGHT.replace("发放宣传资料", f"联系人电话{NUMBER}，，发放宣传资料")
    (folder / "号.docx").write_bytes(word_file(text))
    assert call("annotate", "号.docx")[0] == 0
    told = "".join(remarks(folder / "号.批注.docx"))
    assert "PRI001" in told
    assert NUMBER not in told
    assert NUMBER in commented(folder.joinpath("号.批注.docx").read_bytes()).values()


def test_dates(call: Call, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dated() -> str:
        (first, *_) = docx.Document(BytesIO(report.with_name("错.批注.docx").read_bytes())).comments
        return first.timestamp.isoformat() if first.timestamp else ""

    call("annotate", "错.docx")
    assert dated() == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    call("annotate", "错.docx")
    assert dated() == "1970-01-02T00:00:00+00:00"
    call("annotate", "错.docx", "--date", "2025-01-31")
    assert dated() == "2025-01-31T00:00:00+00:00"
    code, _, err = call("annotate", "错.docx", "--date", "1月31日")
    assert (code, "--date" in err, err.count("\n")) == (2, True, 1)


@pytest.mark.parametrize(("suffix", "before"), [(".txt", ""), (".md", "# "), (".html", "<p>")])
def test_other_formats_become_a_page_and_are_told(call: Call, folder: Path, suffix: str, before: str) -> None:
    file = folder / f"报告{suffix}"
    file.write_bytes("".join(f"{before}{line}\n" for line in WRONG.split("\n")).encode())
    written = file.read_bytes()
    code, out, err = call("annotate", file.name)
    assert (code, out) == (0, "")
    assert "这种格式不能加批注，已写成带批注的网页，写入 报告.批注.html（" in err
    page = (folder / "报告.批注.html").read_text("utf-8")
    assert "FMT006" in page
    assert "扎实推进各项工作" in page
    assert file.read_bytes() == written


@pytest.mark.system
def test_a_pdf_becomes_a_page(call: Call, folder: Path) -> None:
    (folder / "报告.docx").write_bytes(word_file(WRONG))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice", "libreoffice-writer"), profile, "--headless", "--convert-to", "pdf", "报告.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    code, _, err = call("annotate", "报告.pdf")
    assert (code, "带批注的网页" in err) == (0, True)
    assert "FMT006" in (folder / "报告.批注.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("错.docx", "错.docx", "-o 不能是原文件"),
        ("错.docx", "./错.docx", "-o 不能是原文件"),
        ("错.docx", "错.html", "请把 -o 写成 错.docx"),
        ("好.txt", "好.docx", "请把 -o 写成 好.html"),
        ("好.txt", "好.txt", "-o 不能是原文件"),
    ],
)
def test_wrong_targets_are_told_and_nothing_is_written(
    call: Call, report: Path, source: str, target: str, why: str
) -> None:
    before = {path.name: path.read_bytes() for path in report.parent.iterdir() if path.is_file()}
    code, _, err = call("annotate", source, "-o", target)
    assert (code, why in err, err.count("\n")) == (2, True, 1)
    assert {path.name: path.read_bytes() for path in report.parent.iterdir() if path.is_file()} == before


@pytest.mark.parametrize(
    ("name", "content", "code", "why"),
    [
        ("无.docx", None, 2, "没有这个文件"),
        ("空.docx", b"", 2, "文件是空的"),
        ("坏.docx", b"PK\x03\x04" + bytes(60), 2, "压缩包已损坏"),
        ("旧.docx", b"{\\rtf1}", 2, "RTF"),
        ("纪要.docx", word_file("会议纪要\n今天开会。"), 3, "纪要.docx："),
        ("图.png", b"\x89PNG", 2, "图.png"),
        ("夹.docx", "folder", 2, "夹.docx"),
    ],
)
def test_bad_input_is_one_line(
    call: Call, folder: Path, name: str, content: bytes | str | None, code: int, why: str
) -> None:
    if isinstance(content, str):
        (folder / name).mkdir()
    elif content is not None:
        (folder / name).write_bytes(content)
    ended, out, err = call("annotate", name)
    assert (ended, out, why in err, err.count("\n")) == (code, "", True, 1), err
    assert not list(folder.glob("*批注*"))


def test_targets_that_cannot_be_written(call: Call, report: Path) -> None:
    target = report.with_name("注.docx")
    code, _, err = call("annotate", "错.docx", "-o", "无/注.docx")
    assert (code, err) == (2, "hegui：无法写入 无/注.docx（没有这个文件夹）\n")
    target.write_bytes(b"old")
    target.chmod(0o444)
    assert "只读" in call("annotate", "错.docx", "-o", "注.docx")[2]
    target.chmod(0o644)
    report.with_name("~$注.docx").write_bytes(b"")
    assert "打开" in call("annotate", "错.docx", "-o", "注.docx")[2]
    assert target.read_bytes() == b"old"
    report.with_name("~$注.docx").unlink()
    assert call("annotate", "错.docx", "-o", "注.docx")[0] == 0
    assert target.read_bytes()[:2] == b"PK"
    target.unlink()
    target.mkdir()
    code, _, err = call("annotate", "错.docx", "-o", "注.docx")
    assert (code, err.count("\n")) == (2, 1)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_the_original_behind_a_link_is_no_target(call: Call, report: Path) -> None:
    report.with_name("链.docx").symlink_to(report)
    assert call("annotate", "错.docx", "-o", "链.docx")[0] == 2
