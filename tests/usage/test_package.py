"""What is delivered holds all it needs and works outside the source tree."""

from __future__ import annotations

import json
import sys
import tarfile
import tomllib
import zipfile
from configparser import ConfigParser
from pathlib import Path
from shutil import copy, rmtree

import pytest

import hegui
from tests.usage.environments import ROOT, Environment, clean_environment, must, pip, run

SEED = ROOT / "seeds" / "shiyang-2023" / "report.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel_names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_wheel_holds_both_packages_and_nothing_else(wheel_names: list[str]) -> None:
    assert {"hegui/py.typed", "hegui_checks/py.typed"} <= set(wheel_names)
    assert {name.partition("/")[0] for name in wheel_names} == {
        "hegui",
        "hegui_checks",
        f"hegui-{hegui.__version__}.dist-info",
    }
    assert not [name for name in wheel_names if name.endswith(".pyc") or "/tests/" in name]


def test_wheel_holds_every_module_and_table(wheel_names: list[str]) -> None:
    sources = [
        file.relative_to(root).as_posix()
        for root in (ROOT / "src", ROOT / "checks")
        for file in root.rglob("*")
        if file.suffix in {".py", ".toml", ".json", ".example"} and "__pycache__" not in file.parts
    ]
    tables = [name for name in sources if name.endswith(".toml")]
    assert tables
    assert set(sources) <= set(wheel_names)
    assert {name.removesuffix(".toml") + ".json" for name in tables} <= set(wheel_names)


def test_wheel_announces_every_family(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        text = archive.read(name).decode()
        (licence,) = [name for name in archive.namelist() if name.endswith("licenses/LICENSE")]
        assert b"MIT" in archive.read(licence)
    points = ConfigParser()
    points.read_string(text)
    families = {
        f"hegui_checks.{folder.parent.name}" for folder in (ROOT / "checks" / "hegui_checks").glob("*/__init__.py")
    }
    given = set(points["hegui"].values())
    assert "hegui.builtin" in given
    with_hooks = {name for name in families if "@hookimpl" in _source(name)}
    assert given - {"hegui.builtin"} == with_hooks


def _source(family: str) -> str:
    return (ROOT / "checks" / family.replace(".", "/") / "__init__.py").read_text("utf-8")


def test_sdist_can_be_tested(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {
        "LICENSE",
        "README.md",
        "pyproject.toml",
        ".pre-commit-hooks.yaml",
        "checks/hegui_checks/kinds/fazhi.json",
        "seeds/shiyang-2023/report.txt",
        "src/hegui/py.typed",
        "tests/usage/test_package.py",
        "tests/plugins/hegui-county-rules/pyproject.toml",
    }
    assert wanted <= names
    assert not [name for name in names if "__pycache__" in name or ".venv" in name or name.startswith(".git/")]


def test_one_version() -> None:
    assert PROJECT["version"] == hegui.__version__


def test_program_is_installed(installed: Environment, tmp_path: Path) -> None:
    assert installed.hegui("--version", cwd=tmp_path) == (0, f"hegui {hegui.__version__}\n", "")
    module = run(installed.python, "-m", "hegui", "--version", cwd=tmp_path)
    assert module == (0, f"hegui {hegui.__version__}\n", "")
    rules = installed.hegui("rules", cwd=tmp_path)
    assert rules.code == 0
    assert "LDR001" in rules.out


def test_seeds_and_nothing_else_are_read(installed: Environment) -> None:
    done = installed.hegui("check", "seeds", "--format", "json", cwd=ROOT)
    outcome = json.loads(done.out)
    assert done.code == outcome["exit_code"] == 1
    assert len(outcome["files"]) == 5
    assert all(file["path"].endswith("/report.txt") and file["grade"] for file in outcome["files"])
    assert outcome["skipped"] == []


def test_seed_is_checked_outside_the_tree(installed: Environment, tmp_path: Path) -> None:
    copy(SEED, tmp_path / "报告.txt")
    done = installed.hegui("check", "报告.txt", "--format", "concise", cwd=tmp_path)
    assert done.code == 1, done
    assert "报告.txt:38:3: 错误 LDR005" in done.out
    assert done.err == ""


def test_text_is_checked_from_python(installed: Environment, tmp_path: Path) -> None:
    code = (
        "import sys, hegui; sys.stdin.reconfigure(encoding='utf-8');"
        "print(*sorted({f.code for f in hegui.check_text(sys.stdin.read()).findings}))"
    )
    done = run(installed.python, "-c", code, cwd=tmp_path, stdin=SEED.read_text("utf-8"))
    assert done.code == 0, done.err
    assert "LDR005" in done.out.split()


def test_copy_without_an_installer_knows_its_checks(
    installed: Environment, wheel: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A frozen program carries no dist-info; nor does it need rich or jieba to check a file."""
    frozen = tmp_path_factory.mktemp("frozen")
    must(*pip(), "install", "--quiet", "--no-compile", "--no-deps", "--target", frozen, wheel, "click", "pluggy")
    for folder in frozen.glob("*.dist-info"):
        rmtree(folder)
    documents = tmp_path_factory.mktemp("documents")
    copy(SEED, documents / "one.txt")
    start = "from hegui.cli import main; main()"
    command = ("check", "one.txt", "--format", "json")
    done = run(
        sys.executable, "-S", "-c", start, *command, cwd=documents, env=clean_environment(PYTHONPATH=str(frozen))
    )
    same = installed.hegui(*command, cwd=documents)
    assert done.code == 1, done
    assert json.loads(done.out) == json.loads(same.out)
