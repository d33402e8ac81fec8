"""Defects of the parts: missing, empty, out of order, without heading; the plan's own."""

from __future__ import annotations

from .change import Case, Changed, Planter
from .model import Fact, Item, Part

LISTED = {"shortcomings", "plan", "leader"}


def _halved(it: Case) -> bool:
    return it.find("half") is not None


def _no_measures(it: Case) -> Changed | None:
    if _halved(it) or it.made.roles["leader"] != "section" or "unheaded" in it.made.features:
        return None
    parts = tuple(part for part in it.draft.parts if part.role not in {"measures", "theme"})
    return it.draft._replace(parts=parts), "删去举措和成效部分"


def _no_shortcomings(it: Case) -> Changed | None:
    joint = it.find("joint")
    if joint:
        plan = Part("plan", _heading(it, "plan"), (joint.items[1]._replace(heading=""),), "plain")
        return it.swap(joint, _quiet(plan)), "删去不足部分（原与计划合写）"
    part = it.find("shortcomings")
    if part is None:
        return None
    draft = it.swap(part)
    parts = tuple(_quiet(other) if other.role == "plan" else other for other in draft.parts)
    return draft._replace(parts=parts), "删去不足部分"


def _quiet(part: Part) -> Part:
    """A plan that does not speak of shortcomings."""
    items = tuple(
        item._replace(facts=tuple(fact._replace(body=fact.body.replace("针对存在的不足，", "")) for fact in item.facts))
        for item in part.items
    )
    return part._replace(lead=part.lead.replace("针对存在的不足，", ""), items=items)


def _heading(it: Case, role: str) -> str:
    return it.writer.voice.fill(it.rng.choice(it.writer.texts("heading", role)))


def _no_causes(it: Case) -> Changed | None:
    part = it.find("shortcomings") or it.find("joint")
    if part is None:
        return None
    items = tuple(item._replace(facts=(Fact(item.bare),)) if item.bare else item for item in part.items)
    return it.swap(part, part._replace(items=items, tail="")), "删去原因"


def _plain_order(it: Case) -> bool:
    roles = [part.role for part in it.draft.parts]
    headed = all(part.heading for part in it.draft.parts)
    return headed and len(set(roles)) == len(roles) and "theme" not in roles and "joint" not in roles


def _reorder(it: Case) -> Changed | None:
    if not _plain_order(it):
        return None
    parts = list(it.draft.parts)
    roles = [part.role for part in parts]
    ways = ["plan-first", "shortcomings-first"] + (["leader-last"] if "leader" in roles else [])
    way = it.rng.choice(ways)
    moved = {"plan-first": "plan", "shortcomings-first": "shortcomings", "leader-last": "leader"}[way]
    part = parts.pop(roles.index(moved))
    at = {"plan-first": 1, "shortcomings-first": 0, "leader-last": len(parts)}[way]
    parts.insert(at, part)
    return it.draft._replace(parts=tuple(parts)), f"调整顺序：{way}"


def _unhead(it: Case) -> Changed | None:
    if not all(part.heading for part in it.draft.parts) or it.find("joint") or _halved(it):
        return None
    role = it.rng.choice(["shortcomings", "plan"])
    part = it.find(role)
    if part is None:
        return None
    items = tuple(item._replace(heading="") for item in part.items) if role == "shortcomings" else part.items
    bare = part._replace(heading="", items=items, style="one", lead=it.writer.pick("opener", role), run_in=False)
    return it.swap(part, bare), f"{role} 去掉标题"


def _empty(it: Case) -> Changed | None:
    parts = [part for part in it.draft.parts if part.role in LISTED and part.heading]
    if not parts or _halved(it) or "thematic" in it.made.features:
        return None
    part = it.rng.choice(parts)
    text = it.say("empty")
    items = (Item("", (Fact(text),), part.role),) if text else ()
    return it.swap(part, part._replace(items=items, style="plain", lead="", tail="", run_in=False)), f"{part.role} 空缺"


def _no_addressee(it: Case) -> Changed | None:
    return it.draft._replace(addressee=""), "删去主送机关"


def _request(it: Case) -> Changed | None:
    if it.rng.random() < 0.5:
        return it.draft._replace(last=it.say("request_last")), "结尾请示语"
    part = it.find("plan") or it.find("shortcomings")
    if part is None or part.heading == "" or _halved(it) or not it.writer.unit.words["上地"]:
        return None
    return it.swap(part, part._replace(tail=it.say("request_inside"))), f"{part.role} 夹带请示事项"


def _no_plan(it: Case) -> Changed | None:
    joint = it.find("joint")
    if joint:
        part = Part("shortcomings", _heading(it, "shortcomings"), (joint.items[0]._replace(heading=""),), "plain")
        return it.swap(joint, part), "删去下年安排（原与不足合写）"
    parts = list(it.draft.parts)
    if _halved(it):
        parts = [part for part in parts if not (part.role == "half" and str(it.draft.year + 1) in part.heading)]
    return it.draft._replace(parts=tuple(part for part in parts if part.role != "plan")), "删去下年安排"


def _wrong_plan_year(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or not part.heading or _halved(it):
        return None
    coming = str(it.draft.year + 1)
    wrong = str(it.draft.year + it.rng.choice([0, 0, 2, -1]))
    heading = part.heading.replace(coming, wrong) if coming in part.heading else it.say("wrong_plan", 错年=wrong)
    return it.swap(part, part._replace(heading=heading)), f"安排标题年份 {wrong}"


def _no_plan_year(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or not part.heading or _halved(it):
        return None
    coming = f"{it.draft.year + 1}年"
    items = tuple(
        item._replace(facts=tuple(fact._replace(body=_unyear(fact.body, coming)) for fact in item.facts))
        for item in part.items
    )
    lead = it.writer.pick("opener", "plan_yearless")
    plan = part._replace(heading=it.say("yearless"), items=items, lead=lead, tail="")
    return it.swap(part, plan), "安排未写年份"


def _unyear(text: str, year: str) -> str:
    return text.replace(f"{year}底", "年底").replace(year, "")


def _thin_plan(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or _halved(it):
        return None
    texts = it.rng.sample(it.phrases.plain["slogans.texts"], 3)
    facts = [it.writer.fact(text) for text in texts]
    items = tuple(Item(fact.lead, (Fact(fact.body),), "plan") for fact in facts)
    return it.swap(part, part._replace(items=items)), "安排只有口号"


def _unanswered(it: Case) -> Changed | None:
    """Leave out what answers one shortcoming."""
    lacks, part = it.find("shortcomings"), it.find("plan")
    if lacks is None or part is None or _halved(it):
        return None
    clear = {"dispute", "oversight", "publicity", "digital", "village", "emergency", "service", "rules"}
    themes = [item.theme for item in lacks.items if item.theme in clear]
    if not themes:
        return None
    theme = it.rng.choice(themes)
    items = tuple(item for item in part.items if item.theme != theme)
    return (it.swap(part, part._replace(items=items)), f"未回应：{theme}") if len(items) > 1 else None


PLANTERS: dict[str, Planter] = {
    "STR003": _no_measures,
    "STR004": _no_shortcomings,
    "STR005": _no_causes,
    "STR006": _reorder,
    "STR007": _unhead,
    "STR010": _empty,
    "STR011": _no_addressee,
    "STR012": _request,
    "PLN001": _no_plan,
    "PLN002": _wrong_plan_year,
    "PLN003": _no_plan_year,
    "PLN004": _thin_plan,
    "PLN005": _unanswered,
}
