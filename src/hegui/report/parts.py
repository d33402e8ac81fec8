"""Finds the parts a kind asks for: under their own heading, inside another part, or as bare paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from hegui.report.kind import Kind, alternation
from hegui.report.model import Paragraph, Passage, Section
from hegui.report.title import years_in
from hegui.text.span import Span

_SPACE = re.compile(r"\s")
_THEMES = 2
_ENOUGH = 200
_JOINT = re.compile(r"[和与及、，,]|以及")
_SINGLE = {"leader", "shortcomings", "plan"}


class Reading(NamedTuple):
    """What the search for parts works on."""

    text: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    start: int
    end: int
    year: int | None


def roles_of(title: str, kind: Kind, year: int | None = None) -> tuple[str, ...]:
    """The roles that a heading is worded for; more than one for 存在的问题及下一步打算."""
    words = _SPACE.sub("", title)
    found = [
        part.role
        for part in kind.parts
        if alternation(part.headings).search(words) and not alternation(part.never).search(words)
    ]
    if year and "plan" not in found and any(named == year + 1 for named, _ in years_in(words)):
        found = [role for role in found if role != "measures"] + ["plan"]
    if "measures" in found and len(found) > 1:
        strong = kind.pattern("strong_measures").search(words)
        if "plan" in found or not strong or not _JOINT.search(words):
            found.remove("measures")
    if "leader" in found and len(found) > 1 and "plan" in found:
        found.remove("plan")
    return tuple(found)


def _walk(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _walk(section.children)


class PartFinder:
    """One search over one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: dict[str, Passage | None] = {part.role: None for part in reading.kind.parts}

    @cached_property
    def _roles(self) -> dict[Span, tuple[str, ...]]:
        reading = self.reading
        return {s.span: roles_of(s.heading.title, reading.kind, reading.year) for s in _walk(reading.sections)}

    def search(self) -> dict[str, Passage | None]:
        """Each role with its passage, or None."""
        self._by_heading(self.reading.sections, "section")
        inner = [child for section in self.reading.sections for child in section.children]
        self._by_heading(inner, "subsection", skip={"measures", "other"})
        deeper = [child for section in inner for child in section.children]
        self._by_heading(deeper, "subsection", skip={"measures", "other", "plan"})
        self._by_opener("plan")
        self._by_opener("shortcomings")
        self._measures_without_heading()
        return self.found

    def _by_heading(
        self, sections: Sequence[Section], form: str, skip: frozenset[str] | set[str] = frozenset()
    ) -> None:
        for section in sections:
            for role in self._roles[section.span]:
                if role in skip:
                    continue
                known = self.found[role]
                if known is None:
                    why = f"标题“{section.heading.title}”"
                    self.found[role] = Passage(role, (section.span,), form, section.heading, why)
                elif known.form == form == "section" and self._follows(known, section, role):
                    self.found[role] = known._replace(spans=(*known.spans, section.span))

    def _follows(self, known: Passage, section: Section, role: str) -> bool:
        """Whether a further section of the same role belongs to it, as the second of two halves does."""
        return role == "measures" and known.spans[-1].end <= section.span.start

    def _by_opener(self, role: str) -> None:
        """A part without heading: the paragraphs from one that opens it to the next heading or part."""
        if self.found[role] is not None:
            return
        reading = self.reading
        opener = alternation(reading.kind.part(role).openers)
        middle = reading.start + (reading.end - reading.start) // 4
        for index in range(len(reading.paragraphs) - 1, -1, -1):
            paragraph = reading.paragraphs[index]
            if not middle <= paragraph.span.start < reading.end or paragraph.is_heading:
                continue
            match = self._opens(paragraph, opener, role)
            if match is None or self._inside_other(match, role):
                continue
            self._cut_at(match)
            end = self._end_of_bare(index, role)
            first = reading.text[match : match + 14].strip()
            self.found[role] = Passage(role, (Span(match, end),), "paragraph", None, f"段落“{first}…”")
            if role == "shortcomings" or not self._earlier_opener(index, opener):
                return

    def _earlier_opener(self, index: int, opener: re.Pattern[str]) -> bool:
        return any(
            self._opens(paragraph, opener, "plan") is not None
            for paragraph in self.reading.paragraphs[max(0, index - 6) : index]
        )

    def _opens(self, paragraph: Paragraph, opener: re.Pattern[str], role: str) -> int | None:
        """Where in a paragraph the part begins, or None."""
        reading = self.reading
        start = paragraph.body.start
        words = reading.text[start : paragraph.span.end]
        if role == "plan":
            match = opener.match(words)
            if match is None:
                return None
            year = next(years_in(match[0]), None)
            return start if year is None or year[0] == (reading.year or 0) + 1 else None
        for clause in re.finditer(r"[^。！？\n]+", words):
            if opener.search(clause[0][:80]):
                return start + clause.start()
        return None

    def _inside_other(self, at: int, role: str) -> bool:
        """Whether a shortcoming would stand in a part that tells of something else; a plan may close any."""
        if role == "plan":
            return False
        return any(
            span.start <= at < span.end
            for known in self.found.values()
            if known and known.role in _SINGLE and known.role != role
            for span in known.spans
        )

    def _cut_at(self, at: int) -> None:
        """End the parts under a heading where a part without heading begins inside them."""
        for role, known in self.found.items():
            if known and known.role in _SINGLE:
                spans = tuple(Span(s.start, at) if s.start < at < s.end else s for s in known.spans)
                self.found[role] = known._replace(spans=spans)

    def _end_of_bare(self, index: int, role: str) -> int:
        """Where a part without heading ends: before the next first-level heading or the next part."""
        reading = self.reading
        top = min((s.heading.level for s in reading.sections), default=9)
        starts = [span.start for p in self.found.values() if p and p.role != role for span in p.spans]
        end = reading.paragraphs[index].span.end
        for paragraph in reading.paragraphs[index + 1 :]:
            start = paragraph.span.start
            if start >= reading.end or start in starts:
                break
            if paragraph.heading and paragraph.heading.level <= top:
                break
            end = paragraph.span.end
        return end

    def _measures_without_heading(self) -> None:
        """Measures told by subject: sections without a role of their own before the other parts."""
        reading = self.reading
        known = self.found["measures"]
        late = [
            span.start
            for passage in self.found.values()
            if passage and passage.role in _SINGLE and passage.form in {"section", "paragraph"}
            for span in passage.spans
            if self._has_text_before(span.start)
        ]
        end = min(late, default=reading.end)
        before = [s for s in reading.sections if s.span.start < end and set(self._roles[s.span]) <= {"measures"}]
        themes = [s for s in before if not self._roles[s.span]]
        if len(themes) >= _THEMES:
            spans = tuple(Span(s.span.start, min(s.span.end, end)) for s in before)
            why = f"{len(before)} 个按主题分写的部分"
            self.found["measures"] = Passage("measures", spans, "themes", before[0].heading, why)
        elif known is None and end - reading.start >= _ENOUGH and not reading.sections:
            why = "其他部分之前的正文"
            self.found["measures"] = Passage("measures", (Span(reading.start, end),), "paragraph", None, why)

    def _has_text_before(self, at: int) -> bool:
        return at - self.reading.start >= _ENOUGH
