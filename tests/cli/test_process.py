"""The program as a process: streams, pipes, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hegui.testing import model_report

ROOT = Path(__file__).parents[2]


def start(*arguments: str, cwd: Path, **more: object) -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path)}
    given = {"capture_output": True, "cwd": cwd, "env": environment, "timeout": 60} | more
    return subprocess.run([sys.executable, *arguments], check=False, **given)  # type: ignore[call-overload, no-any-return]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "缺.txt").write_bytes(model_report(leader="").encode())
    return tmp_path


def test_output_is_utf8_whatever_the_console(folder: Path) -> None:
    done = start(
        "-X", "utf8=0", "-m", "hegui", "check", "缺.txt", cwd=folder, env={**os.environ, "PYTHONIOENCODING": "gbk"}
    )
    assert done.returncode == 1
    assert "错误 LDR001" in done.stdout.decode("utf-8")
    done = start(
        "-m",
        "hegui",
        "check",
        "没有.txt",
        "--format",
        "json",
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").strip() == "没有.txt：没有这个文件或文件夹"


def test_standard_input(folder: Path) -> None:
    done = start(
        "-m", "hegui", "check", "-", "--format", "concise", cwd=folder, input=model_report(leader="").encode("gb18030")
    )
    assert done.returncode == 1
    assert done.stdout.decode("utf-8").startswith("-:1:1: 错误 LDR001")
    arguments = ("-m", "hegui", "check", "-", "--stdin-filename", "镇/报告.md", "--format", "concise")
    done = start(*arguments, cwd=folder, input=model_report(leader="").encode())
    assert done.stdout.decode("utf-8").startswith("镇/报告.md:1:1:")


def test_no_plugin_comes_from_the_working_folder(folder: Path) -> None:
    (folder / "evil-1.dist-info").mkdir()
    (folder / "evil-1.dist-info" / "entry_points.txt").write_text("[hegui]\nevil = evil\n", encoding="utf-8")
    (folder / "evil.py").write_text("raise SystemExit('evil ran')", encoding="utf-8")
    done = start("-m", "hegui", "check", "缺.txt", cwd=folder)
    assert done.returncode == 1
    assert b"evil" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.txt").write_bytes(model_report(leader="").encode())
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, "-m", "hegui", "check", ".", "--all"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are different on Windows")
def test_ctrl_c(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-m", "hegui", "check", "-"],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == b""
    assert err.decode("utf-8").strip() == "已中断"


def test_five_megabytes(folder: Path) -> None:
    paragraph = "全年办理行政处罚案件14件，其中已结案9件、正在办理5件。开展案卷评查2次。\n"
    text = model_report(measures="一、2024年举措和成效\n" + paragraph * (5_000_000 // len(paragraph.encode())))
    (folder / "大.txt").write_bytes(text.encode())
    done = start("-m", "hegui", "check", "大.txt", "--format", "concise", cwd=folder, timeout=30)
    assert done.returncode in (0, 1), done.stderr.decode()
