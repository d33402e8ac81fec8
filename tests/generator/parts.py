"""The parts of a report, as items of facts: measures, shortcomings with their causes, leaders, plan."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from .model import Fact, Item, Unit
from .phrases import Group, Phrases
from .slots import Voice

THEMES = (
    "learn", "service", "rules", "decision", "enforce", "emergency", "dispute",
    "oversight", "publicity", "digital", "team", "village",
)  # fmt: skip
SIZES = {"town": (4, 7), "street": (4, 7), "department": (4, 6), "zone": (4, 6), "ministry": (4, 6)}


class Writer:
    """Writes parts for one unit and year, with one voice."""

    def __init__(self, rng: Random, phrases: Phrases, unit: Unit, year: int, words: Mapping[str, str]) -> None:
        self.rng = rng
        self.phrases = phrases
        self.unit = unit
        self.year = year
        self.voice = Voice(rng, {**words, **unit.words}, unit.scale)

    def texts(self, table: str, key: str) -> list[str]:
        """The wordings of a key that fit this writer."""
        return self.phrases.texts(table, key, self.unit.who, self.year)

    def pick(self, table: str, key: str) -> str:
        """One of them, filled."""
        return self.voice.fill(self.rng.choice(self.texts(table, key)))

    def plain(self, name: str) -> str:
        """One of a plain list, filled."""
        return self.voice.fill(self.rng.choice(self.phrases.plain[name]))

    def fact(self, template: str) -> Fact:
        """A fact from ``lead|body``."""
        lead, _, body = self.voice.fill(template).rpartition("|")
        return Fact(body, lead)

    def _topic_facts(self, theme: str, most: int) -> tuple[Fact, ...]:
        topics = [group.fitting(self.unit.who, self.year) for group in self.phrases.of("topic", theme)]
        topics = [texts for texts in topics if texts]
        chosen = sorted(self.rng.sample(range(len(topics)), min(most, len(topics))))
        return tuple(self.fact(self.rng.choice(topics[index])) for index in chosen)

    def _sector(self, most: int) -> Item | None:
        field = self.voice.words.get("领域")
        if not field:
            return None
        group = self.phrases.of("sector", field)[0]
        texts = self.rng.sample(group.fitting(self.unit.who, self.year), min(most, len(group.phrases)))
        heads = self.texts("theme", "sector") or [str(group.more["head"])]
        return Item(self.rng.choice(heads), tuple(self.fact(text) for text in texts), "measures", "sector")

    def measures(self) -> list[Item]:
        """Several themes, each with a few facts."""
        low, high = SIZES.get(self.unit.who, (6, 9))
        items: list[Item] = []
        for theme in THEMES:
            facts = self._topic_facts(theme, self.rng.choice([2, 3, 3, 4]))
            if facts:
                items.append(Item(self.pick("theme", theme), facts, "measures", theme))
        sector = self._sector(self.rng.choice([2, 3]))
        rest = self.rng.sample(range(1, len(items)), min(self.rng.randint(low, high) - 1, len(items) - 1))
        chosen = [items[0], *(items[index] for index in sorted(rest))]
        if sector:
            chosen.insert(self.rng.choice([1, 2]), sector)
        return chosen

    def _lack_text(self, row: Group, *, own: bool) -> str:
        """What is lacking with its cause, by a pattern or in the row's ``own`` words, which may tell it softly."""
        if own and self.rng.random() < 0.35 and "told" in row.more:
            return self.voice.fill(self.rng.choice(row.more["told"]))
        template = self.rng.choice(self.phrases.plain["causes"])
        return self.voice.fill(template, 缺=self.voice.fill(row.more["text"]), 因=self.voice.fill(row.more["cause"]))

    def shortcomings(self) -> tuple[list[Item], str]:
        """Two to four shortcomings; their causes stand with each, or together in the closing paragraph returned."""
        groups = [row for row in self.phrases.groups["lack"] if row.fitting(self.unit.who, self.year)]
        rows: dict[str, Group] = {}
        for row in self.rng.sample(groups, len(groups)):
            rows.setdefault(row.key, row)
        chosen = list(rows.values())[: self.rng.choice([2, 3, 3, 3, 4])]
        together = self.rng.random() < 0.15
        items = []
        for row in chosen:
            bare = self.voice.fill(row.more["text"])
            told = bare if together else self._lack_text(row, own=row is not chosen[0])
            items.append(Item(row.more["head"], (Fact(f"{told}。"),), "shortcomings", row.key, f"{bare}。"))
        if not together:
            return items, ""
        template = self.rng.choice(self.phrases.plain["together"])
        causes = [self.voice.fill(row.more["cause"]) for row in chosen[:2]]
        return items, template.replace("{因一}", causes[0]).replace("{因二}", causes[1])

    def plan(self, themes: list[str]) -> list[Item]:
        """An item for each of the themes, and one or two more."""
        usable = [theme for theme in THEMES if self.texts("item", theme)]
        more = [theme for theme in usable if theme not in themes]
        extra = self.rng.sample(more, self.rng.choice([1, 1, 2]))
        items = []
        for theme in [*themes, *extra]:
            fact = self.fact(self.rng.choice(self.texts("item", theme)))
            items.append(Item(fact.lead, (Fact(fact.body),), "plan", theme))
        return items

    def _evidence(self, kind: str) -> list[str]:
        """One wording of each group of a kind."""
        groups = [group.fitting(self.unit.who, self.year) for group in self.phrases.of("evidence", kind)]
        return [self.rng.choice(row) for row in groups if row]

    def leader_items(self, texts: list[str]) -> list[Item]:
        """Items of the leaders' part from wordings."""
        facts = [self.fact(text) for text in texts]
        return [Item(fact.lead, (Fact(fact.body),), "leader") for fact in facts]

    def leader(self) -> list[Item]:
        """Evidence of the leaders' duty, two to four items; both leaders are told of."""
        main = "head" if self.unit.body == "department" else "both"
        first, *rest = self._evidence(main)
        texts = [first, *self.rng.sample(rest, min(len(rest), self.rng.choice([1, 2, 2])))]
        if main == "both" and self.rng.random() < 0.4:
            pair = [self.rng.choice(self.texts("evidence", kind)) for kind in ("party", "government")]
            texts = [*pair, *texts[1:2]]
        supports = self.texts("evidence", "support")
        texts += self.rng.sample(supports, self.rng.choice([0, 1, 1]))
        return self.leader_items(texts)

    def leader_text(self) -> str:
        """One paragraph of such evidence; the duty is named in it."""
        texts = self._evidence("head" if self.unit.body == "department" else "both")[: self.rng.choice([1, 2])]
        return "".join(self.fact(text).body for text in texts)

    def leader_sentence(self) -> str:
        """One sentence of it."""
        return self.pick("evidence", "sentence")

    def opening(self, year_hint: str, *, needed: bool) -> str:
        """The paragraph before the first part; may be empty."""
        if not needed and self.rng.random() < 0.08:
            return ""
        leads = self.texts("opening_lead", "")
        hint = self.voice.fill(self.rng.choice(self.phrases.plain[year_hint])) if year_hint else ""
        return self.voice.fill(self.rng.choice(leads)) + hint + self.plain("opening.announces")
