"""A process of its own that reads PDF files: what a bad file breaks or hangs is this process, not hegui.

It is run as a plain script, so it imports nothing of hegui. A request on standard input is a line
``size pages text`` (the limits are of Limits) and then the file. An answer on standard output is pieces, each a line
with its size and then lines of text, the last one empty; a piece is a page or one word that tells why there are none
(any more): ``password``, ``broken``, ``pages``, ``text``. The lines of a page:

``P width height image`` a page, and the share in percent that pictures cover where it has no text
``T left right baseline size words`` a stretch of characters on one baseline, blanks behind them included
``R left top right bottom`` a ruling line

Lengths are tenths of a point, from the left and the top of the page as it is seen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from ctypes import addressof, byref, c_double, c_float
from math import hypot, isfinite
from typing import Any, NamedTuple  # not those of hegui.text.values: see above

Point = tuple[float, float]
_FARTHEST = 1e6
_OBJECTS = 20_000
_THIN, _LEAST_RULE = 3.0, 6.0
_PASSWORD = 4
_WORD = 0.2


class _View(NamedTuple):
    """A page as it is seen: its size, and where a point of the file and a direction come to lie."""

    width: float
    height: float
    point: Callable[[float, float], Point]
    turn: Callable[[float, float], Point]


class _Char(NamedTuple):
    """One character: its box from left to right, baseline, size, whether it stands upright, and what it belongs to."""

    word: str
    left: float
    right: float
    baseline: float
    size: float
    upright: bool
    source: int


def answer(data: bytes, pages: int, text: int) -> Iterator[str]:
    """What stands in the file ``data``, page after page, if it has at most so many pages and characters of text."""
    import pypdfium2_raw as pdf

    pdf.FPDF_InitLibrary()
    document = pdf.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        yield "password" if pdf.FPDF_GetLastError() == _PASSWORD else "broken"
        return
    try:
        if pdf.FPDF_GetPageCount(document) > pages:
            yield "pages"
            return
        for index in range(pdf.FPDF_GetPageCount(document)):
            page = pdf.FPDF_LoadPage(document, index)
            if not page:
                yield "broken"
                return
            lines: list[str] = []
            text -= _read_page(pdf, page, text, lines)
            pdf.FPDF_ClosePage(page)
            yield "\n".join(lines) if text >= 0 else "text"
            if text < 0:
                return
    finally:
        pdf.FPDF_CloseDocument(document)


def _read_page(pdf: Any, page: Any, most: int, lines: list[str]) -> int:
    """Add a page to ``lines``; how many characters it has, more than ``most`` of them unread."""
    view = _view(pdf, page)
    textpage = pdf.FPDFText_LoadPage(page)
    count = max(0, pdf.FPDFText_CountChars(textpage)) if textpage else 0
    stretches = list(_stretches(_chars(pdf, textpage, count, view))) if count <= most else []
    if textpage:
        pdf.FPDFText_ClosePage(textpage)
    image = 0.0
    rules = []
    for kind, left, top, right, bottom in _objects(pdf, page, view):
        width, height = right - left, bottom - top
        if kind == pdf.FPDF_PAGEOBJ_IMAGE:
            image = max(image, width * height / max(view.width * view.height, 1.0))
        elif kind == pdf.FPDF_PAGEOBJ_PATH and min(width, height) <= _THIN and max(width, height) >= _LEAST_RULE:
            rules.append(f"R {_tenths(left)} {_tenths(top)} {_tenths(right)} {_tenths(bottom)}")
    lines.append(f"P {_tenths(view.width)} {_tenths(view.height)} {0 if stretches else int(100 * min(image, 1.0))}")
    lines += stretches
    lines += rules
    return count


def _tenths(length: float) -> int:
    return round(10 * min(max(length, -_FARTHEST), _FARTHEST)) if isfinite(length) else 0


def _view(pdf: Any, page: Any) -> _View:
    box = pdf.FS_RECTF()
    if not pdf.FPDF_GetPageBoundingBox(page, byref(box)):
        box.left, box.bottom, box.right, box.top = 0, 0, 595, 842
    left, bottom = box.left, box.bottom
    width, height = box.right - left, box.top - bottom
    rotation = pdf.FPDFPage_GetRotation(page)
    if rotation == 1:
        return _View(height, width, lambda x, y: (y - bottom, x - left), lambda x, y: (y, x))
    if rotation == 2:
        return _View(width, height, lambda x, y: (left + width - x, y - bottom), lambda x, y: (-x, y))
    if rotation == 3:
        point = lambda x, y: (bottom + height - y, left + width - x)  # noqa: E731 - beside its three kin
        return _View(height, width, point, lambda x, y: (-y, -x))
    return _View(width, height, lambda x, y: (x - left, bottom + height - y), lambda x, y: (x, -y))


def _objects(pdf: Any, page: Any, view: _View) -> Iterator[tuple[int, float, float, float, float]]:
    """Kind and box of the lines and pictures on a page."""
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for index in range(min(pdf.FPDFPage_CountObjects(page), _OBJECTS)):
        item = pdf.FPDFPage_GetObject(page, index)
        kind = pdf.FPDFPageObj_GetType(item)
        if kind == pdf.FPDF_PAGEOBJ_TEXT:
            continue
        if pdf.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top)):
            (x0, y0), (x1, y1) = view.point(left.value, bottom.value), view.point(right.value, top.value)
            yield kind, min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _chars(pdf: Any, textpage: Any, count: int, view: _View) -> Iterator[_Char]:
    """The characters that the file itself has, in its order."""
    box, matrix = pdf.FS_RECTF(), pdf.FS_MATRIX()
    x, y = c_double(), c_double()
    last = 0
    baseline = size = 0.0
    upright = False
    high = 0
    for index in range(count):
        item = pdf.FPDFText_GetTextObject(textpage, index)
        code = pdf.FPDFText_GetUnicode(textpage, index)
        if not item or (code == 0x20 and pdf.FPDFText_IsGenerated(textpage, index)):
            continue  # a blank or line break that the library made up
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if (address := addressof(item.contents)) != last:
            last = address
            pdf.FPDFText_GetMatrix(textpage, index, byref(matrix))
            pdf.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y))
            baseline = view.point(x.value, y.value)[1]
            size = abs(pdf.FPDFText_GetFontSize(textpage, index)) * hypot(matrix.c, matrix.d)
            along, across = view.turn(matrix.a, matrix.b)
            upright = along > 0 and abs(across) < 0.1 * along
        if not 0x20 <= code <= 0x10FFFF or not pdf.FPDFText_GetLooseCharBox(textpage, index, byref(box)):
            continue
        left, right = view.point(box.left, box.bottom)[0], view.point(box.right, box.top)[0]
        yield _Char(chr(code), min(left, right), max(left, right), baseline, size, upright, last)


class _Stretch:
    """Characters that follow each other on one baseline; ``right`` is past the blanks, ``end`` before them."""

    def __init__(self, first: _Char) -> None:
        self.words = [first.word]
        self.left, self.right, self.baseline, self.size = first.left, first.right, first.baseline, first.size
        self.last, self.end = first, first.right
        self.blanks: list[str] = []

    def takes(self, char: _Char) -> bool:
        """Whether ``char`` goes on where this ends; if so it is added, a copy on top of the last one is not."""
        size = max(self.size, 1.0)
        if abs(char.baseline - self.baseline) > 0.2 * size or abs(char.size - self.size) > 0.1 * size:
            return False
        if abs(char.left - self.last.left) < 0.2 * size and not self.blanks:
            if char.source == self.last.source:  # a ligature, taken apart
                self.words.append(char.word)
                return True
            if char.word == self.last.word:
                return True
        gap = char.left - self.right
        if not -0.35 * size < gap < 0.5 * size:
            return False
        self.right = max(self.right, char.right)
        if char.word.isspace():
            self.blanks.append(char.word)
        else:
            if gap > _WORD * size and not self.blanks and _latin(self.words[-1]) and _latin(char.word):
                self.blanks.append(" ")
            self.words += [*self.blanks, char.word]
            self.blanks.clear()
            self.last, self.end = char, char.right
        return True

    def __str__(self) -> str:
        numbers = (self.left, max(self.end, self.left), self.baseline, self.size)
        blank = "".join(self.blanks)
        return f"T {' '.join(str(_tenths(number)) for number in numbers)} {''.join(self.words)}{blank}"


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _stretches(chars: Iterator[_Char]) -> Iterator[str]:
    """The upright characters, put together."""
    open_: _Stretch | None = None
    for char in chars:
        if not char.upright or (open_ and open_.takes(char)):
            continue
        if char.word.isspace():
            continue
        if open_:
            yield str(open_)
        open_ = _Stretch(char)
    if open_:
        yield str(open_)


def _bound(memory: int) -> None:
    """Let this process take no more than ``memory`` bytes and leave no core file, where that can be said."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):  # more than the system allows, or not known to it
            continue


def main(place: str, memory: int) -> None:
    """Serve until standard input ends; ``place`` is the folder that has the library."""
    from queue import SimpleQueue
    from threading import Thread

    sys.path.append(place)
    import pypdfium2_raw  # noqa: F401 - it is needed at once

    _bound(memory)
    asked: SimpleQueue[tuple[bytes, int, int]] = SimpleQueue()

    def listen() -> None:
        while header := sys.stdin.buffer.readline():
            size, pages, text = map(int, header.split())
            asked.put((sys.stdin.buffer.read(size), pages, text))
        os._exit(0)  # whoever asked is gone, also when this file never ends

    Thread(target=listen, daemon=True).start()
    out = sys.stdout.buffer
    out.write(b"ready\n")
    out.flush()
    while True:
        for piece in answer(*asked.get()):
            told = piece.encode("utf-8", "replace")
            out.write(b"%d\n" % len(told))
            out.write(told)
            out.flush()
        out.write(b"0\n")
        out.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
