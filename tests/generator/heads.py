"""What stands round the body: title, page labels, number, addressee, signature, and how the page is set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from .model import Style, Title, Unit
from .phrases import Phrases
from .slots import Voice

BREAK = "｜"


class Headed(NamedTuple):
    """A title, what rules may say of its form, and whether it names the issuer in full."""

    title: Title
    may: frozenset[str]
    complete: bool
    full: bool


def make_title(rng: Random, phrases: Phrases, voice: Voice, unit: Unit) -> Headed:
    """A title of some form, over one to three lines, sometimes printed by the page as well."""
    kinds = rng.choices(["full", "short", "none"], [50, 42, 8])[0]
    groups = [group for group in phrases.of("form", kinds) if not group.more.get("may")]
    if rng.random() < 0.06:
        groups = [group for key in ("full", "short") for group in phrases.of("form", key) if group.more.get("may")]
    group = rng.choice(groups)
    # Three in four joint issuers stand on two lines.
    joined = (BREAK if rng.random() < 0.75 else " ").join(unit.issuers)
    text = voice.fill(rng.choice(group.phrases).text, 全称=joined, 简称=rng.choice(unit.shorts), 度=_du(rng))
    pieces = text.split(BREAK)
    roll = rng.random()
    if roll < 0.45 or len(pieces) == 1:
        lines = ["".join(pieces) if len(unit.issuers) == 1 else _join(pieces, unit)]
    else:
        lines = pieces
    if roll > 0.9 and len(lines) == 1 and len(lines[0]) > 18:
        lines = [_split(lines[0], voice.words["年"])]
        lines = lines[0].split("\n")
    page = ""
    if rng.random() < 0.14:
        page = _join(pieces, unit)
    title = Title(tuple(lines), page)
    wants = frozenset(group.more.get("may", []))
    return Headed(title, wants, bool(group.more.get("complete", True)), group.key == "full" and "may" not in group.more)


def _du(rng: Random) -> str:
    return rng.choice(["年", "年", "年度"])


def _join(pieces: list[str], unit: Unit) -> str:
    """The title in one line; two issuers stay apart by a space."""
    if len(unit.issuers) == 2 and pieces[0] == unit.issuers[0]:
        return f"{pieces[0]} {''.join(pieces[1:])}"
    return "".join(pieces)


def _split(line: str, year: str) -> str:
    """Broken before the year or after 法治政府建设, as narrow columns do."""
    at = line.find(year)
    if at > 6:
        return f"{line[:at]}\n{line[at:]}"
    at = line.find("法治政府建设") + 6
    return f"{line[:at]}\n{line[at:]}" if 6 < at < len(line) else line


def make_labels(rng: Random, phrases: Phrases, *, titled: bool) -> tuple[str, str, str]:
    """Templates of the labels before the title, after it and at the foot; each may be empty."""

    def one(place: str) -> str:
        return rng.choice([text.text for group in phrases.of("layout", place) for text in group.phrases])

    before = one("before") if rng.random() < 0.3 else ""
    after = one("after") if rng.random() < 0.38 else ""
    foot = one("foot") if rng.random() < 0.35 else ""
    if not titled and "{标题}" in before:
        before = ""
    return before, after, foot


def label_words(rng: Random, unit: Unit, title: str) -> dict[str, str]:
    """What the labels are filled with, but for the dates."""
    hosts = [unit.shorts[-1], unit.issuers[-1]]
    if unit.who in {"town", "street"}:
        hosts.append(f"{unit.shorts[0]}党政办公室" if unit.who == "town" else unit.issuers[-1])
    elif unit.who in {"county", "city", "province"}:
        hosts = [unit.issuers[-1], f"{unit.words['名']}司法局"] if unit.who != "province" else [unit.issuers[-1]]
    host = rng.choice(hosts)
    return {
        "来源": host,
        "机关": unit.issuers[-1],
        "标题": title,
        "索引号": f"{rng.randint(100000, 999999)}/{rng.randint(10000, 99999)}",
        "次数": str(rng.randint(12, 2400)),
        "站名": f"{unit.issuers[-1]}门户网站",
        "抄送": _justice(unit.words["上政"]),
    }


def _justice(office: str) -> str:
    """The justice office of the superior, to which copies go."""
    unit = office.removesuffix("政府").removesuffix("行署") or "地区"
    return "司法部" if unit == "国务院" else f"{unit}司法{'厅' if unit in {'省', '自治区'} else '局'}"


def fill_labels(template: str, words: Mapping[str, str], day: date, published: date) -> str:
    """A label block with its dates."""
    for name, text in words.items():
        template = template.replace(f"{{{name}}}", text)
    dates = {
        "发布日": published.isoformat(),
        "发布日汉": f"{published.year}年{published.month:02d}月{published.day:02d}日",
        "发布日斜": f"{published.year}/{published.month:02d}/{published.day:02d}",
        "成文日": day.isoformat(),
    }
    for name, text in dates.items():
        template = template.replace(f"{{{name}}}", text)
    return template


def make_days(rng: Random, year: int) -> tuple[date, date]:
    """The date of the report, and the later one of its publication, both in time."""
    day = date(year + 1, 1, 5) + timedelta(days=rng.randint(0, 51))
    published = min(day + timedelta(days=rng.randint(0, 30)), date(year + 1, 3, 29))
    return day, published


def make_style(rng: Random) -> Style:
    """How the page is set."""
    width = rng.choices(["full", "half", "brackets", "mixed"], [36, 44, 12, 8])[0]
    indent, blank = rng.choice(
        [("　　", False), ("　　", False), ("    ", True), ("  ", False), ("", True), ("", False)]
    )
    wrap = rng.choices(["none", "columns", "pages"], [82, 11, 7])[0]
    if wrap == "columns" and not indent:
        indent = "　　"
    second = rng.choices(["paren", "digit", "first", "none"], [78, 8, 8, 6])[0]
    third = rng.choices(["plain", "firsts", "digits", "leads"], [38, 38, 18, 6])[0]
    if second == "digit" and third == "digits":
        third = "plain"
    if second == "first":
        third = "plain"
    return Style(
        width=width,
        wrap=wrap,
        indent=indent,
        blank=blank,
        second=second,
        third=third,
        digit="、" if rng.random() < 0.06 else ".",
        stop=rng.random() < 0.2,
        through=third == "digits" and rng.random() < 0.2,
        gap=rng.random() < 0.05,
        spaced=rng.random() < 0.05,
    )
