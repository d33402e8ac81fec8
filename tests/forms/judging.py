"""What the relations and the checks say about a bare text."""

from __future__ import annotations

import re
from functools import cache

from hegui.check import Check, Example
from hegui.engine.walk import look
from hegui.report.figures import read_figures
from hegui.report.relations import Relation, Verdict, relations_in
from hegui.testing import planted, read
from hegui.text.span import Span
from tests.installed import built_in_checks, fazhi

_HEAD = "一、2024年法治政府建设的主要举措和成效\n召开法治工作专题会议4次。"
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")


def relations(text: str) -> tuple[Relation, ...]:
    """The relations in a text without a report around it."""
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(text)]
    return relations_in(text, sentences, read_figures(text))


def contradictions(text: str) -> list[Relation]:
    """Those that do not hold."""
    return [relation for relation in relations(text) if relation.verdict is Verdict.CONTRADICTORY]


@cache
def family() -> tuple[Check, ...]:
    """The checks of STA."""
    return tuple(check for check in built_in_checks() if check.family == "STA")


def codes(text: str) -> set[str]:
    """The STA codes that speak on a text that stands as the measures part of a complete report."""
    form = "md" if text.startswith("|") else "txt"
    report = read(planted(Example(bad=text, good="", replace=True), f"{_HEAD}\n{text}"), fazhi(), form)
    return {check.code for check in family() if look(check, report).hits}
