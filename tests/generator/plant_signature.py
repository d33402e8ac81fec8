"""Defects of signature and dates."""

from __future__ import annotations

from datetime import date, timedelta

from .change import Case, Changed, Planter

PUBLISHED = "发布日"
UPDATED = "更新时间"  # the day a page was touched last is no day of publication
BOUND = 2019
DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
TENS = {1: "十", 2: "二十", 3: "三十"}


def _no_issuer(it: Case) -> Changed | None:
    return it.draft._replace(issuers=(), bracket=False), "删去署名"


def _no_date(it: Case) -> Changed | None:
    return it.draft._replace(dated="", bracket=False), "删去成文日期"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    return TENS.get(tens, "") + (str(ones).translate(DIGITS) if ones else "")


def _malformed(it: Case) -> Changed | None:
    day = it.draft.day
    ways = [
        f"{day.year}年{day.month:02d}月{day.day:02d}日",
        f"{str(day.year).translate(DIGITS)}年{_small(day.month)}月{_small(day.day)}日",
        f"{day.year}年{day.month}月",
    ]
    text = it.rng.choice(ways)
    return it.draft._replace(dated=text), f"日期写成{text}"


def _dated(it: Case, day: date, published: date | None = None) -> Case:
    text = f"{day.year}年{day.month}月{day.day}日"
    draft = it.draft._replace(day=day, dated=text, published=published or it.draft.published)
    return it._replace(draft=draft)


def _before_end(it: Case) -> Changed | None:
    day = date(it.draft.year, 12, it.rng.randint(5, 30))
    return _dated(it, day).draft, f"成文日期在报告年度内：{day}"


def _other_place(it: Case) -> Changed | None:
    unit, title = it.draft.unit, it.draft.title
    if title is None or not all(name in title.text for name in unit.issuers):
        return None
    return it.draft._replace(issuers=unit.neighbour), f"署名为{'、'.join(unit.neighbour)}"


def _has_published(it: Case) -> bool:
    return any(PUBLISHED in template and UPDATED not in template for template in (it.draft.before, it.draft.after))


def _late(it: Case) -> Changed | None:
    year = it.draft.year
    if year < BOUND or it.made.body == "zone":
        return None
    if it.made.level in {"province", "nation"}:
        # Its page date would be late as well: the labels go.
        draft = _dated(it, date(year + 1, 4, it.rng.randint(5, 28))).draft
        return draft._replace(before="", after=""), f"成文日期过期：{draft.day}"
    day = date(year + 1, 3, it.rng.randint(5, 22))
    return _dated(it, day, day + timedelta(days=it.rng.randint(1, 6))).draft, f"成文日期过期：{day}"


def _published(it: Case, day: date, note: str) -> Changed:
    draft = it.draft._replace(published=day)
    if not _has_published(it):
        draft = draft._replace(after="发布日期：{发布日}　来源：{来源}")
    return draft, f"{note}：{day}"


def _late_page(it: Case) -> Changed | None:
    year = it.draft.year
    if year < BOUND or it.made.body in {"subdistrict", "zone"}:
        return None
    return _published(it, date(year + 1, 4, 3) + timedelta(days=it.rng.randint(0, 90)), "发布日期过期")


def _page_first(it: Case) -> Changed | None:
    if it.draft.day < date(it.draft.year + 1, 1, 15):
        return None
    return _published(it, it.draft.day - timedelta(days=it.rng.randint(3, 10)), "发布早于成文")


def _impossible(it: Case) -> Changed | None:
    year = it.draft.year + 1
    text = it.rng.choice([f"{year}年2月30日", f"{year}年1月32日", f"{year}年13月5日", f"{year + 80}年1月20日"])
    return it.draft._replace(dated=text), f"日期写成{text}"


PLANTERS: dict[str, Planter] = {
    "SIG001": _no_issuer,
    "SIG002": _no_date,
    "SIG003": _malformed,
    "SIG004": _before_end,
    "SIG005": _other_place,
    "SIG006": _late,
    "SIG007": _late_page,
    "SIG008": _page_first,
    "SIG009": _impossible,
}
