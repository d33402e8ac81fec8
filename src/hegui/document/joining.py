"""Puts broken lines together again: text copied off a PDF breaks inside sentences and words."""

from __future__ import annotations

import re
from typing import NamedTuple

from hegui.document.lines import Line

_FULL_STOP = "。！？!?；;：:…"
_CLOSERS = '”’」』》〉）)】〕]"'
_OPEN_END = "，、,（(《〈“‘—"
_CLOSED_START = "，。、；：！？）》〉”’】〕,;:!?)"
_MARK = re.compile(
    r"[一二三四五六七八九十]{1,3}(?:、|[.．]|是|要)|[(（][一二三四五六七八九十\d]{1,3}[)）]|第[一二三四五六七八九十]{1,2}[,，、部]"
    r"|\d{1,2}(?:[.．](?!\d)|、|[)）])|[•●▪◦]|附件|#"
)
_DATE = re.compile(
    r"[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?[)）]?$|[二一][〇○零九][〇○零一二三四五六七八九]{2}年.{2,6}日$"
)
_ORGAN = re.compile(r"(?:人民政府|办事处|委员会|局|厅|党委|工委|办公室|中心|领导小组)(?:\s|[)）(（]|$)")
_PHRASE = re.compile(r"[^，。、；：,;:]{2,45}")
_SHORT_HEADING = 60
_LONG_ITEM = 28
_FEW_LINES = 12


class Layout(NamedTuple):
    """How a file breaks its lines.

    ``width`` is where all lines are cut (code points, 0 when they are not), ``indented`` whether its
    paragraphs then begin with blanks, ``broken`` whether some sentences break at the end of a page.
    """

    width: int = 0
    indented: bool = False
    broken: bool = False


def layout_of(lines: list[Line]) -> Layout:
    """The layout that the lines of a file show."""
    lengths = sorted(len(line.text) for line in lines if line.style == "text")
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) >= _FEW_LINES else 0
    if 14 <= width <= 60:
        full = [line for line in lines if width - 3 <= len(line.text) <= width + 2]
        cut = sum(not ends_sentence(line.text) for line in full)
        if len(full) >= 0.35 * len(lengths) and cut >= 0.6 * len(full):
            indents = sum(line.indent > 0 for line in lines)
            return Layout(width, 0 < indents < 0.6 * len(lengths))
    pairs = zip(lines, lines[1:], strict=False)
    return Layout(broken=sum(continues([line], after, Layout()) for line, after in pairs) > 1)


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends where a paragraph may end."""
    return text.rstrip(_CLOSERS)[-1:] in _FULL_STOP and bool(text)


def continues(group: list[Line], following: Line, layout: Layout) -> bool:
    """Whether ``following`` goes on with the sentence that the lines of ``group`` break off."""
    last = group[-1]
    text, after = last.text, following.text
    if last.style != "text" or following.style != "text":
        return False
    if after[0] in _CLOSED_START:
        return True
    if _MARK.match(after) or _is_closing(after) or (layout.indented and following.indent):
        return False
    full = layout.width > 0 and len(text) >= layout.width - 3
    if ends_sentence(text):
        return full and layout.indented
    if full or text[-1] in _OPEN_END:
        return True
    return _is_running(group, layout)


def _is_running(group: list[Line], layout: Layout) -> bool:
    """Whether a paragraph is one of sentences, not a heading or a title."""
    if len(group) > 2 or any("。" in line.text for line in group):
        return True
    length = sum(len(line.text) for line in group)
    if _MARK.match(group[0].text):
        return layout.broken and length >= _LONG_ITEM and group[0].text[0].isdigit() and "，" in group[0].text
    return length >= _SHORT_HEADING


def _is_closing(text: str) -> bool:
    """Whether a line is a date or ends in an organ: the foot of a report."""
    return _DATE.match(text) is not None or (_PHRASE.fullmatch(text) is not None and _ORGAN.search(text) is not None)


def join(lines: list[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs; none of them is empty."""
    layout = layout_of(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and continues(groups[-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
