"""The values of the generator: a draft is a report before it is set, a Generated one is set and its truth told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Unit(NamedTuple):
    """Who reports. ``who`` is the writer's class: town street county city province department ministry zone.

    ``level`` is None where nobody can tell it from the name (zones). ``words`` fill the slots of the phrases,
    ``wrong`` those of them that name leaders, with the leaders of another level. ``neighbour`` is another place's
    name of the same kind.
    """

    who: str
    level: str | None
    body: str
    issuers: tuple[str, ...]
    shorts: tuple[str, ...]
    words: Mapping[str, str]
    wrong: Mapping[str, str]
    neighbour: tuple[str, ...]
    scale: int


class Fact(NamedTuple):
    """One thing told: ``lead`` a short head for it, ``aside`` a sentence about the leaders put after it."""

    body: str
    lead: str = ""
    aside: str = ""


class Item(NamedTuple):
    """What stands under one （一）, or one shortcoming, or one plan item.

    ``bare`` is a shortcoming's text without its cause; ``extra`` a paragraph of its own about the leaders;
    ``mark`` stands in place of the number.
    """

    heading: str
    facts: tuple[Fact, ...]
    role: str = ""
    theme: str = ""
    bare: str = ""
    extra: str = ""
    mark: str | None = None


class Part(NamedTuple):
    """A first-level part. ``heading`` is empty for one that is told in bare paragraphs.

    ``style`` is how its items are set: headed, run_in, firsts (一是 paragraphs), one (one paragraph), digits, plain.
    ``lead`` is the paragraph before the items, ``tail`` the one after them.
    """

    role: str
    heading: str
    items: tuple[Item, ...]
    style: str = "headed"
    lead: str = ""
    tail: str = ""
    run_in: bool = False
    mark: str | None = None


class Title(NamedTuple):
    """``lines`` as printed; ``page`` the copy that the page prints above it, empty when it does not."""

    lines: tuple[str, ...]
    page: str = ""

    @property
    def text(self) -> str:
        """The title in one line, spaces dropped."""
        return "".join("".join(line.split()) for line in self.lines)


class Style(NamedTuple):
    """How the page is set.

    ``width``: full, half, mixed. ``wrap``: none, columns, pages. ``second``: paren, digit, first, none.
    ``third``: plain, firsts, digits, leads. ``through``: 1. runs on over （一）（二）.
    """

    width: str = "full"
    wrap: str = "none"
    indent: str = "　　"
    blank: bool = False
    second: str = "paren"
    third: str = "plain"
    digit: str = "."
    stop: bool = False
    through: bool = False
    gap: bool = False
    spaced: bool = False


class Draft(NamedTuple):
    """A report before it is set; a planter changes it and has it set again.

    Labels are templates still, so that a changed date reaches them; ``words`` fill the slots of what is
    said later. ``issuers`` and ``dated`` are the signature's.
    """

    unit: Unit
    year: int
    seed: int
    title: Title | None
    before: str
    after: str
    foot: str
    number: str
    number_place: str
    addressee: str
    opening: str
    parts: tuple[Part, ...]
    last: str
    issuers: tuple[str, ...]
    dated: str
    signature: str
    bracket: bool
    head_signature: bool
    day: date
    published: date
    labels: Mapping[str, str]
    words: Mapping[str, str]
    style: Style


class Generated(NamedTuple):
    """A report and what is true of it.

    ``level`` is nation, province, city, county or town, None where the text cannot tell it; ``body`` is government,
    party, joint, department, subdistrict or zone. ``roles`` maps measures, shortcomings, leader, plan and other to
    section, subsection, paragraph, sentence or themes (a heading that names two parts is the section of both).
    ``title`` has no spaces and is empty when the copy lost it, ``date`` None likewise. ``complete`` tells that the
    whole report is there; ``allowed`` are the rules that may still remark on its form; ``features`` what it was
    composed of.
    """

    text: str
    year: int
    level: str | None
    body: str
    roles: Mapping[str, str]
    title: str
    date: date | None
    issuers: tuple[str, ...]
    complete: bool
    allowed: frozenset[str]
    features: frozenset[str]
    draft: Draft
