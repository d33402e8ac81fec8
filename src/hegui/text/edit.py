"""Changes to a text, and how far each may be trusted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from hegui.text.span import Span
from hegui.text.values import NamedTuple


class Safety(IntEnum):
    """How far a fix may be applied without a person reading it."""

    DISPLAY = 0
    UNSAFE = 1
    SAFE = 2


class Edit(NamedTuple):
    """Replace what stands at ``span`` by ``new``."""

    span: Span
    new: str


class Fix(NamedTuple):
    """One or more edits that belong together; ``title`` says in Chinese what they do."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.DISPLAY


def apply(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits`` made, in any order given.

    Raises ValueError when two of them touch the same code point.
    """
    out: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.span.start < done:
            raise ValueError(f"overlapping edits at {edit.span.start}")
        out += (text[done : edit.span.start], edit.new)
        done = edit.span.end
    out.append(text[done:])
    return "".join(out)
