"""Tells a report's own lines from what the web page put around them, and keeps the labels.

The forms are those met on published pages: ``发布日期: 2024-02-19``, a value on the next bullet,
several pairs on a line, ``[ 索引号 ] 115…``, table rows, names and values on alternate lines.
"""

from __future__ import annotations

import re
from functools import cache

from hegui.document.lines import Line
from hegui.document.model import Label
from hegui.text.tables import load

_BULLETS = "•·●▪◦*-—|>[]【】[]｜ \t\u3000"
_EDGES = re.compile(r"[\s\d|｜:：\[\]【】()（）<>《》/\\·•,，.。、\-—_+*#]+")
_PAGE_NUMBER = re.compile(r"[-—–－\s·]*(?:第\s*)?\d{1,4}\s*页?\s*(?:[/／]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s·]*")
_HEAD_MARK = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五]部分")
_SENTENCE = re.compile(r"[，,。；;]")
_LONG = 40
_VERY_LONG = 90


@cache
def _names() -> tuple[re.Pattern[str], frozenset[str]]:
    table = load(__file__, "furniture")
    names = sorted((*table["labels"], *table["plain"]), key=len, reverse=True)
    spaced = (r"[ \u3000\u00a0]*".join(name) for name in names)
    pattern = re.compile(
        rf"(?<![\u4e00-\u9fff])({'|'.join(spaced)})[ \u3000\u00a0]*(?:[\]】][ \u3000]*[:：]?|[:：|｜])"
    )
    return pattern, frozenset(table["labels"])


@cache
def _glued() -> re.Pattern[str]:
    names = sorted(load(__file__, "furniture")["labels"], key=len, reverse=True)
    return re.compile(rf"({'|'.join(names)})[ \u3000\u00a0]*[:：]")


@cache
def _words() -> re.Pattern[str]:
    words = sorted(load(__file__, "furniture")["words"], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _openings() -> tuple[str, ...]:
    return tuple(load(__file__, "furniture")["openings"])


def is_body(line: Line) -> bool:
    """Whether a line is certainly the report's own: a long sentence, or with a heading's mark."""
    if _HEAD_MARK.match(line.text):
        return True
    long = len(line.text) >= _VERY_LONG or (len(line.text) >= _LONG and _SENTENCE.search(line.text) is not None)
    return long and not _labels_in(line)


def is_furniture(text: str) -> bool:
    """Whether nothing but buttons, counters, breadcrumbs or a page number stands in ``text``."""
    if len(text) > 120:
        return False
    if _PAGE_NUMBER.fullmatch(text) or text.lstrip(_BULLETS).startswith(_openings()):
        return True
    if text.count(">") + text.count("»") + text.count("›") >= 2 and "。" not in text:
        return True
    rest = _words().sub("", _EDGES.sub("", text))
    return not rest and bool(_EDGES.sub("", text))


def _labels_in(line: Line) -> list[tuple[str, str, int]]:
    """Name, value and offset in the line of each label; empty when the line begins with none."""
    text = line.text
    pattern, _ = _names()
    if len(text) > 400:
        return []
    found = [(m.start(1), m.end(1), m.end()) for m in pattern.finditer(text)]
    if not found or text[: found[0][0]].strip(_BULLETS):
        return []
    starts = {start for start, _, _ in found}
    found += [(m.start(1), m.end(1), m.end()) for m in _glued().finditer(text) if m.start(1) not in starts]
    found = sorted(item for item in found if not any(a < item[0] < b for a, b, _ in found))
    stops = [start for start, _, _ in found[1:]] + [len(text)]
    return [
        (re.sub(r"\s", "", text[start:end]), text[after:stop].strip(_BULLETS), start)
        for (start, end, after), stop in zip(found, stops, strict=True)
    ]


def split(lines: list[Line]) -> tuple[list[Line], list[Label]]:
    """The report's own lines, and the labels of the page; furniture is left out."""
    own = [i for i, line in enumerate(lines) if is_body(line)]
    first, last = (own[0], own[-1]) if own else (len(lines), -1)
    kept: list[Line] = []
    labels: list[Label] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if is_furniture(line.text):
            continue
        if first <= index - 1 <= last:
            kept.append(line)
            continue
        pairs = _labels_in(line)
        if not pairs and (pair := _bare_name(lines, index - 1)):
            labels.append(pair)
            index += 1
            continue
        if not pairs:
            kept.append(line)
            continue
        if not pairs[-1][1] and (value := _value_below(lines, index)):
            pairs[-1] = (pairs[-1][0], value, pairs[-1][2])
            index += 1
        labels += [Label(name, value, _offset(line, at)) for name, value, at in pairs]
    return kept, labels


def _value_below(lines: list[Line], index: int) -> str:
    """The value of a label that stands on the next bullet line."""
    if index >= len(lines) or lines[index].text[:1] not in "•·●▪◦-*" or _labels_in(lines[index]):
        return ""
    return lines[index].text.strip(_BULLETS)


def _bare_name(lines: list[Line], index: int) -> Label | None:
    """A label whose name fills one line, without colon, and whose value fills the next."""
    _, certain = _names()
    name = re.sub(r"\s", "", lines[index].text.strip(_BULLETS))
    if name not in certain or index + 1 >= len(lines):
        return None
    value = lines[index + 1].text
    if len(value) > _LONG or value in certain or is_body(lines[index + 1]):
        return None
    return Label(name, value, _offset(lines[index], 0))


def _offset(line: Line, at: int) -> int:
    """The offset in the decoded file of character ``at`` of a line."""
    for start, end in line.pieces:
        if at < end - start:
            return start + at
        at -= end - start
    return line.end
