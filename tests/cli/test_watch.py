"""The program watching a folder while somebody saves a report as editors do."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from hegui.cli.watch import _matters
from hegui.testing import model_report
from tests.cli.conftest import Call

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are different on Windows")
SOON = 10.0


class Watching:
    """A running ``hegui check --watch``; what it says comes line by line."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hegui", "check", *arguments, "--watch", "--format", "concise"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        """Closes what it reads: shutting a pipe under a reader is undefined."""
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line.decode("utf-8"))

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(SOON)
        self._reader.join(SOON)

    def round(self, timeout: float = SOON) -> str:
        """What is said until it waits again."""
        said = ""
        until = monotonic() + timeout
        while "正在等候改动" not in said:
            said += self._lines.get(timeout=max(0.01, until - monotonic()))
        return said

    def quiet(self, seconds: float = 0.8) -> bool:
        """Whether nothing is said for a while."""
        try:
            self._lines.get(timeout=seconds)
        except queue.Empty:
            return True
        return False

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SOON)


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    program = Watching(folder, ".")
    assert "缺.txt:1:1: 错误 LDR001" in program.round(30)
    yield program
    program.end()


def save(place: Path, text: str) -> None:
    """As an editor saves: beside, then in place."""
    draft = place.with_name(f"~${place.name}")
    draft.write_text(text, "utf-8")
    draft.replace(place)


def test_a_saved_report_is_checked_again_at_once(watching: Watching, folder: Path) -> None:
    save(folder / "缺.txt", model_report())
    saved = monotonic()
    assert "LDR001" not in watching.round()
    assert monotonic() - saved < 2, "a tenth of a second on a quiet machine"
    save(folder / "好.txt", model_report(leader=""))
    assert "好.txt:1:1: 错误 LDR001" in watching.round()
    (folder / "好.txt").unlink()
    assert "LDR001" not in watching.round()
    assert watching.interrupt() == 130


def test_a_file_that_stays_unreadable_is_told_once(watching: Watching, folder: Path) -> None:
    (folder / "空.txt").write_bytes(b"")
    assert "空.txt: 读不了 文件是空的" in watching.round()
    assert watching.quiet(1.2)


def test_locks_and_outputs_are_no_news_and_settings_are(watching: Watching, folder: Path) -> None:
    (folder / "~$缺.txt").write_text("锁", "utf-8")
    (folder / ".hegui-0.tmp").write_text("半", "utf-8")
    assert watching.quiet()
    (folder / "hegui.toml").write_text('ignore = ["LDR", "STR"]', "utf-8")
    assert "LDR001" not in watching.round()
    (folder / "hegui.toml").write_text("wrong", "utf-8")
    assert "hegui.toml" in watching.round()
    (folder / "hegui.toml").unlink()
    assert "LDR001" in watching.round()


def test_a_file_written_in_pieces_is_tried_again(watching: Watching, folder: Path) -> None:
    whole = model_report(leader="").encode("utf-16")
    with (folder / "慢.txt").open("wb") as file:
        file.write(whole[:1001])
        file.flush()
        said = watching.round()
        file.write(whole[1001:])
    while "慢.txt:1:1: 错误 LDR001" not in said:
        said = watching.round()


def test_one_file_may_come_back_unseen(folder: Path) -> None:
    program = Watching(folder, "好.txt")
    try:
        program.round(30)
        text = (folder / "好.txt").read_text("utf-8")
        (folder / "好.txt").unlink()
        assert "没有这个文件或文件夹" in program.round()
        (folder / "好.txt").write_text(text, "utf-8")
        said = program.round()
        while "没有这个文件" in said:
            said = program.round()
        (folder / "缺.txt").write_text("别的", "utf-8")
        assert program.interrupt() == 130
    finally:
        program.end()


def test_what_cannot_be_watched(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call("check", "-", "--watch") == (2, "", "hegui：--watch 不能用于标准输入\n")
    assert "没有 " in call("check", "无/报告.txt", "--watch")[2]
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    code, _, err = call("check", ".", "--watch")
    assert (code, err) == (2, "hegui：--watch 要另装一个库：pip install 'hegui[watch]'\n")


def test_what_matters(tmp_path: Path) -> None:
    named = {tmp_path / "夹", tmp_path / "一.txt"}
    written = {tmp_path / "夹" / "结果.txt"}
    assert _matters(tmp_path / "夹" / "子" / "报告.docx", named, written)
    assert _matters(tmp_path / "一.txt", named, written)
    assert _matters(tmp_path / "hegui.toml", named, written)
    for path in ("二.txt", "夹/~$报告.docx", "夹/结果.txt", "夹/.hegui-1.tmp"):
        assert not _matters(tmp_path / path, named, written), path
