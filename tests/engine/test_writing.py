"""A file is the old one or the new one, whatever happens while it is written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

import pytest

from hegui.engine.writing import Draft, Unwritten, clear, replace, unwritable, write_whole

OLD, NEW = b"old " * 300_000, b"new " * 300_000
WRITES = """
import sys
from pathlib import Path
from hegui.engine.writing import write_whole
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for data in (b"new " * 300_000, b"old " * 300_000):
        write_whole(path, data)
"""
FULL = """
import resource, signal, sys
from pathlib import Path
from hegui.engine.writing import reason, replace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace(Path(sys.argv[1]), b"new " * 300_000, Path(sys.argv[1]).read_bytes())
except OSError as error:
    print(reason(error).encode("unicode_escape").decode())
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "报告.txt"
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def drafts(folder: Path) -> list[Path]:
    return list(folder.glob(".hegui-*.tmp"))


def test_written_whole_with_its_permissions(file: Path) -> None:
    file.chmod(0o640)
    replace(file, NEW, OLD)
    assert file.read_bytes() == NEW
    assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(file.parent) == ["报告.txt"]


def test_a_new_file_may_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "新.txt", NEW)
    assert names(tmp_path) == ["新.txt"]


def test_backup_keeps_the_old_one(file: Path) -> None:
    replace(file, NEW, OLD, backup=True)
    assert file.with_name("报告.txt.bak").read_bytes() == OLD
    assert names(file.parent) == ["报告.txt", "报告.txt.bak"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("链接.txt")
    link.symlink_to(file)
    replace(link, NEW, OLD)
    assert (link.is_symlink(), file.read_bytes()) == (True, NEW)


@pytest.mark.parametrize("lock", ["~$报告.txt", "~$告.txt", "~$.txt", ".~lock.报告.txt#"])
def test_a_file_open_elsewhere_is_left(file: Path, lock: str) -> None:
    file.with_name(lock).write_bytes(b"")
    with pytest.raises(Unwritten, match="正在 Word"):
        replace(file, NEW, OLD)
    assert (file.read_bytes(), drafts(file.parent)) == (OLD, [])


def test_a_file_changed_since_it_was_read_is_left(file: Path) -> None:
    with pytest.raises(Unwritten, match="又被改动"):
        replace(file, NEW, b"something else")
    assert (file.read_bytes(), drafts(file.parent)) == (OLD, [])


def test_a_read_only_file_is_left(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(Unwritten, match="只读"):
        replace(file, NEW, OLD)
    assert (file.read_bytes(), drafts(file.parent)) == (OLD, [])
    file.chmod(0o644)


@pytest.mark.skipif(os.name == "nt", reason="has no such limit")
def test_a_full_disk_leaves_the_old_file(file: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FULL, file], capture_output=True, text=True, check=True)
    assert done.stdout.encode().decode("unicode_escape") == "File too large\n"
    assert (file.read_bytes(), drafts(file.parent)) == (OLD, [])


def test_killed_at_any_point_it_is_one_or_the_other(file: Path) -> None:
    random = Random(1)
    for _ in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITES, file], stdout=subprocess.PIPE)
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            sleep(random.uniform(0, 0.05))
            writer.kill()
        assert file.read_bytes() in (OLD, NEW)
        assert len(drafts(file.parent)) <= 1
    write_whole(file, NEW)
    assert names(file.parent) == ["报告.txt"]


def test_leftovers_of_other_files_go_with_the_next_run(file: Path) -> None:
    left = file.with_name(".hegui-0123456789abcdef.tmp")
    left.write_bytes(b"half")
    write_whole(file, NEW)
    assert not left.exists()


@pytest.mark.skipif(os.name == "nt", reason="there an open file cannot be removed at all")
def test_a_draft_that_is_being_written_stays(file: Path) -> None:
    import fcntl

    draft = file.with_name(".hegui-0123456789abcdef.tmp")
    with draft.open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        clear(file.parent)
        assert draft.exists()
    clear(file.parent)
    assert not draft.exists()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "no" / "a.txt", b"x")
    assert unwritable(Path("no/a.txt"), caught.value) == "无法写入 no/a.txt（没有这个文件夹）"


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


def test_a_name_as_long_as_may_be(tmp_path: Path) -> None:
    target = tmp_path / ("年" * 83 + ".txt")
    write_whole(target, b"x")
    assert target.read_bytes() == b"x"
