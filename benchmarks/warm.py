"""How long one report of 5,000 characters takes when everything is imported and compiled, by stage and by family.

``python benchmarks/warm.py [--reports 200] [--rounds 7] [--rules]`` from the project's root: the seeds and generated
reports, each checked once a round; of each report's rounds the quickest counts, in processor time, so that a busy
machine matters little. Reports differ in length: a line fitted through all of them tells the cost at 5,000 characters.
No text stands twice in a row, so that nothing is remembered from the time before. The goal for all rules is one for
what rules do and ask of the report (its title, sections, figures); reading the file before and telling of the findings
after are rows of their own. The exit code is 1 when a goal is missed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hegui.engine import garbage  # noqa: E402  the path above comes first
from hegui.engine.session import Request, Session  # noqa: E402
from hegui.engine.timing import PER, STAGES, TimedSession, Timing  # noqa: E402
from tests.generator.compose import corpus  # noqa: E402
from tests.installed import plugins  # noqa: E402

FAMILIES = ("CIT", "TRM", "FMT", "PRI", "SUB", "DUP", "HEG")
GOAL, GOAL_OF_FAMILIES = 3.0, 1.5
RULES = ("解析", "规则")
YARDSTICK = re.compile(r"[^，。；：、\s]+")
Costs = Mapping[str, float]


class Row(NamedTuple):
    """Milliseconds for 5,000 characters: of the seeds by their length, and of all reports on a fitted line."""

    seeds: float
    fitted: float


def stopwatch(work: Callable[[], object]) -> float:
    """The seconds of processor time that ``work`` takes."""
    begun = process_time()
    work()
    return process_time() - begun


def one_round(timed: TimedSession, plain: Session, texts: Sequence[str]) -> list[Costs]:
    """The seconds by stage and rule for each text, the whole without the stopwatches, and one pass of the yardstick."""
    costs: list[Costs] = []
    for text in texts:
        data = text.encode()
        timed.timing = Timing(process_time)
        timed.check("report.txt", data)
        costs.append({**timed.timing.stages, **timed.timing.rules})
    for index, text in enumerate(texts):
        data = text.encode()
        whole = stopwatch(lambda data=data: plain.check("report.txt", data))
        words = stopwatch(lambda text=text: Counter(YARDSTICK.findall(text)))
        costs[index] = {**costs[index], "whole": whole, "yardstick": words}
    return costs


def quickest(rounds: Iterable[list[Costs]]) -> list[Costs]:
    """Of each text and thing the least of all rounds, in milliseconds."""
    best: list[dict[str, float]] = []
    for costs in rounds:
        if not best:
            best = [{} for _ in costs]
        for least, cost in zip(best, costs, strict=True):
            for name, seconds in cost.items():
                least[name] = min(least.get(name, seconds * 1000), seconds * 1000)
    return list(best)


def at_length(lengths: Sequence[int], values: Sequence[float]) -> float:
    """The value at 5,000 characters on the line that fits all values best."""
    mean, middle = sum(lengths) / len(lengths), sum(values) / len(values)
    spread = sum((length - mean) ** 2 for length in lengths)
    slope = sum((x - mean) * (y - middle) for x, y in zip(lengths, values, strict=True)) / spread
    return middle + slope * (PER - mean)


def row(texts: Sequence[str], seeds: int, values: Sequence[float]) -> Row:
    """One row of the table; the first ``seeds`` texts are the sample reports."""
    lengths = [len(text) for text in texts]
    return Row(sum(values[:seeds]) * PER / sum(lengths[:seeds]), at_length(lengths, values))


def main() -> int:
    """Print the tables; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=200, help="how many generated ones")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--rules", action="store_true", help="print every rule")
    options = parser.parse_args()
    seeds = [path.read_text("utf-8") for path in sorted(ROOT.glob("seeds/*/report.txt"))]
    texts = [*seeds, *(made.text for made in corpus(options.reports))]
    request = Request(("-",))
    timed, plain = TimedSession(request, plugins(), settled=True), Session(request, plugins(), settled=True)
    one_round(timed, plain, texts)  # the first sight of a pattern compiles it
    garbage.seldom()
    costs = quickest(one_round(timed, plain, texts) for _ in range(options.rounds))
    names = dict.fromkeys(name for cost in costs for name in cost)
    rows = {name: row(texts, len(seeds), [cost.get(name, 0.0) for cost in costs]) for name in names}
    return tell(rows, len(texts), options.rounds, rules=options.rules)


def tell(rows: Mapping[str, Row], texts: int, rounds: int, *, rules: bool) -> int:
    """Print what was measured; 1 when a goal is missed."""
    codes = [name for name in rows if name[:3].isupper()]
    families: dict[str, Row] = {}
    for code in codes:
        known = families.get(code[:3], Row(0.0, 0.0))
        families[code[:3]] = Row(known.seeds + rows[code].seeds, known.fitted + rows[code].fitted)
    some = Row(*(sum(families[name][column] for name in FAMILIES) for column in (0, 1)))
    print(f"{texts} reports, {rounds} rounds, Python {sys.version.split()[0]}; ms for a report of {PER} characters")
    print(f"{'':22}{'seeds':>9}{'fitted':>9}{'ratio':>9}")
    for name, one in [*((name, rows[name]) for name in STAGES), *sorted(families.items())]:
        show(name, one, rows)
    for code in sorted(codes, key=lambda code: -rows[code].fitted)[: None if rules else 3]:
        show(code, rows[code], rows)
    through = Row(*(sum(rows[stage][column] for stage in RULES) for column in (0, 1)))
    show("these seven families", some, rows)
    show("through all rules", through, rows)
    show("from bytes to findings", rows["whole"], rows)
    show("yardstick", rows["yardstick"], rows)
    print("ratio: to counting the words between marks of the same text, one pass")
    good = some.fitted <= GOAL_OF_FAMILIES and through.fitted <= GOAL
    verdict = "met" if good else "MISSED"
    print(f"goals: {'+'.join(FAMILIES)} at most {GOAL_OF_FAMILIES} ms, all rules at most {GOAL} ms: {verdict}")
    return int(not good)


def show(name: str, one: Row, rows: Mapping[str, Row]) -> None:
    """One line of the table."""
    print(f"{name:22}{one.seeds:9.3f}{one.fitted:9.3f}{one.fitted / rows['yardstick'].fitted:9.2f}")


if __name__ == "__main__":
    sys.exit(main())
