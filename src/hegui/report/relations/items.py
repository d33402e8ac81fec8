"""A sentence as a row of figures, each with the words that tell what it counts."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from hegui.report.model import Figure
from hegui.text.span import Span
from hegui.text.tables import load

_BREAKS = frozenset("，,；;。：:（()）、\n！？!?|\t【】[]")
_OPENS = frozenset("（([")
_CLOSES = frozenset("）)]")
_LEADS = ("其中", "以及", "和", "及", "与", "并", "另", "包括")
_NO_LEADS = ("和解", "及时", "与会", "并案", "并联", "另案")
_LABEL = 40


class Item(NamedTuple):
    """A figure in its sentence.

    ``gap`` is all text since the figure before it, ``label`` the last clause of that without spaces and
    其中, ``tail`` what stands behind it up to a mark or the next figure. ``bracket`` is the number of the
    innermost bracket around it in its sentence (0 for none), ``depth`` how many there are.
    """

    figure: Figure
    gap: str
    label: str
    tail: str
    bracket: int
    depth: int

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
    def within(self) -> bool:
        """Whether 其中 stands before it."""
        return "其中" in self.gap

    @property
    def breaks(self) -> bool:
        """Whether a semicolon parts it from the figure before it."""
        return "；" in self.gap or ";" in self.gap


@cache
def words() -> dict[str, Any]:
    """The word lists of ``relations.toml``."""
    return load(__file__, "relations")


@cache
def word_tuple(*path: str) -> tuple[str, ...]:
    """One list of ``relations.toml``, as ``str.startswith`` wants it."""
    table: Any = words()
    for key in path:
        table = table[key]
    return tuple(table)


def items_of(text: str, span: Span, figures: list[Figure]) -> list[Item]:
    """The figures of the sentence at ``span``, in order, with their words; linear in its length."""
    found: list[Item] = []
    brackets: list[int] = []
    opened = 0
    at = span.start
    for index, figure in enumerate(figures):
        gap = text[at : figure.span.start]
        for char in gap:
            if char in _OPENS:
                opened += 1
                brackets.append(opened)
            elif char in _CLOSES and brackets:
                brackets.pop()
        stop = figures[index + 1].span.start if index + 1 < len(figures) else span.end
        inner = brackets[-1] if brackets else 0
        found.append(Item(figure, gap, _label(gap), _tail(text, figure.span.end, stop), inner, len(brackets)))
        at = figure.span.end
    return found


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
    end = start
    stop = min(stop, start + _LABEL)
    while end < stop and text[end] not in _BREAKS:
        end += 1
    return text[start:end].replace(" ", "")


_TIMES = ("我镇", "我局", "我县", "我乡", "我区", "我市", "全镇", "全县", "全局", "全乡", "全年", "今年", "年度", "年")


def named(label: str) -> str:
    """A label for a message: without year and issuer before it, at most the last 12 characters."""
    for word in _TIMES:
        _, found, rest = label.partition(word)
        if found and len(rest) > 1:
            label = rest
    label = label[-12:].removeprefix("以来")
    word = total_word(label)
    return label.removesuffix(word) if not word or not label.startswith(word) else label.removeprefix(word)


def total_word(label: str) -> str:
    """The word by which a label claims a total (共, 合计); the 共 of 公共, 中共, 共性 is none."""
    for word in word_tuple("total_not"):
        label = label.replace(word, "")
    return has(label, word_tuple("totals"))


def has(label: str, options: tuple[str, ...]) -> str:
    """The first of ``options`` that stands in ``label``, or an empty string."""
    for word in options:
        if word in label:
            return word
    return ""


def for_each(label: str) -> bool:
    """Whether a label says that its figure holds for each of several: 每村, 各配备, 人均."""
    for word in word_tuple("each_not"):
        label = label.replace(word, "")
    return bool(has(label, word_tuple("each")))
