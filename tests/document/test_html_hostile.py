"""Pages made to cost: whatever stands in them, the time grows with their size and the limits hold."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Iterator
from time import process_time

import pytest

from hegui.document import limits
from hegui.document.html import HtmlLoader
from hegui.text.source import Unreadable

SENTENCE = "<p>一、主要举措和成效。我镇坚持依法行政，全面推进法治政府建设。</p>"
FLOODS = [
    *("<a ", "<!--a>", "<!--", "<![CDATA[", "<?", "<!x", "&", "&#", "&a1", "&nbsp;", "&#27861;", "</", "</p>", "</x>"),
    *('<a b="', '<a x=" > " ', "<a x=' > ' y=\" > \" ", "<script>", "<title>", "<textarea>", "<", "<<p", " ", "\n"),
    *("<p>", "<li>", "<td>", "<br>", "文<br>", "法<b></b>", "<h1>甲</h1>", "<a href=1>甲</a>", "文", "法治政府建设。"),
    *("<meta name=ArticleTitle content=x>", "<!-- hegui: ignore[X] y -->", "<div class=nav></div>", "<div></span>"),
    *("<dt><dd>", "<option>", "</table>", "-->", "]]>", "<p style='display:none'>文", "<table></table>", "\u3000", "|"),
]
WRAPPED = {
    "equals signs": "<a {}>文</a>",
    "attributes": "<div {}hidden>文</div>",
    "a long name": "<{}>文",
    "a long style": "<p style='text-indent:{}1em'>文",
    "a long attribute": "<p class='{}'>文",
    "a long title": "<title>{}</title>",
    "a long comment": "<!-- {}",
    "a long meta": "<meta name=ArticleTitle content='{}'>",
    "a list": "<ol>{}</ol>",
    "a table": "<table><tr>{}</table>",
    "preformatted": "<pre>{}</pre>",
    "a list of links": "<div class=trs_editor><ul>{}</ul></div>",
}
INSIDE = [" ", "= ", "a ", "_ ", "- ", "\n", "-", "'", "&"]


def load(body: str) -> str:
    try:
        return HtmlLoader().load(f"{SENTENCE}{body}{SENTENCE}".encode(), "a.html").text
    except Unreadable as error:
        return str(error)


def seconds(body: str) -> float:
    begun = process_time()
    load(body)
    return process_time() - begun


def shapes(count: int) -> Iterator[tuple[str, str]]:
    for unit in FLOODS:
        yield unit, unit * count
        yield f"{unit} closed", unit * count + "'\">-->]]></a></script>"
    for name, frame in WRAPPED.items():
        for unit in INSIDE:
            yield f"{name}, {unit}", frame.format(unit * (40 * count // len(unit)))


def test_every_shape_is_read_in_time() -> None:
    slow = {name: spent for name, body in shapes(1500) if (spent := seconds(body)) > 2}
    assert slow == {}


@pytest.mark.parametrize("unit", ["<a ", "<!--a>", '<a x=" > " ', "</", "&", "<p>", "<title>"])
def test_eighty_thousand(unit: str) -> None:
    """A parser that looks back takes minutes for these."""
    assert seconds(unit * 80_000) < 15


@pytest.mark.parametrize("unit", ["<tr>", "<td>", "<li>", "</x>", "<p>", "文<br>", "<a>", "</table>", "<option>"])
def test_many_tags_inside_many(unit: str) -> None:
    assert seconds("<div>" * 4500 + unit * 20_000) < 6


def calls(body: str) -> int:
    """How many functions are called to read a page, those written in C included."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        load(body)
    finally:
        sys.setprofile(None)
    return count


def test_work_grows_with_size() -> None:
    load("")
    for unit in FLOODS:
        assert calls(unit * 800) < 2.2 * calls(unit * 400) + 1000, unit


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<font>", "<ul><li>", "<table><tr><td>", "<span hidden>"])
def test_tags_nested_too_deep_are_told_with_the_limit(tag: str) -> None:
    assert load(tag * 100_000) == f"网页标签的嵌套超过上限 {limits.DEFAULT.nested} 层（设置项 limits.nested）"


@pytest.mark.parametrize("tag", ["<b></b>", "<!-- -->"])
def test_too_many_tags_are_told_with_the_limit(tag: str) -> None:
    assert load(tag * (limits.DEFAULT.tags + 1)) == (
        f"网页的标签超过上限 {limits.DEFAULT.tags} 个（设置项 limits.tags）"
    )


def test_too_many_entities_are_told_with_the_limit() -> None:
    assert "limits.tags" in load("&#27861;" * (limits.DEFAULT.tags + 1))


@pytest.fixture
def small() -> Iterator[None]:
    limits.use(limits.Limits(nested=8, tags=40, text=200))
    yield
    limits.use(limits.DEFAULT)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("body", "key"),
    [
        ("<div>" * 9, "nested"),
        ("<br>" * 41, "tags"),
        ("<p>" * 41, "tags"),
        ("&amp;" * 41, "tags"),
        ("文" * 201, "text"),
    ],
)
def test_limits_are_settings(body: str, key: str) -> None:
    assert f"limits.{key}" in load(body)
    assert "limits" not in load("<div>" * 6 + "<br>" * 20 + "文")


def test_a_page_of_20_mb_costs_little_memory() -> None:
    body = "".join(f"<p>{'法治政府建设。' * 1000}</p>" for _ in range(950))
    data = body.encode()
    assert len(data) > 19_000_000
    tracemalloc.start()
    try:
        document = HtmlLoader().load(data, "a.html")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(document.blocks) == 950
    assert most < 150_000_000
