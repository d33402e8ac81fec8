"""What has changed since a commit, so that a gate looks at nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from hegui.engine.errors import UsageError
from hegui.engine.git import Refused, git


class Changed:
    """The files that differ from where ``base`` and the present branch parted, new ones included.

    A file outside the repository always counts as changed. Raises UsageError where git cannot tell.
    """

    def __init__(self, base: str) -> None:
        here = Path.cwd()
        try:
            top = git(here, "rev-parse", "--show-toplevel").removesuffix(b"\n")
        except Refused as refused:
            raise UsageError(f"--diff-base：这里不是 git 仓库（{refused}）") from None
        self._top = Path(os.fsdecode(top)).resolve()
        start = self._parting(base)
        try:
            names = git(self._top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", start, "--")
            names += git(self._top, "ls-files", "-oz", "--exclude-standard")
        except Refused as refused:
            raise UsageError(f"--diff-base：git 说不出改了什么（{refused}）") from None
        self._changed = {_identity(self._top / os.fsdecode(name)) for name in names.split(b"\0") if name}

    def _parting(self, base: str) -> str:
        if base.startswith("-") or not base.strip():
            raise UsageError(f"--diff-base：{base or '空的'}不是 git 的版本名")
        try:
            commit = git(self._top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
        except Refused:
            raise UsageError(f"--diff-base：这个仓库里没有 {base} 这个版本；刚克隆的可能要先 git fetch") from None
        try:
            parting = git(self._top, "merge-base", commit.decode().strip(), "HEAD")
        except Refused:
            raise UsageError(f"--diff-base：找不到 {base} 与当前版本的共同起点；浅克隆的先取回全部历史") from None
        return parting.decode().strip()

    def __contains__(self, path: object) -> bool:
        file = Path(str(path)).resolve()
        return not file.is_relative_to(self._top) or _identity(file) in self._changed


def _identity(path: Path) -> str:
    return os.path.normcase(path)
