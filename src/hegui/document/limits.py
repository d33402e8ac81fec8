"""What a file may cost: the bounds that every loader keeps to, as the settings of the run give them.

A loader asks ``current()``; whoever runs loaders says with ``use`` what holds for the next file.
"""

from __future__ import annotations

from threading import local

from hegui.text.source import Unreadable
from hegui.text.values import NamedTuple

MEGABYTE = 1024 * 1024


class Limits(NamedTuple):
    """The bounds of one file.

    ``size`` is of the file and ``unpacked`` of what it unpacks to, in bytes; ``ratio`` is how many times larger a
    part may unpack, judged once it is over 1 MiB; ``entries`` are the parts of an archive; ``depth`` is how deep
    XML may nest and ``nested`` how deep tags of a web page; ``seconds`` bound a reader that runs in its own process;
    ``text`` is in code points.
    """

    size: int = 64 * MEGABYTE
    unpacked: int = 256 * MEGABYTE
    ratio: int = 100
    entries: int = 2000
    depth: int = 256
    nested: int = 5000
    pages: int = 2000
    seconds: int = 20
    tags: int = 200_000
    text: int = 20_000_000


DEFAULT = Limits()


class _Current(local):
    limits = DEFAULT


_current = _Current()


def current() -> Limits:
    """The bounds for the file being read."""
    return _current.limits


def use(limits: Limits) -> None:
    """Let ``limits`` hold for the files read from now on."""
    _current.limits = limits


def over(what: str, key: str) -> Unreadable:
    """The error of a file in which ``what`` (in Chinese) goes beyond the limit ``key``."""
    return Unreadable(f"{what}超过上限 {_shown(key)}（设置项 limits.{key}）")


def _shown(key: str) -> str:
    value = int(getattr(current(), key))
    if key in ("size", "unpacked"):
        return f"{value / MEGABYTE:.4g} MB" if value >= MEGABYTE else f"{value} 字节"
    return f"{value}{_UNITS.get(key, '')}"


_UNITS = {"ratio": " 倍", "entries": " 个", "depth": " 层", "nested": " 层", "pages": " 页", "seconds": " 秒",
          "tags": " 个", "text": " 字"}  # fmt: skip


def check_size(size: int) -> None:
    """Raises Unreadable when a file has more bytes than it may."""
    if size > current().size:
        raise over("文件大小", "size")
