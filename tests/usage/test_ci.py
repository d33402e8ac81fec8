"""The action, the template and the hook of ``docs/ci``, run as far as they run without their hosts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copy, which
from typing import Any

import pytest
from ruamel.yaml import YAML

from hegui.testing import model_report
from tests.usage.environments import ROOT, Done, Environment, clean_environment, must, run

CI = ROOT / "docs" / "ci"
WRONG = "全年办理行政处罚案件14件，其中已结案9件、正在办理4件。"
BASH = which("bash") or "bash"
pytestmark = pytest.mark.skipif(os.name == "nt" or which("git") is None, reason="bash and git are needed")


@pytest.fixture
def environment(installed: Environment) -> dict[str, str]:
    """Git without anybody's settings, and the installed hegui on the path."""
    return clean_environment(
        GIT_CONFIG_GLOBAL=os.devnull,
        GIT_CONFIG_NOSYSTEM="1",
        GIT_AUTHOR_NAME="clerk",
        GIT_AUTHOR_EMAIL="clerk@example.com",
        GIT_COMMITTER_NAME="clerk",
        GIT_COMMITTER_EMAIL="clerk@example.com",
        PATH=f"{installed.python.parent}{os.pathsep}{os.environ['PATH']}",
    )


@pytest.fixture
def documents(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A repository with an old report whose fault is accepted."""
    folder = tmp_path / "文件 库"
    folder.mkdir()
    (folder / "旧镇.txt").write_text(model_report(leader=""), "utf-8")
    (folder / "新镇.txt").write_text(model_report(), "utf-8")
    must("git", "-c", "init.defaultBranch=trunk", "init", "--quiet", cwd=folder, env=environment)
    assert run("hegui", "check", ".", cwd=folder, env=environment).code == 1
    must("hegui", "baseline", ".", cwd=folder, env=environment)
    commit(folder, environment)
    return folder


def commit(folder: Path, environment: Mapping[str, str]) -> None:
    must("git", "add", "--all", cwd=folder, env=environment)
    must("git", "commit", "--quiet", "--message", "x", cwd=folder, env=environment)


def spoil(report: Path) -> int:
    """Put a wrong sum into a report; the line it stands in."""
    lines = report.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("二、"))
    report.write_text("\n".join([*lines[:at], WRONG, *lines[at:]]), "utf-8")
    return at + 1


def steps() -> dict[str, dict[str, Any]]:
    action = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
    return {step["name"]: step for step in action["runs"]["steps"]}


class Runner:
    """As much of a GitHub runner as the action needs."""

    def __init__(self, folder: Path, temporary: Path, environment: Mapping[str, str], package: Path) -> None:
        self.folder = folder
        self.temporary = temporary
        action = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))
        self.values = {f"inputs.{name}": given["default"] for name, given in action["inputs"].items()}
        self.values["github.action_path"] = str(package)
        self.summary, self.output = temporary / "summary.md", temporary / "output"
        self.environment = dict(environment) | {
            "RUNNER_TEMP": str(temporary),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
        }

    def step(self, name: str, **inputs: str) -> Done:
        """Run one step with the shell that GitHub calls."""
        step = steps()[name]
        values = self.values | {f"inputs.{key.replace('_', '-')}": value for key, value in inputs.items()}
        for line in self.output.read_text("utf-8").splitlines() if self.output.exists() else ():
            key, _, value = line.partition("=")
            values[f"steps.check.outputs.{key}"] = value
        given = {
            key: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: values[match.group(1)], value)
            for key, value in step["env"].items()
        }
        assert "${{" not in step["run"], "what a stranger may choose goes through the environment"
        script = self.temporary / "step.sh"
        script.write_text(step["run"], "utf-8")
        command = (BASH, "--noprofile", "--norc", "-e", "-o", "pipefail", script)
        return run(*command, cwd=self.folder, env=self.environment | given)


@pytest.fixture
def runner(documents: Path, tmp_path: Path, environment: dict[str, str], installed: Environment, wheel: Path) -> Runner:
    """A runner that has hegui already."""
    runner = Runner(documents, tmp_path, environment, wheel)
    (tmp_path / "hegui").symlink_to(installed.python.parent.parent)
    return runner


def test_the_action_installs(documents: Path, tmp_path: Path, environment: dict[str, str], wheel: Path) -> None:
    runner = Runner(documents, tmp_path, environment, wheel)
    done = runner.step("Install")
    assert done.code == 0, done
    assert "hegui" in must(tmp_path / "hegui" / "bin" / "hegui", "--version")


def test_one_new_wrong_sum_fails_the_gate_and_is_annotated_at_its_line(runner: Runner) -> None:
    given = {"baseline": "hegui-baseline.txt", "paths": "旧镇.txt\n新镇.txt\n"}
    assert runner.step("Check", **given).code == 0
    assert runner.step("Result").code == 0
    line = spoil(runner.folder / "新镇.txt")
    runner.output.unlink()
    done = runner.step("Check", **given)
    assert done.code == 0, done
    errors = [row for row in done.out.splitlines() if row.startswith("::error ")]
    assert len(errors) == 1
    assert errors[0].startswith(f"::error file=新镇.txt,line={line},endLine={line},")
    assert "title=STA001" in errors[0]
    (told,) = json.loads((runner.folder / "hegui.sarif").read_text("utf-8"))["runs"]
    new = [result for result in told["results"] if result["baselineState"] == "new" and result["level"] == "error"]
    assert [result["ruleId"] for result in new] == ["STA001"]
    assert new[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == line
    assert "STA001" in runner.summary.read_text("utf-8")
    assert runner.step("Result").code == 1


def test_the_actions_inputs_reach_the_program_as_words(runner: Runner) -> None:
    spoil(runner.folder / "新镇.txt")
    options = "--extend-select\nSTA\n--ignore=STA001,LDR,STR,PLN"
    assert runner.step("Check", options=options, fail_on="error", max_warnings="99", sarif="a b.sarif").code == 0
    assert runner.step("Result").code == 0
    assert (runner.folder / "a b.sarif").exists()
    runner.output.unlink()
    runner.step("Check", paths="$(touch pwned)\n--help\n;touch pwned")
    assert runner.step("Result").code == 2
    assert not (runner.folder / "pwned").exists()
    runner.output.unlink()
    assert runner.step("Check", diff_base="HEAD").code == 0
    assert runner.step("Result").code == 1
    runner.output.unlink()
    runner.step("Check", diff_base="HEAD", paths="旧镇.txt")
    assert runner.step("Result").code == 0, "nothing changed there"


def test_gitlabs_job_writes_what_it_hands_over(documents: Path, environment: dict[str, str]) -> None:
    job = YAML(typ="safe").load((CI / "gitlab.yml").read_text("utf-8"))["hegui"]
    (script,) = job["script"]
    variables = {name: str(value) for name, value in job["variables"].items()}
    done = run(BASH, "-c", script, cwd=documents, env=environment | variables)
    assert done.code == 1, done
    for file in job["artifacts"]["reports"].values():
        assert (documents / file).stat().st_size > 100
    variables["HEGUI_OPTIONS"] = "--baseline hegui-baseline.txt"
    assert run(BASH, "-c", script, cwd=documents, env=environment | variables).code == 0
    assert json.loads((documents / "gl-code-quality-report.json").read_text("utf-8")) == []


def test_the_hook_looks_at_what_is_pushed(documents: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    must("git", "-c", "init.defaultBranch=trunk", "init", "--quiet", "--bare", tmp_path / "remote", env=environment)
    must("git", "remote", "add", "origin", tmp_path / "remote", cwd=documents, env=environment)
    push = ("git", "push", "--quiet", "origin", "trunk")
    copy(CI / "pre-push", documents / ".git" / "hooks" / "pre-push")
    done = run(*push, cwd=documents, env=environment)
    assert (done.code, "LDR001" in done.out + done.err) == (1, True), "a new branch is looked at whole"
    must(*push, "--no-verify", cwd=documents, env=environment)
    (documents / "新镇.txt").write_text(model_report(year=2023), "utf-8")
    commit(documents, environment)
    must(*push, cwd=documents, env=environment)
    spoil(documents / "新镇.txt")
    commit(documents, environment)
    done = run(*push, cwd=documents, env=environment)
    assert (done.code, "STA001" in done.out + done.err, "LDR001" in done.out + done.err) == (1, True, False)


@pytest.mark.parametrize(("schema", "file"), [("github-actions", "action.yml"), ("gitlab-ci", "docs/ci/gitlab.yml")])
def test_yaml_is_as_its_reader_wants_it(schema: str, file: str) -> None:
    must(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", ROOT / file)


def test_the_workflow_in_the_page_is_one(tmp_path: Path) -> None:
    page = (CI / "README.md").read_text("utf-8")
    (workflow,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "workflow.yml").write_text(workflow, "utf-8")
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows")
    must(*command, tmp_path / "workflow.yml")
    inputs = YAML(typ="safe").load(workflow)["jobs"]["hegui"]["steps"][1]["with"]
    known = YAML(typ="safe").load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert set(inputs) <= set(known)


def test_the_hook_is_a_shell_script() -> None:
    subprocess.run(["sh", "-n", CI / "pre-push"], check=True)
