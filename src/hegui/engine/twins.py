"""One report in two formats, 报告.docx and 报告.pdf, is checked and counted once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import PurePath
from zlib import crc32

from hegui.finding import Skipped
from hegui.report.build import Report
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

FORMATS = ((".docx", ".docm"), (".doc", ".wps"), (".html", ".htm"), (".md", ".markdown"), (".txt", ".text"), (".pdf",))
_RANKS = {suffix: rank for rank, suffixes in enumerate(FORMATS) for suffix in suffixes}
_PIECE = regex(r"[^。；;！？!?\n]+")
_MARKS = regex(r"[\W_]+")
_SHORTEST = 8
_ALIKE = 0.8


class Sketch(NamedTuple):
    """What tells a report from another: who reports on which year, and prints of what it says."""

    issuers: tuple[str, ...]
    year: int | None
    prints: frozenset[int]

    def like(self, other: Sketch) -> bool:
        """Whether two sketches are of one report: nearly all that the longer one says is in both."""
        most = max(len(self.prints), len(other.prints))
        same = (self.issuers, self.year) == (other.issuers, other.year)
        return same and most > 0 and len(self.prints & other.prints) >= _ALIKE * most


class Found(NamedTuple):
    """A file, and the sketch of the report in it if there is one."""

    path: str
    sketch: Sketch | None


def sketch(report: Report) -> Sketch:
    """The sketch of a report; marks, blanks and the breaks between paragraphs play no part in it."""
    pieces = (_MARKS.sub("", match[0]) for match in _PIECE.finditer(report.text))
    prints = frozenset(crc32(piece.encode("utf-8", "surrogatepass")) for piece in pieces if len(piece) >= _SHORTEST)
    return Sketch(tuple(issuer.name for issuer in report.issuers), report.year, prints)


def rank(path: str) -> int:
    """The place of a file's format among those of one report; the first is checked."""
    return _RANKS.get(PurePath(path).suffix.lower(), len(FORMATS))


def twins(found: Iterable[Found], named: Collection[str]) -> dict[str, Skipped]:
    """The files that say what one of another format says, and why they are passed over; never one of ``named``."""
    groups: dict[tuple[tuple[str, ...], int | None], list[Found]] = {}
    for file in found:
        if file.sketch:
            groups.setdefault(file.sketch[:2], []).append(file)
    return dict(chain.from_iterable(_twins(group, named) for group in groups.values() if len(group) > 1))


def _twins(group: list[Found], named: Collection[str]) -> Iterator[tuple[str, Skipped]]:
    kept: list[Found] = []
    for file in sorted(group, key=lambda file: (file.path not in named, rank(file.path), file.path)):
        first = None if file.path in named else next((other for other in kept if _are_twins(other, file)), None)
        if first:
            yield file.path, Skipped(file.path, f"与 {first.path} 是同一份报告")
        else:
            kept.append(file)


def _are_twins(one: Found, other: Found) -> bool:
    different = rank(one.path) != rank(other.path)
    return different and one.sketch is not None and other.sketch is not None and one.sketch.like(other.sketch)
