"""What the page and the workbook need beside the results: the roster, and the texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hegui.engine.errors import UsageError
from hegui.text import paths

if TYPE_CHECKING:
    from hegui.hooks import View


def asked(looks: View, given: Mapping[str, Any]) -> View:
    """``looks`` with the roster that the options name, and whether they want whole texts; raises UsageError."""
    return looks._replace(roster=read(given["roster"]) if given["roster"] else None, full_text=given["full_text"])


def read(file: str) -> tuple[str, ...]:
    """The bodies that ``file`` lists; raises UsageError for one that cannot be read."""
    from hegui.reporters.page.roster import read_roster
    from hegui.text.source import Unreadable

    try:
        return read_roster(paths.content(file))
    except Unreadable as error:
        raise UsageError(f"名单 {paths.shown(paths.plain(file))}：{error}") from None
    except FileNotFoundError:
        raise UsageError(f"名单 {paths.shown(paths.plain(file))}：没有这个文件") from None
    except OSError as error:
        raise UsageError(f"名单 {paths.shown(paths.plain(file))}：无法读取（{error.strerror}）") from None


def kept(looks: View, wants: frozenset[str]) -> str:
    """What of the texts the outputs need; raises UsageError for what was asked for and no output shows."""
    if looks.roster is not None and "roster" not in wants:
        raise UsageError("--roster 用于 html 和 xlsx，请加上 --report html=文件")
    if looks.full_text and "passages" not in wants:
        raise UsageError("--full-text 用于 html，请加上 --report html=文件")
    return ("text" if looks.full_text else "passages") if "passages" in wants else ""
