"""Invented places: their names, organs and heads."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from .phrases import Phrases

HEADS = {"自治区": "自治区主席", "盟": "盟长", "地区": "行署专员", "苏木": "苏木达", "州": "州长"}
BELOW = {
    "县": "各乡镇（街道）、各部门",
    "区": "各街道（镇）、各部门",
    "旗": "各苏木镇、各部门",
    "镇": "各村（社区）",
    "乡": "各村",
    "苏木": "各嘎查",
    "盟": "各旗县（市）",
    "州": "各县（市）",
    "地区": "各县（市）",
    "省": "各市（州）",
    "自治区": "各盟市",
}


def _stem(name: str, unit: str) -> str:
    return name[:2] if "族" in name else name.removesuffix(unit).removesuffix("自治")


class Place(NamedTuple):
    """A place with its government. ``full`` is the name its organs carry, ``unit`` how it calls itself (镇, 县, 州)."""

    name: str
    full: str
    level: str
    unit: str
    stem: str
    others: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        return self.name

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, self.full)

    @property
    def party(self) -> str:
        return {"自治区": "自治区党委", "盟": "盟委", "地区": "地委"}.get(self.unit, f"{self.unit}委")

    @property
    def party_head(self) -> str:
        return f"{self.party}书记"

    @property
    def office(self) -> str:
        return {"盟": "盟行署", "地区": "行署"}.get(self.unit, f"{self.unit}政府")

    @property
    def head(self) -> str:
        return HEADS.get(self.unit, f"{self.unit}长")

    @property
    def law(self) -> str:
        return f"{self.unit}司法厅" if self.unit in {"省", "自治区"} else f"{self.unit}司法局"

    @property
    def party_full(self) -> str:
        if self.unit in {"盟", "地区"}:
            return f"中共{self.full.removesuffix('地区')}{'地' if self.unit == '地区' else ''}委员会"
        return f"中共{self.full}委员会"

    @property
    def office_full(self) -> str:
        return f"{self.full}{'行政公署' if self.unit in {'盟', '地区'} else '人民政府'}"

    @property
    def below(self) -> str:
        if self.unit == "市":
            return {"county": "各镇（街道）、各部门", "city": "各县（市、区）"}.get(self.level, "各区")
        return BELOW[self.unit]

    def neighbours(self, rng: Random, body: str) -> tuple[str, ...]:
        """The organs of another place of this kind, as the given body signs."""
        other = rng.choice([name for name in self.others if name != self.name])
        place = self._replace(name=other, full=self.full.replace(self.name, other))
        both = (place.party_full, place.office_full)
        return {"joint": both, "party": both[:1]}.get(body, both[1:])

    def town(self, rng: Random, phrases: Phrases) -> Place:
        """A town, township or sumu in it."""
        plain = phrases.plain
        pools = [("towns", "镇", 6), ("townships", "乡", 3), ("ethnic_townships", "乡", 1)]
        if self.unit == "旗":
            pools = [("towns", "镇", 1), ("sumus", "苏木", 1)]
        table, unit, _ = rng.choices(pools, [row[2] for row in pools])[0]
        name = rng.choice(plain[table])
        return Place(name, f"{self.full}{name}", "town", unit, _stem(name, unit), plain[table])


def province(rng: Random, phrases: Phrases, *, plain: bool = False) -> Place:
    """A province, an autonomous region or a municipality."""
    table, unit = ("provinces", "省")
    if not plain:
        table, unit = rng.choices([("provinces", "省"), ("regions", "自治区"), ("municipalities", "市")], [6, 2, 3])[0]
    name = rng.choice(phrases.plain[table])
    return Place(name, name, "province", unit, _stem(name, unit), phrases.plain[table])


def city(rng: Random, phrases: Phrases, *, plain: bool = False) -> Place:
    """A prefecture-level city, or a prefecture, league or area."""
    table, unit = ("cities", "市")
    if not plain:
        rows = [("cities", "市"), ("prefectures", "州"), ("leagues", "盟"), ("areas", "地区")]
        table, unit = rng.choices(rows, [10, 2, 1, 1])[0]
    name = rng.choice(phrases.plain[table])
    return Place(name, name, "city", unit, _stem(name, unit), phrases.plain[table])


def county(rng: Random, phrases: Phrases, *, district: bool = False) -> Place:
    """A county, autonomous county, banner, county-level city or district."""
    rows = [("counties", "县", 10), ("autonomous_counties", "县", 2), ("banners", "旗", 2), ("county_cities", "市", 3)]
    table, unit, _ = rng.choices([*rows, ("districts", "区", 7)], [row[2] for row in rows] + [7])[0]
    if district:
        table, unit = "districts", "区"
    name = rng.choice(phrases.plain[table])
    full = name
    if unit == "区":
        upper = rng.choice(phrases.plain["municipalities" if rng.random() < 0.35 else "cities"])
        full = f"{upper}{name}"
    elif unit == "县" and rng.random() < 0.12:
        full = f"{rng.choice(phrases.plain['cities'])}{name}"
    return Place(name, full, "county", unit, _stem(name, unit), phrases.plain[table])
