"""For authors of checks: plant an example in a complete report that is otherwise silent, and look.

``assert_examples(check)`` in a test proves every example of a check; ``model_report`` gives the report.
"""

from __future__ import annotations

from hegui.check import Check, Example, Hit
from hegui.document.model import Loader
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.report.kind import Kind
from hegui.text.edit import Safety, apply
from hegui.text.tables import load

_ALWAYS_REPLACED = {"title", "addressee", "issuer", "date"}


def model_report(year: int = 2024, body: str = "town", **parts: str) -> str:
    """The text of a complete report; ``parts`` replace parts by name, an empty one is left out."""
    table = load(__file__, "testing")
    pieces = {name: table[body][name].strip() for name in table["order"]} | parts
    text = "\n".join(piece for name in table["order"] if (piece := pieces[name]))
    return text.replace("{year}", str(year)).replace("{next}", str(year + 1)) + "\n"


def planted(example: Example, words: str) -> str:
    """The model report with ``words`` planted as the example says."""
    if example.part == "whole":
        return words
    parts = {example.part: words}
    if not example.replace and example.part not in _ALWAYS_REPLACED:
        own: str = load(__file__, "testing")[example.body][example.part]
        parts = {example.part: f"{own.strip()}\n{words}"}
    return model_report(example.year, example.body, **parts)


def read(text: str, kind: Kind, format: str = "txt") -> Report:
    """The report that ``text`` is, read as a file of that format would be."""
    return Report(_loader(format).load(_data(text, format), f"example.{format}"), kind)


def _data(text: str, format: str) -> bytes:
    """The file; lines of a Word file may begin with how they are set, ``{font=黑体 size=16}``."""
    if format != "docx":
        return text.encode()
    from hegui.document.docx_making import word_file

    return word_file(text)


def _loader(format: str) -> Loader:
    from hegui.document.docx import DocxLoader
    from hegui.document.markdown import MarkdownLoader
    from hegui.document.plain import PlainLoader

    loaders: dict[str, Loader] = {"md": MarkdownLoader(), "docx": DocxLoader()}
    return loaders.get(format) or PlainLoader()


def hits(check: Check, text: str, kind: Kind, format: str = "txt") -> tuple[Hit, ...]:
    """What ``check`` finds in ``text``."""
    return look(check, read(text, kind, format)).hits


def assert_examples(check: Check, kind: Kind) -> None:
    """Each ``bad`` trips the check where it says, ``good`` and ``quiet`` do not, and a fixed ``bad`` is ``good``."""
    assert check.examples, f"{check.code} has no examples"
    for example in check.examples:
        for words in (example.good, *example.quiet):
            found = hits(check, planted(example, words), kind, example.format)
            assert not found, f"{check.code} speaks on {words!r}: {found[0].message}"
        _assert_trips(check, example, kind)


def _assert_trips(check: Check, example: Example, kind: Kind) -> None:
    text = planted(example, example.bad)
    report = read(text, kind, example.format)
    found = look(check, report).hits
    assert found, f"{check.code} is silent on {example.bad!r}"
    first = found[0]
    assert (first.severity or check.severity) <= check.severity, f"{check.code} raises its own severity"
    if example.marks:
        assert example.marks in first.span.of(report.text), f"{check.code} points at {first.span.of(report.text)!r}"
    for hit in found:
        if hit.fix and hit.fix.safety > Safety.DISPLAY:
            fixed = apply(report.text, hit.fix.edits)
            assert not hits(check, fixed, kind, example.format), f"{check.code} fixed still trips: {hit.fix.title}"
            assert fixed.split() == read(planted(example, example.good), kind).text.split(), (
                f"{check.code} fix is not good"
            )


__all__ = ["assert_examples", "hits", "model_report", "planted", "read"]
