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
    if check.each is Corpus or (check.needs and not _needed(check.needs, report.text)):
        return _NOTHING
    hits: list[Hit] = []
    relations = 0
    if check.each is Report:
        relations = _collect(check, iter(check.run(report)), hits)
    else:
        for item in _items(report, check.each):
            if not check.needs or _needed(check.needs, item.span.of(report.text)):
                relations += _collect(check, iter(check.run(item, report)), hits)
    if not (hits or relations):
        return _NOTHING
    for hit in hits:
        if not 0 <= hit.span.start <= hit.span.end <= len(report.text):
            raise ValueError(f"{check.code} 指出的位置 {tuple(hit.span)} 不在正文内")
    return Seen(tuple(hits), relations)


_NOTHING = Seen((), 0)


def _needed(needs: tuple[str, ...], text: str) -> bool:
    return any(map(text.__contains__, needs))


def _collect(check: Check, found: Iterator[Hit], hits: list[Hit]) -> int:
    while True:
        try:
            hit = next(found)
        except StopIteration as end:
            return end.value if isinstance(end.value, int) else 0
        if not isinstance(hit, Hit):
            raise TypeError(f"{check.code} 交来的不是 Hit：{hit!r}"[:200])
        hits.append(hit)


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
