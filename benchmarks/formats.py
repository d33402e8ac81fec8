"""How long one report takes in each format, from the shell and back, against the same report as plain text.

``python -m benchmarks.formats`` builds the wheel, installs it with pip in a new virtual environment, and checks the
same report in each format ``--runs`` times in turn. LibreOffice sets the PDF, python-docx the Word file.
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

import docx

from benchmarks.cold import ROOT, SEEDS, install
from hegui.document.plain import PlainLoader
from tests.document.office import convert, flat
from tests.document.pages import trs

REPORT = ROOT / "seeds" / SEEDS["one.txt"] / "report.txt"
RUNS = 21
REPORT = ROOT / "seeds" / SEEDS["one.txt"] / "report.txt"


def paragraphs() -> list[str]:
    """The report, a text for each paragraph."""
    document = PlainLoader().load(REPORT.read_bytes(), REPORT.name)
    return [block.span.of(document.text) for block in document.blocks]


def make_txt(folder: Path) -> Path:
    """The report as plain text, a line for each paragraph."""
    file = folder / "one.txt"
    file.write_text("".join(f"{text}\n" for text in paragraphs()), "utf-8")
    return file


def make_pdf(folder: Path) -> Path:
    """The report as LibreOffice prints it."""
    file = folder / "one.fodt"
    title, *rest = paragraphs()
    file.write_text(flat([("Title", title), *(("Body", text) for text in rest)]), "utf-8")
    return convert([file], "pdf", folder)[0]


def make_html(folder: Path) -> Path:
    """The report as a content system publishes it, in the spans of Word."""
    file = folder / "one.html"
    file.write_bytes(trs(paragraphs()))
    return file


def make_docx(folder: Path) -> Path:
    """The report as a Word file of python-docx, with its large styles."""
    file = folder / "one.docx"
    word = docx.Document()
    for text in paragraphs():
        word.add_paragraph(text)
    word.save(str(file))
    return file


# Each format, who makes the file, and how many times as long as plain text it may take.
FORMATS: dict[str, tuple[Callable[[Path], Path], float]] = {
    "txt": (make_txt, 1.0),
    "pdf": (make_pdf, 3.0),
    "html": (make_html, 2.0),
    "docx": (make_docx, 2.0),
}


def measure(hegui: Path, files: dict[str, Path], runs: int) -> dict[str, list[float]]:
    """The milliseconds of every run of every format, one of each after the other; the first runs do not count."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    times: dict[str, list[float]] = {name: [] for name in files}
    for _ in range(runs + 1):
        for name, file in files.items():
            begun = perf_counter()
            done = subprocess.run(
                [hegui, "check", file.name, "--format", "concise"],
                cwd=file.parent,
                env=environment,
                capture_output=True,
                check=False,
            )
            times[name].append((perf_counter() - begun) * 1000)
            if done.returncode not in (0, 1) or done.stderr:
                raise SystemExit(f"{name} ended with {done.returncode}: {(done.stderr or done.stdout).decode()}")
    return {name: taken[1:] for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 when a format takes longer than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(folder)
        files = {name: make(folder) for name, (make, _) in FORMATS.items()}
        times = measure(programs / "hegui", files, runs)
    text = median(times["txt"])
    print(f"{runs} interleaved runs, Python {sys.version.split()[0]}, ms")
    print(f"{'':8}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}{'at most':>9}")
    slow = False
    for name, taken in times.items():
        ratio, most = median(taken) / text, FORMATS[name][1]
        slow |= ratio > most
        print(f"{name:8}{median(taken):8.1f}{min(taken):8.1f}{max(taken):8.1f}{ratio:8.2f}{most:9.1f}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
