"""Composes reports: one seed, one report, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .heads import Headed, label_words, make_days, make_labels, make_style, make_title
from .model import Draft, Generated, Part, Unit
from .names import make
from .parts import Writer
from .phrases import Phrases, seen, unseen
from .render import render
from .shapes import Shaped, shape
from .years import FIRST, LAST, words

RELATIVE = ("今年", "去年", "上年", "上一年度", "本年度", "明年")
REQUIRED = ("measures", "shortcomings", "leader", "plan")


def _hint(unit: Unit) -> str:
    """A city may be of either rank; its text tells which."""
    if unit.who == "county" and unit.words["名"].endswith("市"):
        return "hints.county_city"
    return "hints.city" if unit.who == "city" and unit.words["名"].endswith("市") else ""


def _order(parts: tuple[Part, ...]) -> list[str]:
    order: list[str] = []
    for part in parts:
        names = ["shortcomings", "plan"] if part.role == "joint" else [part.role]
        order += [{"theme": "measures"}.get(name, name) for name in names]
    return [name for name in dict.fromkeys(order) if name in REQUIRED]


def _plan_text(parts: tuple[Part, ...]) -> str:
    chosen = [part for part in parts if part.role in {"plan", "joint", "half"}]
    return "".join(
        part.heading + part.lead + "".join(item.heading + fact.body for item in part.items for fact in item.facts)
        for part in chosen
    )


def _allowed(draft: Draft, shaped: Shaped, headed: Headed, text: str) -> frozenset[str]:
    """Rules that may remark on a form which is in use."""
    roles, style = shaped.roles, draft.style
    order = _order(draft.parts)
    inside = roles["leader"] != "section"
    rules = {
        "STR001": not draft.title,
        "STR006": inside or order != [name for name in REQUIRED if name in order],
        "STR007": "paragraph" in {roles["shortcomings"], roles["plan"]},
        "STR009": style.digit != "." or style.second != "paren" or "unheaded" in shaped.features,
        "STR011": not draft.addressee,
        "LDR002": inside,
        "SIG001": not draft.issuers or draft.head_signature,
        "SIG002": not draft.dated,
        "TIM005": any(word in text for word in RELATIVE),
        "PLN003": str(draft.year + 1) not in _plan_text(draft.parts),
    }
    codes = {code for code, speaks in rules.items() if speaks} | (headed.may if draft.title else frozenset())
    return frozenset(codes)


def _features(draft: Draft, shaped: Shaped, headed: Headed) -> frozenset[str]:
    style = draft.style
    names = set(shaped.features)
    flags = {
        "title-missing": draft.title is None,
        "title-twice": bool(draft.title and draft.title.page),
        "title-lines": bool(draft.title and len(draft.title.lines) > 1),
        "title-odd": bool(draft.title and headed.may),
        "labels-before": bool(draft.before),
        "labels-after": bool(draft.after),
        "foot": bool(draft.foot),
        "number": bool(draft.number),
        "addressee": bool(draft.addressee),
        "opening-missing": not draft.opening,
        "signature-lost": not draft.issuers,
        "date-lost": not draft.dated,
        "date-in-brackets": draft.bracket,
        "signature-at-head": draft.head_signature,
        "spaced-digits": style.spaced,
        "numbers-run-through": style.through,
    }
    names |= {name for name, on in flags.items() if on}
    names |= {f"width:{style.width}", f"wrap:{style.wrap}", f"second:{style.second}", f"who:{draft.unit.who}"}
    names |= {f"{role}:{form}" for role, form in shaped.roles.items()}
    return frozenset(names)


def _number(rng: Random, writer: Writer) -> tuple[str, str]:
    if rng.random() >= 0.1:
        return "", ""
    return writer.pick("number", ""), rng.choice(["above", "front", "below"])


def _addressee(rng: Random, writer: Writer) -> str:
    texts = writer.texts("addressee", "")
    return writer.voice.fill(rng.choice(texts)) if texts and rng.random() < 0.24 else ""


def compose(seed: int, phrases: Phrases | None = None, *, year: int | None = None) -> Generated:
    """One report. The same seed, phrases and year give the same report."""
    rng = Random(seed)
    phrases = phrases or seen()
    year = year or rng.randint(FIRST, LAST)
    unit = make(rng, phrases, year)
    writer = Writer(rng, phrases, unit, year, words(rng, year))
    style = make_style(rng)
    headed = make_title(rng, phrases, writer.voice, unit)
    titled = rng.random() >= 0.1
    signed = rng.choices(["both", "none", "issuers", "date"], [88, 6, 3, 3])[0]
    if not titled or not headed.full:
        # One of title and signature names the issuer in full.
        signed = "both"
    shaped = shape(rng, writer, style)
    day, published = make_days(rng, year)
    before, after, foot = make_labels(rng, phrases, titled=titled)
    number, number_place = _number(rng, writer) if titled else ("", "")
    signatures = phrases.groups["signature"]
    template = rng.choices(signatures, [int(row.more["weight"]) for row in signatures])[0].phrases[0].text
    roll = rng.random()
    hint = _hint(unit)
    draft = Draft(
        unit=unit,
        year=year,
        seed=seed,
        title=headed.title if titled else None,
        before=before,
        after=after,
        foot=foot,
        number=number,
        number_place=number_place,
        addressee=_addressee(rng, writer),
        opening=writer.opening(hint, needed=bool(hint) or not titled),
        parts=shaped.parts,
        last=writer.plain("last.texts"),
        issuers=unit.issuers if signed in {"both", "issuers"} else (),
        dated=f"{day.year}年{day.month}月{day.day}日" if signed in {"both", "date"} else "",
        signature=template,
        bracket=titled and signed == "both" and roll < 0.04,
        head_signature=titled and signed == "both" and 0.04 <= roll < 0.06,
        day=day,
        published=published,
        labels=label_words(rng, unit, headed.title.text),
        words=writer.voice.words,
        style=style,
    )
    text = render(draft)
    return Generated(
        text=text,
        year=year,
        level=unit.level,
        body=unit.body,
        roles=shaped.roles,
        title=headed.title.text if titled else "",
        date=day if draft.dated else None,
        issuers=unit.issuers,
        complete=titled and headed.complete and signed == "both" and not draft.head_signature,
        allowed=_allowed(draft, shaped, headed, text),
        features=_features(draft, shaped, headed),
        draft=draft,
    )


def corpus(n: int = 2000, seed: int = 20260801) -> Iterator[Generated]:
    """Reports of the seen phrases."""
    return (compose(seed + index) for index in range(n))


def unseen_corpus(n: int = 400, seed: int = 20260801) -> Iterator[Generated]:
    """Reports whose titles, labels, headings and leaders' evidence were held back."""
    phrases = unseen()
    return (compose(seed + index, phrases) for index in range(n))
