"""Changes to a Word file: only the characters that must, every other byte of every part as it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from io import BytesIO
from itertools import count
from re import compile as pattern
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile, ZipInfo

from hegui.document.docx_package import DAMAGED, plain_name
from hegui.document.docx_runs import Element, Key, elements
from hegui.document.docx_text import DocxText, Stretch
from hegui.document.model import Revision
from hegui.text.edit import Edit
from hegui.text.source import Unreadable
from hegui.text.span import Span
from hegui.text.values import NamedTuple

AUTHOR = "hegui"
_ID = pattern(rb"""\bw:id=["'](\d{1,9})["']""")
_NOT_XML = pattern("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACED = pattern(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_BLANKS = " \t\r\n"


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of one ``w:t``, as Word reads it, and what stands there instead."""

    start: int
    end: int
    new: str


class Splice(NamedTuple):
    """Bytes ``start`` to ``end`` of a part, and what stands there instead."""

    start: int
    end: int
    new: bytes


def edited(xml: bytes, text: DocxText, edits: Iterable[Edit], revision: Revision | None = None) -> bytes:
    """The main part with ``edits`` of its ``text`` made, in the open or as a revision; raises Unreadable."""
    changes: dict[Key, list[Change]] = {}
    for edit in edits:
        for key, change in _changes(text, edit):
            changes.setdefault(key, []).append(change)
    found = elements(xml, changes.keys())
    marks = _Marks(xml, revision) if revision else None
    splices = [
        splice for key, wanted in changes.items() for splice in _rewrite(xml, _there(found, key), sorted(wanted), marks)
    ]
    return spliced(xml, splices)


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """``xml`` with ``splices`` made, which do not overlap; those at one place stand in the order given."""
    out: list[bytes] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        out += (xml[done:start], new)
        done = end
    return b"".join((*out, xml[done:]))


def rebuilt(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The archive with the content of ``parts`` put in, new ones at the end; all others keep theirs.

    Raises Unreadable where one of those is damaged.
    """
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        new.comment = old.comment
        left = dict(parts)
        for entry in old.infolist():
            twin = ZipInfo(entry.filename, entry.date_time)
            twin.external_attr, twin.create_system = entry.external_attr, entry.create_system
            twin.compress_type, twin.comment = entry.compress_type, entry.comment
            content = left.pop(plain_name(entry), None)
            new.writestr(twin, _content(old, entry) if content is None else content)
        like = old.infolist()[0]
        for name, content in left.items():
            twin = ZipInfo(name, like.date_time)
            twin.compress_type, twin.external_attr = like.compress_type, like.external_attr
            new.writestr(twin, content)
    return out.getvalue()


def _content(archive: ZipFile, entry: ZipInfo) -> bytes:
    try:
        return archive.read(entry)
    except DAMAGED:
        raise Unreadable(f"文件已损坏：部件 {entry.filename} 读不出，没有修改") from None


def text_of(words: str) -> str:
    """``words`` as XML text, without the characters that XML cannot hold."""
    return escape(_NOT_XML.sub("", words))


def _there(found: Mapping[Key, Element], key: Key) -> Element:
    if key not in found:
        raise Unreadable("要改的文字在 Word 文件里找不到，没有修改")
    return found[key]


def _cut(stretches: Sequence[Stretch], span: Span) -> list[Span]:
    return [Span(max(one.start, span.start), min(one.end, span.end)) for one in stretches]


def _changes(text: DocxText, edit: Edit) -> list[tuple[Key, Change]]:
    """What ``edit`` means for each ``w:t``: as little as may be, so that every character keeps its looks."""
    if not text.changeable(edit.span.start, edit.span.width):
        raise Unreadable("要改的地方不全是正文文字（例如有制表符或自动编号），没有修改")
    old = edit.span.of(text.text)
    found = text.under(edit.span)
    if len(found) == 1:
        return [_change(found[0], *_trimmed(edit.span, old, edit.new))]
    made = []
    for tag, first, last, start, end in SequenceMatcher(None, old, edit.new, autojunk=False).get_opcodes():
        if tag != "equal":
            span = Span(edit.span.start + first, edit.span.start + last)
            new = edit.new[start:end]
            for one, part in zip(under := text.under(span), _cut(under, span), strict=True):
                made.append(_change(one, part, new))
                new = ""
    return made


def _trimmed(span: Span, old: str, new: str) -> tuple[Span, str]:
    """The edit without what both texts begin and end with."""
    left = 0
    while left < min(len(old), len(new)) and old[left] == new[left]:
        left += 1
    right = 0
    while right < min(len(old), len(new)) - left and old[-1 - right] == new[-1 - right]:
        right += 1
    return Span(span.start + left, span.end - right), new[left : len(new) - right]


def _change(one: Stretch, span: Span, new: str) -> tuple[Key, Change]:
    shift = one.offset - one.start
    return (one.paragraph, one.element), Change(span.start + shift, span.end + shift, new)


class _Marks:
    """Writes revisions, each with a number that nothing in the part has."""

    def __init__(self, xml: bytes, revision: Revision) -> None:
        self._numbers = count(max((int(number) for number in _ID.findall(xml)), default=0) + 1)
        date = f" w:date={quoteattr(revision.date)}" if revision.date else ""
        self._signed = f' w:author="{AUTHOR}"{date}'

    def change(self, run: bytes, props: bytes, old: str, new: str) -> bytes:
        """What is deleted and what is inserted, in runs that look like the one they stand in."""
        return self._mark("w:del", run, props, "w:delText", old) + self._mark("w:ins", run, props, "w:t", text_of(new))

    def _mark(self, mark: str, run: bytes, props: bytes, element: str, words: str) -> bytes:
        if not words:
            return b""
        start = f'<{mark} w:id="{next(self._numbers)}"{self._signed}>'.encode()
        text = f'<{element} xml:space="preserve">{words}</{element}></w:r></{mark}>'.encode()
        return start + run + props + text


def _rewrite(xml: bytes, element: Element, changes: Sequence[Change], marks: _Marks | None) -> list[Splice]:
    """The splices for one ``w:t``."""
    characters = written(xml, element)
    head = [] if element.preserves(xml) else [preserving(xml, element)]
    first, last = (0, len(characters)) if not head else core(characters)
    run, props = element.run.tag.of(xml), element.run.props.of(xml)
    out: list[bytes] = []
    done = first
    for start, end, new in changes:
        out.append("".join(characters[done:start]).encode())
        old = "".join(characters[start:end])
        out.append(broken(xml, element, marks.change(run, props, old, new)) if marks else text_of(new).encode())
        done = end
    out.append("".join(characters[done:last]).encode())
    return [*head, Splice(element.content.start, element.content.end, b"".join(out))]


def written(xml: bytes, element: Element) -> list[str]:
    """The characters of an element as they are written; raises Unreadable where they cannot be changed one by one."""
    characters = element.characters(xml)
    usual = element.tag.of(xml).startswith(b"<w:t") and element.run.tag.of(xml).startswith(b"<w:r")
    if characters is None or not usual:
        raise Unreadable("要改的文字在 Word 文件里写得特别，不能直接修改，请用 Word 改")
    return characters


def core(characters: Sequence[str]) -> tuple[int, int]:
    """What is left of characters of which Word drops the blanks at both ends."""
    filled = [at for at, char in enumerate(characters) if char not in _BLANKS]
    return (filled[0], filled[-1] + 1) if filled else (0, 0)


def preserving(xml: bytes, element: Element) -> Splice:
    """What makes the blanks at the ends of an element count."""
    start = end = element.tag.start + len(b"<w:t")
    if told := _SPACED.search(element.tag.of(xml)):
        start, end = (element.tag.start + at for at in told.span())
    return Splice(start, end, b' xml:space="preserve"')


def broken(xml: bytes, element: Element, between: bytes) -> bytes:
    """What ends the run of ``element`` inside its text, ``between``, and what goes on with a run like it."""
    run = element.run
    return b"".join((b"</w:t></w:r>", between, run.tag.of(xml), run.props.of(xml), b'<w:t xml:space="preserve">'))
