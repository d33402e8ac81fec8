"""Many files in many processes: the same as in one, whatever becomes of a process."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Generator
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from hegui.engine.pool import processors
from hegui.engine.run import MANY, Run
from hegui.engine.session import Request, Session
from tests.generator import compose
from tests.installed import plugins

CHECK = '''
import os, time
from hegui.api import Basis, Hit, Report, Severity, Span, Strength, check, hookimpl

@check("TST001", "deadly", "试", each=Report, severity=Severity.INFO, basis=Basis("试", "第一条", Strength.PRACTICE))
def deadly(report):
    """Dies of one word, and is slow about another."""
    if "致命的词" in report.text:
        os._exit(9)
    if "慢吞吞" in report.text:
        time.sleep(0.3)
    yield Hit(Span(0, 1), "看过了")

@hookimpl
def hegui_checks():
    return [deadly]
'''
FILES = 14


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "报告"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number:02}.txt").write_bytes(compose(number).text.encode())
    (folder / "坏.txt").write_bytes(b"\xff\xff" * 50)
    (folder / "纪要.txt").write_bytes("会议纪要\n今天开会。\n".encode())
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder on the path in which a plugin is installed."""
    folder = tmp_path / "site"
    info = folder / "deadly-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / "deadly.py").write_text(CHECK, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: deadly\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[hegui]\ndeadly = deadly\n", "utf-8")
    return folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "hegui", "check", ".", *arguments]


def environment(site: Path | None = None) -> dict[str, str]:
    return dict(os.environ) if site is None else os.environ | {"PYTHONPATH": str(site)}


def run(folder: Path, *arguments: str, site: Path | None = None) -> tuple[int, str, str]:
    done = subprocess.run(command(*arguments), cwd=folder, capture_output=True, env=environment(site), check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_any_number_of_processes_says_the_same_in_the_same_order(reports: Path) -> None:
    one = run(reports, "--format", "json", "-j", "1")
    assert one[0] == 2
    assert one[1].count('"path"') > FILES
    assert run(reports, "--format", "json", "-j", "2") == one


def test_a_file_that_kills_its_process_is_named_and_the_rest_is_checked(reports: Path, site: Path) -> None:
    before = run(reports, "--format", "concise", "--all", "-j", "2", site=site)[1].split("\n")
    (reports / "07.txt").write_bytes((reports / "07.txt").read_bytes() + "致命的词。\n".encode())
    code, out, err = run(reports, "--format", "concise", "--all", "-j", "2", site=site)
    assert (code, "Traceback" in err) == (2, False)
    killed = "处理这个文件的进程意外结束，未能检查"
    assert [line for line in out.split("\n") if killed in line] == [f"07.txt: 读不了 {killed}"]
    others = [line for line in before if not line.startswith("07.txt") and ".txt" in line]
    assert [line for line in out.split("\n") if not line.startswith("07.txt") and ".txt" in line] == others
    assert sum("看过了" in line for line in others) == FILES - 1


def test_processes_end_with_the_run_that_nobody_reads_on(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    run = Run(Session(Request((".",), jobs=2)))
    files = run.files()
    next(file for file in files if file.error is None)
    assert active_children()
    assert isinstance(files, Generator)
    files.close()
    gc.collect()
    assert not active_children()


def gone(group: int) -> bool:
    """Whether no process of the group is left after a while."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        sleep(0.05)
    return False


def test_few_files_start_no_process(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(reports)
    left, asked = Run(Session(Request((".",)))), Run(Session(Request((".",), jobs=3)))
    assert [left.jobs(MANY - 1), asked.jobs(MANY - 1), asked.jobs(2), asked.jobs(1)] == [1, 3, 2, 1]
    assert left.jobs(MANY) == processors()
    assert Run(Session(Request((".",), jobs=3), plugins())).jobs(MANY) == 1


@pytest.mark.skipif(os.name == "nt", reason="there a console, not a signal, interrupts")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_it_tells_how_far_it_came_and_leaves_nothing_behind(reports: Path, site: Path, jobs: str) -> None:
    for file in sorted(reports.glob("[0-9]*.txt"))[4:]:
        file.write_bytes(file.read_bytes() + "慢吞吞。\n".encode())
    arguments = command("--format", "concise", "--all", "-j", jobs, "--report", "json=结果.json")
    with subprocess.Popen(
        arguments,
        cwd=reports,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(site),
        start_new_session=True,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=20)
        assert running.returncode == 130
        assert err.decode().startswith(f"已中断：{FILES + 2} 个文件中已检查 ")
    assert gone(running.pid)
    assert not (reports / "结果.json").exists()
    assert list(reports.glob(".hegui-*")) == []
