"""Every check is what the house asks of a check, and what the catalogue says of it."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from hegui.check import Check, Severity, Strength
from tests.installed import built_in_checks, plugins

CATALOGUE = tomllib.loads(Path(__file__).with_name("catalogue.toml").read_text("utf-8"))
FOLDERS: dict[str, str] = CATALOGUE["folders"]
FAMILIES = Path(__file__).parents[1] / "checks" / "hegui_checks"
CHECKS = built_in_checks()
every_check = pytest.mark.parametrize("check", CHECKS, ids=[check.code for check in CHECKS])


def snake(check: Check) -> str:
    return check.slug.replace("-", "_")


def test_names_are_unique() -> None:
    checks = plugins().checks
    names = Counter(name for check in checks for name in (check.code, check.slug, check.name))
    assert [name for name, count in names.items() if count > 1] == []


@every_check
def test_one_name_links_check_function_and_file(check: Check) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", check.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", check.slug)
    assert check.run.__name__ == snake(check)
    assert check.run.__module__ == f"hegui_checks.{FOLDERS[check.family]}.{snake(check)}"
    assert getattr(sys.modules[check.run.__module__], snake(check)) is check


@every_check
def test_it_is_told_and_proven(check: Check) -> None:
    assert check.name
    assert check.rationale, "a docstring tells why, and hegui rule prints it"
    assert (sys.modules[check.run.__module__].__doc__ or "").startswith(check.code)
    assert check.examples
    assert all(example.bad != example.good for example in check.examples)


@every_check
def test_its_severity_stays_within_its_basis(check: Check) -> None:
    assert check.basis.title
    assert check.severity <= (Severity.ERROR if check.basis.strength is Strength.RULE else Severity.WARNING)


@every_check
def test_it_is_the_check_of_the_catalogue(check: Check) -> None:
    row = CATALOGUE[check.family].get(check.code)
    assert row, f"{check.code} is not in catalogue.toml"
    assert check.slug == row["slug"]
    assert check.severity <= Severity[row["severity"].upper()]
    assert check.off == (check.code in CATALOGUE["off"])


def test_catalogue_is_sound() -> None:
    rows = {code: row for family in FOLDERS for code, row in CATALOGUE[family].items()}
    assert all(code in CATALOGUE[code[:3]] for code in rows)
    assert max(Counter(row["slug"] for row in rows.values()).values()) == 1
    assert set(CATALOGUE["off"]) <= set(rows)


def test_every_check_that_is_written_is_handed_over() -> None:
    written = defaultdict(set)
    for file in FAMILIES.glob("*/*.py"):
        if "\n@check(" in file.read_text("utf-8"):
            written[file.parent.name].add(file.stem)
    given = defaultdict(set)
    for check in CHECKS:
        given[FOLDERS[check.family]].add(snake(check))
    assert given == written


def test_what_the_engine_tells_of_its_use_has_a_reason_too() -> None:
    own = [check for check in plugins().checks if check.family == "HEG"]
    assert own
    for check in own:
        assert check.rationale
        assert check.basis.strength is Strength.PRACTICE
        assert check.severity <= Severity.WARNING
        assert CATALOGUE["HEG"][check.code]["slug"] == check.slug
