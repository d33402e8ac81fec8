"""A stranger's plugin, built, installed and run; and one that is broken beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hegui.testing import model_report
from tests.usage.environments import ROOT, Environment, build, clean_environment, run

PLUGINS = ROOT / "tests" / "plugins"
FORMER = "镇矛盾纠纷调处化解中心受理纠纷12件。"


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheels of both plugins."""
    folder = tmp_path_factory.mktemp("plugins")
    for project in ("hegui-county-rules", "hegui-broken"):
        build(PLUGINS / project, folder, "--wheel")
    return folder


def with_plugins(folder: Path, wheel: Path, wheels: Path, *names: str) -> Environment:
    environment = Environment(folder, wheel)
    environment.install(*names, options=("--no-index", "--find-links", str(wheels)))
    return environment


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory, wheel: Path, wheels: Path) -> Environment:
    """An environment with the plugin that works."""
    return with_plugins(tmp_path_factory.mktemp("county") / "venv", wheel, wheels, "hegui-county-rules")


@pytest.fixture(scope="module")
def unlucky(tmp_path_factory: pytest.TempPathFactory, wheel: Path, wheels: Path) -> Environment:
    """An environment with both plugins."""
    folder = tmp_path_factory.mktemp("unlucky") / "venv"
    return with_plugins(folder, wheel, wheels, "hegui-county-rules", "hegui-broken")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with a report that has an error of the built-in checks and one of the county's."""
    text = model_report(leader="").replace("\n二、", f"\n{FORMER}\n二、", 1)
    assert FORMER in text
    (tmp_path / "report.txt").write_text(text, "utf-8")
    return tmp_path


def codes(out: str) -> set[str]:
    """The codes in concise output."""
    return {line.split()[2] for line in out.splitlines() if line.startswith("report.txt:")}


def test_plugin_finds(county: Environment, documents: Path) -> None:
    done = county.hegui("check", "report.txt", "--format", "concise", cwd=documents)
    assert done.code == 1, done
    assert {"QYX001", "LDR001"} <= codes(done.out)


def test_only_the_plugin(county: Environment, documents: Path) -> None:
    done = county.hegui("check", "report.txt", "--format", "concise", "--select", "QYX", cwd=documents)
    assert (done.code, codes(done.out)) == (0, {"QYX001"})


def test_plugin_tells_its_basis_and_its_fix(county: Environment, documents: Path) -> None:
    done = county.hegui("check", "report.txt", "--format", "json", "--select", "QYX001", cwd=documents)
    (finding,) = json.loads(done.out)["files"][0]["findings"]
    assert finding["basis"] == {"text": "《清源县法治政府建设年度报告编写说明》第三条", "strength": "地方"}
    assert finding["fix"]["edits"][0]["new"] == "社会治安综合治理中心"


def test_plugin_writes_its_format(county: Environment, documents: Path) -> None:
    done = county.hegui("check", "report.txt", "--format", "tally", cwd=documents)
    assert (done.code, done.out) == (1, "report.txt\tD\t1\n")


def test_plugin_is_explained(county: Environment, tmp_path: Path) -> None:
    done = county.hegui("rule", "former-centre-name", cwd=tmp_path)
    assert done.code == 0
    assert "2025年起全县各镇的中心统一更名" in done.out


def test_plugin_is_disabled(county: Environment, documents: Path) -> None:
    done = county.hegui("check", "report.txt", "--format", "concise", "--disable", "county", cwd=documents)
    assert done.code == 1
    assert "LDR001" in codes(done.out)
    assert "QYX001" not in codes(done.out)


def test_plugin_proves_its_examples(county: Environment, tmp_path: Path) -> None:
    code = (
        "from hegui.engine.plugins import Plugins; from hegui.testing import assert_examples;"
        "from hegui_county_rules import former_centre_name;"
        "assert_examples(former_centre_name, next(k for k in Plugins().kinds if k.name == 'fazhi'))"
    )
    done = run(county.python, "-c", code, cwd=tmp_path)
    assert done.code == 0, done.err


def test_broken_plugin_is_named_and_the_rest_goes_on(unlucky: Environment, documents: Path) -> None:
    done = unlucky.hegui("check", "report.txt", "--format", "concise", cwd=documents)
    assert done.code == 4, done
    assert {"QYX001", "LDR001"} <= codes(done.out)
    (line,) = [line for line in done.out.splitlines() if not line.startswith("report.txt:")]
    assert "unlucky" in line
    assert "hegui-broken" in line
    assert "本县规则表的格式已变" in line


def test_broken_plugin_stands_in_the_json(unlucky: Environment, documents: Path) -> None:
    done = unlucky.hegui("check", "report.txt", "--format", "json", cwd=documents)
    outcome = json.loads(done.out)
    assert (done.code, outcome["exit_code"]) == (4, 4)
    assert [(row["plugin"], row["distribution"]) for row in outcome["broken"]] == [("unlucky", "hegui-broken")]
    assert "hegui-broken" in done.err


@pytest.mark.parametrize("name", ["unlucky", "hegui-broken"])
def test_broken_plugin_is_disabled(unlucky: Environment, documents: Path, name: str) -> None:
    done = unlucky.hegui("check", "report.txt", "--format", "concise", "--disable", name, cwd=documents)
    assert done.code == 1
    assert codes(done.out) >= {"QYX001", "LDR001"}
    assert "hegui-broken" not in done.out + done.err


def test_folder_of_documents_offers_no_plugin(county: Environment, documents: Path) -> None:
    """``python -m`` and PYTHONPATH=. put the working folder on the path, and it may be a stranger's."""
    planted = documents / "planted-1.0.dist-info"
    planted.mkdir()
    (planted / "entry_points.txt").write_text("[hegui]\nplanted = planted\n", "utf-8")
    (documents / "planted.py").write_text("raise SystemExit('planted ran')\n", "utf-8")
    arguments = ("-m", "hegui", "check", "report.txt", "--format", "concise")
    for path in ("", ".", str(documents)):
        done = run(county.python, *arguments, cwd=documents, env=clean_environment(PYTHONPATH=path))
        assert done.code == 1, done
        assert "planted" not in done.out + done.err
