"""The tables of facts agree with one another, and a document that they lack is not taken for its neighbour."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import hegui_checks
from hegui.text.tables import generate, load
from hegui_checks.citation.misnaming import misnaming
from hegui_checks.nearness import distance
from hegui_checks.register import as_of, periods
from hegui_checks.titles import Entry, Name, Register, day, normal, register, take_apart

FOLDER = Path(hegui_checks.__file__).with_name("facts")
CERTAINTIES = {"high", "quoted", "second-hand", "background"}
MINE = ("laws", "documents", "names", "repeals", "versions", "periods", "organs", "confusions", "not_documents")


def rows(name: str) -> list[dict[str, Any]]:
    return load(str(FOLDER), name)["rows"]


def entries() -> list[Entry]:
    return [entry for core in sorted(register().cores) for entry in register().get(core)]


@pytest.mark.parametrize("name", sorted(file.stem for file in FOLDER.glob("*.toml")))
def test_the_json_is_what_the_toml_says(name: str) -> None:
    assert FOLDER.joinpath(f"{name}.json").read_text("utf-8") == generate(FOLDER / f"{name}.toml")


@pytest.mark.parametrize("name", MINE)
def test_each_table_says_up_to_when_it_is_whole(name: str) -> None:
    assert as_of(name).exists


def test_every_row_has_its_source_and_certainty() -> None:
    for row in [*rows("documents"), *rows("repeals"), *rows("versions"), *load(str(FOLDER), "laws")["groups"]]:
        assert row["certainty"] in CERTAINTIES, row
        assert row["source"], row


def test_no_title_stands_twice() -> None:
    lines = [line for group in register().groups for line in group["lines"].split("\n") if line and line[0] != "#"]
    titles = [line.split(" ")[0] for line in lines] + [row["title"] for row in rows("documents")]
    assert not [title for title, times in Counter(titles).items() if times > 1]
    assert all(re.fullmatch(r"\S+(?: (?:-|\d{4}-\d\d-\d\d)){3}", line) for line in lines)
    names = [row["title"] for row in rows("names")] + [row["old"] for row in rows("repeals")]
    assert not [title for title, times in Counter(names).items() if times > 1]


def test_dates_are_in_order() -> None:
    for entry in entries():
        known = [date for date in (entry.first, entry.latest) if date]
        assert all(date.exists for date in known), entry.title
        assert known == sorted(known), entry.title
        if entry.first and entry.repeal:
            assert entry.first < entry.repeal.since, entry.title


def test_successors_exist_and_were_there_in_time() -> None:
    for row in rows("repeals"):
        since = day(row["since"])
        successor = register().find(take_apart(row["new"]))
        assert since
        assert successor
        assert successor.title == row["new"]
        assert successor.repeal is None or successor.repeal.since > since
        assert successor.first is None or successor.first <= since


def test_versions_are_of_known_laws() -> None:
    for row in rows("versions"):
        entry = register().find(take_apart(row["title"]))
        assert entry
        assert entry.title == row["title"]
        passed, force = day(row["passed"]), day(row["force"])
        assert passed
        assert force
        assert passed <= force
        if row["version"] == "制定" and entry.first:
            assert entry.first <= passed
            assert entry.force == force
        elif entry.latest and passed <= as_of("laws"):
            assert entry.latest >= passed


def test_names_are_of_listed_laws() -> None:
    laws = {entry.title for entry in register().listed("laws")}
    assert {row["title"] for row in rows("names")} <= laws


def test_each_short_title_means_one_document() -> None:
    shorts = {(take_apart(short).core, entry.name.core) for entry in entries() for short in entry.short}
    assert len(shorts) == len({short for short, _ in shorts})
    assert not {short for short, _ in shorts} & register().cores


def test_wrong_names_are_nobodys_right_name() -> None:
    wrongs = [(normal(wrong), entry.name.core) for entry in entries() for wrong in entry.wrong]
    assert len({wrong for wrong, _ in wrongs}) == len(set(wrongs))
    for wrong, _ in wrongs:
        assert register().find(take_apart(wrong)) is None, wrong


def test_periods_of_titles_and_of_plans_are_the_same() -> None:
    documents = {entry.title: entry.name.period for entry in register().listed("documents")}
    planned = {period.title: (period.first, period.last) for period in periods() if "（" in period.title}
    assert planned == {title: documents.get(title) for title in planned}


def test_issuers_are_known_organs() -> None:
    organs = {row["name"] for row in rows("organs")}
    told = {
        organ
        for row in rows("documents")
        if row["certainty"] == "quoted"
        for organ in row.get("issuer", "").split("、")
    }
    books_and_standards = {
        "",
        "中国共产党全国代表大会",
        "全国普法办",
        "国家质量监督检验检疫总局",
        "国家标准化管理委员会",
    }
    assert told - organs <= books_and_standards


# Pairs of real laws that differ as slips do: the register must have both, for it cannot tell them apart.
TWINS = {
    "中外合作经营企业法",
    "中外合资经营企业法",
    "噪声污染防治法",
    "环境噪声污染防治法",
    "环境保护法",
    "学位条例",
    "中医药条例",
    "治安管理处罚条例",
    "防治海岸工程建设项目污染损害海洋环境管理条例",
    "防治海洋工程建设项目污染损害海洋环境管理条例",
}


def test_a_document_that_is_not_there_is_not_taken_for_its_neighbour(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = set()
    for entry in entries():
        name = entry.name
        with monkeypatch.context() as patch:
            patch.setattr(
                Register, "__contains__", lambda self, core, gone=name.core: core != gone and _has(self, core)
            )
            patch.setattr(Register, "get", lambda self, core, gone=name.core: () if core == gone else _get(self, core))
            patch.setattr(register(), "wrongs", {})
            for head in {name.head, ""}:
                found = misnaming(Name(head, name.core, name.tail), whole=True)
                if found and found.entry.name.core != name.core:
                    taken.add(name.core)
    assert taken == TWINS


_has, _get = Register.__contains__, Register.get


def test_distance() -> None:
    assert [distance("督察", "督察"), distance("督查", "督察"), distance("监督检查", "督察"), distance("", "法")] == [
        0,
        1,
        3,
        1,
    ]
