"""Whatever bytes a file holds: it is read or refused in one line, in time, and what is read leads back to the file."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.builtin import READERS
from hegui.document.model import Document, Loader
from hegui.text.source import Unreadable
from tests.document.pages import SHAPES
from tests.document.test_places import PIECES, check_blocks, check_runs, check_span

LOADERS = [reader for reader in READERS if reader.name in ("txt", "md", "html")]
PARAGRAPHS = [
    "甲县乙镇人民政府2024年法治政府建设年度报告",
    "一、主要举措和成效",
    "全年召开党委会议4次，研究法治工作12件，审查合同30份（其中重大合同2份），群众满意度98.6%。",
    "二、存在的不足和原因",
    "甲县乙镇人民政府\u3000\u30002025年1月10日",
]
TEXT = "\n\n".join(PARAGRAPHS)
FILES = {
    "txt": [TEXT.encode(), TEXT.encode("gb18030"), TEXT.encode("utf-16")],
    "md": [f"# {TEXT}".encode(), f"---\ntitle: {TEXT}\n---\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n".encode()],
    "html": [shape(PARAGRAPHS, [("发布日期", "2025-01-20")]) for shape in SHAPES.values()],
}
SECONDS = 5


def check(loader: Loader, data: bytes) -> Document | None:
    """Read ``data``; anything but a document or one Chinese line is a failure."""
    begun = process_time()
    why = ""
    try:
        document = loader.load(data, f"a{loader.suffixes[0]}")
    except Unreadable as error:
        why = str(error)
    assert process_time() - begun < SECONDS
    if why:
        assert why.strip()
        assert "\n" not in why
        return None
    assert document.source.encode() == data
    check_runs(document)
    check_blocks(document)
    size = len(document.text)
    for at in range(0, size, size // 7 + 1):
        for end in (at, at + 1, size):
            check_span(document, type(document.blocks[0].span)(at, end))
    for label in document.labels:
        assert 0 <= label.at <= len(document.source.text)
    for comment in document.comments:
        assert 0 <= comment.anchor <= size
    return document


@st.composite
def mutated(draw: st.DrawFn, files: list[bytes]) -> bytes:
    """One of ``files`` with stretches cut, doubled, swapped and overwritten."""
    data = draw(st.sampled_from(files))
    for _ in range(draw(st.integers(1, 4))):
        ends = st.integers(0, len(data))
        start, stop = sorted(draw(st.tuples(ends, ends)))
        stop = min(stop, start + draw(st.sampled_from([1, 2, 7, 100, len(data)])))
        how = draw(st.sampled_from(["cut", "double", "write", "move"]))
        piece = data[start:stop]
        if how == "cut":
            data = data[:start] + data[stop:]
        elif how == "double":
            data = data[:stop] + piece * draw(st.integers(1, 3)) + data[stop:]
        elif how == "write":
            data = data[:start] + draw(st.binary(min_size=1, max_size=4)) + data[start + 1 :]
        else:
            data = piece + data[:start] + data[stop:]
    return data


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@given(data=st.data())
def test_a_changed_file(loader: Loader, data: st.DataObject) -> None:
    check(loader, data.draw(mutated(FILES[loader.name])))


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@given(data=st.binary(max_size=200))
def test_any_bytes(loader: Loader, data: bytes) -> None:
    check(loader, data)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@given(parts=st.lists(st.sampled_from(PIECES), max_size=60), encoding=st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_structure(loader: Loader, parts: list[str], encoding: str) -> None:
    check(loader, "".join(parts).encode(encoding))


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
def test_a_file_cut_anywhere(loader: Loader) -> None:
    for whole in FILES[loader.name]:
        for end in range(0, len(whole), len(whole) // 40 + 1):
            check(loader, whole[:end])


def test_the_files_are_read_whole() -> None:
    for loader in LOADERS:
        for data in FILES[loader.name]:
            document = check(loader, data)
            assert document
            assert PARAGRAPHS[2] in document.text
