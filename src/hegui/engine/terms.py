"""A county's own words: each ``[[terms]]`` row of the settings is a check of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hegui.check import Basis, Check, Hit, Severity, Strength
from hegui.report.build import Report
from hegui.text.span import Span

_BASIS = Basis("本单位设置的用语", None, Strength.PRACTICE)


def term_checks(rows: Iterable[Mapping[str, str]]) -> tuple[Check, ...]:
    """A check for each row: ``code`` and ``find``, and what to say in ``message`` and ``advice``."""
    return tuple(map(_term, rows))


def _term(row: Mapping[str, str]) -> Check:
    words = row["find"]
    message = row.get("message") or f"用了“{words}”"
    advice = row.get("advice", "")

    def run(report: Report) -> Iterator[Hit]:
        """设置文件里 [[terms]] 一行写的用语。"""
        at = report.text.find(words)
        while at >= 0:
            yield Hit(Span(at, at + len(words)), message, advice)
            at = report.text.find(words, at + len(words))

    slug = f"term-{row['code'].lower()}"
    return Check(row["code"], slug, message, Report, Severity.WARNING, _BASIS, run, needs=(words,), once=True)
