"""Defects of the title."""

from __future__ import annotations

import re
from collections.abc import Callable

from .change import Case, Changed, Planter
from .model import Title

SUBJECT = re.compile(r"(?:全面)?(?:推进)?(?:依法行政暨法治政府建设|法治政府建设|依法行政)")
YEAR = re.compile(r"\d{4}年度?")


def _missing(it: Case) -> Changed | None:
    if "{标题}" in it.draft.before:
        return None
    draft = it.draft._replace(title=None, number="", bracket=False)
    return draft, "去掉标题"


def _title(it: Case, change: Callable[[str], str], note: str) -> Changed | None:
    """The draft with its title changed wherever it stands; the lines are joined."""
    title = it.draft.title
    if title is None or "{标题}" in it.draft.before:
        return None
    whole = title.page or _one_line(title, len(it.draft.unit.issuers) > 1)
    new = change(whole)
    if new == whole:
        return None
    page = new if title.page else ""
    return it.draft._replace(title=Title((new,), page)), f"{note}：{new}"


def _one_line(title: Title, joint: bool) -> str:
    return (" " if joint and len(title.lines) > 1 else "").join(title.lines[:2]) + "".join(title.lines[2:])


def _no_year(text: str) -> str:
    return YEAR.sub("", text, count=1)


def _no_subject(text: str) -> str:
    def fitting(match: re.Match[str]) -> str:
        return "" if text[match.end() :].startswith(("工作", "年度")) else "工作"

    return SUBJECT.sub(fitting, text, count=1)


def _no_genre(text: str) -> str:
    for tail in ("总结的报告", "的报告", "年度报告", "报告"):
        if text.endswith(tail):
            return text.removesuffix(tail)
    return text


def _incomplete(it: Case) -> Changed | None:
    ways = [(_no_year, "标题缺年份"), (_no_subject, "标题缺事由"), (_no_genre, "标题缺文种")]
    it.rng.shuffle(ways)
    for change, note in ways:
        changed = _title(it, change, note)
        if changed:
            return changed
    return None


def _twice_yearly(text: str) -> str:
    return re.sub(r"(\d{4})年法治政府建设年度报告", r"\1年度法治政府建设年度报告", text)


def _no_de(text: str) -> str:
    return re.sub("的报告$", "报告", text) if "关于" in text else text


def _inverted(text: str) -> str:
    return re.sub("法治政府建设情况的?报告$", "法治政府建设的情况报告", text)


def _no_nian(text: str) -> str:
    return re.sub(r"(\d{4})年度?(?=法治|推进法治)", r"\1", text)


def _wording(it: Case) -> Changed | None:
    ways = [
        (_twice_yearly, "标题“年度”重复"),
        (_no_de, "标题“关于”缺“的”"),
        (_inverted, "标题语序"),
        (_no_nian, "标题年份后缺“年”"),
    ]
    it.rng.shuffle(ways)
    for change, note in ways:
        changed = _title(it, change, note)
        if changed:
            return changed
    return None


PLANTERS: dict[str, Planter] = {"STR001": _missing, "STR002": _incomplete, "STR014": _wording}
