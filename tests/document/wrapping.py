"""Breaks paragraphs into lines as editors, mail programs and PDF copies do."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

_CLOSERS = frozenset("，。、；：！？）》〉”’】〕,;:!?)%")
_OPENERS = frozenset("（《〈“‘【〔(")


def _units(text: str) -> list[str]:
    """What no line break may part: a number or Latin word, a mark and what it belongs to."""
    units: list[str] = []
    for unit in re.findall(r"[A-Za-z0-9.%\-]+|.", text):
        if units and (unit[0] in _CLOSERS or units[-1][-1] in _OPENERS):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def _cells(text: str) -> int:
    return sum(1 if ord(char) < 128 else 2 for char in text)


def by_points(text: str, width: int, shift: int) -> list[str]:
    """Cut after every ``width`` code points, the first line ``shift`` earlier."""
    cuts = [0, *range(width - shift, len(text), width), len(text)]
    return [text[a:b].strip() for a, b in pairwise(cuts) if text[a:b].strip()]


def by_cells(text: str, width: int, shift: int, hang: int = 0) -> list[str]:
    """Cut where ``width`` characters of full width end, no mark at the start of a line."""
    lines, line, used = [], "", shift
    for unit in _units(text):
        room = 2 * width + (hang if unit[-1] in _CLOSERS else 0)
        if line and used + _cells(unit) > room:
            lines.append(line)
            line, used = "", 0
        line += unit
        used += _cells(unit)
    return [line.strip() for line in (*lines, line) if line.strip()]


def hanging(text: str, width: int, shift: int) -> list[str]:
    """As ``by_cells``; a mark may stand outside the margin."""
    return by_cells(text, width, shift, hang=2)


class Style(NamedTuple):
    """How to cut; the shift of a first line and the blanks before it; blank lines after a paragraph and a line."""

    cut: Callable[[str, int, int], list[str]]
    shift: int = 0
    indent: str = ""
    between: str = ""
    after: str = ""


STYLES = {
    "points": Style(by_points),
    "points, indented": Style(by_points, 2, "\u3000\u3000"),
    "points, blank line between": Style(by_points, between="\n"),
    "points, blank line after each": Style(by_points, after="\n"),
    "cells": Style(by_cells),
    "cells, indented": Style(by_cells, 4, "    "),
    "cells, indent lost": Style(by_cells, 4),
    "cells, blank line between": Style(by_cells, between="\n"),
    "hanging marks": Style(hanging),
    "hanging marks, indented": Style(hanging, 4, "\u3000\u3000"),
    "hanging marks, indent lost": Style(hanging, 4),
}
PAGES = {"none": "", "dash": "\n— {} —\n\n", "bare": "{}\n", "form feed": "\f", "both": "- {} -\n\f"}


def wrap(paragraphs: Sequence[str], style: Style, width: int, page: str = "", lines_a_page: int = 22) -> str:
    """The paragraphs cut into lines, with ``page`` after so many of them."""
    text, count = "", 0
    for paragraph in paragraphs:
        indent = style.indent
        for line in style.cut(paragraph, width, style.shift):
            text += f"{indent}{line}\n{style.after}"
            indent = ""
            count += 1
            if count % lines_a_page == 0:
                text += page.format(count // lines_a_page)
        text += style.between
    return text
