"""How paragraphs are set, against the typefaces and sizes of an official document."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Look, NamedTuple, Paragraph, Report, Span, load

TITLE, BODY, FIRST, SECOND = "title", "body", "first", "second"
_SIZES = {42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
          14: "四号", 12: "小四", 10.5: "五号", 9: "小五"}  # fmt: skip
_SHOWN = 20


class Setting(NamedTuple):
    """A paragraph with its look."""

    paragraph: Paragraph
    look: Look

    @property
    def head(self) -> Span:
        """Where to point at it: its first words."""
        start, end = self.paragraph.span
        return Span(start, min(end, start + _SHOWN))


def settings(report: Report, within: Span | None = None) -> Iterator[Setting]:
    """The paragraphs in ``within``, else of the body, whose look the file tells; rows of tables are left out."""
    whole = within or Span(report.start, report.end)
    for paragraph in report.paragraphs if report.formatting else ():
        if whole.start <= paragraph.span.start < whole.end and paragraph.style != "row":
            look = report.formatting.at(paragraph.span.start) if report.formatting else None
            if look:
                yield Setting(paragraph, look)


def is_face(font: str, face: str) -> bool:
    """Whether ``font`` is one of the typeface ``face``."""
    name = font.lower()
    return any(word in name for word in load(__file__, "typefaces")[face]["words"])


def differs(look: Look, face: str, size: float | None = None) -> str:
    """What is told of the look and is not ``face`` of ``size`` points, in Chinese; empty when nothing is."""
    found = [look.font] if look.font and not is_face(look.font, face) else []
    if size and look.size and look.size != size:
        found.append(size_name(look.size))
    return "".join(found)


def size_name(points: float) -> str:
    """A size as Word's menu names it."""
    return _SIZES.get(points) or f"{points:g}磅"
