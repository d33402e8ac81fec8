"""The page of what was measured, from the benchmarks' own output.

``python benchmarks/draw.py COLD.json MANY.json GROWTH.json`` writes docs/performance.md and docs/growth.svg.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.growth import LEAST, MOST, Point, chart  # noqa: E402  the path above comes first

UNITS = {"characters": 5000, "files": 1}


def machine() -> str:
    """The processor, the system and the Python that measured."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    processor = models[0] if models else platform.processor() or platform.machine()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]], *, words: int) -> Iterator[str]:
    """A table under ``head``, whose first ``words`` columns hold words and the others numbers."""
    yield from ("", f"| {' | '.join(head)} |", f"|{'---|' * words}{'--:|' * (len(head) - words)}")
    yield from (f"| {' | '.join(map(str, row))} |" for row in rows)
    yield ""


def called(row: Mapping[str, Any]) -> tuple[str, str]:
    """What was measured, and how it is called on the command line."""
    return row["name"], f"`{row['command']}`"


def numbers(took: float, least: float, digits: int) -> tuple[str, str]:
    """A time, and how often ``least`` goes into it."""
    return f"{took:.{digits}f}", f"{took / least:.2f}"


def start(cold: Mapping[str, Any]) -> Iterator[str]:
    """The lines about one report."""
    yield from ("## One report", "", "`python benchmarks/cold.py --json cold.json`", "")
    yield f"From the shell and back, installed from a wheel; medians of {cold['runs']} interleaved runs."
    yield "The ratio is to a click program that does nothing. The report for jieba has names that are asked about."
    bare = cold["rows"][0]["milliseconds"]
    rows = [(*called(row), *numbers(row["milliseconds"], bare, 0), row["most"] or "") for row in cold["rows"]]
    yield from table(("what", "command", "ms", "ratio", "at most"), rows, words=2)


def page(cold: Mapping[str, Any], many: Mapping[str, Any], growth: Mapping[str, Any]) -> Iterator[str]:
    """The lines of the page."""
    yield from ("# How fast it is", "", f"Measured on: {machine()}.", "")
    yield from start(cold)
    yield from ("## Many files", "", "`python benchmarks/many.py --json many.json`", "")
    yield f"{many['reports']:,} generated reports, {many['characters']:,} characters, no cache; one run of each after"
    yield f"the other, medians of up to {many['runs']} runs. The ratio is to hegui; the memory is that of the largest"
    yield "process. The linters look for different things: this compares what it costs to wait for them."
    first = many["rows"][0]["seconds"]
    rows = [
        (*called(row), *numbers(row["seconds"], first, 1), f"{row['processor']:.1f}", f"{row['megabytes']:.0f}")
        for row in many["rows"]
    ]
    yield from table(("linter", "command", "seconds", "ratio", "processor seconds", "MB"), rows, words=2)
    yield from ("## How it grows", "", "`python benchmarks/growth.py --many --json growth.json`", "")
    yield "One process, processor time, the quicker of two runs."
    for (name, unit), slope in zip(UNITS.items(), growth["slopes"], strict=True):
        per = f"ms per {unit:,} {name}" if unit > 1 else f"ms per {name.removesuffix('s')}"
        sizes = [(f"{size:,}", f"{took:.2f}", f"{took * 1000 * unit / size:.2f}") for size, took in growth[name]]
        yield from table((name, "seconds", per), sizes, words=0)
        yield f"Slope of the logarithms: {slope:.3f} (the goal is {LEAST} to {MOST})."
    yield from ("", "![time by length and by number of files, both axes logarithmic](growth.svg)", "")
    yield "The page and the picture are written by `python benchmarks/draw.py cold.json many.json growth.json`."
    yield "What one report costs by stage and rule, when all is loaded: `python benchmarks/warm.py`. A second run over"
    yield "unchanged reports: `python benchmarks/again.py`."


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name in ("cold", "many", "growth"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    cold, many, growth = (json.loads(path.read_text("utf-8")) for path in (options.cold, options.many, options.growth))
    (ROOT / "docs" / "performance.md").write_text("\n".join(page(cold, many, growth)) + "\n", "utf-8", newline="\n")
    series = {name: [Point(*point) for point in growth[name]] for name in UNITS}
    (ROOT / "docs" / "growth.svg").write_text(chart(series), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
