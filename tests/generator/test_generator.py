"""The generator itself: the same again for the same seed, a truth that stands in the text, phrases held back."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest

from .change import without_leader
from .compose import REQUIRED, compose, corpus, unseen_corpus
from .model import Generated
from .phrases import SEEN, UNSEEN, Phrases, load
from .plant import RULES, plant
from .render import HALF, render

HELD = ("form", "layout", "heading", "theme", "opener")
SLOT = re.compile(r"\\\{[^{}]*\\\}")
FILLED = {r"\{年\}": r"\d{4}", r"\{明年\}": r"\d{4}", r"\{度\}": "年度?", r"\{我\}": "我.{1,3}"}


@pytest.fixture(scope="module")
def reports() -> list[Generated]:
    return list(corpus(400))


@pytest.fixture(scope="module")
def strangers() -> list[Generated]:
    return list(unseen_corpus(200))


def squeezed(text: str) -> str:
    """Without spaces and line ends, half width."""
    return "".join(text.split()).translate(HALF)


def phrases_of(phrases: Phrases, table: str) -> list[str]:
    return [phrase.text for group in phrases.groups.get(table, ()) for phrase in group.phrases if phrase.text]


def test_same_seed_same_report() -> None:
    assert [compose(seed) for seed in range(40)] == [compose(seed) for seed in range(40)]
    assert compose(1).text != compose(2).text


def test_given_year_is_kept() -> None:
    assert {compose(seed, year=2021).year for seed in range(20)} == {2021}


def test_held_back_phrases_stand_nowhere_else() -> None:
    known = "\n".join(path.read_text(encoding="utf-8") for path in SEEN.glob("*.toml"))
    held = load(UNSEEN)
    leaked = [text for table in held.groups for text in phrases_of(held, table) if text in known]
    assert leaked == []


@pytest.mark.parametrize("table", HELD)
def test_three_in_ten_are_held_back(table: str) -> None:
    known, held = len(phrases_of(load(SEEN), table)), len(phrases_of(load(UNSEEN), table))
    assert held >= 0.3 * (known + held), (known, held)


@pytest.mark.parametrize("table", HELD)
def test_no_phrase_twice(table: str) -> None:
    counts = Counter(phrases_of(load(SEEN), table) + phrases_of(load(UNSEEN), table))
    assert [text for text, count in counts.items() if count > 1] == []


def test_strangers_have_no_known_heading(strangers: list[Generated]) -> None:
    known = load(SEEN)
    texts = [text for table in ("heading", "theme") for text in phrases_of(known, table)]
    patterns = [re.compile(SLOT.sub(lambda match: FILLED.get(match[0], ".{2,14}"), re.escape(text))) for text in texts]
    # Plan items stand as first-level headings in the second half; they are no vocabulary of parts.
    headings = {
        part.heading
        for made in strangers
        for part in made.draft.parts
        if part.heading and not (part.role == "plan" and "halves" in made.features)
    }
    assert [text for text in headings if any(pattern.fullmatch(text) for pattern in patterns)] == []


def test_truth_stands_in_the_text(reports: list[Generated], strangers: list[Generated]) -> None:
    for made in [*reports, *strangers]:
        text = squeezed(made.text)
        assert made.title.translate(HALF) in text
        assert not made.title or str(made.year) in made.title
        assert f"{made.year}年" in text
        assert all(name.translate(HALF) in text for name in made.issuers)
        if made.date:
            assert f"{made.date.year}年{made.date.month}月{made.date.day}日" in text
            assert (made.date.year, made.date.month) in {(made.year + 1, 1), (made.year + 1, 2)}
        for part in made.draft.parts:
            assert part.heading.translate(HALF).replace(" ", "").replace("　", "") in text


def test_roles_are_told(reports: list[Generated], strangers: list[Generated]) -> None:
    forms = {"section", "subsection", "paragraph", "sentence", "themes"}
    for made in [*reports, *strangers]:
        assert set(REQUIRED) <= set(made.roles)
        assert set(made.roles.values()) <= forms
        assert made.complete == (made.allowed.isdisjoint({"STR001", "STR002", "SIG001", "SIG002"}))


def test_leaders_stand_only_where_told(reports: list[Generated]) -> None:
    """Without the leaders' parts their duty is at most planned."""
    for made in reports:
        draft = without_leader(made.draft)
        kept = tuple(part for part in draft.parts if part.role not in {"plan", "joint"})
        text = render(draft._replace(parts=kept, labels=dict.fromkeys(draft.labels, "")))
        assert "第一责任人" not in squeezed(text), made.draft.seed


def test_no_slot_and_no_doubled_mark_is_left(reports: list[Generated], strangers: list[Generated]) -> None:
    for made in [*reports, *strangers]:
        assert not re.search(r"[{}｜]", made.text)
        assert not re.search(r"[。，；：]{2}", made.text)
        for left, right in ("（）", "《》", "“”", "()"):
            assert made.text.count(left) == made.text.count(right) or left == "("


def test_shares_are_shares(reports: list[Generated]) -> None:
    for made in reports:
        text = squeezed(made.text)
        for whole, written, oral in re.findall(r"案件(\d+)件\(其中书面调解(\d+)件,口头调解(\d+)件\)", text):
            assert int(whole) == int(written) + int(oral)
        for whole, part, rate in re.findall(r"纠纷(\d+)件,成功化解(\d+)件,化解率([\d.]+)%", text):
            assert f"{int(part) / int(whole) * 100:.1f}" == rate


def test_every_kind_of_report_comes_up() -> None:
    features = Counter(name for made in corpus(1200) for name in made.features)
    wanted = [
        "title-missing", "title-twice", "title-lines", "title-odd", "labels-before", "labels-after",
        "addressee", "number",
        "signature-lost", "date-lost", "date-in-brackets", "signature-at-head", "joint-heading", "thematic", "unheaded",
        "halves", "shortcomings-bare", "plan-bare", "first-level-run-in", "numbers-run-through", "spaced-digits",
        "leader:section", "leader:subsection", "leader:paragraph", "leader:sentence",
        "wrap:columns", "wrap:pages", "width:half", "width:mixed",
        *(f"who:{who}" for who in ("town", "street", "county", "city", "province", "department", "zone", "ministry")),
    ]  # fmt: skip
    assert [name for name in wanted if features[name] < 5] == []


@pytest.mark.parametrize("rule", RULES)
def test_planters(rule: str, reports: list[Generated]) -> None:
    planted = [(made, plant(rule, made, Random(made.draft.seed))) for made in reports]
    hits = [(made, result) for made, result in planted if result]
    assert len(hits) >= 40, len(hits)
    for made, (text, note) in hits:
        assert text != made.text
        assert note
        assert made.complete
        assert rule not in made.allowed
        assert "{" not in text
    made, result = hits[0]
    assert plant(rule, made, Random(made.draft.seed)) == result


def test_no_cause_is_left(reports: list[Generated]) -> None:
    words = re.compile("由于|主要是因|原因|根源|导致|致使|造成|制约|受限于|所致|症结|究其")
    for made in reports:
        result = plant("STR005", made, Random(1))
        if result:
            lacks = [part for part in made.draft.parts if part.role in {"shortcomings", "joint"}]
            bodies = "".join(item.bare for part in lacks for item in part.items)
            assert not words.search(bodies), bodies


def test_only_complete_reports_are_damaged(reports: list[Generated]) -> None:
    broken = next(made for made in reports if not made.complete)
    assert [rule for rule in RULES if plant(rule, broken, Random(1))] == []


def test_unknown_rule_is_refused(reports: list[Generated]) -> None:
    with pytest.raises(KeyError):
        plant("XYZ999", reports[0], Random(1))
