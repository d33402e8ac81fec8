"""The findings of one report beside the paragraphs they stand in, as pieces for a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from hegui.check import Severity
from hegui.finding import FileResult, Finding, WireMark
from hegui.reporters.page.names import place_name
from hegui.reporters.terminal import visible
from hegui.text.values import NamedTuple

_LONG_MARK = 40
_KEYS = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.INFO: "i"}


class Piece(NamedTuple):
    """A stretch of a paragraph: plain, or meant by findings; ``ends`` are the numbers of those that end with it."""

    text: str
    key: str = ""
    ends: tuple[int, ...] = ()


class Note(NamedTuple):
    """A finding as told beside the text, by its number from 1; ``key`` is e, w or i.

    ``counted`` tells that it follows the one of the number before; ``remark`` is what the baseline says of it.
    """

    number: int
    key: str
    finding: Finding
    elsewhere: str
    counted: bool = False
    remark: str = ""


class Block(NamedTuple):
    """A paragraph with what is told of it; ``place`` and ``section`` are empty where they say nothing new."""

    place: str
    section: str
    style: str
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]


class Told(NamedTuple):
    """One report: the blocks in order, what concerns no paragraph, what was accepted before, and what is left out."""

    blocks: tuple[Block, ...]
    loose: tuple[Note, ...]
    accepted: tuple[Note, ...]
    left_out: int = 0


def told(file: FileResult, around: int | None, most: int | None = None) -> Told:
    """The report's findings in their paragraphs.

    ``around`` is how many characters to show on each side of a mark, None for whole paragraphs; ``most`` how
    many findings to tell, the gravest first, None for all.
    """
    numbered = list(enumerate(file.findings, 1))
    kept = sorted(numbered, key=lambda item: -item[1].severity)[:most]
    notes: dict[str, Note] = {}
    for number, finding in sorted(kept):
        print_ = finding.fingerprint
        notes[f"{print_} {number}" if print_ in notes else print_] = _note(number, finding)
    blocks = tuple(_blocks(file, notes, around) if file.paragraphs else _excerpts(notes))
    placed = {note.number for block in blocks for note in block.notes}
    loose = [note for note in notes.values() if note.number not in placed]
    accepted = [_note(number, one.finding, one.note) for number, one in enumerate(file.accepted, len(numbered) + 1)]
    return Told(blocks, _counted(loose), _counted(accepted)[:most], len(numbered) - len(kept))


def _note(number: int, finding: Finding, remark: str = "") -> Note:
    places = (place_name(related.location) for related in finding.related)
    own = place_name(finding.location)
    elsewhere = "、".join(dict.fromkeys(place for place in places if place != own))
    return Note(number, _KEYS[finding.severity], finding, elsewhere, remark=remark)


def _counted(notes: Sequence[Note]) -> tuple[Note, ...]:
    before = [None, *(note.number for note in notes)]
    return tuple(
        note._replace(counted=last is not None and note.number == last + 1)
        for note, last in zip(notes, before, strict=False)
    )


def _blocks(file: FileResult, notes: Mapping[str, Note], around: int | None) -> Iterator[Block]:
    """Each paragraph; a finding is told beside the first in which it has its own place."""
    waiting = set(notes)
    section = ""
    for paragraph in file.paragraphs:
        marks = [mark for mark in paragraph.marks if mark.fingerprint in notes and not (around and mark.related)]
        first = {mark.fingerprint for mark in marks if not mark.related} & waiting
        own = sorted((notes[print_] for print_ in first), key=lambda note: note.number)
        waiting -= first
        if around is not None and not own:
            continue
        heading = next((note.finding.section for note in own), None) or ""
        told_above = around is None or heading == section or heading in paragraph.text
        section = heading or section
        shown = tuple(pieces(visible(paragraph.text), marks, notes, around))
        place = place_name(paragraph.location)
        yield Block(place, "" if told_above else heading, paragraph.style, shown, _counted(own))


def _excerpts(notes: Mapping[str, Note]) -> Iterator[Block]:
    """Where no paragraphs came along, each finding beside its excerpt."""
    for print_, note in notes.items():
        finding = note.finding
        if finding.excerpt:
            shown = tuple(pieces(visible(finding.excerpt), [WireMark(*finding.mark, print_)], notes, None))
            yield Block(place_name(finding.location), finding.section or "", "text", shown, (note,))


def pieces(text: str, marks: Sequence[WireMark], notes: Mapping[str, Note], around: int | None) -> Iterator[Piece]:
    """``text`` cut at the marks; what is farther than ``around`` from all of them is left out with …."""
    cuts = sorted({0, len(text), *(cut for mark in marks for cut in mark[:2])})
    for start, end in pairwise(cuts):
        over = [mark for mark in marks if mark.start <= start and end <= mark.end]
        own = [notes[mark.fingerprint] for mark in over if not mark.related]
        if not over:
            yield Piece(_short(text[start:end], around, at_start=start == 0, at_end=end == len(text)))
            continue
        key = max(own, key=lambda note: note.finding.severity).key if own else "r"
        ends = {notes[mark.fingerprint].number for mark in over if mark.end == end and not mark.related}
        yield Piece(_cut(text[start:end], around), key, tuple(sorted(ends)))


def _cut(text: str, around: int | None) -> str:
    """A long mark without its middle."""
    room = len(text) if around is None else max(_LONG_MARK, 2 * around)
    return text if len(text) <= room else f"{text[: room // 2]}……{text[-(room // 2) :]}"


def _short(text: str, around: int | None, *, at_start: bool, at_end: bool) -> str:
    """Plain text between marks: what is near to one of them."""
    room = len(text) if around is None else around * (1 if at_start or at_end else 2) + 2
    if len(text) <= room or around is None:
        return text
    left = "" if at_start else text[:around]
    right = "" if at_end else text[len(text) - around :]
    return f"{left}…{right}"
