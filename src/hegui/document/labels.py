"""The labels of a page, ``发布日期: 2024-02-19``: their names, their values and where a value may stand."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

from hegui.text.numbering import begins_chapter
from hegui.text.patterns import HAN, regex
from hegui.text.tables import load
from hegui.text.values import NamedTuple

EDGES = "•·●▪◦*-—|>[]【】｜ \t\u3000\u00a0"
_OPENERS = EDGES + "(（<《"
_TITLE_ENDS = ("报告", "总结", "情况")
_SHORTEST_TITLE = 9
_ORGAN_ENDS = ("人民政府", "办事处", "委员会", *"局厅委院社")
_DATE_ENDS = ("日期", "时间")
_ISSUER_WORDS = ("来源", "机构", "机关", "单位", "部门", "主体", "科室", "作者", "提供")
_SUMMARY = frozenset(("内容概述", "摘要", "主题词", "关键词", "标题", "名称", "信息名称", "文件名称"))
_TIME = regex(
    r"\s*\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:\s+\d{1,2}\s?[:：]\s?\d{2}(?:\s?[:：]\s?\d{2})?)?"
)
_HALF_MARK = regex(rf"(?<={HAN})[,;!?]")
_GAP = regex(r"[\s】\]|]")
_TAIL = regex(r"[\s【\[|｜(（]+([^\s【】\[\]|｜()（）]{1,12})[\s】\]|｜)）:：]*$")
_NAME_MARKS = ":：|｜]】"
_LONGEST = 1000
_LONG_VALUE = 60
_TAIL_WIDTH = 40
_LONGEST_NAME = 8


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
def _all_names() -> frozenset[str]:
    return certain_names().union(load(__file__, "furniture")["plain"])


@cache
def _buttons() -> tuple[frozenset[str], int, frozenset[str]]:
    table = load(__file__, "furniture")
    words = frozenset((*table["words"], *table["fillers"]))
    return words, max(map(len, words)), frozenset(word[0] for word in words)


def are_buttons(text: str) -> bool:
    """Whether ``text``, without blanks, is made of what buttons and counters say."""
    words, longest, initials = _buttons()
    at = 0
    while at < len(text):
        if text[at] not in initials:
            return False
        end = min(at + longest, len(text))
        while end > at and text[at:end] not in words:
            end -= 1
        if end == at:
            return False
        at = end
    return bool(text)


def squeezed(text: str) -> str:
    """``text`` without blanks and bullets, as a name is compared."""
    return "".join(text.strip(EDGES).split())


def is_bare_name(text: str) -> bool:
    """Whether a line is the name of a label and nothing else."""
    return len(text) <= _LONG_VALUE and squeezed(text) in certain_names()


def is_name(text: str) -> bool:
    """Whether ``text`` is the name of a label, be it an everyday word too."""
    return len(text) <= _LONG_VALUE and squeezed(text).rstrip(":：") in _all_names()


def _has(text: str, marks: str) -> bool:
    return any(map(text.__contains__, marks))


def is_sentence(text: str) -> bool:
    """Whether ``text`` has the marks of a sentence."""
    return _has(text, "，。；！？") or (_has(text, ",;!?") and _HALF_MARK.search(text) is not None)


def labels_in(text: str) -> list[Pair]:
    """The labels of a line that begins with one, or with a day before one; empty for any other line."""
    if text.lstrip().startswith("20") and (dated := _LEADING_DAY.match(text)):
        rest = labels_in(text[dated.end() :])
        by = dated.end()
        moved = [pair._replace(at=pair.at + by, end=pair.end + by) for pair in rest]
        return [Pair("时间", dated[1], *dated.span(1)), *moved] if moved else []
    if len(text) > _LONGEST or text.lstrip(_OPENERS)[:1] not in _first_characters():
        return []
    found = _names_in(text)
    if not found or text[: found[0].start].strip(_OPENERS):
        return []
    pairs = _pairs(text, found)
    if found[0].certain or pairs[0].name in _SUMMARY:
        return pairs
    return [] if is_sentence(pairs[0].value if len(pairs) > 1 else text[found[0].after :]) else pairs


def labels_after(text: str) -> list[Pair]:
    """The labels at the end of a line that begins with something else, a title or a name."""
    found = [name for name in _names_in(text) if name.marked and name.certain] if len(text) <= _LONGEST else []
    return _pairs(text, found) if found else []


_LEADING_DAY = regex(r"\s*(20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)\s+(?=\S)")


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(name[-1] for name in _all_names())


class _Name(NamedTuple):
    """Where a name stands and what its value begins at; ``marked`` is one with a colon, bracket or bar."""

    start: int
    end: int
    after: int
    certain: bool
    marked: bool


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(name[0] for name in _all_names())


def _names_in(text: str) -> list[_Name]:
    """The names of labels in a line, blanks between their characters allowed."""
    words = text.split()
    bare = "".join(words)
    marks = _marks_in(bare)
    if len(words) < 2 and not marks:
        return []
    spaced = len(bare) < len(text)
    places = [at for at, char in enumerate(text) if not char.isspace()] if spaced else range(len(text))
    found: list[_Name] = []
    ends = _last_characters()
    for index in sorted({*marks, *accumulate(map(len, words[:-1]))}):
        if bare[index - 1 : index] not in ends:
            continue
        char = bare[index]
        marked = char in _NAME_MARKS
        name = _name_before(bare, index)
        if not name or (found and places[index - len(name)] < found[-1].after):
            continue
        start = places[index - len(name)]
        certain = name in certain_names()
        apart = start == 0 or text[start - 1] in _OPENERS or not text[start - 1].isalnum()
        if marked and (apart or (certain and found and char in ":：")):
            closed = char in "]】" and bare[index + 1 : index + 2] in (":", "：")
            found.append(_Name(start, places[index - 1] + 1, places[index + closed] + 1, certain, marked))
        elif not marked and certain and (start == 0 or text[start - 1] in " \t\u3000\u00a0|"):
            found.append(_Name(start, places[index - 1] + 1, places[index - 1] + 1, certain, marked))
    return found


def _marks_in(bare: str) -> list[int]:
    """Where the marks stand that a name may have behind it."""
    found = []
    for mark in _NAME_MARKS:
        at = bare.find(mark)
        while at >= 0:
            found.append(at)
            at = bare.find(mark, at + 1)
    return found


def _name_before(bare: str, end: int) -> str:
    """The longest name that ends at ``end``; empty if there is none."""
    names = _all_names()
    for start in range(max(end - _LONGEST_NAME, 0), end - 1):
        if bare[start:end] in names:
            return bare[start:end]
    return ""


def _pairs(text: str, found: list[_Name]) -> list[Pair]:
    pairs = []
    for index, (start, end, after, _, _) in enumerate(found):
        name = "".join(text[start:end].split())
        stop = found[index + 1].start if index + 1 < len(found) else after + _value_width(name, text[after:])
        pairs.append(Pair(name, clean(text[after:stop]), start, stop))
    return pairs


def _value_width(name: str, rest: str) -> int:
    """How much of what follows the last name of a line is its value: a sentence behind it is text."""
    if name in _SUMMARY or not (_has(rest, "。；") or (len(rest) > _LONG_VALUE and _has(rest, "，,"))):
        return len(rest)
    if name.endswith(_DATE_ENDS):
        time = _TIME.match(rest)
        return time.end() if time else 0
    gap = _GAP.search(rest, len(rest) - len(rest.lstrip(EDGES)))
    return gap.start() if gap and gap.start() <= _LONG_VALUE else 0


def clean(value: str) -> str:
    """A value without bullets and without the buttons that follow it."""
    value = value.strip(EDGES)
    if _buttons()[2].isdisjoint(value):
        return value
    while value and (tail := _TAIL.search(value, max(0, len(value) - _TAIL_WIDTH))) and are_buttons(tail[1]):
        value = value[: tail.start()].rstrip(EDGES)
    return value


def fits(name: str, value: str) -> bool:
    """Whether ``value``, alone on its line, can be the value of the label ``name``."""
    if not value or len(value) > _LONG_VALUE or value[-1] in ":：。；" or begins_chapter(value):
        return False
    if name.endswith(_DATE_ENDS):
        return value[0].isdigit() and value[-1] not in ")）"
    if name.endswith("号"):
        return value == "无" or any(map(str.isdecimal, value))
    is_title = len(value) >= _SHORTEST_TITLE and value.endswith(_TITLE_ENDS)
    return name in _SUMMARY or not (is_title or value[0] in "(（《")


def names_another(name: str, value: str) -> bool:
    """Whether ``value`` rather names an organ, and the label does not ask for one."""
    return value.endswith(_ORGAN_ENDS) and not any(word in name for word in _ISSUER_WORDS)
