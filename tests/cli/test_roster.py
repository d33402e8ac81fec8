"""The reviewer's page from the command line: the roster, whole texts, what is missing."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_the_page_and_the_workbook_in_one_run(call: Call, folder: Path) -> None:
    (folder / "名单.csv").write_bytes("单位\n柳河镇\n白云乡\n".encode("gb18030"))
    arguments = (
        "--roster",
        "名单.csv",
        "--report",
        "html=审核.html",
        "--report",
        "xlsx=审核.xlsx",
        "--report",
        "json=结果.json",
    )
    code, _, err = call("check", ".", *arguments)
    assert (code, err) == (1, "")
    page = (folder / "审核.html").read_text("utf-8")
    assert "<li>白云乡" in page
    assert "没有报送 1 个" in page
    assert "<mark" in page
    assert (folder / "审核.xlsx").read_bytes().startswith(b"PK")
    assert "paragraphs" not in json.dumps(json.loads((folder / "结果.json").read_text("utf-8")))


def test_whole_texts_are_shown_when_asked_for(call: Call, folder: Path) -> None:
    sizes = {}
    for options in ((), ("--full-text",)):
        call("check", "好.txt", "--report", "html=审核.html", *options)
        page = (folder / "审核.html").read_text("utf-8")
        sizes[options] = page.count('class="row')
    assert sizes[("--full-text",)] > sizes[()]


def test_the_same_files_give_the_same_page(call: Call, folder: Path) -> None:
    pages = []
    for path in (".", ".", str(folder)):
        call("check", path, "--format", "html", "-o", "审核.html")
        pages.append((folder / "审核.html").read_bytes())
        (folder / "审核.html").unlink()
    assert pages[0] == pages[1] == pages[2]
    assert folder.as_posix() not in pages[2].decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--roster", "没有.csv", "--report", "html=a.html"), "名单 没有.csv：没有这个文件"),
        (("--roster", "空.csv", "--report", "html=a.html"), "名单 空.csv：文件是空的"),
        (("--roster", "好.csv"), "--roster 用于 html 和 xlsx"),
        (("--full-text",), "--full-text 用于 html"),
        (("--full-text", "--report", "xlsx=a.xlsx"), "--full-text 用于 html"),
    ],
)
def test_wrong_requests_are_one_line(call: Call, folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "空.csv").write_bytes(b"")
    (folder / "好.csv").write_bytes("柳河镇\n".encode())
    code, out, err = call("check", "好.txt", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"hegui：{told}")
    assert err.count("\n") == 1
    assert not (folder / "a.html").exists()


@pytest.mark.parametrize(("format_", "library"), [("html", "jinja2"), ("xlsx", "xlsxwriter")])
def test_a_missing_library_is_told_with_its_command(
    call: Call, monkeypatch: pytest.MonkeyPatch, format_: str, library: str
) -> None:
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == library else found(name, *more)
    )
    code, out, err = call("check", "好.txt", "--report", f"{format_}=审核")
    assert (code, out) == (2, "")
    assert err == f'hegui：{format_} 格式还要安装 {library}：pip install "hegui[report]"\n'


def test_accepted_findings_are_folded_and_new_ones_marked(call: Call, folder: Path) -> None:
    assert call("baseline", "缺.txt")[0] == 0
    (folder / "缺.txt").write_bytes(
        (folder / "缺.txt").read_bytes().replace("办理".encode(), "办理1件（其中：甲3件、乙4件）、办理".encode(), 1)
    )
    call("check", "缺.txt", "--baseline", "hegui-baseline.txt", "--report", "html=审核.html")
    page = (folder / "审核.html").read_text("utf-8")
    assert "已接受的 2 个问题" in page
    accepted = page[page.index('class="accepted"') :]
    assert "LDR001" in accepted[: accepted.index("</details>")]
    assert "class=missing data-v=0 data-n=" in page, "an accepted lack is a lack"
