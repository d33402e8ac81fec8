"""Words of a text, by the small dictionary and by the full one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.text import words
from tests.installed import plugins

ROOT = Path(__file__).resolve().parents[2]
SEEDS = sorted(ROOT.glob("seeds/*/report.txt"))


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    yield
    words.use(words.SMALL)


@pytest.mark.parametrize("dictionary", words.DICTIONARIES)
def test_the_words_are_the_text(dictionary: str) -> None:
    words.use(dictionary)
    text = "镇党委书记认真履行推进法治建设第一责任人职责，温馨提示abc12。"
    assert "".join(words.cut(text)) == text


def test_our_own_dictionary_is_read_as_jieba_would() -> None:
    tokenizer = words._tokenizer(words.SMALL)
    with Path(words._DICTIONARY).open("rb") as file:
        assert tokenizer.gen_pfdict(file) == (tokenizer.FREQ, tokenizer.total)


def test_only_the_full_dictionary_knows_rare_words() -> None:
    rare = "龙爪槐"
    assert rare not in words.cut(rare)
    words.use(words.FULL)
    assert words.cut(rare) == [rare]


def test_the_command_builds_the_dictionary_that_is_shipped(tmp_path: Path) -> None:
    built = tmp_path / "built.txt"
    subprocess.run([sys.executable, "-m", "hegui.text.words", str(built)], check=True)
    assert built.read_bytes() == Path(words.__file__).with_name("dictionary.txt").read_bytes()


def test_both_dictionaries_find_the_same_in_the_seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for seed in SEEDS:
        Path(f"{seed.parent.name}.txt").write_bytes(seed.read_bytes())
    request = Request(tuple(f"{seed.parent.name}.txt" for seed in SEEDS), jobs=1)
    small = run(request, plugins()).files
    Path("hegui.toml").write_text('[words]\ndictionary = "full"\n', "utf-8")
    assert run(request, plugins()).files == small
    assert words._current.dictionary == words.FULL  # else one dictionary was asked twice
    assert any(file.findings for file in small)
