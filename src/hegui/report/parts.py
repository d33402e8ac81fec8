"""Finds the parts a kind asks for: under their own heading, inside another part, or as bare paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from hegui.report.model import Heading, Paragraph, Passage, Section
from hegui.report.openers import opening
from hegui.report.paragraphs import looks_like_heading
from hegui.report.reading import Reading
from hegui.report.roles import any_may_tell, roles_of
from hegui.report.tone import Tone, first_intent, last_lament
from hegui.text.span import Span, strip

_THEMES = 2
_ENOUGH = 200
_LATE = 3
_CLOSING = {"shortcomings", "plan"}
_NOT_LEFT = ("told", "leader_joint", "leader_party", "leader_government")
_SINGLE = {"leader", "shortcomings", "plan"}


class PartFinder:
    """One search over one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: dict[str, Passage | None] = {part.role: None for part in reading.kind.parts}
        self._roles: dict[Span, tuple[str, ...]] = {}

    def _roles_of(self, section: Section) -> tuple[str, ...]:
        """The roles that a section has by its heading, or has been given."""
        roles = self._roles.get(section.span)
        if roles is None:
            reading = self.reading
            year = None if section is reading.sections[0] else reading.year
            roles = self._roles[section.span] = roles_of(section.heading.title, reading.kind, year)
        return roles

    def search(self) -> dict[str, Passage | None]:
        """Each role with its passage, or None."""
        tops = self._tops()
        inner = [child for section in tops for child in section.children]
        deeper = [child for section in inner for child in section.children]
        if tops is not self.reading.sections:
            self._by_heading(self.reading.sections, "section")
        self._by_heading(tops, "section")
        self._by_tone(tops)
        self._by_heading(inner, "subsection", skip={"measures", "other"})
        self._by_heading(deeper, "subsection", skip={"measures", "other", "plan"})
        self._by_opener("plan")
        self._by_opener("shortcomings")
        self._by_tone_of_paragraphs()
        self._measures_without_heading()
        return self.found

    def _tops(self) -> Sequence[Section]:
        """The first-level sections: where a report has two halves, those inside the halves."""
        roots = self.reading.sections
        if any(root.heading.level == 0 for root in roots):
            return [section for root in roots for section in (root.children if root.heading.level == 0 else (root,))]
        return roots

    def _by_tone(self, sections: Sequence[Section]) -> None:
        """Shortcomings, and the plan after them, under headings that do not say so: told by tone, near the end."""
        reading = self.reading
        last = [s for s in sections if s.span.start > reading.start + (reading.end - reading.start) // 3][-_LATE:]
        for role in ("shortcomings", "plan"):
            for section in reversed(last):
                if self.found[role] is None and self._sounds_like(role, section, sections[-1]):
                    why = f"标题“{section.heading.title}”下的内容像是{reading.kind.part(role).name}"
                    self._claim(role, section.heading, section.span, why)

    def _sounds_like(self, role: str, section: Section, final: Section) -> bool:
        """Whether a section without a role of its own tells of lacks, or, after those, of what will be done."""
        if set(self._roles_of(section)) - {"measures"}:
            return False
        reading = self.reading
        body = section.body
        if section.heading.run_in and not section.children:
            body = Span(body.start, max(body.start, reading.text.find("\n", body.start, body.end)))
        tone = Tone(reading.text, body, reading.kind)
        if role == "shortcomings":
            if not (tone.laments and self._in_order(role, section.span.start)):
                return False
            opening = Tone(reading.text, self._first_paragraph(body), reading.kind)
            return opening.lacks >= opening.results
        lacks = self.found["shortcomings"]
        after = lacks is not None and lacks.span.start < section.span.start
        return after and (
            tone.plans or (section is final and (tone.intents > max(_THEMES, tone.results) or self._is_left(section)))
        )

    def _is_left(self, section: Section) -> bool:
        """Whether the last section, which tells of nothing done and of no leader, can only be the plan."""
        reading = self.reading
        told = any(reading.kind.tells(name, reading.text, *section.span) for name in _NOT_LEFT)
        return self._after_shortcomings(section) and not told

    def _first_paragraph(self, body: Span) -> Span:
        start = body.start + (self.reading.text[body.start : body.end][:1] == "\n")
        end = self.reading.text.find("\n", start, body.end)
        return Span(start, end if end > 0 else body.end)

    def _in_order(self, role: str, at: int) -> bool:
        """Whether a part told by tone stands where one would look for it: the plan after the shortcomings."""
        other = self.found["plan" if role == "shortcomings" else "shortcomings"]
        return other is None or (at < other.span.start) == (role == "shortcomings")

    def _claim(self, role: str, heading: Heading, span: Span, why: str) -> None:
        """Note that the section at ``span`` is the part ``role``, and none of the measures."""
        self.found[role] = Passage(role, (span,), "section", heading, why)
        self._roles[span] = (role,)
        known = self.found["measures"]
        if known and span in known.spans:
            spans = tuple(other for other in known.spans if other != span)
            self.found["measures"] = known._replace(spans=spans) if spans else None

    def _by_tone_of_paragraphs(self) -> None:
        """Shortcomings and plan told in bare paragraphs near the end, without any of the usual openings."""
        reading = self.reading
        late = reading.start + (reading.end - reading.start) // 2
        for role in [role for role in ("shortcomings", "plan") if self.found[role] is None]:
            own = [p for p in reading.paragraphs if late <= p.span.start < reading.end and not p.is_heading]
            told = last_lament if role == "shortcomings" else first_intent
            start = told(reading.text, own, reading.kind)
            if start is None:
                continue
            at = start.body.start
            if self._in_order(role, at) and not self._taken(at):
                self._open(role, start.order - reading.paragraphs[0].order, at)

    def _taken(self, at: int) -> bool:
        """Whether offset ``at`` belongs to the leader's part, or to one of those that are told by tone."""
        return any(
            span.start <= at < span.end
            for role, known in self.found.items()
            if known and role in _SINGLE
            for span in known.spans
        )

    def _by_heading(self, sections: Sequence[Section], form: str, skip: AbstractSet[str] = frozenset()) -> None:
        if form != "section":
            titles = [section.heading.title for section in sections]
            lacking = {role for role, known in self.found.items() if known is None} - skip
            if not any_may_tell(titles, lacking, self.reading.kind, self.reading.year):
                return
        for section in sections:
            for role in self._roles_of(section):
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
        middle = reading.start + (reading.end - reading.start) // 4
        first: tuple[int, int] | None = None
        for index in range(len(reading.paragraphs) - 1, -1, -1):
            paragraph = reading.paragraphs[index]
            if not middle <= paragraph.span.start < reading.end or paragraph.is_heading:
                continue
            at = self._opens(paragraph, role)
            if at is None:
                continue
            if self._inside_plan(at, role):
                if self._lift(paragraph, at):
                    return
                continue
            first = (index, at)
            if role == "shortcomings" or self._section_opened(index, at, role) or not self._earlier_opener(index):
                break
        if first:
            self._open(role, *first)

    def _open(self, role: str, index: int, at: int) -> None:
        """Note a part that begins in paragraph ``index``, under a heading if there is one that tells of none."""
        self._cut_at(at)
        if opened := self._section_opened(index, at, role):
            heading, span = opened
            self._claim(role, heading, span, f"标题“{heading.title}”下的开头一段")
        else:
            self._tell(role, Span(at, self._end_of_bare(index, at, role)))

    def _tell(self, role: str, span: Span) -> None:
        """Note a part that is told in bare paragraphs."""
        first = self.reading.text[span.start : span.start + 14].strip()
        self.found[role] = Passage(role, (span,), "paragraph", None, f"段落“{first}…”")

    def _lift(self, paragraph: Paragraph, at: int) -> bool:
        """Take shortcomings out of a plan whose paragraph tells of them from ``at`` on; the rest stays plan."""
        reading, plan = self.reading, self.found["plan"]
        later = self._opens(paragraph, "plan")
        stop = later if later and later > at else paragraph.span.end
        if plan is None or not Tone(reading.text, Span(at, stop), reading.kind).laments:
            return False
        pieces = [(Span(s.start, at), Span(stop, s.end)) if s.start <= at < s.end else (s,) for s in plan.spans]
        self.found["plan"] = plan._replace(spans=tuple(s for piece in pieces for s in piece if s.width > 0))
        self._tell("shortcomings", Span(at, stop))
        return True

    def _section_opened(self, index: int, at: int, role: str) -> tuple[Heading, Span] | None:
        """The heading without a role under which the part opens at once, with all that stands under it."""
        before, own = self.reading.paragraphs[index - 1] if index else None, self.reading.paragraphs[index]
        if before is None or at != own.body.start or not self._in_order(role, at):
            return None
        for section in self._tops():
            unnamed = not set(self._roles_of(section)) - {"measures"}
            if unnamed and section.heading == before.heading and not section.heading.run_in:
                return section.heading, section.span
            if unnamed and role == "plan" and self._after_shortcomings(section) and section.span.covers(own.span):
                return section.heading, section.span
        if before.heading is None and looks_like_heading(self.reading.text, before.span) and self._bare_heads():
            heading = Heading(before.span, before.span.of(self.reading.text), 1)
            return heading, Span(before.span.start, self._end_of_bare(index, at, role))
        return None

    def _bare_heads(self) -> bool:
        """Whether the first-level headings of the report are lines without numbers, and no markup sets them."""
        marked = any(paragraph.style == "heading" for paragraph in self.reading.paragraphs)
        tops = self._tops()
        return bool(tops) and not marked and all(not section.heading.marker for section in tops)

    def _after_shortcomings(self, section: Section) -> bool:
        lacks, known = self.found["shortcomings"], self.found["measures"]
        late = lacks is not None and lacks.span.start < section.span.start
        return late and (not self._roles_of(section) or (known is not None and known.span != section.span))

    def _earlier_opener(self, index: int) -> bool:
        before = self.reading.paragraphs[max(0, index - 6) : index]
        return any(self._opens(paragraph, "plan") is not None for paragraph in before)

    def _opens(self, paragraph: Paragraph, role: str) -> int | None:
        """Where in a paragraph the part begins, or None."""
        return opening(self.reading.text, self.reading.kind, role, paragraph, self.reading.year)

    def _inside_plan(self, at: int, role: str) -> bool:
        """Whether a shortcoming would stand in the plan; the other parts it may close, as a plan may any."""
        plan = self.found.get("plan")
        return role != "plan" and plan is not None and any(span.start <= at < span.end for span in plan.spans)

    def _cut_at(self, at: int) -> None:
        """End the parts under a heading where a part without heading begins inside them."""
        for role, known in self.found.items():
            if known and known.role in _SINGLE:
                spans = tuple(Span(s.start, at) if s.start < at < s.end else s for s in known.spans)
                self.found[role] = known._replace(spans=spans)

    def _end_of_bare(self, index: int, at: int, role: str) -> int:
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
        return min([end, *(start for start in starts if start > at)])

    def _measures_without_heading(self) -> None:
        """Measures told by subject: sections without a role of their own before the other parts."""
        reading, known = self.reading, self.found["measures"]
        end = min(
            (
                span.start
                for passage in self.found.values()
                if passage and passage.role in _CLOSING and passage.form in {"section", "paragraph"}
                for span in passage.spans
                if span.start - reading.start >= _ENOUGH
            ),
            default=reading.end,
        )
        before = [s for s in reading.sections if s.span.start < end and set(self._roles_of(s)) <= {"measures"}]
        themes = [s for s in before if not self._roles_of(s)]
        tones = (Tone(reading.text, s.body, reading.kind) for s in themes)
        if len(themes) >= _THEMES or (known is None and any(tone.recounts for tone in tones)):
            spans = tuple(Span(s.span.start, min(s.span.end, end)) for s in before)
            why = f"{len(before)} 个按主题分写的部分"
            self.found["measures"] = Passage("measures", spans, "themes", before[0].heading, why)
        elif known is None and end - reading.start >= _ENOUGH and not reading.sections:
            why = "其他部分之前的正文"
            own = strip(reading.text, reading.start, end)
            self.found["measures"] = Passage("measures", (own,), "paragraph", None, why)
