"""Print some reports: ``python -m tests.generator [SEED …]``, ``--unseen`` for the held-back phrases."""

from __future__ import annotations

import sys

from .compose import compose
from .phrases import seen, unseen


def main(arguments: list[str]) -> None:
    """Print one report for each seed."""
    phrases = unseen() if "--unseen" in arguments else seen()
    for seed in [int(text) for text in arguments if text.isdigit()] or [1]:
        made = compose(seed, phrases)
        facts = (made.year, made.level, made.body, dict(made.roles), made.title, made.date, made.issuers, made.complete)
        print("=" * 20, seed, *facts, sorted(made.allowed), sorted(made.features), sep="\n")
        print(made.text)


if __name__ == "__main__":
    main(sys.argv[1:])
