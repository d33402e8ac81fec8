"""How long one report takes from the shell and back, against a click program that does nothing.

``python benchmarks/cold.py`` builds the wheel, installs it with pip in a new virtual environment beside an
equally installed click program, and starts each command ``--runs`` times in turn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from shutil import copy
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "seeds" / "shiyang-2023" / "report.txt"
RUNS = 21
MOST = 2.5
CHECK = ("hegui", "check", "one.txt", "--format", "concise")
BARE = ("bare",)
RUNGS = {
    "one report, concise": CHECK,
    "click doing nothing": BARE,
    "one report, text": ("hegui", "check", "one.txt"),
    "one report, json": ("hegui", "check", "one.txt", "--format", "json"),
    "hegui --version": ("hegui", "--version"),
    "hegui --help": ("hegui", "--help"),
    "python -c pass": ("python", "-c", "pass"),
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


def measure(programs: Path, folder: Path, runs: int) -> dict[str, list[float]]:
    """The milliseconds of every run of every rung, one run of each after the other; the first runs do not count."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    times: dict[str, list[float]] = {name: [] for name in RUNGS}
    for _ in range(runs + 1):
        for name, (program, *arguments) in RUNGS.items():
            begun = perf_counter()
            done = subprocess.run(
                [programs / program, *arguments], cwd=folder, env=environment, capture_output=True, check=False
            )
            times[name].append((perf_counter() - begun) * 1000)
            if done.returncode not in (0, 1) or done.stderr:
                raise SystemExit(f"{name} ended with {done.returncode}: {(done.stderr or done.stdout).decode()}")
    return {name: taken[1:] for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 when the check takes more than ``MOST`` times the bare program."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(folder)
        copy(REPORT, folder / "one.txt")
        times = measure(programs, folder, runs)
    bare = median(times["click doing nothing"])
    print(f"{runs} interleaved runs, Python {sys.version.split()[0]}, ms")
    print(f"{'':22}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}")
    for name, taken in times.items():
        print(f"{name:22}{median(taken):8.1f}{min(taken):8.1f}{max(taken):8.1f}{median(taken) / bare:8.2f}")
    ratio = median(times["one report, concise"]) / bare
    print(f"one report, concise: {ratio:.2f} times the bare click program (at most {MOST})")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
