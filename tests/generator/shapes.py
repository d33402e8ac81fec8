"""The shapes of a report: which parts stand in which order, under which headings."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from .model import Fact, Item, Part, Style
from .parts import Writer

NUMBERS = "一二三四五六七八"
STYLES = {"paren": "headed", "digit": "digits", "first": "firsts", "none": "unmarked"}


class Shaped(NamedTuple):
    """The parts, the form that each role has, and what was chosen."""

    parts: tuple[Part, ...]
    roles: dict[str, str]
    features: set[str]


class Shaper:
    """Builds the parts of one report."""

    def __init__(self, rng: Random, writer: Writer, style: Style) -> None:
        self.rng = rng
        self.writer = writer
        self.style = style
        self.features: set[str] = set()
        self.roles: dict[str, str] = {}

    def heading(self, role: str) -> str:
        """A first-level heading for the role."""
        return self.writer.voice.fill(
            self.rng.choice(self.writer.texts("heading", role)), 度=self.rng.choice(["年", "年", "年度"])
        )

    def _inner(self) -> str:
        style = STYLES[self.style.second]
        return "run_in" if style == "headed" and self.rng.random() < 0.22 else style

    def tell_leader_inside(self, items: list[Item], *, headed: bool = True) -> list[Item]:
        """Put the leaders' duty into the measures, in one of three forms (two where nothing is headed)."""
        form = self.rng.choices(["sentence", "paragraph", "subsection"], [50, 22, 28])[0]
        if form == "subsection" and not (headed and self.style.second in {"paren", "digit"}):
            form = "sentence"
        first = items[0]
        if form == "sentence":
            at = self.rng.randrange(len(first.facts))
            facts = list(first.facts)
            facts[at] = facts[at]._replace(aside=self.writer.leader_sentence())
            items[0] = first._replace(facts=tuple(facts))
        elif form == "paragraph":
            items[0] = first._replace(extra=self.writer.leader_text())
        else:
            head = self.writer.pick("evidence", "subhead")
            item = Item(head, (Fact(self.writer.leader_text()),), "leader")
            items.insert(self.rng.choice([0, 0, 1, len(items)]), item)
            self.features.add("leader-subsection")
        self.roles["leader"] = form
        return items

    def measures(self, *, inside: bool) -> Part:
        """The part with the measures."""
        items = self.writer.measures()
        if inside:
            items = self.tell_leader_inside(items)
        style = self._inner()
        run_in = style in {"firsts", "unmarked"} and self.rng.random() < 0.3
        lead = "" if run_in else self.writer.plain("themes_lead.texts")
        self.roles["measures"] = "section"
        if run_in:
            self.features.add("first-level-run-in")
        return Part("measures", self.heading("measures"), tuple(items), style, lead, run_in=run_in)

    def leader(self, heading: str = "") -> Part:
        """The leaders' own part."""
        items = self.writer.leader()
        headed = all(item.heading for item in items)
        style = self.rng.choice(["headed", "headed", "run_in", "plain"]) if headed else "plain"
        if style in {"headed", "run_in"} and self.style.second != "paren":
            style = "firsts"
        run_in = style == "plain" and self.rng.random() < 0.2
        self.roles["leader"] = "section"
        return Part("leader", heading or self.heading("leader"), tuple(items), style, run_in=run_in)

    def shortcomings(self, *, bare: bool = False) -> Part:
        """The shortcomings, under a heading or as bare paragraphs."""
        items, tail = self.writer.shortcomings()
        self.roles["shortcomings"] = "paragraph" if bare else "section"
        if bare:
            self.features.add("shortcomings-bare")
            lead = self.writer.pick("opener", "shortcomings")
            return Part("shortcomings", "", _thin(items), "one", lead, tail)
        style = self.rng.choice(["headed", "run_in", "firsts", "firsts", "one", "one_bare"])
        if style in {"headed", "run_in"} and self.style.second != "paren":
            style = "digits" if self.style.second == "digit" else "firsts"
        lead = self.writer.pick("opener", "shortcomings_headed")
        run_in = style in {"one", "one_bare"} and not lead and self.rng.random() < 0.15
        if style == "one_bare":
            style, items = "one", list(_thin(items))
        return Part("shortcomings", self.heading("shortcomings"), tuple(items), style, lead, tail, run_in=run_in)

    def plan(self, themes: list[str], *, bare: bool = False) -> Part:
        """The plan, under a heading or as bare paragraphs."""
        items = self.writer.plan(themes)
        self.roles["plan"] = "paragraph" if bare else "section"
        if bare:
            self.features.add("plan-bare")
            style = self.rng.choice(["firsts", "one"])
            return Part("plan", "", tuple(items), style, self.writer.pick("opener", "plan"))
        style = self.rng.choice(["headed", "headed", "run_in", "firsts", "one"])
        if style in {"headed", "run_in"} and self.style.second != "paren":
            style = "digits" if self.style.second == "digit" else "firsts"
        heading = self.heading("plan")
        yearless = str(self.writer.year + 1) not in heading and self.rng.random() < 0.15
        lead = self.writer.pick("opener", "plan_yearless" if yearless else "plan_headed")
        tail = self.writer.plain("closings.texts") if self.rng.random() < 0.25 and not yearless else ""
        return Part("plan", heading, tuple(items), style, lead, tail)

    def joint(self) -> Part:
        """Shortcomings and plan under one heading."""
        lacks, tail = self.writer.shortcomings()
        themes = [item.theme for item in lacks]
        plans = self.writer.plan(themes)
        self.roles["shortcomings"] = self.roles["plan"] = "section"
        self.features.add("joint-heading")
        told, bare = (
            _listed(texts) for texts in ([item.facts[0].body for item in lacks], [item.bare for item in lacks])
        )
        told += tail
        steps = "".join(f"{n}是{item.heading}。{item.facts[0].body}" for n, item in zip(NUMBERS, plans, strict=False))
        if self.style.second == "paren" and self.rng.random() < 0.6:
            names = self.rng.choice([("存在的问题", "下一步打算"), ("存在的不足", "下一步工作安排")])
            first = Item(names[0], (Fact(told),), "shortcomings", bare=bare)
            second = Item(names[1], (Fact(self.writer.pick("opener", "plan_headed") + steps),), "plan")
            return Part("joint", self.heading("joint"), (first, second), "headed")
        opener = self.writer.pick("opener", "shortcomings")
        first = Item("", (Fact(opener + told),), "shortcomings", bare=opener + bare)
        second = Item("", (Fact(self.writer.pick("opener", "plan") + steps),), "plan")
        return Part("joint", self.heading("joint"), (first, second), "plain")

    def other(self) -> Part:
        """What else is to be reported."""
        self.roles["other"] = "section"
        return Part(
            "other", self.heading("other"), (Item("", (Fact(self.writer.plain("fifth.texts")),), "other"),), "plain"
        )


def _thin(items: list[Item] | tuple[Item, ...]) -> tuple[Item, ...]:
    """Items without their heads."""
    return tuple(item._replace(heading="") for item in items)


def _listed(texts: list[str]) -> str:
    """一是…；二是… in one paragraph."""
    return "；".join(f"{number}是{text[:-1]}" for number, text in zip(NUMBERS, texts, strict=False)) + "。"


def _themes(part: Part) -> list[str]:
    return [item.theme for item in part.items if item.theme]


def standard(shaper: Shaper) -> Shaped:
    """Official parts under their headings, in one of the orders."""
    rng, writer = shaper.rng, shaper.writer
    rows = writer.phrases.groups["order"]
    row = rng.choices(rows, [int(group.more["weight"]) for group in rows])[0]
    parts: list[Part] = []
    themes: list[str] = []
    order = list(row.more["parts"])
    bare = order[-3:] == ["measures", "shortcomings", "plan"] and rng.random() < 0.12
    for name in order:
        if name == "measures":
            parts.append(shaper.measures(inside=bool(row.more.get("inside"))))
        elif name == "leader":
            parts.append(shaper.leader())
        elif name == "shortcomings":
            parts.append(shaper.shortcomings(bare=bare))
            themes = _themes(parts[-1])
        elif name == "plan":
            parts.append(shaper.plan(themes, bare=bare))
        elif name == "shortcomings+plan":
            parts.append(shaper.joint())
        else:
            parts.append(shaper.other())
    shaper.features.add("order:" + ">".join(order))
    return Shaped(tuple(parts), shaper.roles, shaper.features)


def _theme_parts(items: list[Item]) -> list[Part]:
    """Each theme as a first-level part."""
    return [
        Part("leader" if item.role == "leader" else "theme", item.heading, (item._replace(heading=""),), "plain")
        for item in items
    ]


def thematic(shaper: Shaper) -> Shaped:
    """First-level headings by subject, then shortcomings and plan."""
    rng = shaper.rng
    shaper.features.add("thematic")
    items = shaper.writer.measures()
    own = rng.random() < 0.35
    if not own:
        items = shaper.tell_leader_inside(items)
    parts = _theme_parts(items)
    if shaper.roles.get("leader") == "subsection":
        shaper.roles["leader"] = "section"
    bare = rng.random() < 0.4
    if own:
        part = shaper.leader(shaper.writer.pick("theme", "leader"))
        parts.insert(rng.choice([0, 0, 1, 1 if bare else len(parts)]), part)
    shaper.roles["measures"] = "themes"
    if not bare and rng.random() < 0.2:
        parts.append(shaper.joint())
    else:
        lacks = shaper.shortcomings(bare=bare)
        parts += [lacks, shaper.plan(_themes(lacks), bare=bare)]
    return Shaped(tuple(parts), shaper.roles, shaper.features)


def unheaded(shaper: Shaper) -> Shaped:
    """No first level: （一）（二） by subject, then bare paragraphs."""
    shaper.features.add("unheaded")
    items = shaper.tell_leader_inside(shaper.writer.measures(), headed=False)
    shaper.roles["measures"] = "themes"
    body = Part("measures", "", tuple(items), "run_in")
    lacks = shaper.shortcomings(bare=True)
    return Shaped((body, lacks, shaper.plan(_themes(lacks), bare=True)), shaper.roles, shaper.features)


def halves(shaper: Shaper) -> Shaped:
    """This year's work and next year's plan as two halves, each numbered from 一、."""
    shaper.features.add("halves")
    items = shaper.tell_leader_inside(shaper.writer.measures())
    parts = [Part("half", shaper.heading("half_measures"), ()), *_theme_parts(items)]
    if shaper.roles.get("leader") == "subsection":
        shaper.roles["leader"] = "section"
    shaper.roles["measures"] = "section"
    lacks = shaper.shortcomings(bare=shaper.rng.random() < 0.3)
    parts += [lacks, Part("half", shaper.heading("half_plan"), ())]
    for item in shaper.writer.plan(_themes(lacks)):
        parts.append(Part("plan", item.heading, (item._replace(heading=""),), "plain"))
    shaper.roles["plan"] = "section"
    return Shaped(tuple(parts), shaper.roles, shaper.features)


SHAPES = ((standard, 70), (thematic, 21), (unheaded, 5), (halves, 4))


def shape(rng: Random, writer: Writer, style: Style) -> Shaped:
    """The parts of a report in one of the shapes."""
    maker = rng.choices([row[0] for row in SHAPES], [row[1] for row in SHAPES])[0]
    return maker(Shaper(rng, writer, style))
