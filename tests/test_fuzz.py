"""The first inputs of the fuzzer are reports that can be read, and small."""

from pathlib import Path

import pytest

from fuzz.made import write
from hegui.builtin import READERS

TEXTS = [reader for reader in READERS if reader.name in ("txt", "md", "html")]


@pytest.mark.parametrize("reader", TEXTS, ids=lambda reader: str(reader.name))
def test_first_inputs(reader: object, tmp_path: Path) -> None:
    loader = next(one for one in TEXTS if one is reader)
    write(loader.name, tmp_path)
    made = [file.read_bytes() for file in sorted(tmp_path.iterdir())]
    assert len(made) >= 8
    for data in made:
        assert len(data) < 30_000
        assert len(loader.load(data, f"a{loader.suffixes[0]}").blocks) > 5
    write(loader.name, tmp_path)
    assert len(list(tmp_path.iterdir())) == len(made)
