"""The command line: parse, build, call, exit."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the program and exit with its code."""
    gc.disable()  # nothing that imports make is garbage
    from hegui.cli.console import prepare

    prepare()
    from hegui.cli.group import run

    sys.exit(run(sys.argv[1:]))
