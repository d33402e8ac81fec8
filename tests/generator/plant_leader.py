"""Defects of what is told of the leaders."""

from __future__ import annotations

from .change import Case, Changed, Planter, tell_leader, without_leader
from .model import Fact, Item
from .parts import Writer


def _missing(it: Case) -> Changed | None:
    draft = without_leader(it.draft)
    way = it.rng.choice(["nothing", "cited"])
    if way == "cited":
        with_citation = it._replace(draft=draft).add_measure(it.say("duty_cited"))
        if with_citation:
            return with_citation, "只提文件名，未写履职情况"
    return draft, "删去第一责任人履职情况"


def _not_separate(it: Case) -> Changed | None:
    if it.made.roles["leader"] != "section" or it.made.body == "subdistrict":
        return None
    told = without_leader(it.draft)
    moved = it._replace(draft=told).add_measure(it.writer.leader_sentence())
    return (moved, "第一责任人内容并入举措") if moved else None


def _half(it: Case) -> Changed | None:
    """Only one of the two leaders."""
    if it.made.body in {"department", "party", "zone"}:
        return None
    kind = it.rng.choice(["party", "government"])
    texts = it.writer.texts("evidence", kind)

    def tell(_form: str) -> list[Item]:
        return it.writer.leader_items([it.rng.choice(texts)])

    return tell_leader(it.draft, tell), f"只写{'党委' if kind == 'party' else '政府'}主要负责人"


def _thin(it: Case) -> Changed | None:
    text = it.rng.choice(it.writer.texts("evidence", "thin"))
    if it.made.body == "department":
        text = text.replace("党政主要负责人", "主要负责人")

    def tell(_form: str) -> list[Item]:
        return [Item("", (Fact(it.fill(text)),), "leader")]

    return tell_leader(it.draft, tell), "只有表态，没有次数和事项"


def _wrong_level(it: Case) -> Changed | None:
    unit = it.draft.unit
    wrong = unit._replace(words={**unit.words, **unit.wrong})
    writer = Writer(it.rng, it.phrases, wrong, it.draft.year, {**it.draft.words, **wrong.words})
    names = unit.wrong["党政主官"]
    main = it.find("leader")
    if main and it.rng.random() < 0.3 and "thematic" not in it.made.features:
        heading = writer.voice.fill(it.rng.choice(it.phrases.plain["plant.wrong_head"]))
        return it.swap(main, main._replace(heading=heading)), f"标题写成{heading}"
    kind = "head" if unit.body == "department" else "both"
    texts = [text for text in writer.texts("evidence", kind) if "{党政主官}" in text]
    sentences = [text for text in writer.texts("evidence", "sentence") if "{党政主官}" in text]

    def tell(form: str) -> list[Item]:
        return writer.leader_items([it.rng.choice(sentences if form == "sentence" else texts)])

    return tell_leader(it.draft, tell), f"主体写成{names}"


PLANTERS: dict[str, Planter] = {
    "LDR001": _missing,
    "LDR002": _not_separate,
    "LDR003": _half,
    "LDR004": _thin,
    "LDR005": _wrong_level,
}
