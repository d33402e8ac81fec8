import pytest

from hegui.api import Severity
from hegui.engine.select import Choice, choose, unknown
from tests.plugs import word_check

CHECKS = (
    word_check("甲", "AAA001", "first"),
    word_check("乙", "AAA002", "second", severity=Severity.WARNING),
    word_check("丙", "AAA003", "third", off=True),
    word_check("丁", "BBB001", "fourth", severity=Severity.INFO),
)


def codes(*layers: Choice) -> list[str]:
    return [rule.check.code for rule in choose(CHECKS, layers)]


def severities(*layers: Choice) -> dict[str, str]:
    return {rule.check.code: rule.severity.name.lower() for rule in choose(CHECKS, layers)}


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ((), ["AAA001", "AAA002", "BBB001"]),
        ((Choice(select=("AAA",)),), ["AAA001", "AAA002"]),
        ((Choice(select=("first", "bbb001")),), ["AAA001", "BBB001"]),
        ((Choice(select=("ALL",)),), ["AAA001", "AAA002", "AAA003", "BBB001"]),
        ((Choice(select=("third",)),), ["AAA003"]),
        ((Choice(extend=("AAA003",)),), ["AAA001", "AAA002", "AAA003", "BBB001"]),
        ((Choice(extend=("AAA",)),), ["AAA001", "AAA002", "BBB001"]),
        ((Choice(ignore=("AAA",)),), ["BBB001"]),
        ((Choice(select=("AAA",), ignore=("AAA001",)),), ["AAA002"]),
        ((Choice(select=("AAA001",), ignore=("AAA",)),), ["AAA001"]),
        ((Choice(select=("ALL",), ignore=("AAA",), extend=("AAA002",)),), ["AAA002", "BBB001"]),
        ((Choice(severity={"AAA": "off", "AAA001": "error"}),), ["BBB001"]),
        ((Choice(ignore=("AAA",)), Choice(select=("AAA",))), ["AAA001", "AAA002"]),
        ((Choice(select=("AAA",)), Choice(ignore=("first",))), ["AAA002"]),
        ((Choice(select=("AAA",)), Choice(extend=("BBB",))), ["AAA001", "AAA002", "BBB001"]),
        ((Choice(ignore=("ALL",)),), []),
    ],
)
def test_choose(layers: tuple[Choice, ...], expected: list[str]) -> None:
    assert codes(*layers) == expected


def test_severity_goes_up_and_down_and_the_exact_one_wins() -> None:
    layer = Choice(severity={"AAA": "info", "second": "error", "BBB001": "warning"})
    assert severities(layer) == {"AAA001": "info", "AAA002": "error", "BBB001": "warning"}


def test_a_later_layer_rules_over_severity() -> None:
    assert severities(Choice(severity={"AAA001": "info"}), Choice(severity={"AAA": "warning"}))["AAA001"] == "warning"


def test_severity_does_not_turn_on_what_is_off() -> None:
    assert "AAA003" not in severities(Choice(severity={"AAA003": "error"}))


def test_unknown_names_the_nearest() -> None:
    assert unknown("first", CHECKS) is None
    assert unknown("all", CHECKS) is None
    assert "是不是想写 AAA002" in str(unknown("AAA02", CHECKS))
    assert "是不是想写 fourth" in str(unknown("forth", CHECKS))
    assert str(unknown("qqqqq", CHECKS)).endswith("qqqqq 的规则")
