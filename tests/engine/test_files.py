import os
import shutil
import subprocess
from pathlib import Path

import pytest

from hegui.document import limits
from hegui.engine import files
from hegui.engine.files import read, walk

SUFFIXES = (".txt", ".md")
GIT = shutil.which("git")


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("文字", encoding="utf-8")


@pytest.fixture
def bare(folder: Path) -> Path:
    """A working folder outside any repository."""
    (folder / ".git").rmdir()
    return folder


def test_folders_are_walked_in_order_without_what_is_hidden(bare: Path) -> None:
    put(
        bare,
        "镇/b.txt",
        "镇/a.md",
        "c.TXT",
        ".hidden.txt",
        ".git2/x.txt",
        "~$c.txt",
        "镇/.x/y.txt",
        "README",
        "data.csv",
    )
    assert walk(["."], SUFFIXES) == (("c.TXT", "镇/a.md", "镇/b.txt"), (), ())


def test_formats_that_cannot_be_read_yet_are_told(bare: Path) -> None:
    put(bare, "a.mht", "b.MHT", "c.txt")
    found = walk(["."], SUFFIXES)
    assert found.files == ("c.txt",)
    assert [(skip.path, "网页" in skip.reason) for skip in found.skipped] == [("a.mht", True), ("b.MHT", True)]
    assert walk(["."], (".mht",)).files == ("a.mht", "b.MHT")


def test_how_to_save_a_page_is_told(bare: Path) -> None:
    put(bare, "a.mht", "b.MHTML", "c.html")
    found = walk([".", "a.mht"], (".html",))
    assert found.files == ("c.html",)
    assert [(skip.path, "仅 HTML" in skip.reason) for skip in found.skipped] == [("a.mht", True), ("b.MHTML", True)]
    assert "仅 HTML" in found.unfit[0].reason


def test_what_is_named_is_read_or_refused(bare: Path) -> None:
    put(bare, ".hidden.txt", "a.mht", "x.csv", "plain")
    found = walk([".hidden.txt", "a.mht", "x.csv", "plain", "missing.txt", ".hidden.txt/under", "空\0名.txt"], SUFFIXES)
    assert found.files == (".hidden.txt",)
    reasons = {unfit.path: unfit.reason for unfit in found.unfit}
    assert reasons["missing.txt"] == reasons[".hidden.txt/under"] == "没有这个文件或文件夹"
    assert "还不能读 .mht" in reasons["a.mht"]
    assert reasons["x.csv"] == "不认识 .csv 格式，可读的有 .md .txt"
    assert "没有后缀" in reasons["plain"]
    assert len(reasons) == 6


def test_no_file_twice(bare: Path) -> None:
    put(bare, "镇/a.txt")
    paths = ["镇/a.txt", "./镇/a.txt", ".", "镇", str(bare / "镇" / "a.txt")]
    assert len(walk(paths, SUFFIXES).files) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links_that_loop_or_lead_nowhere(bare: Path) -> None:
    put(bare, "镇/a.txt")
    (bare / "镇" / "loop").symlink_to(bare)
    (bare / "nowhere.txt").symlink_to(bare / "missing")
    (bare / "round.txt").symlink_to(bare / "round.txt")
    (bare / "same.txt").symlink_to(bare / "镇" / "a.txt")
    assert len(walk(["."], SUFFIXES).files) == 1
    found = walk(["nowhere.txt", "round.txt"], SUFFIXES)
    assert [unfit.path for unfit in found.unfit] == ["nowhere.txt", "round.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_file(bare: Path) -> None:
    os.mkfifo(bare / "p.txt")
    assert walk(["."], SUFFIXES) == ((), (), ())
    assert [unfit.reason for unfit in walk(["p.txt"], SUFFIXES).unfit] == ["不是普通文件"]


@pytest.mark.skipif(GIT is None, reason="no git")
def test_git_says_what_is_ignored(bare: Path) -> None:
    put(bare, "镇/a.txt", "镇/旧.txt", "draft/b.txt", "镇/gone.txt", "~$c.txt", ".hidden.txt")
    (bare / ".gitignore").write_text("draft/\n", encoding="utf-8")
    subprocess.run([str(GIT), "init", "-q"], check=True)
    subprocess.run([str(GIT), "add", "-A"], check=True)
    (bare / "镇" / "gone.txt").unlink()
    put(bare, "镇/new.txt")
    assert walk(["."], SUFFIXES).files == ("镇/a.txt", "镇/new.txt", "镇/旧.txt")
    assert walk(["镇"], SUFFIXES).files == ("镇/a.txt", "镇/new.txt", "镇/旧.txt")
    assert walk(["draft/b.txt"], SUFFIXES).files == ("draft/b.txt",)
    assert walk(["draft"], SUFFIXES).files == ("draft/b.txt",), "a folder that is named is read"


@pytest.mark.skipif(GIT is None or os.name == "nt", reason="no git, or no shell scripts")
def test_a_repository_cannot_run_its_own_program(bare: Path) -> None:
    put(bare, "a.txt")
    subprocess.run([str(GIT), "init", "-q"], check=True)
    hook = bare / "hook.sh"
    hook.write_text(f"#!/bin/sh\ntouch '{bare}/ran'\n", encoding="utf-8")
    hook.chmod(0o755)
    subprocess.run([str(GIT), "config", "core.fsmonitor", str(hook)], check=True)
    assert walk(["."], SUFFIXES).files == ("a.txt",)
    assert not (bare / "ran").exists()


def test_a_broken_repository_is_walked_all_the_same(folder: Path) -> None:
    put(folder, "a.txt")
    assert walk(["."], SUFFIXES).files == ("a.txt",)


def test_without_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, "a.txt")
    monkeypatch.setenv("PATH", str(folder))
    assert walk(["."], SUFFIXES).files == ("a.txt",)


def test_read(folder: Path) -> None:
    put(folder, "a.txt")
    assert read("a.txt") == "文字".encode()
    assert "没有这个文件" in str(read("missing.txt"))
    limits.use(limits.Limits(size=5))
    try:
        assert read("a.txt") == files.Unfit("a.txt", "文件大小超过上限 5 字节（设置项 limits.size）")
    finally:
        limits.use(limits.DEFAULT)
