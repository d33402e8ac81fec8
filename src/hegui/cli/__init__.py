"""The command line: parse, build, call, exit."""

from __future__ import annotations

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and exit with its code."""
    gc.disable()  # nothing that imports make is garbage
    from hegui.cli.console import prepare

    prepare()
    from hegui.cli.group import run

    code = run(sys.argv[1:])
    gc.freeze()  # what is left ends with the process
    sys.exit(code)
