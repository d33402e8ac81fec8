"""The parts of a Word file: a zip archive of a stranger's making, read from memory and never extracted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from hegui.document.limits import MEGABYTE, current, over
from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

_CHUNK = 64 * 1024
_ENTRY = b"PK\x01\x02"
_LOCAL = 30
_ENCRYPTED = 1
_LONGEST_NAME = 80
_XML = (".xml", ".rels")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_OTHERS = (
    ("xl/", "这是 Excel 表格，不是 Word 文档"),
    ("ppt/", "这是演示文稿，不是 Word 文档"),
    ("content.xml", "这是 OpenDocument 文档，请另存为 .docx"),
    ("Document.xml", "这是 OFD 版式文件，请用原来的 Word 文档"),
    ("OFD.xml", "这是 OFD 版式文件，请用原来的 Word 文档"),
)
DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, OverflowError)


class Package:
    """An archive in memory; raises Unreadable for one that is damaged, encrypted or beyond the limits.

    Entries that no part of a Word file can be (a path upwards, a folder) are left alone.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        if data.count(_ENTRY) > current().entries:
            raise over("压缩包里的部件数", "entries")
        try:
            self._archive = ZipFile(BytesIO(data))
        except DAMAGED:
            raise Unreadable("不是完整的 Word 文档（压缩包已损坏），请重新下载或另存") from None
        entries = self._archive.infolist()
        self._check(entries)
        self._entries = {name: entry for entry in entries if (name := plain_name(entry)) and not name.endswith("/")}
        self._unpacked = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, with forward slashes."""
        return tuple(self._entries)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._entries

    def size(self, name: str) -> int:
        """How many bytes the list of entries tells of a part; one that has more is refused when it is read."""
        return self._entries[name].file_size

    def other(self) -> str:
        """What else than a Word file the archive is, in Chinese."""
        found = (why for start, why in _OTHERS if any(name.startswith(start) for name in self._entries))
        return next(found, "压缩包里没有 Word 正文（word/document.xml），不是 Word 文档")

    def chunks(self, name: str) -> Iterator[bytes]:
        """The content of a part, piece by piece; empty for one that is not there."""
        entry = self._entries.get(name)
        if entry is None:
            return
        limits = current()
        size = 0
        try:
            with self._archive.open(entry) as part:
                while piece := part.read(_CHUNK):
                    size += len(piece)
                    self._unpacked += len(piece)
                    if self._unpacked > limits.unpacked:
                        raise over("解压后的大小", "unpacked")
                    if size > MEGABYTE and size > limits.ratio * entry.compress_size:
                        raise over(f"部件 {shown(name)} 的压缩比", "ratio")
                    yield piece
        except Unreadable:
            raise
        except DAMAGED:
            raise Unreadable(f"文件已损坏：部件 {shown(name)} 与压缩包的登记不符，请重新下载或另存") from None

    def read(self, name: str) -> bytes:
        """The whole content of a part."""
        return b"".join(self.chunks(name))

    def refuse_doctypes(self, parsed: str) -> None:
        """Raises Unreadable when any part but ``parsed``, whose parser sees to it, declares a document type."""
        for name in self._entries:
            if name != parsed and name.lower().endswith(_XML):
                tail = b""
                for piece in self.chunks(name):
                    if any(mark in tail + piece for mark in _DOCTYPES):
                        raise doctype(name)
                    tail = piece[-len(_DOCTYPES[1]) :]

    def _check(self, entries: list[ZipInfo]) -> None:
        """Raises Unreadable for what the list of entries gives away before anything is unpacked."""
        limits = current()
        if len(entries) > limits.entries:
            raise over("压缩包里的部件数", "entries")
        seen: set[str] = set()
        for entry in entries:
            name = plain_name(entry)
            if name.lower() in seen:
                raise Unreadable(f"压缩包里有两个同名的部件 {shown(name)}，不知道该读哪一个")
            seen.add(name.lower())
            if entry.flag_bits & _ENCRYPTED:
                raise Unreadable("文件有密码，请取消密码后再检查")
            if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise Unreadable(f"部件 {shown(name)} 的压缩方式不是 Word 所用的，请另存为 .docx")
            if entry.file_size > MEGABYTE and entry.file_size > limits.ratio * entry.compress_size:
                raise over(f"部件 {shown(name)} 的压缩比", "ratio")
        if sum(entry.file_size for entry in entries) > limits.unpacked:
            raise over("解压后的大小", "unpacked")
        if _overlap(self._data, entries):
            raise Unreadable("压缩包里的部件互相重叠，不是正常的 Word 文档")


class _Stretch(NamedTuple):
    """The bytes of the file that an entry takes up."""

    start: int
    end: int


def _overlap(data: bytes, entries: list[ZipInfo]) -> bool:
    """Whether two entries share bytes, as those of some bombs do; small archives can be made huge so."""
    stretches = []
    for entry in entries:
        start = entry.header_offset
        head = data[max(start, 0) : start + _LOCAL]
        names = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        stretches.append(_Stretch(start, start + _LOCAL + names + entry.compress_size))
    stretches.sort()
    return any(one.end > other.start for one, other in pairwise(stretches))


def plain_name(entry: ZipInfo) -> str:
    """The name of a part, with forward slashes."""
    return entry.filename.replace("\\", "/").removeprefix("/")


def shown(name: str) -> str:
    """The name of a part as a message shows it: a stranger's signs could break the line or steer a terminal."""
    return "".join(char if char.isprintable() else "\ufffd" for char in name[:_LONGEST_NAME])


def doctype(name: str) -> Unreadable:
    """The error of a part that declares a document type, which no office program writes."""
    return Unreadable(f"部件 {shown(name)} 里有 DOCTYPE 声明，Word 文档不会有，为安全起见不读")
