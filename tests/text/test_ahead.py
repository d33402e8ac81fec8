"""Patterns that come compiled are what ``re`` would make of them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hegui.engine.ahead import written
from hegui.text import ahead

ROOT = Path(__file__).resolve().parents[2]
PLACE = Path(ahead.__file__).with_name("patterns.json")
TABLE = json.loads(PLACE.read_text("utf-8"))
OURS = ahead._made()


@pytest.fixture
def anew() -> None:
    ahead.compiled.cache_clear()
    ahead._made.cache_clear()


def test_python_3_11_has_them() -> None:
    assert sys.version_info[:2] != (3, 11) or len(OURS) > 100


@pytest.mark.usefixtures("anew")
def test_each_is_what_re_makes_of_it() -> None:
    for name in OURS:
        flags, source = name.split(" ", 1)
        ready, made = ahead.compiled(source, int(flags)), re.compile(source, int(flags))
        assert ready == made, source  # the code is compared as well
        assert (ready.groups, dict(ready.groupindex)) == (made.groups, dict(made.groupindex))
        assert [ready.flags, ready.pattern] == [made.flags, made.pattern]


@pytest.mark.usefixtures("anew")
def test_names_of_groups_are_known_both_ways() -> None:
    name = next(name for name in OURS if "(?P<" in name and name.startswith("0 "))
    ready = ahead.compiled(name.removeprefix("0 "))
    assert ready.groupindex
    assert str(ready) == str(re.compile(name.removeprefix("0 ")))


@pytest.mark.usefixtures("anew")
def test_another_engine_compiles_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "ENGINE", [0, *ahead.ENGINE[1:]])
    assert ahead._made() == {}
    assert ahead.compiled("[法治]{2}").fullmatch("法治")
    ahead._made.cache_clear()


def test_an_error_in_a_pattern_is_raised() -> None:
    with pytest.raises(re.error, match="unterminated"):
        ahead.compiled("(法")


def test_the_table_is_up_to_date() -> None:
    """Else: ``python -m hegui.engine.ahead``. Neither the order of sets may play a part, nor what stands there now."""
    code = (
        "import json; from glob import glob; from hegui.text import ahead; ahead._made = dict\n"
        "from hegui.engine.ahead import SAMPLES, asked; print(json.dumps(asked(sorted(glob(SAMPLES)))))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True)
    assert ahead.ENGINE not in TABLE["engines"] or json.loads(done.stdout) == TABLE["patterns"]


def test_it_stands_as_the_command_writes_it() -> None:
    assert PLACE.read_text("utf-8") == written(TABLE)
