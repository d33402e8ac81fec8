"""What a gate lets through: skipped files, changed files, severities, counts, and rules that changed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree, which

import pytest

from hegui.testing import model_report
from tests.cli.conftest import Call

Git = Callable[..., str]
needs_git = pytest.mark.skipif(which("git") is None, reason="git is not installed")


@pytest.fixture
def git(folder: Path) -> Git:
    """A real repository in place of the folder's mark of one; both reports are committed on trunk."""
    rmtree(folder / ".git")
    names = {f"GIT_{who}_{what}": "clerk@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= names | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=True)
        return done.stdout.decode()

    git("-c", "init.defaultBranch=trunk", "init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "old")
    return git


def paths(call: Call, *arguments: str) -> list[str]:
    return [file["path"] for file in json.loads(call("check", *arguments, "--format", "json")[1])["files"]]


@needs_git
def test_only_what_changed_since_a_commit(call: Call, folder: Path, git: Git) -> None:
    assert call("check", ".", "--diff-base", "trunk")[0] == 3
    assert call("check", ".", "--diff-base", "trunk", "--allow-empty")[0] == 0
    git("checkout", "--quiet", "-b", "mine")
    (folder / "a b 新.txt").write_text(model_report(), "utf-8")
    assert paths(call, ".", "--diff-base", "trunk") == ["a b 新.txt"], "not yet tracked"
    git("add", "--all")
    git("commit", "--quiet", "--message", "mine")
    (folder / "好.txt").write_text(model_report(year=2023), "utf-8")
    assert paths(call, ".", "--diff-base", "trunk") == ["a b 新.txt", "好.txt"], "committed and not"
    git("checkout", "--quiet", "--", "好.txt")
    git("checkout", "--quiet", "trunk")
    (folder / "缺.txt").write_text(model_report(), "utf-8")
    git("commit", "--quiet", "--all", "--message", "theirs")
    git("checkout", "--quiet", "mine")
    assert paths(call, ".", "--diff-base", "trunk") == ["a b 新.txt"], "what trunk did is not ours"
    assert paths(call, str(folder / "好.txt"), "a b 新.txt", "--diff-base", "HEAD~1") == ["a b 新.txt"]


@needs_git
def test_the_working_folder_may_be_below_and_files_outside_always_count(
    call: Call, folder: Path, git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "外.txt"
    outside.write_text(model_report(), "utf-8")
    (folder / "子").mkdir()
    (folder / "子" / "新.txt").write_text(model_report(), "utf-8")
    monkeypatch.chdir(folder / "子")
    assert paths(call, ".", "..", "--diff-base", "HEAD") == ["新.txt"]
    assert paths(call, ".", str(outside), "--diff-base", "HEAD") == sorted(["新.txt", outside.as_posix()])


@needs_git
@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("--output=x", "不是 git 的版本名"),
        ("-x", "不是 git 的版本名"),
        ("", "不是 git 的版本名"),
        ("no-such", "没有 no-such 这个版本"),
        ("HEAD:好.txt", "没有 HEAD:好.txt 这个版本"),
    ],
)
def test_a_name_that_is_no_commit(call: Call, folder: Path, git: Git, ref: str, told: str) -> None:
    code, out, err = call("check", ".", "--diff-base", ref)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert not (folder / "x").exists()


@needs_git
def test_no_repository_and_no_common_start(call: Call, folder: Path, git: Git) -> None:
    git("checkout", "--quiet", "--orphan", "alone")
    git("commit", "--quiet", "--message", "alone")
    assert "共同起点" in call("check", ".", "--diff-base", "trunk")[2]
    rmtree(folder / ".git")
    code, _, err = call("check", ".", "--diff-base", "trunk")
    assert (code, "不是 git 仓库" in err) == (2, True)


@needs_git
@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_a_repository_cannot_run_its_own_program(call: Call, folder: Path, git: Git) -> None:
    program = folder / "evil.sh"
    program.write_text(f"#!/bin/sh\ntouch '{folder}/ran'\n", "utf-8")
    program.chmod(0o755)
    for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv"):
        git("config", key, str(program))
    (folder / ".gitattributes").write_text("*.txt diff=x\n", "utf-8")
    (folder / "好.txt").write_text(model_report(year=2023), "utf-8")
    assert paths(call, ".", "--diff-base", "HEAD") == ["好.txt"]
    assert not (folder / "ran").exists()


def test_a_skipped_file_fails_a_strict_gate(call: Call, folder: Path) -> None:
    (folder / "README.md").write_text("# 说明\n\n这里是说明。\n", encoding="utf-8")
    assert call("check", "好.txt", "README.md")[0] == 0
    assert call("check", "好.txt", "README.md", "--strict-skip")[0] == 1
    assert call("check", "README.md", "--strict-skip", "--allow-empty")[0] == 1
    assert call("check", "好.txt", "--strict-skip")[0] == 0


def test_settings_of_the_gate(call: Call, folder: Path) -> None:
    settings = folder / "hegui.toml"
    settings.write_text('[severity]\nLDR = "warning"\nSTR = "off"\n', encoding="utf-8")
    code, out, _ = call("check", "缺.txt", "--format", "json")
    assert (code, json.loads(out)["summary"]["error"], json.loads(out)["summary"]["warning"] > 0) == (0, 0, True)
    settings.write_text('max-warnings = 0\n[severity]\nLDR = "warning"\nSTR = "off"\n', encoding="utf-8")
    assert call("check", "缺.txt")[0] == 1
    assert call("check", "缺.txt", "--max-warnings", "9")[0] == 0
    settings.write_text('[[files]]\npath = "缺*"\nseverity = { LDR001 = "info", STR = "info" }\n', encoding="utf-8")
    (folder / "另.txt").write_bytes((folder / "缺.txt").read_bytes())
    assert call("check", "缺.txt")[0] == 0
    assert call("check", "另.txt")[0] == 1
    settings.write_text('max-warnings = "0"\n', encoding="utf-8")
    assert call("check", "缺.txt")[0] == 2


def test_statistics_count_rules(call: Call) -> None:
    code, out, err = call("check", ".", "--statistics")
    assert (code, err) == (1, "")
    rows = [line.split() for line in out.splitlines()[:-1]]
    assert ["1", "处", "1", "份", "错误", "LDR001"] in [row[:6] for row in rows]
    assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
    assert "共检查 2 份：错误 " in out
    assert "缺.txt" not in out
    assert call("check", ".", "--statistics", "--format", "json")[0] == 2
    assert call("check", ".", "--statistics", "--report", "json=结果.json")[0] == 1


def test_rules_as_data_and_what_changed(call: Call, folder: Path) -> None:
    code, out, _ = call("rules", "--format", "json")
    table = json.loads(out)
    rules = table["rules"]
    assert (code, table["version"], len(rules) > 80) == (0, 1, True)
    assert {"code", "slug", "name", "severity", "off", "basis", "rationale"} == set(rules[0])
    old = folder / "old.json"
    old.write_text(out, "utf-8")
    assert call("rules", "--diff", "old.json") == (0, "规则没有变化\n", "")
    removed = rules.pop(3)
    rules[0] |= {"severity": "warning" if rules[0]["severity"] == "info" else "info", "off": not rules[0]["off"]}
    rules.append({"code": "OLD001", "name": "旧规则", "severity": "error"})
    old.write_text(json.dumps(table), "utf-8")
    code, out, _ = call("rules", "--diff", "old.json")
    assert code == 1
    assert f"新增 1 条：\n  {removed['code']}" in out
    assert "去掉 1 条：\n  OLD001" in out
    assert f"改变 1 条：\n  {rules[0]['code']}" in out
    assert "级别由" in out
    changes = json.loads(call("rules", "--diff", "old.json", "--format", "json")[1])
    assert [rule["code"] for rule in changes["added"]] == [removed["code"]]
    assert list(changes["changed"]) == [rules[0]["code"]]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"rules": [1]}', '{"rules": 1}', "\xff"])
def test_a_list_that_is_none(call: Call, folder: Path, content: str) -> None:
    (folder / "old.json").write_bytes(content.encode("latin-1"))
    code, out, err = call("rules", "--diff", "old.json")
    assert (code, out, err) == (2, "", "hegui：old.json 不是 hegui rules --format json 写出的规则表\n")
    assert call("rules", "--diff", "no.json")[0] == 2
