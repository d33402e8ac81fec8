"""The door for authors of checks."""

from __future__ import annotations

import hegui.api

DESIGNED = {
    *("check", "Check", "Severity", "Strength", "Basis", "Example", "Hit", "Fix", "Edit", "Safety", "Span"),
    *("Report", "Section", "Paragraph", "Sentence", "Figure", "Citation", "Corpus", "Kind", "Part"),
    *("Document", "Loader", "Reporter", "FileResult", "Outcome", "hookimpl", "parse_kind", "load"),
}


def test_every_name_is_there() -> None:
    assert [name for name in hegui.api.__all__ if not hasattr(hegui.api, name)] == []
    assert len(hegui.api.__all__) == len(set(hegui.api.__all__))


def test_what_the_design_promises_is_there() -> None:
    assert set(hegui.api.__all__) >= DESIGNED
