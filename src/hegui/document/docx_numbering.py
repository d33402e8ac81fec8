"""The numbers that Word generates: 一、（一）1. as the reader sees them; they stand nowhere in the file."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from hegui.document.docx_xml import Node, integer
from hegui.text.numerals import DIGITS, to_chinese
from hegui.text.patterns import regex
from hegui.text.values import NamedTuple

LEVELS = 9
_PLACE = regex(r"%([1-9])")
_MOST = 9999
_REPEATED = 20
_LONGEST = 60
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_MOST = 3999
_FORMAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = str.maketrans("0123456789", DIGITS)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


class Level(NamedTuple):
    """One level of a list; ``restart`` counts from 1 the level after which it begins anew, 0 for never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    suffix: str = "tab"
    style: str | None = None
    legal: bool = False


class _Num(NamedTuple):
    """A list of the document: its abstract list, and what it has of its own by level."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


def _level(node: Node) -> Level:
    start = node.number("w:start")
    return Level(
        start=1 if start is None else start,
        format=node.value("w:numFmt") or "decimal",
        text=(node.value("w:lvlText") or "")[:_LONGEST],
        restart=node.number("w:lvlRestart"),
        suffix=node.value("w:suff") or "tab",
        style=node.value("w:pStyle"),
        legal=node.switch("w:isLgl") is True,
    )


def _levels(node: Node) -> dict[int, Level]:
    found = {}
    for child in node.all("w:lvl"):
        index = integer(child.attributes.get("w:ilvl"))
        if index is not None and 0 <= index < LEVELS:
            found[index] = _level(child)
    return found


class Numbering:
    """The lists of a file, and how far each has counted; asked paragraph after paragraph.

    ``read`` gives the part when the first number is asked for.
    """

    def __init__(self, read: Callable[[], Node]) -> None:
        self._read = read
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    @cached_property
    def _root(self) -> Node:
        return self._read()

    @cached_property
    def _abstract(self) -> dict[str, Node]:
        return {node.attributes.get("w:abstractNumId", ""): node for node in self._root.all("w:abstractNum")}

    @cached_property
    def _links(self) -> dict[str, str]:
        return {link: key for key, node in self._abstract.items() if (link := node.value("w:styleLink"))}

    @cached_property
    def _nums(self) -> dict[int, _Num]:
        return dict(filter(None, map(self._num, self._root.all("w:num"))))

    def _num(self, node: Node) -> tuple[int, _Num] | None:
        key = integer(node.attributes.get("w:numId"))
        if key is None:
            return None
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in node.all("w:lvlOverride"):
            index = integer(override.attributes.get("w:ilvl"))
            if index is None or not 0 <= index < LEVELS:
                continue
            if own := override.find("w:lvl"):
                levels[index] = _level(own)
            start = override.number("w:startOverride")
            if start is not None:
                starts[index] = start
        return key, _Num(node.value("w:abstractNumId") or "", levels, starts)

    def _of(self, abstract: str, *, linked: bool = True) -> tuple[str, dict[int, Level]]:
        """The abstract list that counts, a numbering style followed to where it is kept, and its levels."""
        node = self._abstract.get(abstract)
        link = node.value("w:numStyleLink") if node and linked else None
        if link and (kept := self._links.get(link)):
            return self._of(kept, linked=False)
        if abstract not in self._levels:
            self._levels[abstract] = _levels(node) if node else {}
        return abstract, self._levels[abstract]

    def number(self, num: int | None, level: int | None, styles: tuple[str, ...] = (), default: int | None = 0) -> str:
        """The number of the next paragraph of list ``num``, with what parts it from the text; empty for none.

        Without a ``level`` it is the one that the list keeps for one of ``styles``, else ``default``.
        """
        found = self._nums.get(num) if num else None
        if found is None or num is None:
            return ""
        abstract, kept = self._of(found.abstract)
        levels = {**kept, **found.levels} if found.levels else kept
        if level is None:
            linked = {item.style: at for at, item in levels.items() if item.style}
            level = next((linked[style] for style in styles if style in linked), default or 0)
        own = levels.get(level)
        if own is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        self._count(num, level, own, found.starts, counts)
        for index in range(level + 1, LEVELS):
            restart = levels[index].restart if index in levels else None
            if restart is None or level < restart:
                counts[index] = None
        return _shown(own, level, levels, counts)

    def _count(self, num: int, level: int, own: Level, starts: dict[int, int], counts: list[int | None]) -> None:
        before = counts[level]
        if level in starts and (num, level) not in self._begun:
            self._begun.add((num, level))
            counts[level] = starts[level]
        else:
            counts[level] = own.start if before is None else before + 1


def _shown(own: Level, level: int, levels: dict[int, Level], counts: list[int | None]) -> str:
    """The text of a number; marks of unnumbered lists are ornaments and left out."""
    if own.format == "bullet":
        return ""

    def count_of(index: int) -> str:
        other = levels.get(index)
        if other is None or index > level:
            return ""
        value = counts[index]
        return numeral(other.start if value is None else value, "decimal" if own.legal else other.format)

    words = _PLACE.sub(lambda place: count_of(int(place[1]) - 1), own.text)
    parted = own.suffix != "nothing" and words[-1:].isalnum()
    return f"{words} " if parted else words


def numeral(value: int, form: str) -> str:
    """``value`` as a list of Word's format ``form`` numbers it; decimal for a format that is not known."""
    if form == "none":
        return ""
    write = _FORMATS.get(form)
    return write(value) if write and 0 < value <= _MOST else str(value)


def _letters(value: int) -> str:
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if times < _REPEATED else str(value)


def _roman(value: int) -> str:
    if value > _ROMAN_MOST:
        return str(value)
    words = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        words += letters * times
    return words


def _from(first: str, most: int) -> Callable[[int], str]:
    """Numbers that have a character of their own, from ``first`` to ``most``."""
    return lambda value: chr(ord(first) + value - 1) if value <= most else str(value)


def _circled(value: int) -> str:
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= value <= high:
            return chr(ord(first) + value - low)
    return str(value)


def _of(names: str) -> Callable[[int], str]:
    return lambda value: names[(value - 1) % len(names)]


def _formal(value: int) -> str:
    words = to_chinese(value)
    return ("一" + words if words.startswith("十") else words).translate(_FORMAL)


def _digits(value: int) -> str:
    return str(value).translate(_DIGITS)


def _full_width(value: int) -> str:
    return str(value).translate(_FULL)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "chineseCounting": to_chinese,
    "chineseCountingThousand": to_chinese,
    "japaneseCounting": to_chinese,
    "taiwaneseCounting": to_chinese,
    "taiwaneseCountingThousand": to_chinese,
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
}
