"""The labels of a page, ``发布日期: 2024-02-19``: their names, their values and where a value may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from hegui.text.patterns import regex
from hegui.text.tables import load

EDGES = "•·●▪◦*-—|>[]【】｜ \t\u3000\u00a0"
_OPENERS = EDGES + "(（<《"
_B = r"\s"
_HEAD_MARK = regex(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五]部分")
_TITLE = regex(r".{7}(?:报告|总结|情况)$")
_ORGAN = regex(r"(?:人民政府|办事处|委员会|[局厅委院社])$")
_DATE_NAME = regex(r"日期$|时间$")
_NUMBER_NAME = regex(r"号$|编号$")
_ISSUER_NAME = regex(r"来源|机构|机关|单位|部门|主体|科室|作者|提供")
_SUMMARY = frozenset(("内容概述", "摘要", "主题词", "关键词", "标题", "名称", "信息名称", "文件名称"))
_TIME = regex(
    r"\s*\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}\s?[:：]\s?\d{2}(?:\s?[:：]\s?\d{2})?)?"
)
_GAP = regex(r"[\s】\]|]")
_TAIL = regex(r"[\s【\[|｜(（]+([^\s【】\[\]|｜()（）]{1,12})[\s】\]|｜)）:：]*$")
_LONGEST = 1000
_LONG_VALUE = 60


class Pair(NamedTuple):
    """A label, its value, the offset of the name in the line and where the line goes on after the value."""

    name: str
    value: str
    at: int
    end: int


@cache
def certain_names() -> frozenset[str]:
    """The names that are no everyday words."""
    return frozenset(load(__file__, "furniture")["labels"])


@cache
def _all_names() -> tuple[str, ...]:
    table = load(__file__, "furniture")
    return tuple(sorted((*table["labels"], *table["plain"]), key=len, reverse=True))


def _names_in(text: str) -> tuple[str, ...]:
    """The names that ``text`` may hold, the longest first; a pattern of all names takes long to compile."""
    bare = squeezed(text)
    return tuple(name for name in _all_names() if name in bare)


@lru_cache(maxsize=100)
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\u4e00-\u9fff])(?:({_spaced(names)}){_B}*(?:[\]】]{_B}*[:：]?|[:：|｜])"
        rf"|(?:(?<=[\s|])|^)({_spaced(certain_names().intersection(names))})(?=[ \t\u3000\u00a0]))"
    )


@lru_cache(maxsize=100)
def _glued(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"({_spaced(certain_names().intersection(names))}){_B}*[:：]")


def _spaced(names: Iterable[str]) -> str:
    """A pattern for the names, the longest first, with blanks allowed between their characters."""
    return "|".join(f"{_B}*".join(name) for name in sorted(names, key=len, reverse=True)) or "(?!)"


@cache
def button_words() -> re.Pattern[str]:
    """What buttons and counters say."""
    table = load(__file__, "furniture")
    return re.compile("|".join(map(re.escape, sorted((*table["words"], *table["fillers"]), key=len, reverse=True))))


@cache
def button_ends() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last characters of what buttons say."""
    table = load(__file__, "furniture")
    words = (*table["words"], *table["fillers"])
    return frozenset(word[0] for word in words), frozenset(word[-1] for word in words)


def squeezed(text: str) -> str:
    """``text`` without blanks and bullets, as a name is compared."""
    return "".join(text.strip(EDGES).split())


def is_bare_name(text: str) -> bool:
    """Whether a line is the name of a label and nothing else."""
    return len(text) <= _LONG_VALUE and squeezed(text) in certain_names()


def labels_in(text: str) -> list[Pair]:
    """The labels of a line that begins with one; empty for any other line."""
    first = len(text) - len(text.lstrip(_OPENERS))
    if len(text) > _LONGEST or not squeezed(text[first:]).startswith(_all_names()):
        return []
    named = _named(_names_in(text))
    if not named.match(text, first):
        return []
    return _pairs(text, [(*m.span(m.lastindex or 1), m.end()) for m in named.finditer(text, first)])


def labels_after(text: str) -> list[Pair]:
    """The labels at the end of a line that begins with something else, a title or a name."""
    names = _names_in(text) if len(text) <= _LONGEST else ()
    if not names:
        return []
    found = [(*m.span(1), m.end()) for m in _named(names).finditer(text) if m[1] and squeezed(m[1]) in certain_names()]
    return _pairs(text, found) if found else []


def _pairs(text: str, found: list[tuple[int, int, int]]) -> list[Pair]:
    first = found[0][0]
    starts = {start for start, _, _ in found}
    found += [(*m.span(1), m.end()) for m in _glued(_names_in(text)).finditer(text, first) if m.start(1) not in starts]
    kept: list[tuple[int, int, int]] = []
    for start, end, after in sorted(found):
        if not kept or start >= kept[-1][2]:
            kept.append((start, end, after))
    pairs = []
    for index, (start, end, after) in enumerate(kept):
        name = re.sub(r"\s", "", text[start:end])
        stop = kept[index + 1][0] if index + 1 < len(kept) else after + _value_width(name, text[after:])
        pairs.append(Pair(name, clean(text[after:stop]), start, stop))
    return pairs


def _value_width(name: str, rest: str) -> int:
    """How much of what follows the last name of a line is its value: a sentence behind it is text."""
    if name in _SUMMARY or not (re.search(r"[。；]", rest) or (len(rest) > _LONG_VALUE and re.search(r"[，,]", rest))):
        return len(rest)
    if _DATE_NAME.search(name):
        time = _TIME.match(rest)
        return time.end() if time else 0
    gap = _GAP.search(rest, len(rest) - len(rest.lstrip(EDGES)))
    return gap.start() if gap and gap.start() <= _LONG_VALUE else 0


def clean(value: str) -> str:
    """A value without bullets and without the buttons that follow it."""
    value = value.strip(EDGES)
    while (tail := _TAIL.search(value)) and not button_words().sub("", tail[1]):
        value = value[: tail.start()].rstrip(EDGES)
    return value


def fits(name: str, value: str) -> bool:
    """Whether ``value``, alone on its line, can be the value of the label ``name``."""
    if not value or len(value) > _LONG_VALUE or value[-1] in ":：。；" or _HEAD_MARK.match(value):
        return False
    if _DATE_NAME.search(name):
        return value[0].isdigit() and value[-1] not in ")）"
    if _NUMBER_NAME.search(name):
        return value == "无" or re.search(r"\d", value) is not None
    return name in _SUMMARY or not (_TITLE.search(value) or value[0] in "(（《")


def names_another(name: str, value: str) -> bool:
    """Whether ``value`` rather names an organ, and the label does not ask for one."""
    return _ORGAN.search(value) is not None and _ISSUER_NAME.search(name) is None
