"""Defects of the numbering."""

from __future__ import annotations

from .change import Case, Changed, Planter
from .model import Fact, Item, Part
from .render import chinese

NUMBERED = {"headed", "run_in"}


def _firsts(it: Case) -> list[Part]:
    return [part for part in it.draft.parts if part.heading]


def _seconds(it: Case, least: int = 3) -> list[Part]:
    """Parts whose items are numbered （一）."""
    return [
        part
        for part in it.draft.parts
        if part.style in NUMBERED and len(part.items) >= least and all(item.heading for item in part.items)
    ]


def _renumber_firsts(it: Case, step: int) -> Changed | None:
    parts = _firsts(it)
    if len(parts) < 3 or it.find("half"):
        return None
    at = it.rng.randrange(1, len(parts))
    draft = it.draft
    new = []
    number = 0
    for part in draft.parts:
        if part.heading:
            number += 1
            shown = number + step if number > at else number
            new.append(part._replace(mark=f"{chinese(shown)}、"))
        else:
            new.append(part)
    return draft._replace(parts=tuple(new)), f"一级序号第 {at + 1} 个起{'跳号' if step > 0 else '重号'}"


def _renumber_seconds(it: Case, step: int) -> Changed | None:
    parts = _seconds(it)
    if not parts:
        return None
    part = it.rng.choice(parts)
    at = it.rng.randrange(1, len(part.items))
    items = tuple(
        item._replace(mark=f"（{chinese(number + step if number > at else number)}）")
        for number, item in enumerate(part.items, 1)
    )
    return it.swap(part, part._replace(items=items)), f"二级序号第 {at + 1} 个起{'跳号' if step > 0 else '重号'}"


def _gap(it: Case) -> Changed | None:
    step = it.rng.choice([1, -1])
    first, second = (
        (_renumber_firsts, _renumber_seconds) if it.rng.random() < 0.5 else (_renumber_seconds, _renumber_firsts)
    )
    return first(it, step) or second(it, step)


def _style(it: Case) -> Changed | None:
    digits = any(
        item.role in {"measures", "leader"} and len(item.facts) > 1 and all(fact.lead for fact in item.facts)
        for part in it.draft.parts
        for item in part.items
    )
    if it.draft.style.third == "digits" and digits and it.rng.random() < 0.6:
        return it.draft._replace(style=it.draft.style._replace(digit="、")), "“1、”代“1.”"
    if not _seconds(it, 2) or it.find("half"):
        return None
    parts = []
    number = 0
    for part in it.draft.parts:
        number += bool(part.heading)
        items = part.items
        if part in _seconds(it, 2):
            items = tuple(item._replace(mark=f"{chinese(n)}、") for n, item in enumerate(items, 1))
        parts.append(part._replace(mark=f"（{chinese(number)}）" if part.heading else None, items=items))
    return it.draft._replace(parts=tuple(parts)), "一、与（一）层次颠倒"


def _damage_second(it: Case) -> Changed | None:
    parts = _seconds(it)
    if not parts:
        return None
    part = it.rng.choice(parts)
    at = it.rng.randrange(1, len(part.items))
    item, number = part.items[at], chinese(at + 1)
    way = it.rng.choice([f"{number}）", f"（{number}", "joined"])
    if way == "joined":
        if item.extra or len(item.facts) != 1:
            return None
        text = f"（{number}）{item.heading}{item.facts[0].body}{item.facts[0].aside}"
        new = Item("", (Fact(text),), item.role, item.theme, item.bare)
    else:
        new = item._replace(mark=way)
    items = (*part.items[:at], new, *part.items[at + 1 :])
    return it.swap(part, part._replace(items=items)), f"二级序号损坏：{way}"


def _damage_digit(it: Case) -> Changed | None:
    parts = [part for part in it.draft.parts if part.style == "digits" and len(part.items) >= 3]
    if not parts:
        return None
    part = it.rng.choice(parts)
    at = it.rng.randrange(1, len(part.items))
    items = (*part.items[:at], part.items[at]._replace(mark=str(at + 1)), *part.items[at + 1 :])
    return it.swap(part, part._replace(items=items)), f"序号后缺点：{at + 1}"


def _damaged(it: Case) -> Changed | None:
    return _damage_second(it) or _damage_digit(it)


PLANTERS: dict[str, Planter] = {"STR008": _gap, "STR009": _style, "STR013": _damaged}
