"""How public bodies name themselves."""

from __future__ import annotations

import pytest

from hegui.report.organs import classify, split_names
from hegui.text.span import Span

NAMES = [
    ("国家税务总局清源县税务局", "county", "department"),
    ("国家统计局清源调查队", None, "department"),
    ("国家税务总局", "nation", "department"),
    ("国家统计局", "nation", "department"),
    ("中华人民共和国云港海关", None, "department"),
    ("清源县农业农村局", "county", "department"),
]


@pytest.mark.parametrize(("name", "level", "body"), NAMES)
def test_classify(name: str, level: str | None, body: str | None) -> None:
    assert classify(name)[1:] == (level, body)


LINES = [
    ("国家税务总局清源县税务局", ["国家税务总局清源县税务局"]),
    ("云泉市生态环境局松坪分局", ["云泉市生态环境局松坪分局"]),
    ("中共清源县委清源县人民政府", ["中共清源县委", "清源县人民政府"]),
    ("清源县人民政府桥南街道办事处", ["清源县人民政府桥南街道办事处"]),
]


@pytest.mark.parametrize(("line", "names"), LINES)
def test_split_names(line: str, names: list[str]) -> None:
    assert [span.of(line) for span in split_names(line, Span(0, len(line)))] == names
