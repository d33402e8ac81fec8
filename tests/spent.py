"""What a command costs: ``python tests/spent.py FILE COMMAND…`` writes it to FILE, as JSON, and exits with its code.

A process of its own measures, for on Linux a new process begins with the peak of memory of the one that starts it.
Not for Windows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter


def main(told: str, command: list[str]) -> int:
    """Write the seconds on the clock, those of all processors, and the megabytes of the largest process."""
    begun = perf_counter()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    kilo = 1024 if sys.platform == "darwin" else 1
    cost = [seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024 / kilo]
    Path(told).write_text(json.dumps(cost), "utf-8")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
