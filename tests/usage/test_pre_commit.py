"""A document repository whose commits stop on a report with errors; pre-commit and git are real."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copy, copytree, ignore_patterns, which

import pytest

from hegui.document.docx import docx_text
from hegui.document.docx_making import word_file
from hegui.testing import model_report
from tests.usage.environments import ROOT, Done, clean_environment, must, run

INSTALLED_FROM = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Git without anybody's settings, and a pre-commit that has installed nothing yet."""
    return clean_environment(
        GIT_CONFIG_GLOBAL=os.devnull,
        GIT_CONFIG_NOSYSTEM="1",
        GIT_AUTHOR_NAME="clerk",
        GIT_AUTHOR_EMAIL="clerk@example.com",
        GIT_COMMITTER_NAME="clerk",
        GIT_COMMITTER_EMAIL="clerk@example.com",
        PRE_COMMIT_HOME=str(tmp_path_factory.mktemp("pre-commit")),
        PIP_NO_COMPILE="1",
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """The project as it stands now, uncommitted work included, as the only commit of a repository."""
    folder = tmp_path_factory.mktemp("project")
    for name in INSTALLED_FROM:
        copy(ROOT / name, folder)
    for name in ("src", "checks"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__"))
    repository(folder, environment)
    must("git", "add", "--all", cwd=folder, env=environment)
    must("git", "commit", "--quiet", "--message", "as it stands", cwd=folder, env=environment)
    return folder


def repository(folder: Path, environment: Mapping[str, str]) -> None:
    must("git", "-c", "init.defaultBranch=trunk", "init", "--quiet", cwd=folder, env=environment)


@pytest.fixture
def documents(tmp_path: Path, project: Path, environment: dict[str, str]) -> Path:
    """A document repository that has the hook, and one commit."""
    repository(tmp_path, environment)
    revision = must("git", "rev-parse", "HEAD", cwd=project, env=environment).strip()
    lines = ["repos:", f"- repo: {project.as_posix()}", f"  rev: {revision}", "  hooks: [{id: hegui}, {id: hegui-fix}]"]
    (tmp_path / ".pre-commit-config.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    must(*PRE_COMMIT, "install", cwd=tmp_path, env=environment)
    assert commit(tmp_path, environment, ".pre-commit-config.yaml").code == 0
    return tmp_path


def commit(folder: Path, environment: Mapping[str, str], *names: str) -> Done:
    """Commit the files of those names, through the hook."""
    must("git", "add", *names, cwd=folder, env=environment)
    return run("git", "commit", "--message", "new", cwd=folder, env=environment)


def head(folder: Path, environment: Mapping[str, str]) -> list[str]:
    """The files of the last commit."""
    names = must("git", "-c", "core.quotePath=false", "ls-tree", "--name-only", "HEAD", cwd=folder, env=environment)
    return names.splitlines()


def test_incomplete_report_stops_the_commit(documents: Path, environment: dict[str, str]) -> None:
    (documents / "柳河镇.txt").write_text(model_report(leader=""), "utf-8")
    (documents / "清源县.txt").write_text(model_report(body="county"), "utf-8")
    done = commit(documents, environment, "柳河镇.txt", "清源县.txt")
    assert done.code == 1, done
    assert "LDR001" in done.out + done.err
    assert head(documents, environment) == [".pre-commit-config.yaml"]


def test_complete_report_is_committed(documents: Path, environment: dict[str, str]) -> None:
    (documents / "柳河镇.txt").write_text(model_report(), "utf-8")
    done = commit(documents, environment, "柳河镇.txt")
    assert done.code == 0, done
    assert "柳河镇.txt" in head(documents, environment)


def test_commit_without_a_report_passes(documents: Path, environment: dict[str, str]) -> None:
    (documents / "README.md").write_text("# 各镇报告\n\n每年三月前收齐。\n", "utf-8")
    done = commit(documents, environment, "README.md")
    assert done.code == 0, done
    assert "Passed" in done.out + done.err
    (documents / "table.csv").write_text("镇,日期\n", "utf-8")
    done = commit(documents, environment, "table.csv")
    assert done.code == 0, done
    assert "Skipped" in done.out + done.err


def test_what_can_be_fixed_stops_once_and_passes_then(documents: Path, environment: dict[str, str]) -> None:
    right = model_report().encode()
    (documents / "柳河镇.txt").write_bytes(right.replace("，".encode(), "，，".encode(), 1))
    (documents / "柳河镇.docx").write_bytes(word_file(model_report().replace("，", "，，", 1)))
    done = commit(documents, environment, "柳河镇.txt", "柳河镇.docx")
    assert done.code == 1, done
    assert "files were modified by this hook" in done.out + done.err
    assert (documents / "柳河镇.txt").read_bytes() == right
    assert docx_text((documents / "柳河镇.docx").read_bytes()).text == model_report()
    assert commit(documents, environment, "柳河镇.txt", "柳河镇.docx").code == 0
    assert {"柳河镇.txt", "柳河镇.docx"} <= set(head(documents, environment))


def test_hook_is_tried_before_it_is_kept(project: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    repository(tmp_path, environment)
    (tmp_path / "bad.txt").write_text(model_report(leader=""), "utf-8")
    (tmp_path / "good.txt").write_text(model_report(), "utf-8")
    must("git", "add", "--all", cwd=tmp_path, env=environment)
    done = run(*PRE_COMMIT, "try-repo", project, "hegui", "--all-files", cwd=tmp_path, env=environment)
    assert done.code == 1, done
    assert "LDR001" in done.out
    assert "exit code: 1" in done.out
