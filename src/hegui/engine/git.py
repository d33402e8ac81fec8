"""Asking git, whose repository may be a stranger's: fixed words, none of the repository's own programs."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from hegui.document.programs import program

_SAFE = ("core.fsmonitor=false", f"core.hooksPath={os.devnull}", "core.quotePath=false")


class Refused(Exception):
    """Git is not there, or did not answer; the message is its own first line."""


def git(folder: Path, *words: str) -> bytes:
    """What git says in ``folder``; raises Refused."""
    name = program("git")
    if name is None:
        raise Refused("没有安装 git")
    settings = (word for setting in _SAFE for word in ("-c", setting))
    command = [name, *settings, *words]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=60)  # noqa: S603 - fixed words
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip()
        raise Refused(told.partition("\n")[0]) from None
    except (OSError, subprocess.SubprocessError) as error:
        raise Refused(str(error)) from None
    return done.stdout
