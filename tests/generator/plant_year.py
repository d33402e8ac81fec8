"""Defects of the years."""

from __future__ import annotations

from .change import Case, Changed, Planter
from .model import Title


def _added(it: Case, sentence: str, note: str) -> Changed | None:
    draft = it.add_measure(sentence)
    return (draft, f"{note}：{sentence}") if draft else None


def _wrong_heading(it: Case) -> Changed | None:
    part = it.find("measures")
    if part is None or not part.heading or it.find("half"):
        return None
    year, wrong = str(it.draft.year), str(it.draft.year - 1)
    heading = part.heading.replace(year, wrong) if year in part.heading else it.say("damaged_year_heading", 错年=wrong)
    return it.swap(part, part._replace(heading=heading)), f"标题年份 {wrong}：{heading}"


def _wrong_title(it: Case) -> Changed | None:
    title = it.draft.title
    year, wrong = str(it.draft.year), str(it.draft.year - 1)
    headings = "".join(part.heading for part in it.draft.parts)
    if title is None or year not in headings or "{标题}" in it.draft.before:
        return None
    lines = tuple(line.replace(year, wrong) for line in title.lines)
    return it.draft._replace(title=Title(lines, title.page.replace(year, wrong))), f"题目年份 {wrong}"


def _wrong_lead(it: Case) -> Changed | None:
    year, wrong = str(it.draft.year), str(it.draft.year - 1)
    if not it.draft.opening.startswith(year):
        return None
    return it.draft._replace(opening=it.draft.opening.replace(year, wrong, 1)), f"首句年份 {wrong}"


def _mismatch(it: Case) -> Changed | None:
    ways = [_wrong_heading, _wrong_title, _wrong_lead]
    it.rng.shuffle(ways)
    for way in ways:
        changed = way(it)
        if changed:
            return changed
    return None


def _stale_year(it: Case) -> Changed | None:
    return _added(it, it.say("stale_year"), "旧年份数据")


def _stale_period(it: Case) -> Changed | None:
    texts = [text for group in it.phrases.groups["stale"] for text in group.fitting("", it.draft.year)]
    return _added(it, it.fill(it.rng.choice(texts)), "过期规划")


def _early(it: Case) -> Changed | None:
    texts = [text for group in it.phrases.groups["early"] for text in group.fitting("", it.draft.year)]
    return _added(it, it.fill(it.rng.choice(texts)), "时代错误")


def _relative(it: Case) -> Changed | None:
    return _added(it, it.say("relative"), "相对年份")


def _cutoff(it: Case) -> Changed | None:
    return _added(it, it.say("cutoff"), "数据截止过早")


PLANTERS: dict[str, Planter] = {
    "TIM001": _mismatch,
    "TIM002": _stale_year,
    "TIM003": _stale_period,
    "TIM004": _early,
    "TIM005": _relative,
    "TIM006": _cutoff,
}
