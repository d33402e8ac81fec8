"""What the planters share: finding parts, changing them, saying things in the report's own voice."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from .model import Draft, Fact, Generated, Item, Part
from .parts import Writer
from .phrases import Phrases, seen

Changed = tuple[Draft, str]


class Case(NamedTuple):
    """A complete report to be damaged, and the means to do it."""

    made: Generated
    draft: Draft
    rng: Random
    phrases: Phrases
    writer: Writer

    def say(self, name: str, **more: str) -> str:
        """One of the planters' own sentences."""
        return self.fill(self.rng.choice(self.phrases.plain[f"plant.{name}"]), **more)

    def fill(self, template: str, **more: str) -> str:
        """A template in the report's voice."""
        year = self.draft.year
        return self.writer.voice.fill(template, 去年=str(year - 1), 前年=str(year - 2), **more)

    def find(self, role: str) -> Part | None:
        """The first part of a role."""
        return next((part for part in self.draft.parts if part.role == role), None)

    def swap(self, old: Part, *new: Part) -> Draft:
        """The draft with one part replaced, or left out."""
        parts: list[Part] = []
        for part in self.draft.parts:
            parts.extend(new if part is old else (part,))
        return self.draft._replace(parts=tuple(parts))

    def add_measure(self, sentence: str) -> Draft | None:
        """The draft with one more sentence among the measures."""
        for part in self.draft.parts:
            if part.role in {"measures", "theme"} and part.items:
                items = list(part.items)
                at = next((n for n, item in enumerate(items) if item.role == "measures"), None)
                if at is None:
                    continue
                last = items[at].facts[-1]
                facts = (*items[at].facts[:-1], last._replace(body=last.body + sentence))
                items[at] = items[at]._replace(facts=facts)
                return self.swap(part, part._replace(items=tuple(items)))
        return None


Planter = Callable[[Case], Changed | None]


def case(made: Generated, rng: Random) -> Case:
    """The case of one report."""
    phrases = seen()
    unit, year = made.draft.unit, made.draft.year
    return Case(made, made.draft, rng, phrases, Writer(rng, phrases, unit, year, made.draft.words))


def strip_leader(part: Part) -> Part | None:
    """The part without what it tells of the leaders; None when that is all of it."""
    if part.role == "leader":
        return None
    items = [
        item._replace(extra="", facts=tuple(fact._replace(aside="") for fact in item.facts))
        for item in part.items
        if item.role != "leader"
    ]
    return part._replace(items=tuple(items))


def without_leader(draft: Draft) -> Draft:
    """The draft without what it tells of the leaders."""
    kept = (strip_leader(part) for part in draft.parts)
    return draft._replace(parts=tuple(part for part in kept if part is not None))


def tell_leader(draft: Draft, tell: Callable[[str], list[Item]]) -> Draft:
    """The draft with all that it tells of the leaders told anew; ``tell`` takes the form."""

    def item(old: Item) -> Item:
        if old.role == "leader":
            text = "".join(fact.body for new in tell("subsection") for fact in new.facts)
            return old._replace(facts=(Fact(text),))
        facts = tuple(
            fact._replace(aside="".join(new.facts[0].body for new in tell("sentence"))) if fact.aside else fact
            for fact in old.facts
        )
        extra = "".join(new.facts[0].body for new in tell("paragraph")) if old.extra else ""
        return old._replace(facts=facts, extra=extra)

    parts = []
    for part in draft.parts:
        if part.role == "leader":
            items = tell("section")
            style = part.style if all(new.heading for new in items) else "plain"
            if part.items[0].heading == "" and style != "plain":
                style = "plain"
            parts.append(part._replace(items=tuple(items), style=style))
        else:
            parts.append(part._replace(items=tuple(item(old) for old in part.items)))
    return draft._replace(parts=tuple(parts))
