"""How much less a second run over unchanged reports takes than the first.

``python benchmarks/again.py [--reports 1000] [--rounds 3] [-j N]`` from the project's root: generated reports, checked
by the installed program with an empty cache, then once more; the medians of all rounds and their ratio, beside a run
without the cache. All three must say the same. The exit code is 1 when the goal is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.generator.compose import corpus  # noqa: E402  the path above comes first

GOAL = 0.25


def timed(folder: Path, store: Path, *options: str) -> tuple[float, bytes]:
    """The seconds that one run takes, and what it says."""
    command = [sys.executable, "-m", "hegui", "check", ".", "--format", "concise", "--all", *options]
    environment = os.environ | {"HEGUI_CACHE_DIR": str(store)}
    begun = perf_counter()
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=600, check=False)
    seconds = perf_counter() - begun
    if done.returncode not in (0, 1) or done.stderr:
        sys.exit(done.stderr.decode())
    return seconds, done.stdout


def main() -> int:
    """Measure, print, and tell by the exit code whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("-j", "--jobs", type=int)
    given = parser.parse_args()
    options = () if given.jobs is None else ("-j", str(given.jobs))
    taken: dict[str, list[float]] = defaultdict(list)
    with TemporaryDirectory() as place:
        folder = Path(place, "reports")
        folder.mkdir()
        characters = 0
        for number, made in enumerate(corpus(given.reports)):
            (folder / f"{number:05}.txt").write_bytes(made.text.encode())
            characters += len(made.text)
        for number in range(given.rounds):
            store = Path(place, f"store-{number}")
            said = set()
            for name, more in (("first", ()), ("again", ()), ("without", ("--no-cache",))):
                seconds, words = timed(folder, store, *options, *more)
                taken[name].append(seconds)
                said.add(words)
            if len(said) > 1:
                sys.exit("the cache changes what is said")
    medians = {name: median(seconds) for name, seconds in taken.items()}
    print(f"{given.reports} reports, {characters} characters, medians of {given.rounds}")
    for name, seconds in medians.items():
        print(f"{name:8} {seconds:7.2f} s  {seconds / medians['first']:.2f} of the first")
    return int(medians["again"] > GOAL * medians["first"])


if __name__ == "__main__":
    sys.exit(main())
