"""A sentence as a row of figures, each with the words that tell what it counts."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.report.model import Figure
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_BREAKS = frozenset("，,；;。：:（()）、\n！？!?|\t【】[]")
_CLAUSES = frozenset("，,；;。：:（()）\n！？!?|\t【】[]")
_OPENS = frozenset("（([")
_BRACKET = regex("[（()）\\[\\]]", words=tuple("（()）[]"))
_LEADS = ("其中", "以及", "和", "及", "与", "并", "另", "包括")
_NO_LEADS = ("和解", "及时", "与会", "并案", "并联", "另案")
_NOT_AMONG = ("其中", "集中", "当中", "初中", "高中", "期中", "年中")
_LABEL = 40
_NAMES = 8


class Item(NamedTuple):
    """A figure in its sentence.

    ``gap`` is all text since the figure before it, ``label`` the last clause of that without spaces and
    其中, ``tail`` what stands behind it up to a mark or the next figure. ``bracket`` is the number of the
    innermost bracket around it in its sentence (0 for none), ``depth`` how many there are. ``among`` tells
    that the figure before it is one of which this is a part by its words: 其中, or …件案件中.
    """

    figure: Figure
    gap: str
    label: str
    tail: str
    bracket: int
    depth: int
    among: bool = False

    @property
    def unit(self) -> str:
        """The measure word."""
        return self.figure.unit

    @property
    def words(self) -> str:
        """Label and tail together: all that may say what is counted."""
        return self.label + self.tail

    @property
    def name(self) -> str:
        """What is counted: the words before it, else those behind it."""
        return self.label or self.tail

    @property
    def breaks(self) -> bool:
        """Whether a semicolon parts it from the figure before it."""
        return "；" in self.gap or ";" in self.gap


def items_of(text: str, span: Span, figures: list[Figure]) -> list[Item]:
    """The figures of the sentence at ``span``, in order, with their words; linear in its length."""
    found: list[Item] = []
    brackets: list[int] = []
    opened = 0
    at = span.start
    after = ""
    for index, figure in enumerate(figures):
        gap = text[at : figure.span.start]
        for char in _BRACKET.findall(gap):
            if char in _OPENS:
                opened += 1
                brackets.append(opened)
            elif brackets:
                brackets.pop()
        inner = brackets[-1] if brackets else 0
        among = "其中" in gap or _is_among(after)
        stop = figures[index + 1].span.start if index + 1 < len(figures) else span.end
        label = _label(gap[len(after) :] if gap.startswith(after) else gap)
        after = _tail(text, figure.span.end, stop)
        found.append(Item(figure, gap, label, after.replace(" ", ""), inner, len(brackets), among))
        at = figure.span.end
    return _named_apart(found)


def _is_among(tail: str) -> bool:
    return tail.endswith("中") and not tail.endswith(_NOT_AMONG)


def _label(gap: str) -> str:
    at = len(gap)
    low = max(0, at - _LABEL)
    while at > low and gap[at - 1] not in _BREAKS:
        at -= 1
    label = gap[at:].replace(" ", "").replace("\u00a0", "")
    while label.startswith(_LEADS) and not label.startswith(_NO_LEADS):
        label = label[2:] if label.startswith(("其中", "以及", "包括")) else label[1:]
    return label


def _tail(text: str, start: int, stop: int) -> str:
    """What stands behind a figure, up to a mark; up to 中 when the next figure's words follow without one."""
    end = start
    limit = min(stop, start + _LABEL)
    while end < limit and text[end] not in _BREAKS:
        end += 1
    if end < stop:
        return text[start:end]
    gap = text[start:stop]
    at = gap.find("中", 1)
    return gap[: at + 1] if at > 1 and _is_among(gap[: at + 1]) and gap[at + 1 : at + 2] in _DOING else ""


_DOING = frozenset("已办审成共有结调化整通达采")


def _named_apart(items: list[Item]) -> list[Item]:
    """书面调解、口头调解分别为27件、39件: each figure gets its own name for a label."""
    for index, item in enumerate(items):
        if "分别" in item.label and not item.label.startswith("分别"):
            names = list(_names(item.gap))
            following = items[index + 1 : index + len(names)]
            if len(names) > 1 and len(following) == len(names) - 1 and all(_goes_on(one, item) for one in following):
                for at, name in enumerate(names, index):
                    items[at] = items[at]._replace(label=name)
    return items


def _names(gap: str) -> Iterator[str]:
    """The names before 分别 in their clause."""
    end = gap.rfind("分别")
    start = end
    while start > max(0, end - 10 * _NAMES) and gap[start - 1] not in _CLAUSES:
        start -= 1
    words = gap[start:end].replace(" ", "").removeprefix("其中")
    for mark in ("以及", "和", "与", "及"):
        words = words.replace(mark, "、")
    return filter(None, words.split("、"))


def _goes_on(item: Item, first: Item) -> bool:
    return item.unit == first.unit and item.gap.strip() in ("、", "和", "与", "及", "，", ",", "以及")
