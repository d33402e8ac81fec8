import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from hegui import builtin
from hegui.api import Finding, Report
from hegui.engine.discover import EntryPoint
from hegui.engine.errors import UsageError
from hegui.engine.plugins import Plugins
from hegui.testing import model_report, read
from tests.installed import fazhi
from tests.plugs import BASE, plugin, word_check

ROOT = Path(__file__).parents[2]


def test_installed_plugins_are_whole() -> None:
    plugins = Plugins()
    assert not plugins.broken
    assert {"txt", "md", "html"} == {loader.name for loader in plugins.loaders.values()}
    assert {"text", "concise", "json"} <= set(plugins.reporters)
    assert [kind.name for kind in plugins.kinds] == ["fazhi"]
    assert [check.code for check in plugins.checks] == sorted(check.code for check in plugins.checks)
    assert not plugins.broken


def test_built_ins_register_directly_without_a_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = Plugins()
    monkeypatch.setattr("sys.path", [])
    alone = Plugins()
    assert [check.code for check in alone.checks] == [check.code for check in installed.checks]
    assert not alone.broken


def test_the_list_of_families_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    announced = set(project["project"]["entry-points"]["hegui"].values())
    assert {"hegui.builtin", *builtin.FAMILIES} == announced


@pytest.mark.parametrize("reader", builtin.READERS, ids=lambda reader: reader.name)
def test_a_reader_is_what_its_loader_says(reader: builtin._Reader) -> None:
    loader = reader.loader()
    assert (reader.name, reader.suffixes) == (loader.name, loader.suffixes)


@pytest.mark.parametrize("target", ["no_such_module_at_all", "json:no_such_name", "tests.no_such"])
def test_a_plugin_that_does_not_import_is_named_with_its_distribution(target: str) -> None:
    plugins = Plugins(points=[*BASE, EntryPoint("bad", target, "bad-dist")])
    assert [(broken.plugin, broken.distribution) for broken in plugins.broken] == [("bad", "bad-dist")]
    assert plugins.kinds


def test_a_plugin_that_exits_is_broken() -> None:
    def leave() -> None:
        raise SystemExit(3)

    plugins = Plugins(points=[plugin("leaver", checks=leave), plugin("fine", checks=[word_check("甲")])])
    assert [check.code for check in plugins.checks] == ["TST001"]
    assert plugins.broken[0].plugin == "leaver"


def test_a_misspelt_hook_loses_only_its_plugin() -> None:
    wrong = plugin("wrong", cheks=[word_check("甲")], checks=[word_check("乙", "TST002")])
    plugins = Plugins(points=[wrong, plugin("right", checks=[word_check("丙", "TST003")])])
    assert [check.code for check in plugins.checks] == ["TST003"]
    assert [broken.plugin for broken in plugins.broken] == ["wrong"]
    assert "hegui_cheks" in plugins.broken[0].message


def test_a_hook_that_raises_loses_only_itself() -> None:
    def fail() -> None:
        raise ValueError("坏了")

    points = [plugin("a", checks=fail), plugin("b", checks=[word_check("甲")], kinds=fail), *BASE]
    plugins = Plugins(points=points)
    assert "TST001" in {check.code for check in plugins.checks}
    assert [kind.name for kind in plugins.kinds] == ["fazhi"]
    assert {(broken.plugin, "坏了" in broken.message) for broken in plugins.broken} == {("a", True), ("b", True)}


@pytest.mark.parametrize("things", [["not a check"], 5, [None]])
def test_what_is_no_check_is_refused(things: object) -> None:
    plugins = Plugins(points=[plugin("odd", checks=things)])
    assert plugins.checks == ()
    assert plugins.broken[0].plugin == "odd"


def test_two_checks_with_one_code_or_slug_name_both_plugins() -> None:
    first = plugin("first", "dist-a", checks=[word_check("甲", slug="same")])
    code = plugin("second", "dist-b", checks=[word_check("乙", "TST001", "other")])
    slug = plugin("third", "dist-c", checks=[word_check("丙", "TST003", "same")])
    plugins = Plugins(points=[first, code, slug])
    assert [check.slug for check in plugins.checks] == ["same"]
    assert [(broken.plugin, "first（dist-a）" in broken.message) for broken in plugins.broken] == [
        ("second", True),
        ("third", True),
    ]


def test_two_plugins_with_one_name_are_told() -> None:
    plugins = Plugins(points=[plugin("same", "dist-a"), plugin("same", "dist-b")])
    assert [(broken.distribution, "dist-a" in broken.message) for broken in plugins.broken] == [("dist-b", True)]


@pytest.mark.parametrize("name", ["bad", "bad-dist"])
def test_disable_by_name_or_distribution(name: str) -> None:
    point = EntryPoint("bad", "no_such_module_at_all", "bad-dist")
    assert not Plugins([name], [*BASE, point]).broken


def test_disable_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="是不是想写 kinds"):
        Plugins(["kind"], BASE)


def test_adjust_is_each_on_its_own() -> None:
    def none(report: Report) -> None:
        return None

    def keep(findings: tuple[Finding, ...]) -> list[Finding]:
        return list(findings)

    def fail(report: Report, findings: tuple[Finding, ...]) -> None:
        raise ValueError("坏了")

    def odd(report: Report, findings: tuple[Finding, ...]) -> list[str]:
        return ["no finding"]

    given: list[tuple[str, Callable[..., object]]] = [("a", none), ("b", keep), ("c", fail), ("d", odd)]
    plugins = Plugins(points=[plugin(name, adjust=function) for name, function in given])
    report = read(model_report(), fazhi())
    assert plugins.adjust(report, ()) == ()
    assert [broken.plugin for broken in plugins.broken] == ["c", "d"]
