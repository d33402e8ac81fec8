"""What a file would be, against what it is."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff

from hegui.reporters.terminal import BOLD, paint, visible

_COLORS = {"+": "32", "-": "31", "@": "36"}


def unified(path: str, old: str, new: str, *, color: bool = False) -> Iterator[str]:
    r"""The lines of a unified diff that ``patch`` takes; lines are those that end in ``\n``.

    With ``color``, for a terminal: nothing in it steers the terminal.
    """
    before, after = old.split("\n"), new.split("\n")
    for number, line in enumerate(unified_diff(_ended(before), _ended(after), path, path)):
        if not color:
            yield line
        elif number < 2:
            yield f"{paint(visible(line.rstrip()), BOLD, on=True)}\n"
        else:
            yield f"{paint(visible(line.rstrip()), *filter(None, [_COLORS.get(line[0])]), on=True)}\n"


def _ended(lines: list[str]) -> list[str]:
    """The lines with their ends, the last one marked where the file does not end in a line break."""
    *whole, last = lines
    return [f"{line}\n" for line in whole] + ([f"{last}\n\\ No newline at end of file\n"] if last else [])
