"""Departments: a bureau of a county or city, a provincial one, a ministry."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from .model import Unit
from .phrases import Group, Phrases
from .places import Place, city, county, province

LAW = {"county": "法规股", "city": "政策法规科", "province": "政策法规处", "nation": "政策法规司"}
BELOW = {"county": "各股室", "city": "各科室", "province": "各处室", "nation": "各司局"}


def _words(short: str, unit: str, level: str, party: str, chief: str) -> dict[str, str]:
    committee = f"{unit}{party}"
    return {
        "我": f"我{unit}",
        "全": "全系统" if level in {"province", "nation"} else f"全{unit}",
        "名": short,
        "政": f"{unit}",
        "党政": f"{unit}领导班子",
        "下": BELOW[level],
        "法": LAW[level],
        "会": f"{committee}会议",
        "依法治委": f"{unit}法治建设领导小组",
        "党": committee,
        "书记": f"{committee}书记",
        "长": chief,
        "党政主官": f"{committee}书记、{chief}",
    }


def _wrong(upper: Place | None) -> dict[str, str]:
    if upper is None:
        return {"党政主官": "市委、市政府主要负责人", "书记": "市委书记", "长": "市长", "党": "市委", "政": "市政府"}
    both = f"{upper.party}、{upper.office}主要负责人"
    return {"党政主官": both, "书记": upper.party_head, "长": upper.head, "党": upper.party, "政": upper.office}


def _form(sector: Group, level: str) -> tuple[str, str, str]:
    """The department's name without its place, the word it calls itself, its head."""
    form = str(sector.more["form"])
    name = f"{sector.key}{form}"
    provincial = str(sector.more.get("province", ""))
    if level == "province" and provincial:
        name = f"{sector.key}厅" if provincial == "厅" else provincial
        form = "厅"
    unit = {"委员会": "委", "办公室": "办"}.get(form, form)
    chief = {"局": "局长", "厅": "厅长"}.get(form, "主任")
    return name, unit, chief


def bureau(rng: Random, phrases: Phrases, year: int, scale: int) -> Unit:
    """A department of a county, city or province."""
    level = rng.choices(["county", "city", "province"], [12, 6, 3])[0]
    fitting = [row for row in phrases.groups["sector"] if int(row.more.get("since", 0)) <= year]
    if level == "province":
        fitting = [row for row in fitting if row.more["form"] not in {"中心"} and row.key != "城市管理"]
    sector = rng.choice(fitting)
    makers: dict[str, Callable[[Random, Phrases], Place]] = {"county": county, "city": city, "province": province}
    place = makers[level](rng, phrases)
    while place.unit in {"盟", "地区"} or (place.level == "county" and place.unit == "市"):
        place = makers[level](rng, phrases)
    name, unit, chief = _form(sector, level)
    full = f"{place.full}{name}"
    other = place.neighbours(rng, "government")[0].removesuffix("人民政府") + name
    shorts = tuple(dict.fromkeys([f"{place.unit}{name}", f"{place.name}{name}", full]))
    words = _words(shorts[0], unit, level, str(sector.more.get("party", "党组")), chief)
    words |= {
        "地": place.stem,
        "上": f"{place.party}、{place.office}",
        "上地": place.full,
        "上政": place.office,
        "代字": place.stem[:1],
        "领域": sector.key,
    }
    return Unit("department", level, "department", (full,), shorts, words, _wrong(place), (other,), scale)


def ministry(rng: Random, phrases: Phrases, scale: int) -> Unit:
    """A ministry of the State Council."""
    name, other = rng.sample(phrases.plain["ministries"], 2)
    unit, chief = ("局", "局长") if name.endswith("局") else ("部", "部长")
    words = _words(name, unit, "nation", "党组", chief)
    words |= {
        "地": "中国",
        "上": "党中央、国务院",
        "上地": "国务院",
        "上政": "国务院",
        "代字": name[:1],
        "领域": "",
    }
    return Unit("ministry", "nation", "department", (name,), (name,), words, _wrong(None), (other,), scale)
