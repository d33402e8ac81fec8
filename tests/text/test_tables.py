"""Tables are written as TOML and read as the JSON made from it."""

import json
from pathlib import Path

import pytest

from hegui.text import tables

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*(ROOT / "src" / "hegui").rglob("*.toml"), *(ROOT / "checks" / "hegui_checks").rglob("*.toml")])


def test_there_are_tables() -> None:
    assert SOURCES


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_json_is_that_of_the_toml(source: Path) -> None:
    assert source.with_suffix(".json").read_text("utf-8") == tables.generate(source)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_json_is_left_without_its_toml(source: Path) -> None:
    for generated in source.parent.glob("*.json"):
        assert generated.with_suffix(".toml").exists() or "$schema" in json.loads(generated.read_text("utf-8"))


def test_a_table_is_written_and_read(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('as_of = 2024-01-31\nnames = ["甲", "乙"]\n', "utf-8")
    tables.main([str(tmp_path)])
    assert (tmp_path / "words.json").read_bytes() == '{"as_of":"2024-01-31","names":["甲","乙"]}\n'.encode()
    assert tables.load(str(tmp_path), "words") == {"as_of": "2024-01-31", "names": ["甲", "乙"]}
    assert tables.load(str(tmp_path / "reader.py"), "words")["names"] == ["甲", "乙"]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="absent"):
        tables.load(str(tmp_path), "absent")
