"""A sentence as a row of figures, each with the words that tell what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hegui.report.model import Figure
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_BREAKS = str.maketrans(dict.fromkeys("，,；;。：:（()）、！？!?|\t【】[]", "\n"))
_CLAUSES = frozenset("，,；;。：:（()）\n！？!?|\t【】[]")
_OPENS = frozenset("（([")
_BRACKET = regex("[（()）\\[\\]]", words=tuple("（()）[]"))
_LEADS = ("其中", "以及", "和", "及", "与", "并", "另", "包括")
_LEADING = frozenset(word[0] for word in _LEADS)
_NO_LEADS = ("和解", "及时", "与会", "并案", "并联", "另案")
_NOT_AMONG = ("其中", "集中", "当中", "初中", "高中", "期中", "年中")
LABEL = 40
_NAMES = 8


class Item(NamedTuple):
    """A figure in its sentence.

    ``unit`` is that of the figure, ``gap`` all text since the figure before it, ``label`` the last clause of
    that without spaces and 其中, ``tail`` what stands behind it up to a mark or the next figure. ``bracket``
    is the number of the innermost bracket around it in its sentence (0 for none), ``depth`` how many there
    are. ``among`` tells that the figure before it is one of which this is a part by its words: 其中, or
    …件案件中. ``breaks`` tells that a semicolon parts it from the figure before it.
    """

    figure: Figure
    unit: str
    gap: str
    label: str
    tail: str
    bracket: int
    depth: int
    among: bool
    breaks: bool

    @property
    def words(self) -> str:
        """Label and tail together: all that may say what is counted."""
        return self.label + self.tail

    @property
    def name(self) -> str:
        """What is counted: the words before it, else those behind it."""
        return self.label or self.tail


def unspaced(words: str) -> str:
    """``words`` without the spaces that a label is read without."""
    return words.replace(" ", "").replace("\u00a0", "")


class Row:
    """A sentence as a row of figures, the words around them read when they are asked for."""

    __slots__ = ("_items", "_text", "figures", "span", "units", "words")

    def __init__(self, text: str, span: Span, figures: Sequence[Figure]) -> None:
        self._text = text
        self.span = span
        self.figures = figures
        self.words = text[span.start : span.end]
        self.units = [figure.unit for figure in figures]
        self._items: list[Item] = []

    @property
    def items(self) -> list[Item]:
        """The figures with their words."""
        if not self._items:
            self._items = items_of(self._text, self.span, self.figures)
        return self._items

    def only(self, unit: str) -> Item | None:
        """The one figure with this unit, None where there are none or more."""
        return self.items[self.units.index(unit)] if self.units.count(unit) == 1 else None


def items_of(text: str, span: Span, figures: Sequence[Figure]) -> list[Item]:
    """The figures of the sentence at ``span``, in order, with their words; linear in its length."""
    found: list[Item] = []
    brackets: list[int] = []
    opened = 0
    sentence = text[span.start : span.end]
    bracketed = "（" in sentence or "(" in sentence or "[" in sentence
    nested, broken = "中" in sentence, "；" in sentence or ";" in sentence
    inner = depth = 0
    after, behind = "", text[span.start : figures[0].span.start]
    clauses = behind.translate(_BREAKS).split("\n")
    for index, figure in enumerate(figures, 1):
        gap = behind
        if bracketed:
            opened = _within(gap, brackets, opened)
            inner, depth = brackets[-1] if brackets else 0, len(brackets)
        label = _label(clauses[-1] if len(clauses) > 1 else gap[len(after) :])
        among = nested and ("其中" in gap or _is_among(after))
        breaks = broken and ("；" in gap or ";" in gap)
        behind = text[figure.span.end : figures[index].span.start if index < len(figures) else span.end]
        clauses = behind.translate(_BREAKS).split("\n")
        after = clauses[0][:LABEL] if len(clauses) > 1 or len(behind) > LABEL else _up_to_among(behind)
        tail = after.replace(" ", "")
        found.append(Item._make((figure, figure.unit, gap, label, tail, inner, depth, among, breaks)))
    if "分别" in sentence:
        _name_apart(found)
    return found


def _within(gap: str, brackets: list[int], opened: int) -> int:
    """Bring the numbers of the ``brackets`` around up to the end of ``gap``; how many are ``opened`` by then."""
    for char in _BRACKET.findall(gap):
        if char in _OPENS:
            opened += 1
            brackets.append(opened)
        elif brackets:
            brackets.pop()
    return opened


def _is_among(tail: str) -> bool:
    return tail.endswith("中") and not tail.endswith(_NOT_AMONG)


def _label(clause: str) -> str:
    label = unspaced(clause[-LABEL:])
    while label and label[0] in _LEADING and label.startswith(_LEADS) and not label.startswith(_NO_LEADS):
        label = label[2:] if label.startswith(("其中", "以及", "包括")) else label[1:]
    return label


def _up_to_among(gap: str) -> str:
    """What belongs to a figure of the words between it and the next one, which no mark parts: those up to 中."""
    at = gap.find("中", 1)
    return gap[: at + 1] if at > 1 and _is_among(gap[: at + 1]) and gap[at + 1 : at + 2] in _DOING else ""


_DOING = frozenset("已办审成共有结调化整通达采")


def _name_apart(items: list[Item]) -> None:
    """书面调解、口头调解分别为27件、39件: each figure gets its own name for a label."""
    for index, item in enumerate(items):
        if "分别" in item.label and not item.label.startswith("分别"):
            names = list(_names(item.gap))
            following = items[index + 1 : index + len(names)]
            if len(names) > 1 and len(following) == len(names) - 1 and all(_goes_on(one, item) for one in following):
                for at, name in enumerate(names, index):
                    items[at] = items[at]._replace(label=name)


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
