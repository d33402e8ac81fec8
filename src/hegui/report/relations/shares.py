"""A part and its whole: what they make in percent, and the shares told with 占."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from hegui.report.model import Figure
from hegui.report.relations.items import Item
from hegui.report.relations.lexicon import for_each, has, word_set
from hegui.report.relations.model import Range, Relation, Verdict, judged, percents, printed

BACK = 4
"""How many figures before a rate or share may be its part or its whole."""


def printed_range(rate: Figure) -> Range:
    """All ratios that may be printed like this rate, rounded or cut off."""
    unit = 10.0**-rate.digits
    return Range(rate.low - unit / 2, rate.high if rate.high == inf else rate.high + unit * (1 - 1e-6))


def quotient(part: Figure, whole: Figure) -> Range:
    """The range of ``part`` in ``whole``, in percent."""
    low = part.low * 100 / whole.high if whole.high not in (0, inf) else 0.0
    high = part.high * 100 / whole.low if whole.low else inf
    return Range(low, high)


def told(
    text: str,
    rate: Item,
    counts: tuple[Item, Item],
    sides: tuple[Range, Range],
    verdict: Verdict,
    name: str,
    sure: bool = True,
    left: bool = False,
) -> Relation:
    """The rate or share of ``counts``, part and whole, by ``sides``, what they make and what is stated.

    ``left`` tells that the part is what the rate leaves out.
    """
    part, whole = counts
    made, stated = sides
    small, large, share = (printed(text, item.figure) for item in (part, whole, rate))
    division = f"（{large}－{small}）÷{large}" if left else f"{small}÷{large}"
    result = percents(made)
    problem = f"{division}＝{result}，与所写的{name} {share}不符" if verdict is Verdict.CONTRADICTORY else ""
    return Relation(
        "share" if name == "占比" else "rate",
        verdict,
        rate.figure.span,
        f"{division}＝{result}，{name} {share}",
        made,
        stated,
        (name,),
        ((part.figure.span, "分子"), (whole.figure.span, "分母")),
        problem,
        sure,
    )


def is_share(label: str) -> bool:
    """Whether a figure so called is a part in percent of a whole: 占全部案件的."""
    at = label.rfind("占")
    return at >= 0 and len(label) - at <= 8 and not has(label[at:], ("占用", "占道", "占地", "占领"))


def share_of_list(text: str, items: Sequence[Item], index: int) -> Iterator[Relation]:
    """其中民事30件，占60%: the part is the figure before, the base the whole it is a part of."""
    if index < 2:
        return
    rate, part = items[index], items[index - 1]
    if part.unit not in word_set("counts") or rate.breaks or for_each(part.label):
        return
    whole = base_of_share(items, index - 1)
    sure = whole is not None
    whole = whole or _only_before(items, index - 1)
    if whole is None:
        return
    made, stated = quotient(part.figure, whole.figure), printed_range(rate.figure)
    named = rate.label[rate.label.rfind("占") + 1 :].strip("比的了为达到约近")
    doubt = bool(named) and not named.startswith(("总", "全部"))
    yield told(text, rate, (part, whole), (made, stated), judged(made.meets(stated), doubt), "占比", sure)


def _only_before(items: Sequence[Item], at: int) -> Item | None:
    """The figure before a part, when it begins the sentence, has its unit and is no smaller: 评查386件，优秀122件."""
    if at != 1 or items[0].unit != items[1].unit or items[1].breaks or for_each(items[0].label):
        return None
    return items[0] if items[0].figure.low >= items[1].figure.high else None


def share_of_told_whole(text: str, items: Sequence[Item], index: int) -> Iterator[Relation]:
    """审结30件，占受理总数40件的75%; behind a list it may be of its last part, or of the whole of the list."""
    part, whole = items[index - 2], items[index - 1]
    if part.unit != whole.unit or part.unit not in word_set("counts") or whole.breaks or for_each(part.label):
        return
    stated = printed_range(items[index].figure)
    listed = base_of_share(items, index - 2)
    parts = [part] if listed is None else [listed, part]
    made = [quotient(one.figure, whole.figure) for one in parts]
    fits = next((at for at, sides in enumerate(made) if sides.meets(stated)), None)
    if fits is not None or listed is None:
        at = fits or 0
        yield told(text, items[index], (parts[at], whole), (made[at], stated), judged(fits is not None), "占比")


def base_of_share(items: Sequence[Item], at: int) -> Item | None:
    """The figure before the 其中 that opened the list in which ``at`` stands."""
    for index in range(at, max(0, at - 2 * BACK), -1):
        item = items[index]
        if item.breaks and index != at:
            return None
        if item.among:
            whole = items[index - 1]
            return whole if whole.unit == items[at].unit and whole.bracket <= items[at].bracket else None
    return None
