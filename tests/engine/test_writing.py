from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hegui.engine.writing import Draft, unwritable, write_whole


def drafts(folder: Path) -> list[Path]:
    return list(folder.glob(".hegui-*.tmp"))


def test_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    target = tmp_path / "结果.txt"
    target.write_text("旧", encoding="utf-8")
    killed = Draft(target)
    killed.write("一半".encode())
    (left,) = drafts(tmp_path)
    killed.drop()
    left.write_text("一半", encoding="utf-8")
    assert target.read_text("utf-8") == "旧"
    write_whole(target, "新\n".encode())
    assert target.read_bytes() == "新\n".encode()
    assert drafts(tmp_path) == []


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "结果.txt"
    target.write_bytes(b"old")

    def fail(self: Path, other: Path) -> None:
        raise PermissionError(13, "占用")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError) as caught:
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert drafts(tmp_path) == []
    assert unwritable(Path("结果.txt"), caught.value) == "无法写入 结果.txt（没有写入的权限，或文件正被别的程序占用）"


def test_dropped_is_as_if_never_begun(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "a")
    draft.write(b"x")
    draft.drop()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no permission bits on Windows")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_name_as_long_as_may_be(tmp_path: Path) -> None:
    target = tmp_path / ("年" * 83 + ".txt")
    write_whole(target, b"x")
    assert target.read_bytes() == b"x"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "no" / "a.txt", b"x")
    assert "没有这个文件夹" in unwritable(Path("no/a.txt"), caught.value)
