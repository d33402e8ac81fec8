"""The formats for pipelines against what their readers document, and against what documents may hold."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from referencing import Registry, Resource

from hegui.check import Severity
from hegui.engine.plugins import Plugins
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.finding import Outcome, fingerprint
from hegui.hooks import View
from hegui.reporters import github, sarif
from hegui.reporters import json as json_reporter
from hegui.reporters.plain import relative
from tests.reporters.sample import EMPTY, HELD, OUTCOME, file, finding
from tests.system import node, program

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
REPORTERS = Plugins().reporters
OUTCOMES = {"held": HELD, "empty": EMPTY, "one": OUTCOME}
each_outcome = pytest.mark.parametrize("name", [*OUTCOMES, "seeds"])
ANYTHING = st.text(st.characters(codec=None), max_size=30)


@pytest.fixture(scope="module")
def seeds() -> Outcome:
    """What is found in the sample reports."""
    return run(Request((str(ROOT / "seeds"), "missing.txt")))


def outcome_of(name: str, seeds: Outcome) -> Outcome:
    return seeds if name == "seeds" else OUTCOMES[name]


def rendered(format_: str, outcome: Outcome, view: View = View(all=True)) -> str:  # noqa: B008 - a plain value
    text = REPORTERS[format_].render(outcome, view)
    assert isinstance(text, str)
    return text


def hostile(text: str) -> Outcome:
    """An outcome whose every text is ``text``."""
    found = finding(message=text, advice=text, excerpt=text, section=text, mark=(0, len(text)))
    files = (file(f"a/{text}", found, title=text), file("空.txt", error=text))
    return OUTCOME._replace(files=files)


@each_outcome
def test_gitlab_takes_it(name: str, seeds: Outcome) -> None:
    found = json.loads(rendered("gitlab", outcome_of(name, seeds)))
    schema = json.loads((SCHEMAS / "gitlab.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    prints = [issue["fingerprint"] for issue in found]
    assert len(set(prints)) == len(prints)


@each_outcome
def test_lines_are_as_their_schema_says(name: str, seeds: Outcome) -> None:
    outcome = outcome_of(name, seeds)
    folder = Path(json_reporter.__file__).parent
    schemas = [json.loads((folder / f"{kind}.schema.json").read_text("utf-8")) for kind in ("line", "outcome")]
    registry: Registry[Any] = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas)
    validator = jsonschema.Draft202012Validator(schemas[0], registry=registry)
    lines = [json.loads(line) for line in rendered("jsonl", outcome).splitlines()]
    for line in lines:
        validator.validate(line)
    *files, closing = lines
    whole = json.loads(rendered("json", outcome))
    assert closing | {"files": files} == whole
    assert not any("exit_code" in line for line in files)
    assert not validator.is_valid(closing | {"files": []})


@pytest.mark.system
@pytest.mark.parametrize("format_", ["junit", "checkstyle"])
@each_outcome
def test_xml_is_as_its_schema_says(format_: str, name: str, seeds: Outcome, tmp_path: Path) -> None:
    (tmp_path / "out.xml").write_text(rendered(format_, outcome_of(name, seeds)), "utf-8")
    xmllint = program("xmllint", "libxml2-utils")
    command = [xmllint, "--noout", "--schema", SCHEMAS / f"{format_}.xsd", tmp_path / "out.xml"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.system
def test_microsofts_validator_has_nothing_to_say(seeds: Outcome, tmp_path: Path) -> None:
    for name in (*OUTCOMES, "seeds"):
        outcome = outcome_of(name, seeds)
        with_lines = [one for one in outcome.files if all(found.location.line for found in one.findings)]
        for kind, files in (("whole", outcome.files), ("lines", tuple(with_lines))):
            text = rendered("sarif", outcome._replace(files=files))
            (tmp_path / f"{name}-{kind}.sarif").write_text(text, "utf-8")
    tool = node("Sarif.Multitool", "@microsoft/sarif-multitool-linux")
    done = subprocess.run(
        [tool, "validate", tmp_path / "*.sarif", "--rule-kind", "Sarif;GHAS"],
        capture_output=True,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        check=False,
    )
    out = done.stdout.decode() + done.stderr.decode()
    assert "Done. 8 files scanned." in out
    assert "Analysis completed successfully" in out
    told = set(re.findall(r"(\w+-\w+)\.sarif.*?: (?:error|warning) (\w+):", out))
    no_line = {("held-whole", "SARIF2017"), ("one-whole", "SARIF2017")}
    assert told == no_line, "a paragraph of a Word document has no line"


@pytest.mark.system
@each_outcome
def test_sarif_is_as_its_schema_says(name: str, seeds: Outcome) -> None:
    schema = json.loads(node("sarif-2.1.0.json", "@microsoft/sarif-multitool-linux").read_text("utf-8-sig"))
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(rendered("sarif", outcome_of(name, seeds))))


def test_sarif_states_places_and_fixes() -> None:
    (told,) = json.loads(rendered("sarif", HELD))["runs"]
    results = told["results"]
    by_state = [result["baselineState"] for result in results]
    assert by_state.count("unchanged") == 2
    assert set(by_state) == {"new", "unchanged"}
    (noted,) = [s for result in results for s in result.get("suppressions", ()) if "justification" in s]
    assert noted == {"kind": "external", "status": "accepted", "justification": "已核实无误"}
    (word,) = [r for r in results if r["partialFingerprints"]["hegui/v1"] == "00000000000000aa"]
    place = word["locations"][0]
    assert place["logicalLocations"][0] == {"fullyQualifiedName": "第3页/表2/第4行/第1格"}
    assert "region" not in place["physicalLocation"]
    assert word["relatedLocations"][0]["logicalLocations"] == [{"fullyQualifiedName": "第5页/第7段"}]
    assert "fixes" not in word
    fixed = next(result for result in results if "fixes" in result)
    (change,) = fixed["fixes"][0]["artifactChanges"]
    assert change["replacements"][0] == {
        "deletedRegion": {"startLine": 58, "startColumn": 64, "endLine": 58, "endColumn": 65},
        "insertedContent": {"text": ""},
    }
    assert results[-1]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "home/%E6%9F%90%E4%BA%BA/%E6%8A%A5%E5%91%8A%20100%25.txt",
        "uriBaseId": "SRCROOT",
    }
    assert not any("baselineState" in r for r in json.loads(rendered("sarif", OUTCOME))["runs"][0]["results"])


def test_sarif_keeps_to_what_code_scanning_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULTS", 30)
    many = [
        finding(severity=severity, fingerprint=fingerprint("x", str(n))) for n in range(20) for severity in Severity
    ]
    outcome = OUTCOME._replace(files=(file("a.txt", *many),))
    (told,) = json.loads(rendered("sarif", outcome))["runs"]
    levels = [result["level"] for result in told["results"]]
    assert levels == ["error"] * 20 + ["warning"] * 10
    assert "另有 30 条没有写入" in json.dumps(told["invocations"], ensure_ascii=False)
    monkeypatch.setattr(sarif, "PACKED", 2000)
    packed = rendered("sarif", outcome)
    assert 0 < len(json.loads(packed)["runs"][0]["results"]) < 30
    assert len(gzip.compress(packed.encode(), 9)) < 2100


@settings(max_examples=60)
@given(ANYTHING)
@example("\ud800")
@example("\udcff")
@example("\udcff\ud800")
def test_nothing_in_a_document_breaks_json(text: str) -> None:
    for format_ in ("sarif", "gitlab"):
        json.loads(rendered(format_, hostile(text)).encode("utf-8"))
    for line in rendered("jsonl", hostile(text)).encode("utf-8").splitlines():
        json.loads(line)


@settings(max_examples=60)
@given(ANYTHING)
def test_nothing_in_a_document_breaks_xml(text: str) -> None:
    for format_ in ("junit", "checkstyle"):
        root = ET.fromstring(rendered(format_, hostile(text)).encode("utf-8"))
        assert root.tag in ("testsuites", "checkstyle")
        assert root[0].attrib["name"].count("\n") == relative(f"a/{text}").count("\n"), "a name comes back as it was"


@settings(max_examples=100)
@example("##[error]")
@example("::error::")
@given(ANYTHING | st.text(st.sampled_from("%:,\r\n#[:]= "), max_size=12))
@example("##[error]")
def test_nothing_in_a_document_is_a_command_of_github(text: str) -> None:
    out = rendered("github", hostile(text))
    assert "##[" not in out
    lines = out.rstrip("\n").split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == 1 + 1 + 2, "the finding, the file, the crash and the plugin"
    assert lines[-len(commands) :] == commands
    for command in commands:
        match = re.fullmatch(r"::(error|warning|notice)(?: ([^:]*))?::(.*)", command)
        assert match, command
        for pair in filter(None, (match.group(2) or "").split(",")):
            assert re.match(r"(file|line|endLine|col|endColumn|title)=", pair), command


def test_github_shows_the_gravest_ten_of_each_level() -> None:
    infos = [finding(severity=Severity.INFO, message=f"提示{n}") for n in range(12)]
    errors = [finding(message=f"错误{n}") for n in range(12)]
    out = rendered("github", OUTCOME._replace(files=(file("a.txt", *infos, *errors),), crashes=(), broken=()))
    commands = [line for line in out.splitlines() if line.startswith("::")]
    assert [command.split()[0] for command in commands] == ["::error"] * github.SHOWN + ["::notice"] * github.SHOWN
    assert "未标注的有：错误 2、提示 2" in out
    assert sum("LDR005" in line and not line.startswith("::") for line in out.splitlines()) == 24, "the log holds all"


def test_github_decodes_what_it_was_given() -> None:
    found = finding(message="100%\r\n第二行: 甲,乙", advice="")
    out = rendered("github", OUTCOME._replace(files=(file("a,b:c%.txt", found),)))
    assert "file=a%2Cb%3Ac%25.txt,line=38," in out
    assert "::100%25%0A第二行: 甲,乙。" in out


def test_a_summary_is_cut_with_a_note() -> None:
    big = file("a.txt", *(finding(message="字" * 1000) for _ in range(600)))
    out = rendered("markdown", OUTCOME._replace(files=(big,)))
    assert len(out.encode()) < 1024 * 1024
    assert out.endswith("其余从略，完整的结果请看 JSON 或 SARIF。\n")


@settings(max_examples=100)
@given(ANYTHING | st.text(st.sampled_from("<>&|`*_[]()\\\n#@!"), max_size=12))
def test_nothing_in_a_document_is_markup_of_a_summary(text: str) -> None:
    out = rendered("markdown", hostile(text))
    assert "<" not in out
    plain = re.sub(r"\\[\\`*_{}\[\]()#+.!|~:@-]", "", out)
    assert "`" not in plain
    assert "[" not in plain
    assert plain.count("**") == 2
    rows = [line for line in plain.split("\n") if line.startswith("|")]
    assert {row.count("|") for row in rows} == {7}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a/b.txt", "a/b.txt"),
        ("./a.txt", "a.txt"),
        ("../../a b.txt", "a b.txt"),
        ("/home/x/a.txt", "home/x/a.txt"),
        ("C:/Users/x/a.txt", "Users/x/a.txt"),
        ("C:\\x\\a.txt", "x/a.txt"),
        ("a:b.txt", "a:b.txt"),
        ("-", "-"),
        ("/", "_"),
    ],
)
def test_paths_that_travel(path: str, told: str) -> None:
    assert relative(path) == told


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "junit", "github", "gitlab", "checkstyle", "markdown"])
def test_two_runs_are_the_same_bytes(name: str, seeds: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(name, seeds)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    again = rendered(name, run(Request((str(ROOT / "seeds"), "missing.txt"))))
    assert first == again
    assert str(ROOT) not in first
    assert not re.search(r"20\d\d-\d\d-\d\dT", first)
