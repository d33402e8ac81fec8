"""How a file breaks its lines: at a fixed width, with paragraphs indented or set apart, or not at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hegui.document.lines import BLANK_LINE, Line
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

FULL_STOP = "。！？!?；;：:…"
_CLOSERS = '”’」』》〉）)】〕]"'
_HANGING = "，。、；：！？）》〉”’】〕,.;:!?)"
_FOLLOWING = frozenset("，。、；：！？）》〉”’】〕,;:!?)%")
_UNIT = regex(r"[（《〈“‘【〔(]*(?:[A-Za-z0-9.%\-]+|.)[，。、；：！？）》〉”’】〕,;:!?)%]*")
_FEW_LINES, _SAMPLE = 12, 3000
_FAR_RIGHT = 8
_ENOUGH = 0.18
_NARROWEST, _WIDEST, _BEYOND = 28, 120, 4


class Layout(NamedTuple):
    """Where the lines of a file are cut.

    ``width`` is where (0 when they are not), in cells or else in code points as ``cells`` tells; a line
    that ends within ``slack`` of it is full; the first line of a paragraph is ``shift`` narrower where
    its blanks were lost. ``halved`` counts the blanks of an indent as pairs of cells. Paragraphs may be
    ``indented`` or ``spaced`` by blank lines.
    """

    width: int = 0
    cells: bool = True
    halved: bool = False
    slack: int = 0
    shift: int = 0
    indented: bool = False
    spaced: bool = False

    def edges(self, lines: Sequence[Line]) -> list[int]:
        """Where each line ends; a Chinese character has two cells."""
        half = 2 if self.halved else 1
        sizes = _cells([line.text for line in lines]) if self.cells else [len(line.text) for line in lines]
        return [
            size + line.indent // half if 0 < line.indent <= _FAR_RIGHT else size
            for size, line in zip(sizes, lines, strict=True)
        ]

    def missing(self, lines: Sequence[Line], edges: list[int]) -> list[int]:
        """How far each line but the last is from being full: at most 0 when nothing of the next would fit behind it."""
        units = [_unit(line.text) for line in lines] if self.cells else [1] * len(lines)
        return [self.width - edge - unit + 1 for edge, unit in zip(edges, units[1:], strict=False)]


def _cells(texts: list[str]) -> list[int]:
    """How wide each text is; all are encoded at once, for that takes far less than one by one."""
    sizes = list(map(len, "\n".join(texts).encode("gb18030", "replace").split(b"\n")))
    return sizes if len(sizes) == len(texts) else [len(text.encode("gb18030", "replace")) for text in texts]


def _unit(text: str) -> int:
    """How many cells of a line cannot be parted at its start."""
    if text[1:2] not in _FOLLOWING and "一" <= text[0] <= "龥":
        return 2
    match = _UNIT.match(text)
    return min(len(match[0].encode("gb18030", "replace")), 12) if match else 1


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends where a paragraph may end."""
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    return last in FULL_STOP and bool(text)


def layout_of(lines: list[Line]) -> Layout:
    """The layout that the lines of a file show."""
    lines = lines[:_SAMPLE]
    if not _may_be_cut(lines):
        return Layout()
    plain = [line for line in lines if line.style == "text" and line.indent <= _FAR_RIGHT]
    if len(plain) < _FEW_LINES:
        return Layout()
    ways = _MEASURES if any(line.indent for line in plain) else _MEASURES[:2]  # without indents two are the same
    found = [_measured(plain, Layout(cells=cells, halved=halved)) for cells, halved in ways]
    share, _, layout = max(found, key=lambda item: item[0] + item[1])
    if share < _ENOUGH:
        return Layout()
    return _refined(lines, layout)


def _may_be_cut(lines: list[Line]) -> bool:
    """Whether few lines are longer than any that is cut; most files tell after some paragraphs that they are not.

    However they are measured: as cells, or as code points of which half as many are the most.
    """
    few = _longer(lines)
    most = _WIDEST + _BEYOND
    for line in lines:
        width = len(line.text)
        if width > _WIDEST // 2 + _BEYOND and line.style == "text" and line.indent <= _FAR_RIGHT:
            few -= width > most or _cells([line.text])[0] > most
            if few < 0:
                return False
    return True


_MEASURES = ((True, False), (False, True), (False, False))


def _measured(lines: list[Line], layout: Layout) -> tuple[float, float, Layout]:
    """By one way of measuring: the shares of lines that reach the common width, nearly and exactly."""
    near = 4 if layout.cells else 1
    ends = layout.edges(lines)
    edges = sorted([end for line, end in zip(lines, ends, strict=True) if line.text[-1] not in _HANGING])
    width = _densest(edges, near) if len(edges) > _FEW_LINES // 2 else 0
    if not _NARROWEST <= (width if layout.cells else 2 * width) <= _WIDEST:
        return 0.0, 0.0, Layout()
    full = [line.text for line, end in zip(lines, ends, strict=True) if width - near <= end <= width + _BEYOND]
    cut = sum([not ends_sentence(text) for text in full])
    beyond = sum([end > width + _BEYOND for end in ends])
    if cut < 0.6 * len(full) or beyond > _longer(lines):
        return 0.0, 0.0, Layout()
    exact = ends.count(width)
    return len(full) / len(lines), exact / len(lines), layout._replace(width=width)


def _longer(lines: list[Line]) -> int:
    """How many of the lines may go beyond the width at which the others are cut."""
    return max(2, len(lines) // 25)


def _densest(edges: list[int], near: int) -> int:
    """Where most lines end, of the widths that only a few lines exceed; ``edges`` are sorted."""
    few = edges[-1 - max(2, len(edges) // 30) :]
    return max(few, key=lambda width: (bisect_right(edges, width) - bisect_left(edges, width - near), width))


def _refined(lines: list[Line], layout: Layout) -> Layout:
    """The layout with what tells one paragraph from the next."""
    near = 6 if layout.cells else 3
    inner: list[int] = []
    first: list[int] = []
    starts: list[Line] = []
    others: list[Line] = []
    before_full = False
    for line, missing in zip(lines, layout.missing(lines, layout.edges(lines)), strict=False):
        (others if before_full else starts).append(line)
        full = missing <= near
        if full and not ends_sentence(line.text):
            (inner if before_full else first).append(missing)
        before_full = full
    slack = min(max(_quantile(inner, 0.9), 0), near - 2)
    shift = 0
    if _quantile(first, 0.5) - _quantile(inner, 0.5) >= near // 2:
        shift = min(_quantile(first, 0.85), near - 1) - slack
    return layout._replace(
        slack=slack,
        shift=max(shift, 0),
        indented=_share(starts, indent=True) >= 0.6 and _share(others, indent=True) <= 0.3,
        spaced=_share(starts) >= 0.8 and _share(others) <= 0.2,
    )


def _quantile(values: list[int], share: float) -> int:
    """The value that ``share`` of ``values`` do not exceed; 0 of none."""
    return sorted(values)[int((len(values) - 1) * share)] if values else 0


def _share(lines: list[Line], *, indent: bool = False) -> float:
    """The share of lines that are indented, or below a blank line."""
    return sum(line.indent > 0 if indent else line.gap == BLANK_LINE for line in lines) / max(len(lines), 1)
