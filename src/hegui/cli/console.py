"""Standard output and error: always UTF-8, and quiet when nobody listens any more."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hegui.hooks import View


def prepare() -> None:
    """Make both streams UTF-8, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def out(text: str | bytes) -> None:
    """Write to standard output; a reader that has gone away is no error."""
    try:
        if isinstance(text, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # Windows tells of a closed pipe as an invalid argument.
        if not isinstance(error, BrokenPipeError) and os.name != "nt":
            raise
        nowhere = os.open(os.devnull, os.O_WRONLY)  # where Python's own last flush may go
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def err(line: str) -> None:
    """One line on standard error, which may quote names of files and words of documents."""
    from hegui.reporters.terminal import visible

    aside(visible(" ".join(line.split())))


def aside(line: str) -> None:
    """One line of our own words on standard error, as it stands."""
    with suppress(OSError):
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def view(*, show_all: bool) -> View:
    """How standard output looks: colour only on a terminal that has it and wants it."""
    from hegui.hooks import View

    if not sys.stdout.isatty():
        return View(all=show_all)
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    capable = os.name != "nt" or bool({"WT_SESSION", "ANSICON", "TERM"} & set(os.environ))
    width = 80
    with suppress(OSError):
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    return View(color=capable and not plain, width=max(width, 40), all=show_all, terminal=True)
