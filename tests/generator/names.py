"""Invented bodies of every level, with the words their clerks use for themselves."""

from __future__ import annotations

from random import Random

from .model import Unit
from .phrases import Phrases
from .places import Place, city, county, province
from .sectors import bureau, ministry

WEIGHTS = {"town": 34, "street": 16, "county": 13, "department": 22, "city": 6, "province": 4, "zone": 4, "ministry": 1}
SCALES = {"town": 1, "street": 1, "zone": 2, "department": 2, "county": 6, "city": 16, "province": 60, "ministry": 12}


def _law_body(prefix: str, year: int, place: str) -> str:
    unit = {"自治区党委": "区", "地委": "地区"}.get(prefix, prefix[:-1])
    return f"{prefix}全面依法治{unit}委员会" if year >= 2019 else f"法治{place}建设领导小组"


def _heads(party: str, secretary: str, chief: str) -> dict[str, str]:
    return {"书记": secretary, "长": chief, "党政主官": f"{secretary}、{chief}", "党": party}


def _wrong(place: Place, upper: Place | None) -> dict[str, str]:
    """The leaders of another level: those above, or where they go by the same name (市长 in a 市) others."""
    if upper and upper.unit != place.unit:
        wrong = _heads(upper.party, upper.party_head, upper.head)
        return wrong | {"党政主官": f"{upper.party}、{upper.office}主要负责人", "政": upper.office}
    unit = "市" if place.unit != "市" else "区" if place.level == "province" else "省"
    wrong = _heads(f"{unit}委", f"{unit}委书记", f"{unit}长")
    return wrong | {"党政主官": f"{unit}委、{unit}政府主要负责人", "政": f"{unit}政府"}


def _government(rng: Random, place: Place, year: int, who: str, upper: Place | None) -> Unit:
    """A government: town, county, city or province, alone or jointly with its party committee."""
    self_, party, office = f"我{place.unit}", f"{place.unit}党委", f"{place.unit}政府"
    if who != "town":
        party, office = place.party, place.office
    words = {
        "我": self_,
        "全": f"全{place.unit}",
        "名": place.short,
        "政": office,
        "党政": f"{party}、{office}",
        "下": place.below,
        "法": "司法所" if who == "town" else f"{place.law}",
        "会": f"{party}会议" if who == "town" else f"{office}常务会议",
        "政会": f"{place.head}办公会议" if who == "town" else f"{office}常务会议",
        "依法治委": f"{place.unit}法治建设领导小组" if who == "town" else _law_body(party, year, place.stem),
        "地": place.stem,
        "上": f"{upper.party}、{upper.office}" if upper else "党中央、国务院",
        "上地": upper.full if upper else "",
        "上政": upper.office if upper else "国务院",
        "上层": upper.unit if upper else "国家",
        "代字": place.stem[:1],
        **_heads(party, f"{party}书记", place.head),
    }
    party_full, office_full = place.party_full, place.office_full
    if who in {"city", "county", "province"} and place.unit in {"县", "市", "区", "省"} and rng.random() < 0.3:
        party_full = f"中共{place.full}委"
    roll = rng.random()
    body = "joint" if roll < 0.36 else "party" if roll < 0.4 and who == "town" else "government"
    issuers = {"joint": (party_full, office_full), "party": (party_full,), "government": (office_full,)}[body]
    wrong = _wrong(place, upper)
    return Unit(who, place.level, body, issuers, place.names, words, wrong, place.neighbours(rng, body), SCALES[who])


def _street(rng: Random, phrases: Phrases, year: int) -> Unit:
    upper = county(rng, phrases, district=rng.random() < 0.75)
    names = rng.sample(phrases.plain["streets"], 2)
    name = names[0]
    party_full, office_full = f"中共{upper.full}{name}工作委员会", f"{upper.full}人民政府{name}办事处"
    if rng.random() < 0.5:
        office_full = f"{upper.full}{name}办事处"
    issuers = (party_full, office_full) if rng.random() < 0.35 else (office_full,)
    words = {
        "我": "我街道",
        "全": "全街道",
        "名": name,
        "政": "办事处",
        "党政": "街道党工委、办事处",
        "下": "各社区" if upper.unit == "区" else "各村（社区）",
        "法": "司法所",
        "会": "党工委会议",
        "政会": "办事处主任办公会议",
        "依法治委": "街道法治建设领导小组",
        "地": name.removesuffix("街道"),
        "上": f"{upper.party}、{upper.office}",
        "上地": upper.full,
        "上政": upper.office,
        "上层": upper.unit,
        "代字": name[:1],
        **_heads("街道党工委", "街道党工委书记", "办事处主任"),
    }
    wrong = _heads(upper.party, upper.party_head, upper.head)
    wrong |= {"党政主官": f"{upper.party}、{upper.office}主要负责人", "政": upper.office}
    other = tuple(text.replace(name, names[1]) for text in issuers)
    shorts = (name, f"{name}办事处", f"{upper.name}{name}")
    return Unit("street", "town", "subdistrict", issuers, shorts, words, wrong, other, SCALES["street"])


def _zone(rng: Random, phrases: Phrases, year: int) -> Unit:
    upper = city(rng, phrases) if rng.random() < 0.5 else county(rng, phrases)
    stems = rng.sample(phrases.plain["cities"], 2)
    roll = rng.random()
    if roll < 0.6:
        kind = rng.choice(phrases.plain["zones"])
        name, other = f"{upper.stem}{kind}", f"{stems[0].removesuffix('市')}{kind}"
    else:
        pool = phrases.plain["new_areas" if roll < 0.85 else "scenic_areas"]
        name, other = rng.sample(pool, 2)
    issuers: tuple[str, ...] = (f"{name}管理委员会",)
    if rng.random() < 0.3:
        issuers = (f"中共{name}工作委员会", *issuers)
    words = {
        "我": "我区",
        "全": "全区",
        "名": name,
        "政": "管委会",
        "党政": "党工委、管委会",
        "下": "各内设机构",
        "法": "法务部门",
        "会": "管委会主任办公会议",
        "政会": "管委会主任办公会议",
        "依法治委": "法治建设领导小组",
        "地": upper.stem,
        "上": f"{upper.party}、{upper.office}",
        "上地": upper.full,
        "上政": upper.office,
        "上层": upper.unit,
        "代字": upper.stem[:1],
        **_heads("党工委", "党工委书记", "管委会主任"),
    }
    wrong = _heads("镇党委", "镇党委书记", "镇长") | {"党政主官": "镇党委书记、镇长", "政": "镇政府"}
    others = tuple(text.replace(name, other) for text in issuers)
    return Unit("zone", None, "zone", issuers, (name,), words, wrong, others, SCALES["zone"])


def make(rng: Random, phrases: Phrases, year: int) -> Unit:
    """One body that could report for this year."""
    who = rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
    if who == "street":
        return _street(rng, phrases, year)
    if who == "zone":
        return _zone(rng, phrases, year)
    if who == "department":
        return bureau(rng, phrases, year, SCALES[who])
    if who == "ministry":
        return ministry(rng, phrases, SCALES[who])
    if who == "province":
        return _government(rng, province(rng, phrases), year, who, None)
    if who == "city":
        return _government(rng, city(rng, phrases), year, who, province(rng, phrases, plain=True))
    if who == "county":
        upper = city(rng, phrases, plain=True)
        return _government(rng, county(rng, phrases), year, who, upper)
    upper = county(rng, phrases)
    return _government(rng, upper.town(rng, phrases), year, who, upper)
