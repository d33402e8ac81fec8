"""The command line: parse, build, call, exit."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from contextlib import suppress
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and exit with its code."""
    gc.disable()  # nothing that imports make is garbage
    from hegui.cli.importing import use

    use()
    from hegui.cli.console import prepare

    prepare()
    from hegui.cli.group import run

    leave(run(sys.argv[1:]))


def leave(code: int) -> NoReturn:
    """Exit as ``sys.exit`` does, but without taking every module apart first, which takes as long as a report."""
    if threading.active_count() > 1:  # there are other processes to be told
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - a plugin may have asked for it
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)
