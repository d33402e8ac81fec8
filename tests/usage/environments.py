"""Virtual environments with what a user would install, and programs run as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
_OURS = ("PYTHON", "GIT_", "VIRTUAL_ENV", "PRE_COMMIT", "COVERAGE", "HEGUI")


class Done(NamedTuple):
    """How a program ended; both streams are UTF-8, whatever the console's code page."""

    code: int
    out: str
    err: str


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what the developer has set for Python, git and pre-commit."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_OURS)} | more


def run(*command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: str = "") -> Done:
    """Run a program to its end; standard input is a pipe."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean_environment() if env is None else dict(env),
        input=stdin.encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    return Done(
        done.returncode,
        *(stream.decode("utf-8", "replace").replace("\r\n", "\n") for stream in (done.stdout, done.stderr)),
    )


def must(*command: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """The output of a program that has to succeed."""
    done = run(*command, cwd=cwd, env=env)
    assert done.code == 0, f"{' '.join(map(str, command))}\n{done.out}{done.err}"
    return done.out


class Environment:
    """A new virtual environment with ``packages`` (files or names) in it."""

    def __init__(self, folder: Path, *packages: str | Path) -> None:
        must(sys.executable, "-m", "venv", "--without-pip", folder)
        self._bin = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.program("python")
        self.install(*packages)

    def program(self, name: str) -> Path:
        """A program of this environment."""
        return self._bin / (f"{name}.exe" if os.name == "nt" else name)

    def install(self, *packages: str | Path, options: Iterable[str] = ()) -> None:
        """Install into it; what needs no other package needs no index."""
        must(*pip(self.python), "install", "--quiet", "--no-compile", *options, *packages)

    def hegui(self, *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Done:
        """Run this environment's hegui."""
        return run(self.program("hegui"), *arguments, cwd=cwd, env=env)


def pip(python: Path | str = sys.executable) -> tuple[str | Path, ...]:
    """The command of this interpreter's pip, working for ``python``."""
    return (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python)


def build(project: Path, folder: Path, *options: str) -> None:
    """Build the distributions of ``project`` into ``folder``, with the build tools installed here."""
    must(sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", folder, project)
