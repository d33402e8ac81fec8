"""Tells a report's own lines from what the web page put around them, and keeps the labels.

The forms are those met on published pages: ``发布日期: 2024-02-19``, a value on the next line,
several pairs on a line, ``[ 索引号 ] 115…``, table rows, names and values on alternate lines.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from hegui.document.labels import (
    EDGES,
    Pair,
    are_buttons,
    certain_names,
    clean,
    fits,
    is_bare_name,
    is_sentence,
    labels_after,
    labels_in,
    names_another,
    squeezed,
)
from hegui.document.lines import BLANK_LINE, PAGE, Line, line_part, offset_of
from hegui.document.model import Label
from hegui.document.page_numbers import bare_page_numbers, is_page_number
from hegui.text.numbering import begins_chapter
from hegui.text.patterns import regex
from hegui.text.tables import load
from hegui.text.values import NamedTuple

_IGNORED = regex(r"[\s\d|｜:：\[\]【】()（）<>《》/\\·•,，.。、\-—_+*#×…©]+")
_RULES = "-=*_~─━ "
_EDGE_RULES = "-=*_~#—─━>»›|/ \t\u3000\u00a0"
_REGISTERED = regex(r"ICP备\s*\d|公网安备\s*\d|网站标识码\s*[:：]?\s*\d")
_ARROWS = (">", "»", "›", "→", "&gt;")
_CRUMB = regex(rf"(?:{'|'.join(_ARROWS)})+", words=_ARROWS)
_HOME = regex(r"(?:网站)?首页\s*[>»›/→—|·-]")
_LEADS = EDGES + "()（）<>《》/\\,，.。、_+#×…©:：0123456789"
_LONGEST = 160
_SHORT, _LONG = 8, 15
_VERY_LONG = 90
_TOP = 40


@cache
def _starts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = load(__file__, "furniture")
    return tuple(table["openings"]), tuple(table["captions"])


def _is_note(text: str) -> bool:
    """Whether a line begins as the notes of a site do: where one is, who keeps it, what else it has."""
    openings, captions = _starts()
    if text.startswith(openings):
        return True
    if not text.startswith(captions):
        return False
    rest = text[max(len(caption) for caption in captions if text.startswith(caption)) :]
    return not rest or rest[0] in " \t\u3000\u00a0:：|©>]】" or rest[0].isdecimal() or rest.startswith(("二〇", "二○"))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(load(__file__, "furniture")["endings"])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(load(__file__, "furniture")["fillers"])


@cache
def _beginnings() -> frozenset[str]:
    """The first two characters of all that furniture can begin with; one where it has but one."""
    table = load(__file__, "furniture")
    words = (*table["words"], *table["fillers"], *table["openings"], *table["captions"], "网站首页", *"第共页")
    return frozenset(word[:2] for word in words)


@cache
def _initials() -> frozenset[str]:
    return frozenset(word[0] for word in _beginnings())


def _may_be_furniture(text: str) -> bool:
    """Whether ``is_furniture`` has to look at a line: by its length, its full stops and its first two characters."""
    if len(text) > _LONGEST or "。" in text:
        return False
    words = text if "一" <= text[:1] <= "龥" else text.lstrip(_LEADS)
    first = words[:1]
    if not "一" <= first <= "龥":
        return True
    if first in _initials():
        second = words[1:].lstrip(_LEADS)[:1]
        if not "一" <= second <= "龥" or first in _beginnings() or first + second in _beginnings():
            return True
    return "备" in text or "标识码" in text


def _is_wording(text: str) -> bool:
    """Whether a line without any mark or blank is neither furniture nor the name of a label: a title, an issuer."""
    return text.isalnum() and text not in certain_names() and not _may_be_furniture(text)


def is_body(line: Line) -> bool:
    """Whether a line is certainly the report's own: a sentence, very long, or with a heading's mark."""
    text = line.text
    if begins_chapter(text):
        return True
    least = _SHORT if text[-1] == "。" else _LONG
    return len(text) >= least and (len(text) >= _VERY_LONG or is_sentence(text)) and not labels_in(text)


def is_furniture(text: str) -> bool:
    """Whether nothing but buttons, breadcrumbs, notes of the site or a page number stands in ``text``."""
    if not _may_be_furniture(text):
        return False
    if is_page_number(text) or (len(text) >= 5 and not text.strip(_RULES)):
        return True
    start = text.lstrip(EDGES)
    if _is_note(start) or (("备" in text or "标识码" in text) and _REGISTERED.search(text)):
        return True
    if "首页" in text and _HOME.match(start):
        return "，" not in text
    rest = _IGNORED.sub("", text)
    return rest not in _fillers() and are_buttons(rest)


def is_edge_furniture(text: str) -> bool:
    """Whether ``text``, above or below the report, is a counter, a rule or a path of the site."""
    if len(text) > _LONGEST:
        return False
    if is_furniture(text) or not text.strip(_EDGE_RULES) or text in _fillers():
        return True
    if not _CRUMB.search(text):
        return False
    crumbs = [crumb for crumb in _CRUMB.split(text) if crumb.strip()]
    return len(crumbs) > 2 and max(map(len, crumbs)) <= 24 and not is_sentence(text) and "<" not in text


class _Zones(NamedTuple):
    """Indices: the body reaches from ``first`` to ``last``; its first numbered heading is at ``heading``."""

    first: int
    last: int
    heading: int


def _zones(lines: list[Line]) -> _Zones:
    first = _first_own(lines, range(len(lines)))
    if first is None:
        return _Zones(len(lines), -1, len(lines))
    last = _first_own(lines, range(len(lines) - 1, first, -1))
    heading = len(lines)
    for index in range(first, len(lines)):
        text = lines[index].text
        if begins_chapter(text) and not is_furniture(text):
            heading = index
            break
    return _Zones(first, first if last is None else last, heading)


def _first_own(lines: list[Line], indices: range) -> int | None:
    """The first of ``indices`` whose line is certainly the report's own."""
    for index in indices:
        if is_body(lines[index]) and not is_furniture(lines[index].text):
            return index
    return None


def split(lines: list[Line]) -> tuple[list[Line], list[Label]]:
    """The report's own lines, and the labels of the page; furniture is left out."""
    return _Splitter(lines).split()


class _Splitter:
    """One pass over the lines of a file."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        texts = [line.text for line in lines]
        self.doubtful = [i for i, text in enumerate(texts) if "。" not in text and _may_be_furniture(text)]
        self.zones = _zones(lines)
        self.page_numbers = bare_page_numbers(lines, self.doubtful, self.zones.first, self.zones.last)
        self.kept: list[Line] = []
        self.labels: dict[tuple[str, str], Label] = {}
        self.gap = 0
        self.alternating = False
        self._known: dict[int, list[Pair]] = {}

    def split(self) -> tuple[list[Line], list[Label]]:
        """As the function of this name."""
        first, last, heading = self.zones
        sure = max(first, min(_TOP, heading))  # from there to the last line of the body no labels stand
        index = 0
        ended = False
        while index < len(self.lines):
            if sure <= index <= last and (plain := self._plain_lines(index, last + 1)):
                index += plain
                continue
            line = self.lines[index]
            text = line.text
            self.gap = max(self.gap, line.gap)
            edge = not first <= index <= last
            ended = ended or (index > last >= 0 and text.lstrip(EDGES).startswith(_endings()))
            if index == first or _is_wording(text):
                if not ended:
                    self._keep(line)
            elif index in self.page_numbers:
                self.gap = max(self.gap, PAGE)
            elif is_edge_furniture(text) if edge else is_furniture(text):
                self.gap = max(self.gap, PAGE if is_page_number(text) else BLANK_LINE)
            elif taken := self._labels_at(index, edge):
                self.gap = max(self.gap, BLANK_LINE)
                index += taken
                continue
            elif not ended:
                self._keep(line)
            index += 1
        return self.kept, list(self.labels.values())

    def _plain_lines(self, start: int, stop: int) -> int:
        """Keep the lines from ``start`` up to the first that may be furniture; how many they are."""
        at = bisect_left(self.doubtful, start)
        index = min([stop, *self.doubtful[at : at + 1]])
        if index > start:
            self.gap = max(self.gap, self.lines[start].gap)
            self._keep(self.lines[start])
            self.kept += self.lines[start + 1 : index]
        return index - start

    def _keep(self, line: Line) -> None:
        self.kept.append(line._replace(gap=self.gap) if self.gap != line.gap else line)
        self.gap = 0

    def _labels_at(self, index: int, edge: bool) -> int:
        """How many lines the labels that begin at ``index`` take up; 0 when it is text."""
        line = self.lines[index]
        inside = not edge
        if inside and not index < min(_TOP, self.zones.heading):
            return 0
        pairs = self._labels_of(index)
        if inside and not (pairs and pairs[0].name in certain_names()):
            return 0
        if not pairs and is_bare_name(line.text):
            pairs = [Pair(squeezed(line.text), "", line.text.index(squeezed(line.text)[0]), len(line.text))]
        if not pairs:
            return self._cut_title(line, index)
        rest = line_part(line, pairs[-1].end, len(line.text)) if pairs[-1].end < len(line.text) else None
        if not pairs[-1].value and not (rest and rest.text):
            return self._with_value(line, pairs, index)
        self.alternating = False
        self._take(line, pairs)
        if rest and rest.text:
            self._keep(rest)
        return 1

    def _cut_title(self, line: Line, index: int) -> int:
        """Take the labels that stand behind a title on its line."""
        pairs = labels_after(line.text) if index < _TOP and not is_body(line) else []
        if not pairs or pairs[-1].end < len(line.text):
            return 0
        self._keep(line_part(line, 0, pairs[0].at))
        self._take(line, pairs)
        return 1

    def _with_value(self, line: Line, pairs: list[Pair], index: int) -> int:
        """Take labels whose last value is missing; it may stand on the next line, but not below a row of cells."""
        value = "" if line.style == "row" else self._value_below(pairs[-1].name, index + 1)
        self.alternating = bool(value)
        self._take(line, [*pairs[:-1], pairs[-1]._replace(value=value)])
        return 2 if value else 1

    def _value_below(self, name: str, index: int) -> str:
        if index >= len(self.lines):
            return ""
        text = self.lines[index].text
        value = clean(text)
        if not fits(name, value) or self._is_label(index) or is_furniture(text):
            return ""
        bulleted = text[0] in "•·●▪◦-*"
        if bulleted or self._is_label(index + 1) or (self.alternating and not names_another(name, value)):
            return value
        return ""

    def _is_label(self, index: int) -> bool:
        return index < len(self.lines) and (bool(self._labels_of(index)) or is_bare_name(self.lines[index].text))

    def _labels_of(self, index: int) -> list[Pair]:
        """The labels of a line, which is asked up to three times."""
        if index not in self._known:
            self._known[index] = labels_in(self.lines[index].text)
        return self._known[index]

    def _take(self, line: Line, pairs: list[Pair]) -> None:
        for name, value, at, _ in pairs:
            self.labels.setdefault((name, value), Label(name, value, offset_of(line.pieces, at)))
