"""From bytes to characters, strictly, and from offsets to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from hegui.text.values import NamedTuple

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OTHERS = (
    (b"PK\x03\x04", "内容是压缩格式，Word 文档请用扩展名 .docx"),
    (b"\xd0\xcf\x11\xe0", "内容是旧版 Word 或 WPS 文档，请用扩展名 .doc 或另存为 .docx"),
    (b"%PDF", "内容是 PDF，请用扩展名 .pdf"),
    (b"{\\rtf", "内容是 RTF，请另存为 .docx 或 UTF-8 文本"),
    (b"\x89PNG", "内容是图片，不是文本"),
    (b"\xff\xd8\xff", "内容是图片，不是文本"),
    (b"GIF8", "内容是图片，不是文本"),
)
_UTF16 = "疑似没有标记的 UTF-16 文本，请另存为 UTF-8"
_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060")
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20)))
_ASCII = bytes(range(0x80))
_COMMON = bytes((*range(0xA1, 0xA4), *range(0xB0, 0xD8)))  # first bytes in GB2312
_SAMPLE = 40_000
_COMMON_SHARE = 0.8
_BIG5_COMMON = frozenset("的是在有與為國政府法縣鎮鄉區會議關於進發開學問題對這個們來時執處機關職責務報總結")


class Unreadable(ValueError):
    """A file that cannot be read; the message, in Chinese, is one line for its owner."""


class Source(NamedTuple):
    """A decoded file: line ends as they stand, without the byte order mark."""

    text: str
    encoding: str
    bom: bytes = b""

    def encode(self) -> bytes:
        """The bytes it was decoded from."""
        return self.bom + self.text.encode(self.encoding)


def decode(data: bytes) -> Source:
    """Decode by byte order mark, as UTF-8, or as GB18030 when that reads as Chinese.

    Raises Unreadable for empty, binary and undecodable files; it names Big5, UTF-16 and the formats
    that office programs write.
    """
    for start, why in _OTHERS:
        if data.startswith(start):
            raise Unreadable(why)
    source = _decoded(data)  # without a mark it holds no NUL
    if all(char.isspace() or char in _INVISIBLE for char in source.text):
        raise Unreadable("文件是空的")
    if (source.bom and "\0" in source.text) or _looks_binary(source.text):
        raise Unreadable("不是文本文件（含控制字符）")
    return source


def _decoded(data: bytes) -> Source:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Source(_strict(data[len(bom) :], encoding), encoding, bom)
    if b"\0" in data:
        raise Unreadable(_UTF16 if _is_utf16(data) else "不是文本文件（二进制内容）")
    try:
        return Source(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return Source(_gb18030(data, error), "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"文件开头标明是 {encoding}，但第 {error.start + 1} 个字节处无法解码") from None


def _is_utf16(data: bytes) -> bool:
    """Whether ``data`` reads as Chinese or Latin when taken as UTF-16 of either byte order."""
    head = data[: _SAMPLE // 2 * 2]
    texts = (head.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be"))
    return any(sum(_is_plain(c) for c in text) > 0.9 * len(text) for text in texts)


def _is_plain(char: str) -> bool:
    return char in "\t\r\n" or " " <= char < "\x7f" or (char > "\x7f" and _is_common(char))


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    ascii_ = sample.encode("ascii", "ignore")
    return len(ascii_) - len(ascii_.translate(None, _CONTROL)) > max(3, len(sample) // 50)


def _gb18030(data: bytes, utf8: UnicodeDecodeError) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and not _looks_binary(text) and _common_share(text) >= _COMMON_SHARE:
        return text
    if _is_big5(data):
        raise Unreadable("疑似 Big5（繁体）编码，请另存为 UTF-8")
    if _is_utf16(data):
        raise Unreadable(_UTF16)
    before = data[: utf8.start].decode("utf-8")
    if not before.isascii() and _common_share(before) >= _COMMON_SHARE:
        line = before.count("\n") + 1
        raise Unreadable(f"第 {line} 行有不是 UTF-8 的字节，文件可能已损坏，请另存为 UTF-8")
    raise Unreadable("既不是 UTF-8 也不是 GB18030 编码，无法解码，请另存为 UTF-8")


def _common_share(text: str) -> float:
    """How many of the characters beyond ASCII are common Chinese ones, as ``_is_common`` has it of one."""
    sample = text[:_SAMPLE]
    wide = len(sample) - len(sample.encode("ascii", "ignore"))
    leads = sample.encode("gb2312", "ignore").translate(None, _ASCII)[::2]
    return (len(leads) - len(leads.translate(None, _COMMON))) / wide if wide else 1.0


def _is_common(char: str) -> bool:
    try:
        lead = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return lead in _COMMON


def _is_big5(data: bytes) -> bool:
    try:
        text = data.decode("big5")
    except UnicodeDecodeError:
        return False
    wide = [c for c in text[:_SAMPLE] if c > "\x7f"]
    return bool(wide) and sum(c in _BIG5_COMMON for c in wide) * 20 > len(wide)


class Lines:
    r"""Lines of a text: split at ``\n`` (so after ``\r\n`` too) and nowhere else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = list(accumulate([len(line) + 1 for line in text.split("\n")[:-1]], initial=0))

    def __len__(self) -> int:
        return len(self._starts)

    def at(self, offset: int) -> tuple[int, int]:
        """The line and the column, both from 1, of a code point offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def around(self, offset: int) -> tuple[int, int, int]:
        """The line of a code point offset, from 1, and where it begins and ends; its break is not of it."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return line, self._starts[line - 1], end

    def reach(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Line and column of ``start``, and of ``end``, which is not before it."""
        line, column = self.at(start)
        if line == len(self._starts) or end < self._starts[line]:
            return line, column, line, column + end - start
        return line, column, *self.at(end)

    def start(self, line: int) -> int:
        """The offset at which line ``line`` (from 1) begins."""
        return self._starts[line - 1]
