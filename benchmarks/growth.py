"""How the time grows with the length of one file, and with the number of files.

``python benchmarks/growth.py [--many] [--chart FILE] [--json FILE]`` from the project's root: one report of 50,000
to 5 million characters, and 100 to 2,000 files (with ``--many`` 10,000), each in one process, in processor time, the
quicker of two runs. The slope is that of the logarithms: 1 is time in proportion. The exit code is 1 when a slope lies
outside 0.95 to 1.10. ``--chart`` writes the two series as a picture (SVG), ``--json`` as numbers.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hegui.engine import garbage  # noqa: E402  the path above comes first
from hegui.engine.run import Run  # noqa: E402
from hegui.engine.session import Request, Session  # noqa: E402
from hegui.engine.timing import STAGES, TimedSession, Timing  # noqa: E402
from hegui.testing import model_report  # noqa: E402
from tests.generator.compose import corpus  # noqa: E402
from tests.installed import plugins  # noqa: E402

LENGTHS = (50_000, 160_000, 500_000, 1_600_000, 5_000_000)
FILES = (100, 300, 1_000, 2_000)
MANY = 10_000
LEAST, MOST = 0.95, 1.10
RUNS = 2
POOL = 300
PROSE = 40


class Point(NamedTuple):
    """What was measured for ``size`` characters or files: seconds in all, and by stage."""

    size: int
    seconds: float
    stages: tuple[float, ...] = ()


def prose() -> Iterator[str]:
    """Paragraphs without end, no sentence twice: those of the generated reports, numbered from the second time on."""
    lines = [line for made in corpus(POOL) for line in made.text.split("\n") if len(line) > PROSE and line[-1] == "。"]
    for turn in count():
        for line in lines:
            yield line.replace("。", f"（{turn}）。") if turn else line


def long_report(length: int) -> str:
    """One report of about ``length`` characters: all of it stands in its first part, a heading over ten paragraphs."""
    parts = ["一、2024年法治政府建设的主要举措和成效"]
    done = 0
    for number, line in enumerate(prose()):
        if done >= length:
            break
        if number % 10 == 0:
            parts.append(f"（一）第{number // 10 + 1}组工作")
        parts.append(line)
        done += len(line) + 1
    return model_report(measures="\n".join(parts))


def by_length(lengths: Sequence[int]) -> Iterator[Point]:
    """One file, longer and longer."""
    session = TimedSession(Request(("-",), kind="fazhi"), plugins(), settled=True)
    session.check("report.txt", long_report(1_000).encode())
    garbage.seldom()
    for length in lengths:
        text = long_report(length)
        data = text.encode()
        yield quickest(len(text), lambda data=data: session.check("report.txt", data), session)


def by_files(numbers: Sequence[int]) -> Iterator[Point]:
    """More and more files of a folder."""
    with TemporaryDirectory() as temporary:
        for number, made in enumerate(corpus(numbers[-1])):
            folder = Path(temporary, f"{next(i for i, most in enumerate(numbers) if number < most)}")
            folder.mkdir(exist_ok=True)
            (folder / f"{number:05}.txt").write_text(made.text, "utf-8")
        for index, number in enumerate(numbers):
            paths = tuple(str(Path(temporary, str(at))) for at in range(index + 1))
            request = Request(paths, jobs=1)
            session = Session(request, plugins(), settled=True)
            yield quickest(number, lambda session=session: sum(1 for _ in Run(session).files()))


def quickest(size: int, work: Callable[[], object], session: TimedSession | None = None) -> Point:
    """The quicker of the runs, by stage where a session keeps time."""
    points = []
    for _ in range(RUNS):
        gc.collect()
        if session:
            session.timing = Timing(process_time)
        begun = process_time()
        work()
        stages = tuple(session.timing.stages.values()) if session else ()
        points.append(Point(size, process_time() - begun, stages))
    return min(points, key=lambda point: point.seconds)


def slope(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of the line that fits the logarithms best."""
    xs, ys = [log(size) for size in sizes], [log(max(second, 1e-9)) for second in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def tell(what: str, unit: int, points: Sequence[Point]) -> float:
    """Print one series with its slope, and return that; times are per ``unit``."""
    print(
        f"\n{what:>12}{'seconds':>10}{f'ms/{unit}':>10}" + "".join(f"{name:>8}" for name in STAGES if points[0].stages)
    )
    for size, seconds, stages in points:
        each = 1000 * unit / size
        print(f"{size:12}{seconds:10.2f}{seconds * each:10.3f}" + "".join(f"{part * each:10.3f}" for part in stages))
    sizes = [point.size for point in points]
    steep = slope(sizes, [point.seconds for point in points])
    columns = zip(*(point.stages for point in points), strict=True)
    print(f"{'slope':>12}{steep:20.3f}" + "".join(f"{slope(sizes, column):10.3f}" for column in columns))
    return steep


def chart(series: Mapping[str, Sequence[Point]]) -> str:
    """The series as a picture: both axes are logarithmic, a dashed line is time in proportion."""
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 300" font-family="sans-serif" font-size="12">']
    for at, (name, points) in enumerate(series.items()):
        left = 60 + 370 * at
        xs, ys = [log(point.size, 10) for point in points], [log(point.seconds, 10) for point in points]
        wide, high = 280 / (xs[-1] - xs[0]), 220 / max(ys[-1] - ys[0], xs[-1] - xs[0])
        places = [(left + (x - xs[0]) * wide, 250 - (y - ys[0]) * high) for x, y in zip(xs, ys, strict=True)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        end = 250 - (xs[-1] - xs[0]) * high
        parts.append(f'<path d="M{left},250 L{left + 280},{end:.1f}" stroke="#999" stroke-dasharray="4" fill="none"/>')
        parts.append(f'<polyline points="{line}" stroke="#06c" fill="none"/>')
        for (x, y), point in zip(places, points, strict=True):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#06c"/>')
            parts.append(f'<text x="{x:.1f}" y="268" text-anchor="middle">{point.size:,}</text>')
            parts.append(f'<text x="{x:.1f}" y="{y - 8:.1f}" text-anchor="middle">{point.seconds:.2f} s</text>')
        parts.append(f'<text x="{left + 140}" y="290" text-anchor="middle">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    """Print both tables; 1 when time does not grow in proportion."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--many", action="store_true", help=f"{MANY:,} files too")
    parser.add_argument("--chart", type=Path, help="write a picture")
    parser.add_argument("--json", type=Path, help="write what was measured")
    options = parser.parse_args()
    series = {
        "characters": list(by_length(LENGTHS)),
        "files": list(by_files((*FILES, MANY) if options.many else FILES)),
    }
    slopes = [tell("characters", 5000, series["characters"]), tell("files", 1, series["files"])]
    if options.chart:
        options.chart.write_text(chart(series), "utf-8")
    if options.json:
        rows = {name: [point[:2] for point in points] for name, points in series.items()}
        options.json.write_text(json.dumps({**rows, "slopes": slopes}, indent=1) + "\n", "utf-8")
    good = all(LEAST <= one <= MOST for one in slopes)
    print(f"\nslopes within {LEAST} to {MOST}: {'yes' if good else 'NO'}")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
