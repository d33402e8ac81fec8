"""What stands around the report on its page: the title, the labels, the day of publication."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.document.furniture import is_body, is_furniture, split
from hegui.document.html_lines import LineReader
from hegui.document.html_text import Words
from hegui.document.html_tokens import attributes
from hegui.document.html_tree import Element, Page
from hegui.document.labels import labels_in
from hegui.document.lines import Line
from hegui.document.model import Label
from hegui.text.dates import numeric_date
from hegui.text.patterns import HAN, regex
from hegui.text.tables import load

_TITLE_END = regex(r".{6}(?:报告|总结|情况|汇报|年报|计划|安排)(?:[(（][^()（）]{0,40}[)）])?$")
_SEPARATOR = regex(rf"[_|｜]+|\s[-–—>»]+\s|(?<={HAN})[-–—]+(?={HAN})")
_HEAD, _LINES = 16, 4
_LONGEST_TITLE = 200
_PUBLISHED = ("发布日期", "发布时间", "公开日期", "公开时间")


def metas(page: Page) -> dict[str, tuple[int, int]]:
    """Where the content of each meta stands, by its name in lower case; of several of a name the first that has any."""
    found: dict[str, tuple[int, int]] = {}
    for token in page.metas:
        given = attributes(page.text, token)
        place = given.get("name") or given.get("property")
        content = given.get("content")
        if place and content and page.text[slice(*content)].strip():
            found.setdefault(page.text[slice(*place)].strip().lower(), content)
    return found


def title_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The title of the page as lines before ``lines``; none when these have one, or when it stands below them."""
    for candidate in _titles(page):
        words = _squeezed("".join(line.text for line in candidate))
        if len(words) > _LONGEST_TITLE or not _TITLE_END.search(words):
            continue
        first = next((line.pieces[0][0] for line in lines if line.pieces), 0)
        return [] if candidate[-1].end >= first or _has_title(lines, words) else candidate
    return []


def _titles(page: Page) -> list[list[Line]]:
    """What may be the title, the surest first: a meta made for it, the first h1, the title of the window."""
    known = metas(page)
    names = load(__file__, "html")["meta"]["title"]
    found = [_line(page, *_document_part(page.text, *known[name])) for name in names if name in known]
    first = next((element for element in page.elements if element.name == "h1" and element.words), None)
    if first:
        found.append(LineReader(page).lines(first.first, first.last))
    if page.title:
        found.append(_line(page, *_document_part(page.text, *page.title)))
    return [[line for line in lines if line.text] for lines in found if any(line.text for line in lines)]


def _line(page: Page, start: int, end: int) -> list[Line]:
    words = Words(page.text)
    words.take(start, end)
    pieces, _ = words.line()
    text = "".join([page.text[a:b] if instead is None else instead for a, b, instead in pieces])
    return [Line(text, tuple(pieces), 0, end, "heading", 1)]


def _document_part(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a window's title that is the document's, the name of the site cut off."""
    parts = []
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((start, match.start()))
        start = match.end()
    parts = [(a, b) for a, b in (*parts, (start, end)) if text[a:b].strip()] or [(start, end)]
    return next((part for part in parts if _TITLE_END.search(_squeezed(text[slice(*part)]))), parts[0])


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _has_title(lines: Sequence[Line], title: str) -> bool:
    """Whether ``title``, or another one, stands among the lines before the text begins."""
    head: list[str] = []
    for line in lines:
        if len(head) >= _HEAD or is_body(line):
            break
        if line.text and not is_furniture(line.text) and not labels_in(line.text):
            head.append(_squeezed(line.text))
    if title in "".join(head):
        return True
    joined = ("".join(head[first:last]) for first in range(len(head)) for last in range(first + 1, first + _LINES + 1))
    return any(_TITLE_END.search(words) for words in joined)


def page_labels(page: Page, main: Element) -> list[Label]:
    """The labels that stand on the page before and behind the report."""
    reader = LineReader(page)
    lines = reader.lines(0, main.first) + reader.lines(main.last, len(page.events))
    return split([line for line in lines if line.text])[1]


def meta_labels(page: Page, known: Sequence[Label]) -> list[Label]:
    """What the head tells of the day of publication and the source, where the page itself does not."""
    found = []
    names = {label.name for label in known if label.value}
    told = metas(page)
    meta = load(__file__, "html")["meta"]
    for label, keys in (("发布日期", meta["date"]), ("来源", meta["source"])):
        for key in keys:
            if key in told and not (names & set(_PUBLISHED) if label == "发布日期" else label in names):
                value = page.text[slice(*told[key])].strip()
                if label != "发布日期" or numeric_date(value):
                    found.append(Label(label, value, told[key][0]))
                    break
    return found
