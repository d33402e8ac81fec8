"""How long one report takes from the shell and back, against a click program that does nothing.

``python benchmarks/cold.py`` builds the wheel, installs it with pip in a new virtual environment beside an
equally installed click program, and starts each command ``--runs`` times in turn.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SEEDS = {"one.txt": "shiyang-2023", "words.txt": "liantang-2023"}  # the second has candidates that jieba is asked about
RUNS = 21


class Rung(NamedTuple):
    """A command that is timed: how many times the bare program it may take, and whether it writes to a terminal."""

    command: tuple[str, ...]
    most: float | None = None
    seen: bool = False


BARE = "click doing nothing"
RUNGS = {
    BARE: Rung(("bare",)),
    "one report, concise": Rung(("hegui", "check", "one.txt", "--no-cache", "--format", "concise"), 2.0),
    "one report, terminal": Rung(("hegui", "check", "one.txt", "--no-cache"), 2.5, seen=True),
    "one report, text piped": Rung(("hegui", "check", "one.txt", "--no-cache")),
    "one report, json": Rung(("hegui", "check", "one.txt", "--no-cache", "--format", "json")),
    "one report, with jieba": Rung(("hegui", "check", "words.txt", "--no-cache", "--format", "concise"), 4.0),
    "hegui --version": Rung(("hegui", "--version"), 1.3),
    "hegui --help": Rung(("hegui", "--help"), 1.3),
    "python -c pass": Rung(("python", "-c", "pass")),
}
BARE_PROJECT = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "bare"
version = "1"
dependencies = ["click"]
[project.scripts]
bare = "bare:main"
"""
BARE_PROGRAM = """
import click

@click.command()
def main():
    pass
"""


def install(folder: Path) -> Path:
    """The folder of the programs of a new environment with hegui's wheel and the bare program."""
    bare = folder / "bare"
    bare.mkdir()
    (bare / "pyproject.toml").write_text(BARE_PROJECT, "utf-8")
    (bare / "bare.py").write_text(BARE_PROGRAM, "utf-8")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [programs / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder / "wheels", ROOT, bare], check=True)
    subprocess.run([*pip, "install", *(folder / "wheels").glob("*.whl")], check=True)
    return programs


def start(programs: Path, rung: Rung, folder: Path) -> tuple[int, bytes]:
    """Run a command to its end: its exit code and what it wrote, to a terminal of its own where it is to be seen."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    command = [str(programs / rung.command[0]), *rung.command[1:]]
    if not rung.seen or os.name == "nt":
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        return done.returncode, done.stdout + done.stderr
    import pty

    ours, its = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, env=environment | {"TERM": "xterm"}, stdout=its, stderr=its)
    os.close(its)
    written = b""
    with suppress(OSError):  # so Linux tells that nobody writes any more
        while more := os.read(ours, 65536):
            written += more
    os.close(ours)
    return process.wait(), written


def measure(programs: Path, folder: Path, runs: int) -> dict[str, list[float]]:
    """The milliseconds of every run of every rung, one run of each after the other; the first runs do not count."""
    times: dict[str, list[float]] = {name: [] for name in RUNGS}
    for _ in range(runs + 1):
        for name, rung in RUNGS.items():
            begun = perf_counter()
            code, written = start(programs, rung, folder)
            times[name].append((perf_counter() - begun) * 1000)
            if code not in (0, 1) or b"Traceback" in written:
                raise SystemExit(f"{name} ended with {code}: {written.decode()}")
    return {name: taken[1:] for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 when a command takes more times the bare program than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--json", type=Path, help="write what was measured")
    options = parser.parse_args()
    runs: int = options.runs
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(folder)
        for name, seed in SEEDS.items():
            copy(ROOT / "seeds" / seed / "report.txt", folder / name)
        times = measure(programs, folder, runs)
    bare = median(times[BARE])
    if options.json:
        rows = [
            {
                "name": name,
                "command": " ".join(RUNGS[name].command),
                "milliseconds": median(taken),
                "most": RUNGS[name].most,
            }
            for name, taken in times.items()
        ]
        options.json.write_text(json.dumps({"runs": runs, "rows": rows}, indent=1) + "\n", "utf-8")
    missed = False
    print(f"{runs} interleaved runs, Python {sys.version.split()[0]}, ms")
    print(f"{'':24}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}{'at most':>9}")
    for name, taken in times.items():
        ratio, most = median(taken) / bare, RUNGS[name].most
        missed |= most is not None and ratio > most
        line = f"{name:24}{median(taken):8.1f}{min(taken):8.1f}{max(taken):8.1f}{ratio:8.2f}"
        print(line + (f"{most:9.1f}{'  missed' if ratio > most else ''}" if most else ""))
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
