"""How well reports are read: accuracy over generated ones, the held-back phrases as a row of their own.

``python benchmarks/reading.py [--reports 2000] [--verbose]`` from the project's root.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from hegui.check import Check, Corpus
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.report.recognise import recognise
from hegui.testing import read
from tests.generator.compose import corpus, unseen_corpus
from tests.generator.model import Generated
from tests.generator.plant import plant
from tests.installed import built_in_checks, fazhi

FAMILIES = ("STR", "LDR", "PLN", "SIG", "TIM")
ROLES = ("measures", "shortcomings", "leader", "plan")
INSIDE = {("leader", "paragraph"): "sentence"}  # told inside another part, in a sentence or in a whole paragraph


class Miss(NamedTuple):
    """Something read otherwise than it was composed."""

    what: str
    seed: int
    got: object
    want: object


def misses(made: Generated, report: Report) -> Iterator[Miss]:
    """What ``report`` tells otherwise than the truth of ``made``."""
    seed = made.draft.seed
    told = {"recognised": not isinstance(recognise(report.document, [fazhi()]), str), "year": report.year}
    truth: dict[str, object] = {"recognised": True, "year": made.year}
    told |= {"level": report.level, "body": report.body}
    truth |= {"level": made.level, "body": made.body}
    if report.level is None and any("市" in name for name in made.issuers):
        truth["level"] = None  # an invented 市 may be a prefecture or a county: unsure is right, and counted apart
    told["title"] = report.title.text if report.title else ""
    truth["title"] = made.title
    day = report.signature.day if report.signature else None
    told["date"] = (day.year, day.month, day.day) if day else None
    truth["date"] = (made.date.year, made.date.month, made.date.day) if made.date else None
    told["parts"] = tuple(role for role in ROLES if report.parts[role])
    truth["parts"] = tuple(role for role in ROLES if role in made.roles)
    told["forms"] = {
        role: INSIDE.get((role, passage.form), passage.form) for role in ROLES if (passage := report.parts[role])
    }
    truth["forms"] = {
        role: INSIDE.get((role, made.roles[role]), made.roles[role]) for role in ROLES if role in made.roles
    }
    for name, want in truth.items():
        if told[name] != want:
            yield Miss(name, seed, told[name], want)


def structure_findings(made: Generated, report: Report, checks: Iterable[Check]) -> Iterator[Miss]:
    """What the rules say of a complete report, but for remarks on forms that it was given."""
    for check in checks:
        for hit in look(check, report).hits:
            if check.code not in made.allowed and (hit.severity or check.severity) > 1:
                yield Miss(f"{check.code} {check.slug}", made.draft.seed, hit.message, hit.span.of(report.text)[:40])


class Row(NamedTuple):
    """The share of reports of which each thing came back, and how many complete ones a rule spoke on."""

    shares: dict[str, float]
    complete: int
    spoken: int


def read_all(name: str, reports: Iterable[Generated], checks: tuple[Check, ...], verbose: bool) -> Row:
    """Print one row and return it."""
    wrong: Counter[str] = Counter()
    silly: Counter[str] = Counter()
    total = complete = spoken = unsure = 0
    for made in reports:
        report = read(made.text, fazhi())
        total += 1
        unsure += report.level is None and made.level is not None
        for miss in misses(made, report):
            wrong[miss.what] += 1
            if verbose:
                print(f"  {miss.what:<10} seed {miss.seed}: {miss.got!r} for {miss.want!r}")
        if not made.complete:
            continue
        complete += 1
        said = list(structure_findings(made, report, checks))
        spoken += bool(said)
        for miss in said:
            silly[miss.what] += 1
            if verbose:
                print(f"  FALSE {miss.what} seed {miss.seed}: {miss.got} | {miss.want}")
    names = ("recognised", "year", "level", "body", "title", "date", "parts", "forms")
    shares = {what: 1 - wrong[what] / total for what in names}
    print(f"{name:<10} {total:>5} reports  " + "  ".join(f"{what} {share:.1%}" for what, share in shares.items()))
    print(f"{'':<10} {unsure:>5} with no level, for the name does not tell")
    print(f"{'':<10} {complete:>5} complete  with a finding: {spoken}  {dict(silly.most_common(8))}")
    return Row(shares, complete, spoken)


def plant_all(reports: list[Generated], checks: dict[str, Check], verbose: bool) -> dict[str, float]:
    """Print, for each rule, how many of its planted defects it finds; return the share by rule."""
    rng = Random(20260801)
    found = planted = 0
    shares: dict[str, float] = {}
    for code, check in sorted(checks.items()):
        hit = tried = 0
        for made in reports:
            if not made.complete or tried >= 150:
                continue
            spoiled = plant(code, made, rng)
            if spoiled is None:
                continue
            tried += 1
            text, note = spoiled
            if look(check, read(text, fazhi())).hits:
                hit += 1
            elif verbose:
                print(f"  MISSED {code} seed {made.draft.seed}: {note}")
        found, planted = found + hit, planted + tried
        if tried:
            shares[code] = hit / tried
        print(f"{code:<10} {tried:>5} planted   found {f'{shares[code]:.1%}' if tried else '-'}")
    print(f"{'all':<10} {planted:>5} planted   found {found / max(planted, 1):.1%}")
    return shares


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--skip-planted", action="store_true")
    options = parser.parse_args()
    checks = {c.code: c for c in built_in_checks() if c.family in FAMILIES and c.each is not Corpus}
    on = tuple(check for check in checks.values() if not check.off)
    reports = list(corpus(options.reports))
    read_all("seen", reports, on, options.verbose)
    read_all("unseen", unseen_corpus(), on, options.verbose)
    if not options.skip_planted:
        plant_all(reports[:800], checks, options.verbose)


if __name__ == "__main__":
    main()
