"""Who owes a report and who handed one in: a list of bodies against what was found."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import PurePath

from hegui.finding import FileResult, Outcome
from hegui.report.organs import classify
from hegui.text.patterns import HAN
from hegui.text.source import Unreadable, decode
from hegui.text.values import NamedTuple

_HEADS = ("单位", "单位名称", "名称", "报送单位", "报告单位", "机关", "机关名称", "部门", "填报单位")
_ENDS = "省市县区州旗盟镇乡"
_LAST = re.compile(r"[^省市县区州旗盟]{1,}$|[^省市县区州旗盟]{1,}[省市县区州旗盟]$")
_FAMILIES = {"government": "government", "party": "government", "joint": "government"}
_LONGER = "镇|乡|街道|局|委|办|县|区"
_SHORTEST = 2


class Entry(NamedTuple):
    """A body of the roster; ``state`` is in, unread (a file came that was not checked), unsure or out.

    ``files`` are numbers of results; ``note`` says more in Chinese.
    """

    name: str
    state: str
    files: tuple[int, ...] = ()
    note: str = ""


class Doubt(NamedTuple):
    """A file that may be of several bodies of the roster."""

    path: str
    names: tuple[str, ...]


class Roll(NamedTuple):
    """The roster as called: each body, files that fit several, and files of nobody on it, by number."""

    entries: tuple[Entry, ...]
    doubts: tuple[Doubt, ...]
    strangers: tuple[int, ...]

    def of(self, state: str) -> list[Entry]:
        """The bodies in that state."""
        return [entry for entry in self.entries if entry.state == state]


def read_roster(data: bytes) -> tuple[str, ...]:
    """The names in a CSV file, of its only column or of the one headed 单位, 名称 or the like.

    Raises Unreadable with the reason in Chinese.
    """
    text = decode(data).text
    try:
        rows = list(csv.reader(text.splitlines(), delimiter="\t" if "\t" in text else ","))
    except csv.Error as error:
        raise Unreadable(f"不是能读的 CSV（{error}）") from None
    table = [[value.strip() for value in row] for row in rows if any(value.strip() for value in row)]
    column = next((index for index, value in enumerate(table[0]) if value in _HEADS), None)
    if column is not None:
        table = table[1:]
    elif max(map(len, table)) == 1:
        column = 0
    else:
        raise Unreadable("有好几列，但第一行没有“单位”或“名称”，不知道哪一列是单位")
    names = dict.fromkeys(row[column] for row in table if len(row) > column and row[column])
    if not names:
        raise Unreadable("名单里没有单位")
    return tuple(names)


def call(roster: Sequence[str], outcome: Outcome) -> Roll:
    """The roster against the results; a name that fits several bodies is told, not guessed."""
    readable = [file for file in outcome.files if file.error is None]
    found: dict[str, list[int]] = {name: [] for name in roster}
    by_path: set[str] = set()
    doubts: list[Doubt] = []
    strangers: list[int] = []
    for number, file in enumerate(readable, 1):
        names, several = _owners(file, roster)
        for name in names:
            found[name].append(number)
        if not file.issuers:
            by_path.update(names)
        if several:
            doubts.append(Doubt(file.path, several))
        elif not names:
            strangers.append(number)
    unread = _unread(outcome, roster)
    unsure = {name for doubt in doubts for name in doubt.names}
    entries = []
    for name in roster:
        if found[name]:
            entry = Entry(name, "in", tuple(found[name]), "按文件名对应" if name in by_path else "")
        elif name in unread:
            entry = Entry(name, "unread", note="、".join(unread[name]))
        elif name in unsure:
            entry = Entry(name, "unsure", note="有报告可能是它的")
        else:
            entry = Entry(name, "out", note=_perhaps(name, [readable[number - 1] for number in strangers]))
        entries.append(entry)
    return Roll(tuple(entries), tuple(doubts), tuple(strangers))


def _unread(outcome: Outcome, roster: Sequence[str]) -> dict[str, list[str]]:
    """The names of files that came and were not checked, by the one body that each name tells."""
    found: dict[str, list[str]] = {}
    for path in (*(file.path for file in outcome.files if file.error is not None), *(s.path for s in outcome.skipped)):
        names = _by_path(path, roster)
        if len(names) == 1:
            found.setdefault(names[0], []).append(PurePath(path).name)
    return found


def _owners(file: FileResult, roster: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bodies of the roster whose report this is, and those of which it may be one's."""
    if not file.issuers:
        named = _by_path(file.path, roster)
        return (named, ()) if len(named) == 1 else ((), named)
    owners: dict[str, None] = {}
    several: dict[str, None] = {}
    for issuer in file.issuers:
        fits = _fitting(issuer, roster)
        (owners if len(fits) == 1 else several).update(dict.fromkeys(fits))
    if several and not owners.keys() & several.keys():
        return (), (*owners, *several)
    return tuple(owners), ()


def _fitting(issuer: str, roster: Iterable[str]) -> tuple[str, ...]:
    """The bodies of the roster that an issuer's name means, by the whole name before the short one."""
    exact = tuple(name for name in roster if _plain(name) == _plain(issuer))
    return exact or tuple(name for name in roster if same_body(name, issuer))


def same_body(one: str, other: str) -> bool:
    """Whether two names, full or short, may mean one body: 仕阳镇 and 泰顺县仕阳镇人民政府."""
    (first, family), (second, other_family) = _identity(one), _identity(other)
    short, long = sorted((first, second), key=len)
    if not family or not other_family:  # a bare name: 柳河 for 柳河镇
        return len(short) >= _SHORTEST and _ends_with(re.sub(r"(?:镇|乡|街道|县|区|市|局)$", "", long), short)
    return family == other_family and _ends_with(long, short)


def _ends_with(long: str, short: str) -> bool:
    """Whether ``short`` is ``long`` without the names of the places above it."""
    above = long.removesuffix(short)
    if above == long:
        return False
    return not above or above[-1] in _ENDS or (short[0] in "省市县区州旗" and len(short) > _SHORTEST)


@cache
def _identity(name: str) -> tuple[str, str]:
    """What of a name tells the body from others of its family, and the family: government, department …"""
    place, _, body = classify(name)
    if body is None:
        return _plain(name), ""
    family = _FAMILIES.get(body, body)
    if family == "zone":  # 高新区管委会 and 高新区管理委员会
        return re.sub(r"(?:管理委员会|管委会|党工委|工委)$", "", _plain(name)), family
    return (_plain(name) if family == "department" else _plain(place) or _plain(name)), family


@cache
def _plain(name: str) -> str:
    bare = re.sub(r"[\s（）()]", "", name).removeprefix("中国共产党").removeprefix("中共")
    return re.sub(r"(?<=.)人民政府(?=.)", "", bare)


def _by_path(path: str, roster: Sequence[str]) -> tuple[str, ...]:
    """The bodies that the name of a file tells, else that of its folder; 泰顺县 in 泰顺县仕阳镇 is none."""
    parts = PurePath(path).parts
    for words in (PurePath(path).stem, parts[-2] if len(parts) > 1 else ""):
        hits = {name: token for name in roster if (token := _token(name, words))}
        fits = tuple(n for n, t in hits.items() if not any(t != other and t in other for other in hits.values()))
        if fits:
            return fits
    return ()


def _token(name: str, words: str) -> str:
    """What of ``name`` stands in ``words``: the whole, the place, or the last of its places."""
    place = _identity(name)[0]
    last = _LAST.search(place)
    tokens = [name, place] + ([last[0]] if last and len(last[0]) > _SHORTEST else [])
    return next((token for token in tokens if len(token) >= _SHORTEST and _stands(token, words)), "")


def _stands(token: str, words: str) -> bool:
    """Whether ``token`` stands in ``words`` as a name of its own, neither the end nor the beginning of a longer one."""
    return (
        re.search(rf"(?:(?<!{HAN})|(?<=[{_ENDS}于])){re.escape(token)}(?!{HAN}{{1,8}}(?:{_LONGER}))", words) is not None
    )


def _perhaps(name: str, strangers: Iterable[FileResult]) -> str:
    """A file of nobody whose issuer's name holds all characters of ``name`` in order, for a person to look at."""
    short = _plain(name)
    for file in strangers:
        for issuer in file.issuers:
            rest = iter(_plain(issuer))
            if len(short) > _SHORTEST and all(char in rest for char in short):
                return f"{PurePath(file.path).name} 署 {issuer}，是否同一单位请人工核对"
    return ""
