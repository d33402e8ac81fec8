"""Rates: part ÷ whole at the printed precision, and whether any whole number fits a rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor

from hegui.report.model import Figure
from hegui.report.relations.items import Item, Row
from hegui.report.relations.lexicon import for_each, has, word_set, word_tuple, words
from hegui.report.relations.model import Range, Relation, Verdict, judged, of, plain, printed
from hegui.report.relations.shares import (
    BACK,
    base_of_share,
    is_share,
    printed_range,
    quotient,
    share_of_list,
    share_of_told_whole,
    told,
)

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
        if is_share(item.label):
            yield from share_of_list(text, items, index)
            continue
        stem = rate_stem(item.label)
        if item.figure.low > 100:
            yield from _limit(text, item, stem or "满意" * item.label.rstrip("达到为").endswith("满意度"))
        elif item.label == "的" and index > 1 and is_share(items[index - 1].label):
            yield from share_of_told_whole(text, items, index)
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
    if label.count("率") > 1 or rest.startswith(("由", "从")):  # 由92.3%提升至99.5%: the rate of another year
        return ""
    return label[:at]


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
    for item in reversed(items[max(0, index - BACK) : index]):
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
    if part := _beside_rest(back, stem):
        yield from _judge(text, items[index], part, [back[2]], stem)
    elif len(back) >= 2 and back[0].unit == back[1].unit and _is_part(back[0], back[1], stem):
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
    whole = base_of_share(items, at)
    if whole is None:
        return [back[1]]
    return [whole] if back[1].figure.high < back[0].figure.low else [whole, back[1]]


def _beside_rest(back: Sequence[Item], stem: str) -> Item | None:
    """The part of a whole told with the rest of it beside: 清理63项，保留41项，取消22项，取消率; None without such."""
    if len(back) < 3 or not _makes(back[:2], back[2]):
        return None
    for part, rest in ((back[0], back[1]), (back[1], back[0])):
        if _is_rest(rest, stem) and _is_part(part, back[2], stem):
            return part
    return None


def _is_rest(item: Item, stem: str) -> bool:
    """Whether a figure counts none of those that the rate does."""
    return _leaves_out(item.words, stem) or not has(item.words, numerators(stem))


def _makes(parts: Sequence[Item], whole: Item) -> bool:
    """Whether the parts are all of the whole: 清理63项，保留41项，取消22项."""
    figures = [part.figure for part in parts]
    exact = all(figure.low == figure.high for figure in (*figures, whole.figure))
    alike = {part.unit for part in parts} == {whole.unit}
    return alike and exact and sum(figure.value for figure in figures) == whole.figure.value


def _judge(
    text: str, rate: Item, part: Item, bases: Sequence[Item], stem: str, *, sure: bool = True
) -> Iterator[Relation]:
    """The rate against each base it may have; with more than one only agreement is told."""
    stated = printed_range(rate.figure)
    left = _leaves_out(part.words, stem)
    quotients = [(_made(part.figure, base.figure, left=left), base) for base in bases]
    made, whole = next((pair for pair in quotients if pair[0].meets(stated)), quotients[0])
    agree = made.meets(stated)
    more = not agree and part.figure.low > whole.figure.high
    if (not agree and len(bases) > 1) or (more and has(part.words, word_tuple("orders", "closed"))):
        return  # some of those closed may be left from the year before
    sure = sure and not more
    if agree and _claims_all(rate.figure, made):
        agree, sure = False, False
    doubt = bool(has(part.label + whole.label, word_tuple("doubt")))
    yield told(text, rate, (part, whole), (made, stated), judged(agree, doubt), f"{stem[-6:]}率", sure, left)


def _leaves_out(words: str, stem: str) -> bool:
    """Whether the figure counts those that the rate does not: 不合格62批次 and 合格率."""
    return any(
        f"{no}{name}" in words and f"{no}{name}" not in stem
        for name in numerators(stem)
        for no in word_tuple("rates", "not")
    )


def _made(part: Figure, whole: Figure, *, left: bool) -> Range:
    made = quotient(part, whole)
    return Range(100 - made.high, 100 - made.low) if left else made


def _claims_all(rate: Figure, made: Range) -> bool:
    """100% of a whole that the exact part does not reach, though rounding would print 100."""
    return rate.value == 100 and not rate.modifier and made.high < 100


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
