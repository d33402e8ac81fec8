"""The tables of facts/ in words: what stands in them, for whoever keeps or doubts them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hegui.api import Day, Fact, FactTable, load
from hegui_checks.titles import Entry, register

_FOLDER = Path(__file__).with_name("facts")
_TABLES = {
    "laws": "法律法规",
    "documents": "党内法规、文件、读物和标准",
    "repeals": "已经废止的",
    "versions": "修订和施行",
    "periods": "规划及其期限",
    "calendar": "会议和提法",
    "set_phrases": "固定表述",
    "formulas": "分时期的表述",
    "old_bodies": "机构旧称",
    "fazhi_forms": "法制与法治",
    "slips": "常见错字",
    "doubled": "误重的词",
    "confusions": "文件名称的常见误写",
    "not_documents": "不是文件的",
    "organs": "中央机关",
    "themes": "工作主题",
    "topics": "主要任务",
    "surnames": "姓氏",
}
_IN_OTHERS = frozenset({"names"})
_CERTAINTY = {
    "high": "确定",
    "quoted": "见于原文",
    "second-hand": "转述",
    "medium": "较确定",
    "background": "待核，只作提示",
}
_KEYS = {
    "title": "名称", "name": "名称", "pattern": "写法", "first": "起", "last": "止", "since": "自", "from": "自",
    "until": "至", "now": "现在用", "new": "新名", "old": "旧名", "version": "版本", "passed": "通过", "force": "施行",
    "certainty": "可靠程度", "source": "来源", "words": "用词", "parts": "组成", "wrong": "误写", "near": "线索",
    "unless": "例外", "why": "理由", "level": "层级", "called": "称呼", "namesakes": "各地有同名的",
}  # fmt: skip
_TITLES = ("title", "phrase", "name", "old", "pattern")


def tables() -> list[FactTable]:
    """Every table, the known ones first."""
    here = sorted(file.stem for file in _FOLDER.glob("*.json") if file.stem not in _IN_OTHERS)
    order = [name for name in _TABLES if name in here] + [name for name in here if name not in _TABLES]
    return [
        FactTable(name, _TABLES.get(name, name), str(load(str(_FOLDER), name).get("as_of", "")), _facts(name))
        for name in order
    ]


def _facts(name: str) -> tuple[Fact, ...]:
    if name in {"laws", "documents"}:
        entries = register().listed(name)
        return tuple(_title(entry) for entry in entries)
    return tuple(_rows(load(str(_FOLDER), name)))


def _title(entry: Entry) -> Fact:
    """A law or document with all that the register says of it."""
    details = [("层级", entry.level), ("发布机关", entry.issuer), ("通过或者印发", _told(entry.first))]
    details += [("最近版本", _told(entry.latest)), ("施行", _told(entry.force))]
    if entry.repeal:
        details += [("废止", _told(entry.repeal.since)), ("现行", entry.repeal.successor)]
    details += [("也称", "、".join(entry.short)), ("常见误写", "、".join(entry.wrong))]
    details += [("各地有同名的", "是" if entry.namesakes else "")]
    details += [("可靠程度", _CERTAINTY.get(entry.certainty, entry.certainty)), ("来源", entry.source)]
    return Fact(
        entry.title,
        tuple((label, words) for label, words in details if words),
        (*entry.short, *entry.wrong, entry.name.core),
    )


def _told(day: Day | None) -> str:
    return str(day) if day else ""


def _rows(table: Mapping[str, Any]) -> Iterator[Fact]:
    """The rows of any table; lists of words are a row each."""
    for key, value in table.items():
        if key in {"rows", "groups"}:
            for row in value:
                yield from _row(row)
        elif key not in {"as_of", "certainty", "source"}:
            yield Fact(_KEYS.get(key, key), (("内容", _words(value)),))


def _row(row: Mapping[str, Any]) -> Iterator[Fact]:
    if "rows" in row:
        for pair in row["rows"]:
            yield Fact(str(pair[0]), (("应为", str(pair[1])), ("来源", str(row.get("source", "")))))
        return
    title = next((str(row[key]) for key in _TITLES if key in row), "") or _words(next(iter(row.values())))
    details = (
        (_KEYS.get(key, key), _words(_CERTAINTY.get(value, value) if key == "certainty" else value))
        for key, value in row.items()
    )
    yield Fact(title, tuple((label, words) for label, words in details if words and words != title))


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return "；".join(f"{key}：{_words(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "、".join(_words(each) for each in value)
    return "是" if value is True else str(value).strip()
