"""Running one check over one report: the engine walks, the check looks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hegui.check import Check, Corpus, Hit
from hegui.report.build import Report
from hegui.report.model import Citation, Figure, Paragraph, Section, Sentence
from hegui.text.values import NamedTuple


class Seen(NamedTuple):
    """What a check found in a report, and how many relations between figures it judged on the way."""

    hits: tuple[Hit, ...]
    relations: int


def look(check: Check, report: Report) -> Seen:
    """All hits of ``check``; a generator may return how many relations it judged. Raises what the check raises."""
    each, text = check.each, report.text
    if each is Corpus or (check.needs and not _needed(check.needs, text)):
        return NOTHING
    returned: list[object] = []
    if each is Report:
        hits = list(_whole(check.run(report), returned))
    else:
        hits = []
        for item in _items(report, each):
            if not check.needs or _needed(check.needs, item.span.of(text)):
                hits += _whole(check.run(item, report), returned)
    relations = sum([value for value in returned if isinstance(value, int)]) if any(returned) else 0
    if not (hits or relations):
        return NOTHING
    for hit in hits:
        if not isinstance(hit, Hit):
            raise TypeError(f"{check.code} 交来的不是 Hit：{hit!r}"[:200])
        if not 0 <= hit.span.start <= hit.span.end <= len(text):
            raise ValueError(f"{check.code} 指出的位置 {tuple(hit.span)} 不在正文内")
    return Seen(tuple(hits), relations)


NOTHING = Seen((), 0)


def _needed(needs: tuple[str, ...], text: str) -> bool:
    return any(map(text.__contains__, needs))


def _whole(found: Any, returned: list[object]) -> Iterator[Hit]:
    """All that ``found`` yields; what it returns at its end is added to ``returned``."""
    returned.append((yield from found))


def _items(report: Report, each: type) -> Sequence[Any]:
    if each is Section:
        return tuple(nested(report.sections))
    if each is Paragraph:
        return report.paragraphs
    if each is Sentence:
        return report.sentences
    if each is Figure:
        return report.figures
    if each is Citation:
        return report.citations
    raise TypeError(f"each={each!r} 不是可以逐个检查的内容")


def nested(sections: Sequence[Section]) -> Iterator[Section]:
    """Every section, each before those inside it."""
    for section in sections:
        yield section
        yield from nested(section.children)
