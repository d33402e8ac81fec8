"""Comments written into a Word file: each on its own stretch of the text, nothing of the text changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from hegui.document.docx_edit import AUTHOR, Splice, broken, core, preserving, rebuilt, spliced, text_of, written
from hegui.document.docx_package import Package
from hegui.document.docx_runs import Element, Key, elements
from hegui.document.docx_text import DocxText, Stretch
from hegui.document.model import Note
from hegui.text.source import Unreadable
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_COMMENTS, _RELS, _TYPES = "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_SPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = re.compile(rb"""<w:comment\b[^>]*\sw:id=["'](\d{1,9})["']""")
_RELATION = re.compile(rb"""\bId=["']rId(\d{1,9})["']""")
_TARGET = re.compile(rb"""<Relationship\b(?=[^>]*relationships/comments["'])[^>]*\bTarget=["']([^"']*)["']""")
_CLOSED = re.compile(rb"(<w:comments\b[^<>]*)/>\s*\Z")
_EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"></w:comments>'


class _Mark(NamedTuple):
    """What is put before character ``at`` of a ``w:t``; ends come before starts at one place."""

    at: int
    rank: int
    xml: bytes


def annotated(data: bytes, main: str, text: DocxText, notes: Sequence[Note], date: str = "") -> bytes:
    """The file with ``notes`` as comments, in the order given; raises Unreadable where it cannot take them.

    ``main`` is the name of the main part, whose text ``text`` is; ``date`` is ISO 8601 with time, or empty.
    """
    package = Package(data)
    xml = package.read(main)
    part, parts = _comments_part(package, main, strict=_STRICT_SPACE.encode() in xml)
    comments = parts.get(part) or package.read(part)
    first = max((int(number) for number in _ID.findall(comments)), default=-1) + 1
    numbered = list(enumerate(notes, first))
    parts[main] = _marked(xml, text, numbered)
    parts[part] = _with_comments(comments, numbered, date)
    return rebuilt(data, parts)


def _marked(xml: bytes, text: DocxText, notes: Iterable[tuple[int, Note]]) -> bytes:
    marks: dict[Key, list[_Mark]] = {}
    for number, note in notes:
        first, start, last, end = _ends(text, note.span)
        begin = f'<w:commentRangeStart w:id="{number}"/>'.encode()
        stop = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'.encode()
        empty = (first, start) == (last, end)
        marks.setdefault(first, []).append(_Mark(start, 1, begin + stop if empty else begin))
        if not empty:
            marks.setdefault(last, []).append(_Mark(end, 0, stop))
    found = elements(xml, marks.keys())
    splices: list[Splice] = []
    for key, wanted in marks.items():
        if key not in found:
            raise Unreadable("要批注的文字在 Word 文件里找不到，没有写批注")
        splices += _placed(xml, found[key], sorted(wanted, key=lambda mark: mark[:2]))
    return spliced(xml, splices)


def _ends(text: DocxText, span: Span) -> tuple[Key, int, Key, int]:
    """The ``w:t`` and the character in it where ``span`` begins, and where it ends."""
    touched = [one for one in _stretches(text) if one.start < max(span.end, span.start + 1) and span.start < one.end]
    if not touched:
        touched = [_nearest(text, span.start)]
    first, last = touched[0], touched[-1]
    start = min(max(span.start, first.start), first.end)
    end = max(min(span.end, last.end), last.start)
    if len(touched) == 1:
        end = max(start, end)
    return _key(first), start - first.start + first.offset, _key(last), end - last.start + last.offset


def _stretches(text: DocxText) -> Iterable[Stretch]:
    return (one for paragraph in text.paragraphs for one in paragraph.stretches if one.end > one.start)


def _nearest(text: DocxText, at: int) -> Stretch:
    """The stretch for what stands in none, such as a number that Word counts: the next one, else the last."""
    last = None
    for last in _stretches(text):
        if last.start >= at:
            break
    if last is None:
        raise Unreadable("文件里没有可以批注的文字")
    return last


def _key(stretch: Stretch) -> Key:
    return stretch.paragraph, stretch.element


def _placed(xml: bytes, element: Element, marks: Sequence[_Mark]) -> list[Splice]:
    """The marks of one ``w:t``: before or after its run where they may stand there, else between two parts of it."""
    characters = written(xml, element)
    first, last = (0, len(characters)) if element.preserves(xml) else core(characters)
    before, inside, after = [], [], []
    for mark in marks:
        if element.first and mark.at <= first:
            before.append(mark.xml)
        elif element.last and mark.at >= last:
            after.append(mark.xml)
        else:
            inside.append(mark)
    run = element.run.whole
    splices = [Splice(run.start, run.start, b"".join(before)), Splice(run.end, run.end, b"".join(after))]
    if inside:
        if not element.preserves(xml):
            splices.append(preserving(xml, element))
        out: list[bytes] = []
        for at, _, mark_xml in inside:
            at_most = min(max(at, first), last)
            out += ("".join(characters[first:at_most]).encode(), broken(xml, element, mark_xml))
            first = at_most
        out.append("".join(characters[first:last]).encode())
        splices.append(Splice(element.content.start, element.content.end, b"".join(out)))
    return splices


def _with_comments(xml: bytes, notes: Iterable[tuple[int, Note]], date: str) -> bytes:
    xml = _CLOSED.sub(rb"\1></w:comments>", xml)
    end = xml.rfind(b"</w:comments>")
    if end < 0:
        raise Unreadable("Word 文件里原有的批注写得特别，不能再加批注")
    written_at = f" w:date={quoteattr(date)}" if date else ""
    made = []
    for number, note in notes:
        lines = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{text_of(line)}</w:t></w:r></w:p>' for line in note.words.split("\n")
        )
        signed = f'w:id="{number}" w:author="{AUTHOR}" w:initials="{AUTHOR}"{written_at}'
        made.append(f"<w:comment {signed}>{lines}</w:comment>")
    return xml[:end] + "".join(made).encode() + xml[end:]


def _comments_part(package: Package, main: str, *, strict: bool) -> tuple[str, dict[str, bytes]]:
    """The part of the comments, and the parts that must change so that it is one."""
    folder, _, name = main.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    relations = package.read(rels)
    if target := _TARGET.search(relations):
        return _resolved(target[1].decode("utf-8", "replace"), folder), {}
    part = f"{folder}/comments.xml".lstrip("/")
    number = max((int(found) for found in _RELATION.findall(relations)), default=0) + 1
    kind, space = (_STRICT_KIND, _STRICT_SPACE) if strict else (_KIND, _SPACE)
    relation = f'<Relationship Id="rId{number}" Type="{kind}" Target="comments.xml"/>'.encode()
    types = package.read(_TYPES)
    override = f'<Override PartName="/{part}" ContentType="{_TYPE}"/>'.encode()
    return part, {
        part: _EMPTY.format(space).encode(),
        rels: _before_end(relations, b"</Relationships>", relation),
        _TYPES: _before_end(types, b"</Types>", override),
    }


def _resolved(target: str, folder: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")


def _before_end(xml: bytes, end: bytes, new: bytes) -> bytes:
    at = xml.rfind(end)
    if at < 0:
        raise Unreadable("Word 文件的登记写得特别，不能加批注")
    return xml[:at] + new + xml[at:]
