from __future__ import annotations

import re
import unicodedata
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.engine.plugins import Plugins
from hegui.hooks import Streaming, View
from hegui.reporters import concise, text
from hegui.reporters.terminal import cells, crop, visible, wrap
from tests.reporters.sample import OUTCOME, file, finding

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def page(*findings: object, **view: object) -> list[str]:
    outcome = OUTCOME._replace(files=(file("a.txt", *findings),))  # type: ignore[arg-type]
    return text.render(outcome, View(**view)).split("\n")  # type: ignore[arg-type]


@pytest.mark.parametrize("view", [View(), View(all=True), View(color=True, width=50, terminal=True)])
def test_documents_cannot_steer_the_terminal(view: View) -> None:
    for render in (text.render, concise.render):
        plain = ANSI.sub("", render(OUTCOME, view))
        assert not [char for char in plain if char != "\n" and unicodedata.category(char) == "Cc"]
        assert "\u202e" not in plain
    assert "[red]不是标记[/red]" in plain


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in text.render(OUTCOME, View(width=200, terminal=True))
    assert "\x1b[31;1m错误\x1b[0m" in text.render(OUTCOME, View(color=True))


def test_concise_is_one_line_each() -> None:
    lines = concise.render(OUTCOME, View(all=True)).splitlines()
    assert len(lines) == 4 + 4
    assert all(re.match(r"seeds/.+?:|插件有问题 ", line) for line in lines)


def test_the_caret_stands_under_the_mark() -> None:
    lines = page(finding())
    at = next(number for number, line in enumerate(lines) if "│ 三、" in line)
    excerpt, caret = lines[at], lines[at + 1]
    start = cells(excerpt[: excerpt.index("县政府")])
    assert cells(caret[: caret.index("^")]) == start
    assert caret.count("^") == cells("县政府主要负责人")


def test_no_caret_under_everything() -> None:
    assert not any("^" in line for line in page(finding(excerpt="全部", mark=(0, 2))))


def test_an_empty_mark_is_one_caret() -> None:
    assert sum(line.count("^") for line in page(finding(mark=(4, 4)))) == 1


@pytest.mark.parametrize("width", [40, 60, 100])
def test_nothing_is_wider_than_the_terminal(width: int) -> None:
    for line in page(finding(), finding(mark=(0, 20)), width=width, terminal=True):
        assert cells(line) <= width + 2, line


def test_hints_are_counted_then_shown() -> None:
    hint = finding(severity=1, message="只是提示")
    hint = hint._replace(severity=type(finding().severity).INFO)
    assert any("另有 1 条提示（--all 显示）" in line for line in page(hint))
    assert any("只是提示" in line for line in page(hint, all=True))


@given(st.text(), st.integers(8, 40))
def test_wrap_loses_nothing_but_blanks(words: str, room: int) -> None:
    words = visible(words)
    lines = list(wrap(words, room))
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


@given(st.text(st.sampled_from("中文ab,，。 "), min_size=1, max_size=80), st.integers(20, 60))
def test_wrap_keeps_to_the_room(words: str, room: int) -> None:
    for line in wrap(words, room):
        assert cells(line.rstrip("，。,")) <= room


@given(st.text(st.sampled_from("中文ab\u0301…"), max_size=80), st.data())
def test_crop_keeps_the_mark_and_the_room(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    room = data.draw(st.integers(10, 60))
    cropped, (a, b) = crop(words, (start, end), room)
    assert cells(cropped) <= room
    assert 0 <= a <= b <= len(cropped)
    assert words.startswith(cropped[a:b], start)
    assert cropped.removeprefix("…").removesuffix("…") in words or cropped == words


@given(st.text())
def test_visible_is_one_line_of_the_same_length(words: str) -> None:
    assert len(visible(words)) == len(words)
    assert "\n" not in visible(words)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_file_by_file_is_the_same_as_whole(name: str) -> None:
    reporter = Plugins().reporters[name]
    stream = cast("Streaming", reporter).begin(View(all=True))
    pieces = [stream.file(file) for file in OUTCOME.files]
    assert any(pieces)
    assert "".join([*pieces, stream.end(OUTCOME._replace(files=()))]) == reporter.render(OUTCOME, View(all=True))
