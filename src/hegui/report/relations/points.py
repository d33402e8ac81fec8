"""Rates that change: by points, not percent, and by as many as they differ."""

from __future__ import annotations

from collections.abc import Sequence

from hegui.report.relations.items import Item
from hegui.report.relations.lexicon import has, word_tuple
from hegui.report.relations.model import Range, Relation, Verdict, judged, plain, printed

POINTS = "个百分点"


def points_between(text: str, was: Item, now: Item, told: Item, sign: int) -> Relation:
    """由93.5%提升至98.2%，提高4.7个百分点: ``sign`` is 1 where ``told`` is called a rise, -1 for a fall.

    Each rate may be rounded, so that the difference may be off by one in its last place.
    """
    made = round(now.figure.value - was.figure.value, 6)
    unit = 10.0 ** -min(item.figure.digits for item in (was, now, told))
    stated = Range(sign * told.figure.value, sign * told.figure.value)
    agree = abs(made - sign * told.figure.value) <= unit + 1e-9
    way = f"{printed(text, was.figure)} → {printed(text, now.figure)}"
    change = f"{'下降' if made < 0 else '上升'} {plain(abs(made))} {POINTS}"
    written = told.figure.span.of(text)
    return Relation(
        "change",
        judged(agree),
        told.figure.span,
        f"{way}＝{change}，所写为 {written}",
        Range(made, made),
        stated,
        (POINTS,),
        ((was.figure.span, "比较的数"), (now.figure.span, "比较的数")),
        "" if agree else f"{way}，变化为{change}，与所写的“{written}”不符",
    )


def is_points(items: Sequence[Item], index: int) -> bool:
    """Whether the change in % at ``index`` is one of a rate: 调解率为98.6%，同比上升2.6%."""
    item = items[index]
    label = item.label
    if has(label, ("增幅", "降幅", "涨幅", "增速", "相对")):
        return False
    at = label.rfind("率")
    if at < 0:
        at = label.rfind("满意度")
    if at > 0:
        name = label[max(0, at - 2) : at]
        return not has(name, word_tuple("rates", "growth")) and not has(label[at:], ("分别", "均"))
    if not index or items[index - 1].unit != "%" or item.breaks:
        return False
    head = label.startswith((*word_tuple("change", "since"), "较", "比"))
    before = items[index - 1].label
    name = before[max(0, before.rfind("率") - 2) :]
    return head and ("率" in before or "满意度" in before) and not has(name, word_tuple("rates", "growth"))


def not_percent(text: str, items: Sequence[Item], index: int) -> Relation:
    """The change in % at ``index``, which should be one by points."""
    item = items[index]
    share = printed(text, item.figure)
    rate = items[index - 1] if index and items[index - 1].unit == "%" else None
    value = Range(item.figure.low, item.figure.high)
    related = ((rate.figure.span, "率"),) if rate else ()
    return Relation(
        "points",
        Verdict.CONTRADICTORY,
        item.figure.span,
        f"率的变化写作 {share}",
        value,
        value,
        ("率", "%"),
        related,
        f"率的升降用百分点表示，“{share}”宜写作“{plain(item.figure.value)} 个百分点”",
        sure=False,
    )
