"""How long one report takes from the shell in each format, against the same report as plain text.

``python benchmarks/formats.py`` builds the wheel, installs it with pip in a new virtual environment, and checks
each file ``--runs`` times in turn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import docx

from benchmarks.cold import REPORT, install
from hegui.document.model import Document
from hegui.document.plain import PlainLoader

RUNS = 21


class Rung(NamedTuple):
    """A format: the name of its file, what writes it, and how many times plain text it may take."""

    file: str
    write: Callable[[Document, Path], None]
    most: float


def paragraphs(document: Document) -> list[str]:
    """What every format is made of."""
    return [block.span.of(document.text) for block in document.blocks]


def write_text(document: Document, file: Path) -> None:
    """Plain text, a paragraph a line."""
    file.write_text("\n".join(paragraphs(document)) + "\n", "utf-8")


def write_word(document: Document, file: Path) -> None:
    """A Word file of python-docx, with its large styles."""
    word = docx.Document()
    for words in paragraphs(document):
        word.add_paragraph(words)
    word.save(str(file))


RUNGS = {
    "txt": Rung("one.txt", write_text, 1),
    "docx": Rung("one.docx", write_word, 2),
}


def measure(hegui: Path, folder: Path, runs: int) -> dict[str, list[float]]:
    """The milliseconds of every run of every format, one of each after the other; the first runs do not count."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    times: dict[str, list[float]] = {name: [] for name in RUNGS}
    for _ in range(runs + 1):
        for name, rung in RUNGS.items():
            command: list[str | Path] = [hegui, "check", rung.file, "--format", "concise"]
            begun = perf_counter()
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
            times[name].append((perf_counter() - begun) * 1000)
            if done.returncode not in (0, 1) or done.stderr:
                raise SystemExit(f"{name} ended with {done.returncode}: {(done.stderr or done.stdout).decode()}")
    return {name: taken[1:] for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 when a format takes longer than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    document = PlainLoader().load(REPORT.read_bytes(), str(REPORT))
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(folder)
        for rung in RUNGS.values():
            rung.write(document, folder / rung.file)
        times = measure(programs / "hegui", folder, runs)
    text = median(times["txt"])
    print(f"{runs} interleaved runs, Python {sys.version.split()[0]}, ms")
    print(f"{'':8}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}{'at most':>9}")
    slow = False
    for name, taken in times.items():
        ratio = median(taken) / text
        slow |= ratio > RUNGS[name].most
        print(f"{name:8}{median(taken):8.1f}{min(taken):8.1f}{max(taken):8.1f}{ratio:8.2f}{RUNGS[name].most:9.2f}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
