"""The characters of a web page: by its byte order mark, by what decodes strictly, by what its head says."""

from __future__ import annotations

import re

from hegui.text.patterns import HAN
from hegui.text.source import Source, Unreadable, decode

_DECLARED = (
    rb"(?i)<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{1,40})"
)
_HEAD = 8192
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHINESE = ("gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk", "cp936", "ms936", "chinese")
_BIG5 = ("big5", "big5-hkscs", "cp950", "x-x-big5")
_CONTROL = r"[\0-\x08\x0e-\x1a\x1c-\x1f]"


def decode_page(data: bytes) -> Source:
    """As ``decode``; a page that says what it is written in is believed where its bytes agree. Raises Unreadable."""
    declared = _declared(data)
    if declared in _BIG5 and not _is_utf8(data):
        raise Unreadable("网页声明为 Big5（繁体）编码，请另存为 UTF-8")
    try:
        return decode(data)
    except Unreadable:
        if declared in _CHINESE and (text := _gb18030(data)):
            return Source(text, "gb18030")
        raise


def _declared(data: bytes) -> str:
    match = None if data.startswith(_BOMS) else re.search(_DECLARED, data[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "replace").lower() if match else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _gb18030(data: bytes) -> str:
    """``data`` as GB18030 when it is text in it; empty otherwise."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return text if re.search(HAN, text) and not re.search(_CONTROL, text) else ""
