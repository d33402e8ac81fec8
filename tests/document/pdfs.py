"""Small PDF files written by hand: words at places, ruling lines, pictures, and whatever is wrong."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
LEFT, RIGHT, TOP = 80, 515, 100
SIZE, LEADING = 15, 28
PER_ROW = (RIGHT - LEFT) // SIZE


class Word(NamedTuple):
    """``text`` from ``x``, its baseline ``y`` below the top of the page."""

    x: float
    y: float
    text: str
    size: float = SIZE
    matrix: str = "1 0 0 1"
    mode: int = 0


def write(objects: Sequence[bytes]) -> bytes:
    """A file with ``objects``, the first its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), more, data)


def packed(data: bytes) -> bytes:
    """A compressed stream object."""
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font"
    b"/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
    b"/DW 1000/W[1 95 500 814 939 500]>>]>>"
)
IMAGE = stream(b"\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")


def content(words: Iterable[Word], drawn: str = "") -> bytes:
    """What paints ``words``, and ``drawn`` before them."""
    painted = [
        f"BT {w.mode} Tr /F {w.size} Tf {w.matrix} {w.x} {HEIGHT - w.y} Tm <{w.text.encode('utf-16-be').hex()}> Tj ET"
        for w in words
    ]
    return "\n".join([drawn, *painted]).encode()


def file(*pages: bytes, more: bytes = b"") -> bytes:
    """A file whose pages have these contents; ``more`` stands in each page's dictionary."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 %d %d]>>" % (kids, len(pages), WIDTH, HEIGHT),
        FONT,
        IMAGE,
    ]
    for index, painted in enumerate(pages):
        resources = b"/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
        objects.append(b"<</Type/Page/Parent 2 0 R/Contents %d 0 R%b%b>>" % (6 + 2 * index, resources, more))
        objects.append(stream(painted))
    return write(objects)


def typed(*paragraphs: str, indent: int = 2, top: float = TOP) -> list[Word]:
    """``paragraphs`` broken at the right edge, as a typewriter with Chinese characters only would."""
    words = []
    for paragraph in paragraphs:
        at, first = 0, indent
        while at < len(paragraph):
            words.append(Word(LEFT + first * SIZE, top, paragraph[at : at + PER_ROW - first]))
            at, first, top = at + PER_ROW - first, 0, top + LEADING
    return words
