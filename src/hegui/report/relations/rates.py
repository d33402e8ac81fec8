"""Rates: part ÷ whole at the printed precision, shares, and whether any whole number fits a rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor, inf

from hegui.report.model import Figure
from hegui.report.relations.items import Item, Row
from hegui.report.relations.lexicon import for_each, has, word_set, word_tuple, words
from hegui.report.relations.model import Range, Relation, Verdict, judged, of, percents, plain, printed

_BACK = 4
_FITS = 200_000
_CUES = ("率", "占", "满")  # of 满意度


def may_rate(row: Row) -> bool:
    """Whether a sentence with a figure in % may tell a relation of it; one that stands alone may be too high."""
    return (len(row.figures) > 1 or row.figures[0].low > 100) and bool(has(row.words, _CUES))


def read_rates(text: str, items: Sequence[Item], earlier: Row | None = None) -> Iterator[Relation]:
    """The relations between the rates of one sentence and the counts before them.

    ``earlier`` is the sentence before, one figure of which may be the base.
    """
    for index, item in enumerate(items):
        if item.unit != "%":
            continue
        if _is_share(item.label):
            yield from _share(text, items, index)
            continue
        stem = rate_stem(item.label)
        if item.figure.low > 100:
            yield from _limit(text, item, stem or "满意" * item.label.rstrip("达到为").endswith("满意度"))
        elif item.label == "的" and index > 1 and _is_share(items[index - 1].label):
            yield from _of_told_whole(text, items, index)
        elif stem and index:
            yield from _rate(text, items, index, stem, earlier)


def _limit(text: str, rate: Item, stem: str) -> Iterator[Relation]:
    """A rate above 100%."""
    if not stem or has(stem[-4:], word_tuple("rates", "free")):
        return
    share = printed(text, rate.figure)
    name = f"{stem[-6:]}率" if "满意度" not in rate.label else "满意度"
    yield Relation(
        "limit",
        Verdict.CONTRADICTORY,
        rate.figure.span,
        f"{name} {share} ＞ 100%",
        of(rate.figure),
        Range(0, 100),
        (name,),
        problem=f"{name}为 {share}，超过 100%",
        sure=bool(has(stem, word_tuple("rates", "bounded"))),
    )


def rate_stem(label: str) -> str:
    """What a rate is of: 调处成功 of 矛盾纠纷调处成功率达到; empty where the label names no single rate."""
    at = label.rfind("率")
    if at < 1 or len(label) - at > 5 or label[at + 1 :].startswith(("和", "与", "及")):
        return ""
    rest = label[at + 1 :]
    if has(rest, word_tuple("change", "up")) or has(rest, word_tuple("change", "down")) or "均" in rest:
        return ""
    if label.count("率") > 1:
        return ""
    return label[:at]


def printed_range(rate: Figure) -> Range:
    """All ratios that may be printed like this rate, rounded or cut off."""
    unit = 10.0**-rate.digits
    return Range(rate.low - unit / 2, rate.high if rate.high == inf else rate.high + unit * (1 - 1e-6))


def numerators(stem: str) -> tuple[str, ...]:
    """The words by which the numerator of a rate is known."""
    table: dict[str, list[str]] = words()["rates"]["numerator"]
    for size in (4, 3, 2):
        found = table.get(stem[-size:])
        if found:
            return (stem[-size:], *found)
    return (stem[-2:],) if len(stem) >= 2 else ()


def _counts_back(items: Sequence[Item], index: int) -> list[Item]:
    """The counts right before a rate, nearest first; rates between them are stepped over."""
    found: list[Item] = []
    for item in reversed(items[max(0, index - _BACK) : index]):
        if item.unit in ("%", "‰"):
            if found:
                break
            continue
        if item.unit not in word_set("counts"):
            break
        found.append(item)
        if item.breaks:
            break
    return found


def _rate(text: str, items: Sequence[Item], index: int, stem: str, earlier: Row | None) -> Iterator[Relation]:
    if items[index].breaks:
        return
    back = _counts_back(items, index)
    if len(back) == 1 and items[0] is back[0] and earlier:
        same = earlier.only(back[0].unit)
        if same and not _subject(back[0], stem) and _is_part(back[0], same, stem):
            yield from _judge(text, items[index], back[0], [same], stem, sure=False)
            return
    if len(back) >= 2 and back[0].unit == back[1].unit and _is_part(back[0], back[1], stem):
        yield from _judge(text, items[index], back[0], _bases(items, index, back), stem)
    elif len(back) == 1 and items[index - 1] is back[0] and _is_base(back[0], stem):
        yield from _fit(text, items[index], back[0], stem)


def _is_part(part: Item, whole: Item, stem: str) -> bool:
    """Whether the words tell numerator and base apart."""
    if for_each(part.label) or for_each(whole.label) or part.label.startswith(word_tuple("change", "since")):
        return False
    names = numerators(stem)
    subject = _subject(part, stem)
    if len(subject) > 1 and not any(subject[at : at + 2] in whole.words for at in range(len(subject) - 1)):
        return False
    if not has(part.words, names) or stem.endswith(word_tuple("rates", "unclear")):
        return False
    qualified = has(stem, word_tuple("rates", "qualified"))
    if qualified and qualified not in part.words:
        return False
    known: list[str] | None = words()["rates"]["based"].get(stem[-2:])
    if known and not has(whole.words, tuple(known)):
        return False
    return not has(whole.words, names) or bool(has(whole.label, word_tuple("rates", "base")))


def _subject(part: Item, stem: str) -> str:
    """What the label of a numerator names beside its verb: 信访件 of 信访件办结."""
    label = part.label
    for word in (*numerators(stem), *word_tuple("rates", "plain")):
        label = label.replace(word, "")
    return label


def _bases(items: Sequence[Item], index: int, back: Sequence[Item]) -> list[Item]:
    """What the rate may be of: the count before its numerator, or the whole of the list that this one is in."""
    at = next(at for at in range(index - 1, -1, -1) if items[at] is back[1])
    whole = _base_of_share(items, at)
    return [back[1]] if whole is None else [whole, back[1]]


def _judge(
    text: str, rate: Item, part: Item, bases: Sequence[Item], stem: str, *, sure: bool = True
) -> Iterator[Relation]:
    """The rate against each base it may have; with more than one only agreement is told."""
    stated = printed_range(rate.figure)
    whole = next((base for base in bases if quotient(part.figure, base.figure).meets(stated)), bases[0])
    made = quotient(part.figure, whole.figure)
    agree = made.meets(stated)
    if not agree and (len(bases) > 1 or part.figure.low > whole.figure.high):
        return
    if agree and _claims_all(rate.figure, part.figure, whole.figure):
        agree, sure = False, False
    doubt = bool(has(part.label + whole.label, word_tuple("doubt")))
    yield _told(text, rate, (part, whole), (made, stated), judged(agree, doubt), f"{stem[-6:]}率", sure)


def _claims_all(rate: Figure, part: Figure, whole: Figure) -> bool:
    """100% of a whole that the exact part does not reach, though rounding would print 100."""
    return rate.value == 100 and not rate.modifier and part.high < whole.low


def quotient(part: Figure, whole: Figure) -> Range:
    """The range of ``part`` in ``whole``, in percent."""
    low = part.low * 100 / whole.high if whole.high not in (0, inf) else 0.0
    high = part.high * 100 / whole.low if whole.low else inf
    return Range(low, high)


def _told(
    text: str,
    rate: Item,
    counts: tuple[Item, Item],
    sides: tuple[Range, Range],
    verdict: Verdict,
    name: str,
    sure: bool = True,
) -> Relation:
    part, whole = counts
    made, stated = sides
    small, large, share = (printed(text, item.figure) for item in (part, whole, rate))
    result = percents(made)
    problem = f"{small}÷{large}＝{result}，与所写的{name} {share}不符" if verdict is Verdict.CONTRADICTORY else ""
    return Relation(
        "share" if name == "占比" else "rate",
        verdict,
        rate.figure.span,
        f"{small}÷{large}＝{result}，{name} {share}",
        made,
        stated,
        (name,),
        ((part.figure.span, "分子"), (whole.figure.span, "分母")),
        problem,
        sure,
    )


def _is_share(label: str) -> bool:
    at = label.rfind("占")
    return at >= 0 and len(label) - at <= 8 and not has(label[at:], ("占用", "占道", "占地", "占领"))


def _share(text: str, items: Sequence[Item], index: int) -> Iterator[Relation]:
    """其中民事30件，占60%: the part is the figure before, the base the whole it is a part of."""
    if index < 2:
        return
    rate, part = items[index], items[index - 1]
    if part.unit not in word_set("counts") or rate.breaks or for_each(part.label):
        return
    whole = _base_of_share(items, index - 1)
    if whole is None:
        return
    made, stated = quotient(part.figure, whole.figure), printed_range(rate.figure)
    named = rate.label[rate.label.rfind("占") + 1 :].strip("比的了为达到约近")
    doubt = bool(named) and not named.startswith(("总", "全部"))
    yield _told(text, rate, (part, whole), (made, stated), judged(made.meets(stated), doubt), "占比")


def _of_told_whole(text: str, items: Sequence[Item], index: int) -> Iterator[Relation]:
    """审结30件，占受理总数40件的75%."""
    part, whole = items[index - 2], items[index - 1]
    if part.unit != whole.unit or part.unit not in word_set("counts") or whole.breaks or for_each(part.label):
        return
    made, stated = quotient(part.figure, whole.figure), printed_range(items[index].figure)
    yield _told(text, items[index], (part, whole), (made, stated), judged(made.meets(stated)), "占比")


def _base_of_share(items: Sequence[Item], at: int) -> Item | None:
    """The figure before the 其中 that opened the list in which ``at`` stands."""
    for index in range(at, max(0, at - 2 * _BACK), -1):
        item = items[index]
        if item.breaks and index != at:
            return None
        if item.among:
            whole = items[index - 1]
            return whole if whole.unit == items[at].unit and whole.bracket <= items[at].bracket else None
    return None


def _is_base(item: Item, stem: str) -> bool:
    """Whether a rate without a numerator is surely one of this count."""
    if for_each(item.label) or item.figure.low != item.figure.high or item.figure.value <= 0:
        return False
    rates = words()["rates"]
    if item.unit in rates["cases"]:
        return stem.endswith(tuple(rates["case_rates"])) and bool(has(item.words, tuple(rates["case_words"])))
    if item.unit in rates["people"]:
        return stem.endswith(tuple(rates["people_rates"])) and bool(has(item.words, tuple(rates["people_words"])))
    return False


def _fit(text: str, rate: Item, whole: Item, stem: str) -> Iterator[Relation]:
    """Whole and rate only: whether a whole number of the whole gives the rate, or the count is the numerator."""
    number = int(whole.figure.value)
    if not 0 < number <= _FITS:
        return
    stated = printed_range(rate.figure)
    low, high = ceil(stated.low * number / 100 - 1e-9), floor(min(stated.high, 100) * number / 100 + 1e-9)
    fits = low <= high
    part = bool(has(whole.words, numerators(stem))) and not has(whole.label, word_tuple("rates", "base"))
    doubt = part and _fits_as_part(number, stated)
    count, share = printed(text, whole.figure), printed(text, rate.figure)
    near = round(rate.figure.value * number / 100)
    verdict = judged(fits, doubt)
    example = f"{max(low, 0)} 至 {high}" if high > low else str(high)
    shown = f"{count} 中有 {example} 即为 {share}" if fits else f"{count} 中没有整数能得出 {share}"
    nearest = f"（{near}÷{number}＝{plain(round(near * 100 / number, 2))}%）"
    yield Relation(
        "fit",
        verdict,
        rate.figure.span,
        shown,
        Range(near * 100 / number, near * 100 / number),
        stated,
        (f"{stem[-6:]}率",),
        ((whole.figure.span, "总数"),),
        f"{shown}{nearest}" if verdict is Verdict.CONTRADICTORY else "",
        sure=False,
    )


def _fits_as_part(number: int, stated: Range) -> bool:
    """Whether the count may be the numerator of the rate instead."""
    if stated.low <= 0:
        return True
    return ceil(number * 100 / stated.high - 1e-9) <= floor(number * 100 / stated.low + 1e-9)
