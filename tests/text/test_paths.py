"""Paths as text do what those of pathlib do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.text import paths

PARTS = st.lists(st.sampled_from(["甲", "a.b", "x.tar.gz", ".git", ".", "乙.TXT", "c."]), min_size=1, max_size=5)
PATHS = st.tuples(st.sampled_from(["", "/"]), PARTS, st.sampled_from(["/", "//"])).map(lambda p: p[0] + p[2].join(p[1]))


@settings(max_examples=100, database=None)
@given(PATHS)
def test_they_are_read_as_pathlib_reads_them(path: str) -> None:
    plain = paths.plain(path)
    assert plain == str(Path(path))
    assert paths.shown(plain) == Path(path).as_posix()
    assert paths.absolute(path) == os.path.normpath(Path(path).absolute())
    if Path(path).name:
        assert (paths.stem(plain), paths.suffix(plain)) in (
            (Path(path).stem, Path(path).suffix.lower()),
            (Path(path).stem.rstrip("."), Path(path).suffix.lower()),  # c. has no suffix
        )


@settings(max_examples=100, database=None)
@given(PATHS, PATHS)
def test_below_is_relative_to(path: str, folder: str) -> None:
    inner, outer = Path(paths.absolute(path)), Path(paths.absolute(folder))
    expected = inner.relative_to(outer) if inner.is_relative_to(outer) else inner
    assert paths.below(str(inner), str(outer)) == str(expected)


def test_a_way_through_a_link_is_left_as_it_is() -> None:
    assert paths.plain("./a/../b//c") == str(Path("a/../b/c"))


def test_what_is_not_there(tmp_path: Path) -> None:
    assert paths.mode(str(tmp_path / "无")) == 0
    assert paths.mode("\0") == 0
    with pytest.raises(OSError, match="无"):
        paths.content(str(tmp_path / "无"))
    (tmp_path / "有").write_bytes(b"abc")
    assert paths.content(paths.child(str(tmp_path), "有"), 2) == b"ab"
