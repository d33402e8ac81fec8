"""How much longer one report takes in another format than as text, from the shell and back.

``python -m benchmarks.formats`` installs the wheel as ``benchmarks/cold.py`` does and starts hegui ``--runs`` times in
turn for the same report in every format; those that only LibreOffice writes are left out where there is none.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.cold import REPORT, install
from hegui.builtin import READERS
from hegui.document.plain import PlainLoader
from tests.document.pages import labels_of, paragraphs_of, trs

RUNS = 15
MOST = {"html": 2.0, "docx": 2.0, "pdf": 3.0}


def write(folder: Path) -> dict[str, str]:
    """The name of the report's file in each format that hegui reads and this machine can write."""
    plain = PlainLoader().load(REPORT.read_bytes(), "one.txt")
    (folder / "one.txt").write_bytes(REPORT.read_bytes())
    (folder / "one.md").write_text("\n\n".join(paragraphs_of(plain)), "utf-8")
    (folder / "one.html").write_bytes(trs(paragraphs_of(plain), labels_of(plain)))
    names = {name: f"one.{name}" for name in ("txt", "md", "html")}
    office = shutil.which("soffice")
    for name in {"docx", "pdf"} & {reader.name for reader in READERS} if office else ():
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        text = ["--infilter=Text (encoded):UTF8", "--convert-to", name, "--outdir", folder, folder / "one.txt"]
        subprocess.run([str(office), profile, "--headless", *text], check=True, capture_output=True)
        names[name] = f"one.{name}"
    return names


def measure(program: Path, folder: Path, names: dict[str, str], runs: int) -> dict[str, list[float]]:
    """The milliseconds of every run of every format, one of each after the other; the first do not count."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(runs + 1):
        for name, file in names.items():
            begun = perf_counter()
            command = [program, "check", file, "--format", "concise"]
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
            times[name].append((perf_counter() - begun) * 1000)
            if done.returncode not in (0, 1) or done.stderr:
                raise SystemExit(f"{file} ended with {done.returncode}: {(done.stderr or done.stdout).decode()}")
    return {name: taken[1:] for name, taken in times.items()}


def main() -> int:
    """Print the table; 1 when a format takes longer than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(folder)
        times = measure(programs / "hegui", folder, write(folder), runs)
    text = median(times["txt"])
    print(f"{runs} interleaved runs, Python {sys.version.split()[0]}, ms")
    print(f"{'':6}{'median':>8}{'min':>8}{'max':>8}{'ratio':>8}")
    for name, taken in times.items():
        print(f"{name:6}{median(taken):8.1f}{min(taken):8.1f}{max(taken):8.1f}{median(taken) / text:8.2f}")
    return int(any(median(taken) > MOST.get(name, 1.5) * text for name, taken in times.items()))


if __name__ == "__main__":
    sys.exit(main())
