"""Three hundred results of a county, from a hundred reports checked once a worker, with what a page shows of them."""

from __future__ import annotations

from random import Random

import pytest

from hegui.engine.run import Run
from hegui.engine.session import Request, Session
from hegui.finding import Outcome, Summary
from tests.generator import RULES, compose, plant, seen


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What is found in 100 generated reports, most with one defect planted, three times over."""
    folder = tmp_path_factory.mktemp("county")
    phrases = seen()
    for number in range(100):
        made = compose(number, phrases, year=2024)
        planted = plant(RULES[number % len(RULES)], made, Random(number))
        (folder / f"{number:03}.txt").write_text(planted[0] if planted else made.text, "utf-8", newline="\n")
    run = Run(Session(Request((str(folder),), keep="passages"), settled=True))
    once = tuple(run.files())
    files = tuple(file._replace(path=f"{copy}/{file.path.rpartition('/')[2]}") for copy in (1, 2, 3) for file in once)
    outcome = run.outcome(files)
    return outcome._replace(summary=Summary(len(files), *(3 * count for count in outcome.summary[1:])))
