"""Words of a text, by the small dictionary and by the full one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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


@pytest.fixture(scope="module")
def jieba() -> Any:
    """The tokenizer of jieba with our own dictionary."""
    tokenizer = words._import_jieba().Tokenizer()
    with Path(words._DICTIONARY).open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.parent.name)
def test_the_words_of_the_seeds_are_those_that_jieba_cuts(jieba: Any, seed: Path) -> None:
    text = seed.read_text("utf-8")
    assert words.cut(text) == list(jieba.cut(text, HMM=False))


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(st.sampled_from([*"一是的法治建设Ab1２é 、。.%\r\n龘", "\r\n", "行政执法", "AA制", "T恤"])).map(
        "".join
    )
)
def test_the_words_of_any_text_are_those_that_jieba_cuts(jieba: Any, text: str) -> None:
    assert words.cut(text) == list(jieba.cut(text, HMM=False))


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
