"""Path patterns of the settings: ``*`` and ``?`` inside one folder, ``**`` across folders."""

from __future__ import annotations

import re
from functools import cache


def matches(pattern: str, path: str) -> bool:
    """Whether ``path`` (relative, forward slashes) fits; a pattern without a slash fits the file name anywhere."""
    return _compiled(pattern).fullmatch(path) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    body = "".join(wild.get(piece) or re.escape(piece) for piece in pieces)
    return re.compile(body if "/" in pattern else f"(?:.*/)?{body}", re.DOTALL)
