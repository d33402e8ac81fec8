"""The report: what a document says, read once, as plain values with spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hegui.document.model import Document, Label
from hegui.report.citations import read_citations
from hegui.report.identity import Dating, Identity, date_report, identify, published
from hegui.report.kind import Duty, Kind
from hegui.report.leaders import LeaderDeed, read_deeds
from hegui.report.model import (
    Citation,
    Figure,
    Heading,
    Issuer,
    Paragraph,
    Passage,
    Section,
    Sentence,
    Signature,
    Title,
)
from hegui.report.paragraphs import build_sections, read_paragraphs
from hegui.report.parts import PartFinder
from hegui.report.reading import Reading
from hegui.report.roles import is_worded
from hegui.report.sentences import read_sentences
from hegui.report.signature import read_signature
from hegui.report.title import read_title
from hegui.text.dates import Day
from hegui.text.patterns import regex
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.document.formatting import Formatting
    from hegui.report.relations.model import Relation

_ADDRESSED = regex(
    r"(?!.*(?:如下|将|以下|工作|情况|报告))[^，。；]{1,60}(?:委|政府|人大|局|办|厅|委员|工委)[^，。；]{0,8}[：:]"
)
_HEAD = 12
_LONGEST_ADDRESS = 70
_DUTY_WORDS = {
    "rule": "应当单列",
    "reference": "街道、管委会等派出机构参照执行",
    "unknown": "报告单位的性质未能确定",
    "none": "2019年《规定》施行前的报告不受其约束",
}


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start


class Report:
    """One report of a kind; every span is one of ``text``.

    ``level`` is nation, province, city, county or town; ``body`` government, party, joint, department,
    subdistrict or zone; both are None where the text does not tell.
    """

    def __init__(
        self,
        document: Document,
        kind: Kind,
        *,
        draft: bool = False,
        names: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """``names`` are those of the settings: the issuer's ``own``, its ``neighbours``, and whom to ``allow``."""
        self.document = document
        self.kind = kind
        self.draft = draft
        self.names = names or {}
        self.text = document.text
        self.span = Span(0, len(document.text))
        self.known: dict[object, Any] = {}  # see sharing.shared

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, title and signature included."""
        return read_paragraphs(self.text, self.document.blocks, lambda words: is_worded(words, self.kind))

    @cached_property
    def title(self) -> Title | None:
        """The document's own title, or None when the text has lost it."""
        return read_title(self.text, self.paragraphs, self.kind)

    @cached_property
    def addressee(self) -> Span | None:
        """The line that addresses the report: 中共清源县委、清源县人民政府："""
        after = self.title.span.end if self.title else 0
        for paragraph in self.paragraphs[:_HEAD]:
            if paragraph.span.start < after:
                continue
            ends = self.text[paragraph.span.end - 1] in "：:"
            if ends and _ADDRESSED.fullmatch(self.text, *paragraph.span):
                return paragraph.span
            if paragraph.span.width > _LONGEST_ADDRESS or paragraph.heading:
                return None
        return None

    @cached_property
    def start(self) -> int:
        """Where the body begins, after title and addressee."""
        head = [span.end for span in (self.title.span if self.title else None, self.addressee) if span]
        return max(head, default=0)

    @cached_property
    def signature(self) -> Signature | None:
        """Issuers and date at the foot, or under the title; None when there is neither."""
        return read_signature(self.text, self.paragraphs, self.start, self.title.span.end if self.title else 0)

    @cached_property
    def end(self) -> int:
        """Where the body ends: before the signature, when that stands at the foot."""
        if self.signature is None:
            return len(self.text)
        spans = [name.span for name in self.signature.issuers]
        spans += [self.signature.date] if self.signature.date else []
        at_foot = [span.start for span in spans if span.start > len(self.text) // 2]
        return min(at_foot, default=len(self.text))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings and numbered items of the body, in order."""
        return tuple([p.heading for p in self.body_paragraphs if p.heading])

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The tree of sections; its roots are the first-level headings, whatever their marks."""
        return build_sections(self.headings, self.end)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body."""
        return read_sentences(self.text, self.body_paragraphs)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Every title in 《》."""
        return tuple(read_citations(self.text))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every number with its unit."""
        from hegui.report.figures import read_figures

        return read_figures(self.text, self.start, self.end)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What the figures say about each other, and whether they agree."""
        from hegui.report.relations import read_relations

        return read_relations(self)

    @property
    def formatting(self) -> Formatting | None:
        """How the file is set; None for formats that do not tell."""
        return self.document.formatting

    @property
    def labels(self) -> tuple[Label, ...]:
        """The labels of the page around the report."""
        return self.document.labels

    @cached_property
    def published(self) -> Day | None:
        """The day of publication that the page gives."""
        return published(self.labels)

    @cached_property
    def identity(self) -> Identity:
        """Who reports, and by what it was recognised."""
        return identify(self.text, self.title, self.signature, self.addressee.of(self.text) if self.addressee else "")

    @cached_property
    def issuers(self) -> tuple[Issuer, ...]:
        """The bodies named by title and signature."""
        return self.identity.issuers

    @cached_property
    def level(self) -> str | None:
        """The rank of the issuer."""
        return self.identity.level

    @cached_property
    def body(self) -> str | None:
        """What kind of body the issuer is."""
        return self.identity.body

    @cached_property
    def dating(self) -> Dating:
        """The year reported on, with its place and its reason."""
        return date_report(self.text, self.title, self.labels, self.body_paragraphs, self.citations, self.signature)

    @cached_property
    def year(self) -> int | None:
        """The year reported on."""
        return self.dating.year

    @cached_property
    def body_paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        first, behind = (bisect_left(self.paragraphs, at, key=_start) for at in (self.start, self.end))
        return self.paragraphs[first:behind]

    @cached_property
    def parts(self) -> dict[str, Passage | None]:
        """Each role of the kind with the passage that fills it, or None."""
        reading = Reading(self.text, self.kind, self.body_paragraphs, self.sections, self.start, self.end, self.year)
        found = PartFinder(reading).search()
        if "leader" in found and found["leader"] is None:
            found["leader"] = self._leader_sentences(found.get("plan"))
        return found

    def _leader_sentences(self, plan: Passage | None) -> Passage | None:
        """The section that tells of nothing but leaders' deeds, or these in other parts, next year's plan excepted."""
        deeds = [deed for deed in self.deeds if not (plan and any(span.covers(deed.span) for span in plan.spans))]
        if not deeds:
            return None
        spans = tuple(dict.fromkeys(deed.span for deed in deeds))
        own = next((section for section in self.sections if section.body.covers(spans[0])), None)
        if own and {*spans} == {sentence.span for sentence in self.sentences if own.body.covers(sentence.span)}:
            why = f"标题“{own.heading.title}”下只写主要负责人"
            return Passage("leader", (own.span,), "section", own.heading, why)
        return Passage("leader", spans, "sentence", None, f"语句“{deeds[0].leader.of(self.text)}…”")

    @cached_property
    def deeds(self) -> tuple[LeaderDeed, ...]:
        """What the principal leaders are told to have done."""
        starts = self._sentence_starts
        return tuple(read_deeds(self.text, self.kind, self.sentences, starts, self.citations))

    def deeds_in_turn(self, begin: int = 0) -> Iterator[LeaderDeed]:
        """The same from ``begin`` on one by one, for those who seldom ask for all."""
        if "deeds" in vars(self):
            return (deed for deed in self.deeds if deed.leader.start >= begin)
        return read_deeds(self.text, self.kind, self.sentences, self._sentence_starts, self.citations, begin)

    def duty(self, role: str) -> Duty:
        """How strictly this body owes the part ``role`` for this year."""
        duties = {**self.kind.duties, **self.kind.duties.get(role, {})}
        if self.year is not None and self.year < duties.get("since", 0):
            return Duty("none", _DUTY_WORDS["none"])
        strength = duties.get(self.body or "", "unknown")
        return Duty(strength, _DUTY_WORDS[strength])

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph[0][0] for paragraph in self.paragraphs]

    def paragraph_at(self, at: int) -> Paragraph:
        """The paragraph in which offset ``at`` stands; before the first, that."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, at) - 1)]

    @cached_property
    def _heading_starts(self) -> tuple[list[int], list[Heading]]:
        headed = [(p.span.start, p.heading) for p in self.paragraphs if p.heading]
        return [start for start, _ in headed], [heading for _, heading in headed]

    def section_at(self, at: int) -> Heading | None:
        """The heading under which offset ``at`` stands."""
        starts, headings = self._heading_starts
        index = bisect_right(starts, at)
        return headings[index - 1] if index else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, at: int) -> Sentence | None:
        """The sentence of the body in which offset ``at`` stands."""
        index = bisect_right(self._sentence_starts, at)
        found = self.sentences[index - 1] if index else None
        return found if found and at < found.span.end else None

    def role_at(self, at: int) -> str | None:
        """The role of the part in which offset ``at`` stands."""
        for role, passage in self.parts.items():
            for start, end in passage.spans if passage else ():
                if start <= at < end:
                    return role
        return None

    def lacks(self, role: str) -> bool:
        """Whether the kind has such a part and the report has not."""
        return role in self.parts and self.parts[role] is None

    def stretches(self, role: str) -> Iterator[Span]:
        """The spans of a part, none when it is missing."""
        passage = self.parts.get(role)
        yield from passage.spans if passage else ()
