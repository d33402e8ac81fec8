"""Results from the cache: the same as fresh ones, whatever is asked for, and nothing of anybody else's."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from time import sleep

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hegui.engine import cache as kept
from hegui.engine import keys
from hegui.engine.run import SOME, Run, run
from hegui.engine.select import Choice
from hegui.engine.session import Request, Session
from hegui.engine.store import NAME, VARIABLE, Store
from hegui.finding import Outcome
from tests.generator.compose import compose
from tests.installed import built_in_checks

POSIX = pytest.mark.skipif(os.name == "nt", reason="there rights are not told by bits")
PHONE = "联系电话13812345678。"
SETTINGS = '[[ignore]]\npath = "*"\ncode = "FMT"\nreason = "试"\n[severity]\nSTR = "info"\n'
TERM = '[[terms]]\ncode = "XX001"\nfind = "法治"\nmessage = "试"\n'


def write(folder: Path, number: int = SOME) -> None:
    for seed in range(number):
        text = compose(seed).text
        if seed == 1:
            text = "<!-- hegui: ignore[FMT] 已核实 -->\n<!-- hegui: ignore[STR] -->\n" + text + PHONE
        (folder / f"{seed:02}{'.md' if seed % 5 == 1 else '.txt'}").write_bytes(text.encode())
    (folder / "纪要.txt").write_bytes("会议纪要\n今天开会。\n".encode())


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, which is not there yet."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def reports(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "reports"
    (folder / ".git").mkdir(parents=True)
    write(folder)
    monkeypatch.chdir(folder)
    return folder


def checked(*, cache: bool = True, **more: object) -> Outcome:
    return run(Request((".",), jobs=1, cache=cache, **more))  # type: ignore[arg-type]  # any field


def looked(monkeypatch: pytest.MonkeyPatch, **more: object) -> tuple[Outcome, int]:
    """The outcome of a run with the cache, and how many files were looked at for it."""
    paths = []
    real = Session.check_file
    with monkeypatch.context() as patch:
        patch.setattr(Session, "check_file", lambda self, path: paths.append(path) or real(self, path))
        return checked(**more), len(paths)


def test_the_second_run_looks_at_nothing_and_says_the_same(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = checked(cache=False)
    assert looked(monkeypatch) == (fresh, SOME + 1)
    assert looked(monkeypatch) == (fresh, 0)
    assert sum(fresh.summary[1:]) > SOME


CODES = sorted(check.code for check in built_in_checks())
SOME_CODES = st.lists(st.sampled_from([*CODES, *sorted({code[:3] for code in CODES}), "HEG"]), max_size=8).map(tuple)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.none() | SOME_CODES, SOME_CODES, SOME_CODES, st.booleans())
def test_any_choice_finds_the_same(
    reports: Path, select: tuple[str, ...] | None, extend: tuple[str, ...], ignore: tuple[str, ...], draft: bool
) -> None:
    asked = {"choice": Choice(select, extend, ignore), "draft": draft}
    fresh = checked(cache=False, **asked)
    assert checked(**asked) == fresh
    assert checked(**asked) == fresh


def test_settings_act_on_what_is_kept(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked()
    (reports / "hegui.toml").write_text(SETTINGS, "utf-8")
    outcome, number = looked(monkeypatch)
    assert (outcome, number) == (checked(cache=False), 0)
    assert sum(file.suppressed for file in outcome.files) > 0
    (reports / "hegui.toml").write_text(SETTINGS + TERM, "utf-8")
    outcome, number = looked(monkeypatch)
    assert (outcome, number) == (checked(cache=False), SOME + 1)


def test_only_what_changed_is_looked_at(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = checked()
    data = (reports / "00.txt").read_bytes()
    (reports / "00.txt").write_bytes(data.replace("年".encode(), "月".encode()))
    (reports / "02.txt").rename(reports / "改名.txt")
    outcome, number = looked(monkeypatch)
    assert (outcome, number) == (checked(cache=False), 1)
    assert outcome != before


def test_another_version_or_source_looks_again(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checked()
    with monkeypatch.context() as patch:
        patch.setattr(keys, "__version__", "0.0.0")
        assert looked(monkeypatch)[1] == SOME + 1
    with monkeypatch.context() as patch:
        patch.setattr(keys, "installed", lambda: ("other-1.0.dist-info",))
        assert looked(monkeypatch)[1] == SOME + 1
    assert looked(monkeypatch)[1] == 0


def test_few_files_touch_nothing(reports: Path, store: Path) -> None:
    for path in sorted(reports.glob("[01]*.*"))[: SOME - 1]:
        path.rename(path.with_name(f".{path.name}"))
    checked()
    assert not store.exists()


@POSIX
def test_the_store_is_private(reports: Path, store: Path) -> None:
    checked()
    assert store.stat().st_mode & 0o777 == 0o700
    assert (store / NAME).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in store.iterdir()] == [NAME]


@POSIX
def test_what_others_may_write_is_not_trusted(reports: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = checked()
    held = (store / NAME).read_bytes()
    store.chmod(0o770)
    assert looked(monkeypatch) == (fresh, SOME + 1)
    store.chmod(0o700)
    (store / NAME).chmod(0o620)
    assert looked(monkeypatch) == (fresh, SOME + 1)
    (store / NAME).chmod(0o600)
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: store.stat().st_uid + 1)
        assert looked(monkeypatch) == (fresh, SOME + 1)
    store.rename(store.with_name("elsewhere"))
    store.symlink_to(store.with_name("elsewhere"))
    assert looked(monkeypatch) == (fresh, SOME + 1)
    assert (store / NAME).read_bytes() == held


@pytest.mark.parametrize("cut", [0, 100, 5000])
def test_a_broken_store_is_replaced(reports: Path, store: Path, monkeypatch: pytest.MonkeyPatch, cut: int) -> None:
    fresh = checked()
    data = (store / NAME).read_bytes()
    (store / NAME).write_bytes(data[:cut] + b"\xaa" * (len(data) - cut))
    assert looked(monkeypatch)[0] == fresh
    assert looked(monkeypatch)[0] == fresh
    assert looked(monkeypatch) == (fresh, 0)


@pytest.mark.parametrize("value", [b"", b"{}", b"[]", b"\xff", b'{"about": 1}', b"[" * 9999])
def test_what_was_not_written_here_is_looked_at_again(reports: Path, store: Path, value: bytes) -> None:
    fresh = checked()
    with sqlite3.connect(store / NAME) as connection:
        connection.execute("UPDATE result SET value = ?", (value,))
    connection.close()
    assert checked() == fresh


def test_a_store_in_use_is_done_without(reports: Path, store: Path) -> None:
    fresh = checked()
    connection = sqlite3.connect(store / NAME, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    assert checked() == fresh
    connection.close()


def test_the_oldest_is_dropped(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", most=400_000)
    names = [b"%d" % number for number in range(1000)]
    for name in names:
        store.put(name, name * 500)
    store.close()
    again = Store(tmp_path / "store")
    held = again.known(names)
    assert names[-1] in held
    assert names[0] not in held
    assert again.get(names[-1]) == names[-1] * 500
    again.close()
    assert (tmp_path / "store" / NAME).stat().st_size < 1_000_000


def test_no_relative_folder(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("store", ".", str(reports)):
        monkeypatch.setenv(VARIABLE, folder)
        assert kept.place() is None
    checked()
    assert not list(reports.rglob(NAME))


COMMAND = [sys.executable, "-m", "hegui", "check", ".", "--format", "json", "--no-cache"]


def said(*more: str, before: str = "") -> bytes:
    command = [*COMMAND[:-1], *more]
    done = subprocess.run(
        ["sh", "-c", f'{before} exec "$@"', "sh", *command] if before else command,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


@POSIX
@pytest.mark.parametrize("blocks", [0, 1, 64])
def test_a_full_disk_is_no_error(reports: Path, store: Path, blocks: int) -> None:
    fresh = said("--no-cache")
    assert said(before=f"ulimit -f {blocks};") == fresh
    assert said() == fresh
    assert said() == fresh


def test_two_at_once(reports: Path) -> None:
    running = [subprocess.Popen(COMMAND[:-1], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    told = [process.communicate(timeout=60) for process in running]
    assert told[0] == told[1] == (said("--no-cache"), b"")


@POSIX
def test_killed_in_the_middle(reports: Path, store: Path) -> None:
    with subprocess.Popen(COMMAND[:-1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        for _ in range(1000):
            if (store / NAME).exists() or running.poll() is not None:
                break
            sleep(0.01)
        running.send_signal(signal.SIGKILL)
    assert said() == said() == said("--no-cache")


def test_processes_of_its_own_fill_it_too(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = checked(cache=False)
    work = Run(Session(Request((".",), jobs=2, cache=True)))
    assert work.outcome(tuple(work.files())) == fresh
    assert looked(monkeypatch) == (fresh, 0)


def test_a_change_by_a_developer_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "made_for_the_cache"
    package.mkdir()
    for name in ("__init__.py", "words.json"):
        (package / name).write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    import_module(package.name)
    prints = [list(keys._sources([package.name]))]
    (package / "words.json").write_text("[]", "utf-8")
    prints.append(list(keys._sources([package.name])))
    (package / "more.py").write_text("", "utf-8")
    prints.append(list(keys._sources([package.name])))
    assert [len(one) - len(prints[0]) for one in prints] == [0, 0, 1]
    assert prints[0] != prints[1]
