from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from hegui.api import FileResult, Finding
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.finding import BasisText, Location, Outcome, PartPlace, WireEdit, WireFix
from hegui.hooks import View
from hegui.reporters import json as reporter
from tests.reporters.sample import EMPTY, HELD, OUTCOME

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads(Path(reporter.__file__).with_name("outcome.schema.json").read_text("utf-8"))
LATER = {"accepted"}
UNTOLD = {"paragraphs"}
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def table(outcome: Outcome) -> Any:
    return json.loads(reporter.render(outcome, View()))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("outcome", [OUTCOME, EMPTY, HELD])
def test_made_up_outcomes_are_valid(outcome: Outcome) -> None:
    VALIDATOR.validate(table(outcome))


def test_real_outcomes_are_valid() -> None:
    outcome = run(Request((str(ROOT / "seeds"), "missing.txt", str(ROOT / "README.md"))))
    assert outcome.files
    VALIDATOR.validate(table(outcome))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("extra",), 1),
        (("exit_code",), 5),
        (("files", 0, "grade"), "E"),
        (("files", 0, "findings", 0, "severity"), "fatal"),
        (("files", 0, "findings", 0, "location", "line"), 0),
        (("files", 0, "findings", 0, "extra"), None),
        (("files", 0, "counts"), {}),
    ],
)
def test_the_schema_is_strict(path: tuple[str | int, ...], value: object) -> None:
    spoiled = table(OUTCOME)
    place = spoiled
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(spoiled)


@pytest.mark.parametrize(
    ("name", "value"),
    [("file", FileResult), ("finding", Finding), ("location", Location)],
)
def test_the_schema_has_exactly_the_fields(name: str, value: Any) -> None:
    schema = SCHEMA["$defs"][name]
    fields = set(value._fields) - UNTOLD
    assert set(schema["properties"]) == fields
    assert fields - set(schema["required"]) <= LATER, "what was not there in the first version 1"


def test_the_schema_has_exactly_the_fields_of_inner_values() -> None:
    file, finding = SCHEMA["$defs"]["file"]["properties"], SCHEMA["$defs"]["finding"]["properties"]
    fix = finding["fix"]["oneOf"][0]["properties"]
    assert set(SCHEMA["properties"]) == set(Outcome._fields) - {"rules"}
    assert set(file["parts"]["additionalProperties"]["oneOf"][0]["properties"]) == set(PartPlace._fields)
    assert set(finding["basis"]["properties"]) == set(BasisText._fields)
    assert set(fix) == set(WireFix._fields)
    assert set(fix["edits"]["items"]["properties"]) == set(WireEdit._fields)


def test_version_comes_first() -> None:
    assert reporter.render(EMPTY, View()).startswith('{\n  "version": 1,\n  "tool"')
