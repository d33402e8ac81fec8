"""Two thousand generated reports come back as they were composed, and planted defects are found."""

from __future__ import annotations

import pytest

from benchmarks.reading import FAMILIES, plant_all, read_all
from hegui.check import Check, Corpus
from tests.generator.compose import corpus, unseen_corpus
from tests.generator.phrases import unseen
from tests.generator.plant import RULES
from tests.generator.test_generator import phrases_of
from tests.installed import built_in_checks, fazhi


@pytest.fixture(scope="module")
def checks() -> dict[str, Check]:
    return {c.code: c for c in built_in_checks() if c.family in FAMILIES and c.each is not Corpus}


def on(checks: dict[str, Check]) -> tuple[Check, ...]:
    return tuple(check for check in checks.values() if not check.off)


def test_seen_phrases(checks: dict[str, Check]) -> None:
    row = read_all("seen", corpus(2000), on(checks), verbose=False)
    assert {what: share for what, share in row.shares.items() if share < 0.99} == {}
    assert row.spoken == 0


def test_unseen_phrases(checks: dict[str, Check]) -> None:
    row = read_all("unseen", unseen_corpus(), on(checks), verbose=False)
    assert {what: row.shares[what] for what in ("year", "level", "parts") if row.shares[what] < 0.95} == {}


def test_planted_defects(checks: dict[str, Check]) -> None:
    shares = plant_all(list(corpus(160)), checks, verbose=False)
    assert {code: share for code, share in shares.items() if share < 0.98} == {}
    assert shares.keys() == set(RULES)


@pytest.mark.parametrize("table", ["titles", "headings", "openers", "themes"])
def test_kinds_hold_no_unseen_phrase(table: str) -> None:
    words = repr(fazhi())
    assert [phrase for phrase in phrases_of(unseen(), table) if phrase in words] == []
