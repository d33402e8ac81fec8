"""How long a thousand reports take, beside other linters over the same files.

``python benchmarks/many.py [--reports 1000] [--runs 5] [--peers FOLDER] [--json FILE]``: 4.2 million characters of
generated reports, without cache, hegui with as many processes as it likes and with one, one run of each linter after
the other. Peers are taken from ``node_modules/.bin`` (npm install --no-save autocorrect-node zhlint textlint
textlint-rule-terminology), from ``--peers`` and from the path (pip install sqlfluff proselint); one that is not there
is left out. The exit code is 1 when hegui takes longer than autocorrect, more than a quarter of zhlint's time, or more
than 300 MB. Not for Windows.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.growth import PROSE, prose  # noqa: E402  the path above comes first
from hegui.engine.pool import processors  # noqa: E402
from tests import spent  # noqa: E402
from tests.generator.compose import corpus  # noqa: E402

LENGTH = 4_200  # characters of each report, so that a thousand have 4.2 million
HEGUI, ALONE = "hegui", "hegui -j 1"
COMMANDS = {
    HEGUI: "hegui check . --format concise --no-cache",
    ALONE: "hegui check . --format concise --no-cache -j 1",
    "autocorrect": "autocorrect --lint .",
    "zhlint": "zhlint *.txt",
    "textlint": "textlint --rule terminology *.txt",
    "proselint": "proselint check .",
    "sqlfluff": "sqlfluff lint .",
}
SLOW = 60.0  # seconds after which a peer is not run again
SQL_OF_TEXT = "[sqlfluff]\ndialect = ansi\nsql_file_exts = .txt\nlarge_file_skip_byte_limit = 0\n"
LIMITS = {"autocorrect": 1.0, "zhlint": 0.25}
MEMORY = 300


class Cost(NamedTuple):
    """One run: seconds on the clock, seconds of all processors, and the megabytes of its largest process."""

    seconds: float
    processor: float
    megabytes: float


def reports(number: int) -> Iterator[str]:
    """Generated reports, each with further paragraphs, none twice in one report, behind its longest one."""
    lines = prose()
    for made in corpus(number):
        own = made.text.split("\n")
        _, at = max((len(line) * line.endswith("。"), index) for index, line in enumerate(own))
        length = len(made.text)
        more: list[str] = []
        while length < LENGTH - PROSE:
            more.append(next(lines))
            length += len(more[-1]) + 1
        yield "\n".join([*own[: at + 1], *more, *own[at + 1 :]])


def version(program: str) -> str:
    """What a program calls its version, the last word of the last line."""
    done = subprocess.run([program, "--version"], capture_output=True, check=False, text=True)
    words = done.stdout.split()
    return words[-1] if words else packaged(Path(program).resolve())


def packaged(program: Path) -> str:
    """The version in the npm package that a program lies in, or a question mark."""
    for folder in program.parents:
        if (file := folder / "package.json").is_file():
            return str(json.loads(file.read_text("utf-8")).get("version", "?"))
    return "?"


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end; its output goes to a file."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with TemporaryDirectory() as temporary, Path(temporary, "out").open("wb") as out:
        told = Path(temporary, "spent.json")
        measured = [sys.executable, spent.__file__, str(told), *command]
        code = subprocess.run(measured, cwd=folder, env=environment, stdout=out, stderr=out, check=False).returncode
        if code not in (0, 1):
            raise SystemExit(f"{' '.join(command[:6])} ended with {code}")
        return Cost(*json.loads(told.read_text("utf-8")))


def measure(folder: Path, programs: Mapping[str, str], runs: int) -> dict[str, list[Cost]]:
    """The costs of every run of every linter, one of each after the other; slow ones are run once."""
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    files = sorted(path.name for path in folder.glob("*.txt"))
    for _ in range(runs):
        for name, program in programs.items():
            if costs[name] and costs[name][0].seconds > SLOW:
                continue
            words = COMMANDS[name].split()[1:]
            if name != "zhlint":  # which takes one pattern, the others the files that a shell would name
                words = [file for word in words for file in (files if "*" in word else [word])]
            costs[name].append(run([program, *words], folder))
    return costs


def main() -> int:
    """Print the table; 1 when hegui is slower or larger than it may be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", type=Path, action="append", default=[], help="a folder of programs")
    parser.add_argument("--without", action="append", default=[], help="a linter to leave out")
    parser.add_argument("--json", type=Path, help="write what was measured")
    options = parser.parse_args()
    places = [Path(sys.executable).parent, *options.peers, ROOT / "node_modules" / ".bin"]
    path = os.pathsep.join([*map(str, places), os.environ.get("PATH", "")])
    found = {name: which(name.split()[0], path=path) for name in COMMANDS if name not in options.without}
    programs = {name: program for name, program in found.items() if program}
    with TemporaryDirectory() as temporary:
        characters = 0
        for number, text in enumerate(reports(options.reports)):
            Path(temporary, f"{number:05}.txt").write_text(text, "utf-8")
            characters += len(text)
        Path(temporary, ".sqlfluff").write_text(SQL_OF_TEXT, "utf-8")
        costs = measure(Path(temporary), programs, options.runs)
    table = {name: Cost(*map(median, zip(*taken, strict=True))) for name, taken in costs.items()}
    named = {name: f"{name} {version(program)}" for name, program in programs.items()}
    print(
        f"{options.reports} reports, {characters:,} characters, Python {sys.version.split()[0]}, {processors()} cores"
    )
    if options.json:
        rows = [{"name": named[name], "command": COMMANDS[name], **cost._asdict()} for name, cost in table.items()]
        told = {"reports": options.reports, "characters": characters, "runs": options.runs, "rows": rows}
        options.json.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return tell(table, named, costs)


def tell(table: Mapping[str, Cost], named: Mapping[str, str], costs: Mapping[str, Sequence[Cost]]) -> int:
    """Print the medians; 1 when a goal is missed."""
    print(f"{'':24}{'runs':>5}{'seconds':>9}{'ratio':>8}{'processor':>11}{'MB':>7}")
    for name, cost in table.items():
        ratio = cost.seconds / table[HEGUI].seconds
        print(f"{named[name]:24}{len(costs[name]):5}{cost.seconds:9.2f}{ratio:8.2f}", end="")
        print(f"{cost.processor:11.2f}{cost.megabytes:7.0f}")
    print("ratio: to hegui with as many processes as it likes; MB: the largest process")
    missed = [
        f"{table[HEGUI].seconds / table[peer].seconds:.2f} of {peer}'s time, at most {most}"
        for peer, most in LIMITS.items()
        if peer in table and table[HEGUI].seconds > most * table[peer].seconds
    ]
    if (total := table[HEGUI].megabytes * (processors() + 1)) > MEMORY:
        missed.append(f"{total:.0f} MB in all, at most {MEMORY}")
    print("\n".join(f"MISSED: {what}" for what in missed) or "goals: met")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
