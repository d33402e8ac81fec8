"""Correcting a file: fixes are made pass after pass until none is left."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterator, Sequence

from hegui.document.model import Document, Loader, Revision
from hegui.engine.files import Unfit
from hegui.engine.lint import Plan, looks, split
from hegui.engine.run import inputs
from hegui.engine.session import Checked, Session, unread
from hegui.engine.stamp import location
from hegui.engine.suppress import ignores
from hegui.finding import Crash, Location
from hegui.report.build import Report
from hegui.text.edit import Edit, Fix, Safety, apply
from hegui.text.source import Unreadable
from hegui.text.span import Span
from hegui.text.values import NamedTuple

PASSES = 10


class Made(NamedTuple):
    """A fix that was made: whose, what it did, and where the file had it when it was made."""

    code: str
    title: str
    location: Location


class Fixed(NamedTuple):
    """What came of one file: its bytes and its decoded text before and after, and the fixes made.

    ``unsafe`` counts those beyond the safety asked for. ``settled`` is False when fixes went on changing each
    other's work until the passes ran out.
    """

    path: str
    before: bytes
    data: bytes
    old_text: str = ""
    new_text: str = ""
    made: tuple[Made, ...] = ()
    unsafe: int = 0
    settled: bool = True
    crashes: tuple[Crash, ...] = ()


class Left(NamedTuple):
    """A file that is not looked at, because of its format."""

    path: str
    reason: str


class _Candidate(NamedTuple):
    """A fix that the file can take; its edits are those of the decoded file."""

    edits: tuple[Edit, ...]
    made: Made


class _Pass(NamedTuple):
    """One look at a file: what can be fixed, and how much more could be."""

    document: Document
    candidates: tuple[_Candidate, ...]
    unsafe: int
    crashes: tuple[Crash, ...]


def fix_all(session: Session, safety: Safety, revision: Revision | None = None) -> Iterator[Fixed | Left | Checked]:
    """What comes of each file that the request of ``session`` names, sorted by path; nothing is written."""
    found, skipped = inputs(session)
    yield from map(Checked, skipped)
    for path, given in found:
        data = session.read(path) if given is None else given
        yield (
            Checked(unread(path, data.reason))
            if isinstance(data, Unfit)
            else fix(session, path, data, safety, revision)
        )


def fix(
    session: Session, path: str, data: bytes, safety: Safety, revision: Revision | None = None
) -> Fixed | Left | Checked:
    """``data`` with every fix of at least ``safety`` made; what could not be read or is no report is told so.

    ``revision`` shows the changes as revisions, in formats that have them. Nothing is written.
    """
    try:
        loader = session.loader(path)
    except Unreadable as error:
        return Checked(unread(path, str(error)))
    if why := _unchangeable(loader, revision):
        return Left(path, why)
    fixed = Fixed(path, data, data)
    seen = {data}
    for number in range(PASSES):
        found = session.guarded(path, fixed.data, lambda report, plan: _look(report, plan, path, safety))
        if isinstance(found, Checked):
            return fixed._replace(settled=False) if number else found
        text = found.document.source.text
        fixed = fixed._replace(unsafe=found.unsafe, new_text=text)
        if not number:
            fixed = fixed._replace(old_text=text, crashes=found.crashes)
        chosen = _apart(found.candidates)
        if not chosen:
            return fixed
        edits = [edit for candidate in chosen for edit in candidate.edits]
        try:
            after = rewritten(loader, fixed.data, found.document, edits, revision)
        except Unreadable as error:
            return Checked(unread(path, str(error)))
        made = (*fixed.made, *(candidate.made for candidate in chosen))
        fixed = fixed._replace(data=after, new_text=apply(text, edits), made=made)
        if after in seen:
            break
        seen.add(after)
    return fixed._replace(settled=False)


def rewritten(
    loader: Loader, data: bytes, document: Document, edits: Sequence[Edit], revision: Revision | None = None
) -> bytes:
    """The file with ``edits`` made and every other byte as it was; raises Unreadable where that cannot be had."""
    rewrite = getattr(loader, "rewrite", None)
    if rewrite is not None:
        return bytes(rewrite(data, edits, revision))
    if why := _unchangeable(loader, revision):
        raise Unreadable(why)
    if not document.verbatim:
        raise Unreadable("这种格式不能直接修正，请按提示在原文件里改")
    if quote := getattr(loader, "quote", None):
        edits = [edit._replace(new=quote(edit.new)) for edit in edits]
    source = document.source
    if source.encode() != data:
        raise Unreadable(f"按 {source.encoding} 读出后不能逐字节还原，没有修正")
    return source._replace(text=apply(source.text, edits)).encode()


def _unchangeable(loader: Loader, revision: Revision | None) -> str:
    """Why no file of a format is corrected, in Chinese, or empty."""
    if revision and getattr(loader, "rewrite", None) is None:
        return "只有 .docx 能写成修订"
    return getattr(loader, "unchangeable", "")


def _look(report: Report, plan: Plan, path: str, safety: Safety) -> _Pass:
    wishes = ignores(report, plan.rows)
    crashes: list[Crash] = []
    candidates: list[_Candidate] = []
    unsafe = 0
    for rule, seen in looks(report, plan.rules, path, crashes):
        kept, _ = split(rule.check, seen.hits, wishes)
        for fix in (hit.fix for hit in kept if hit.fix and hit.fix.safety > Safety.DISPLAY):
            edits = _in_file(report.document, fix)
            if not edits:
                continue
            if fix.safety < safety:
                unsafe += 1
                continue
            place = location(report.document.place(edits[0].span.start, edits[0].span.width))
            candidates.append(_Candidate(edits, Made(rule.check.code, fix.title, place)))
    return _Pass(report.document, tuple(candidates), unsafe, tuple(crashes))


def _in_file(document: Document, fix: Fix) -> tuple[Edit, ...]:
    """The edits of ``fix`` in the decoded file, or none when one of them has no verbatim stretch there."""
    edits = []
    for edit in fix.edits:
        place = document.editable(edit.span)
        if place is None:
            return ()
        edits.append(Edit(Span(place.at, place.at + place.width), edit.new))
    return tuple(sorted(edits))


def _apart(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Those of ``candidates``, the first in the text first, that neither overlap nor touch one chosen before."""
    chosen: list[_Candidate] = []
    taken: list[Span] = []
    for candidate in sorted(dict.fromkeys(candidates)):
        spans = [edit.span for edit in candidate.edits]
        if all(_is_free(taken, span) for span in spans):
            chosen.append(candidate)
            for span in spans:
                insort(taken, span)
    return chosen


def _is_free(taken: Sequence[Span], span: Span) -> bool:
    index = bisect(taken, span)
    return (index == 0 or taken[index - 1].end < span.start) and (index == len(taken) or span.end < taken[index].start)
