"""Findings that were accepted once: a file with a line for each, so that only new ones fail.

A line is path, code, print and report, then ``# 「excerpt」 note`` for people, tabs between them. The path is as from
the folder of the file; the report is its year and a print of who made it. Lines are sorted, so that git merges them.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from unicodedata import normalize

from hegui.engine.errors import UsageError
from hegui.finding import Accepted, FileResult, Finding, count, fingerprint
from hegui.text.values import NamedTuple

NAME = "hegui-baseline.txt"
SHOWN = 24
HEAD = (
    "# hegui 已接受的问题，由 hegui baseline 写成，一行一处：路径、规则、指纹、报告、# 「原文」说明",
    "# 说明可以改写，例如：已核实无误；其余请勿改动",
)
_MARKS = re.compile(r"[ \t]([0-9a-f]{16})[ \t]+(\d+-[0-9a-f]{8})(?=[ \t]|$)")
_EXCERPT = re.compile("「[^」]*」[ \t]*")


class Line(NamedTuple):
    """One accepted finding; sorts by path."""

    path: str
    code: str
    fingerprint: str
    report: str
    excerpt: str = ""
    note: str = ""

    def __str__(self) -> str:
        plain = self.path == self.path.strip() and self.path.isprintable() and self.path[0] not in '"#'
        path = self.path if plain else json.dumps(self.path)
        told = " ".join(filter(None, [self.excerpt and f"「{self.excerpt}」", self.note]))
        fields = (
            path,
            "_".join(self.code.split()),
            self.fingerprint,
            self.report,
            *filter(None, [told and f"# {told}"]),
        )
        return "\t".join(fields)


class Baseline:
    """The accepted findings of one file, each to be met once; ``folder`` is where its paths start."""

    def __init__(self, folder: Path, lines: Iterable[Line] = (), head: Iterable[str] = HEAD) -> None:
        self.folder = folder.resolve()
        self.head = tuple(head)
        self._left: dict[str, list[Line]] = {}
        for line in sorted(lines):
            self._left.setdefault(_key(line.path), []).append(line)
        self._lost = [path for path, lines in self._left.items() if not (self.folder / lines[0].path).exists()]

    def hold(self, result: FileResult) -> FileResult:
        """``result`` with its accepted findings set apart, and its counts without them; the grade stays."""
        kept: list[Finding] = []
        accepted: list[Accepted] = []
        for finding in result.findings:
            line = self._take(result, finding)
            if line is None:
                kept.append(finding)
            else:
                accepted.append(Accepted(finding, line.note))
        if not accepted:
            return result
        counts = count(kept)
        return result._replace(findings=tuple(kept), counts=counts, baselined=len(accepted), accepted=tuple(accepted))

    def _take(self, result: FileResult, finding: Finding) -> Line | None:
        """The line that accepts ``finding``: one of its file for a report of its year, or of a file that is gone.

        A report that moved is known by its year and its makers, so that another report under an old name, or with
        the same fault as one that was deleted, is not accepted.
        """
        wanted = self.line(result, finding)
        own = self._left.get(_key(wanted.path), [])
        year = wanted.report.partition("-")[0]
        for line in own:
            if line.fingerprint == wanted.fingerprint and line.report.partition("-")[0] == year:
                own.remove(line)
                return line
        for path in self._lost:
            for line in self._left[path]:
                if (line.fingerprint, line.report) == (wanted.fingerprint, wanted.report):
                    self._left[path].remove(line)
                    return line
        return None

    def line(self, result: FileResult, finding: Finding, note: str = "") -> Line:
        """The line that would accept ``finding``."""
        makers = result.issuers or (result.title or PurePath(result.path).stem,)
        report = f"{result.year or 0}-{fingerprint('report', *makers)[:8]}"
        words = " ".join(re.sub("[「」\x00-\x1f\x7f]", " ", finding.marked).split())
        excerpt = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
        return Line(self.path(result.path), finding.code, finding.fingerprint, report, excerpt, note)

    def path(self, path: str) -> str:
        """``path`` as from the folder of the baseline, with forward slashes."""
        whole = Path(path).absolute()
        try:
            return Path(os.path.relpath(whole, self.folder)).as_posix()
        except ValueError:  # another drive
            return whole.as_posix()

    @property
    def left(self) -> list[Line]:
        """The lines that no finding has met so far."""
        return sorted(line for lines in self._left.values() for line in lines)

    def exists(self, line: Line) -> bool:
        """Whether the file of a line is still there."""
        return _key(line.path) not in self._lost


def text(lines: Iterable[Line], head: Iterable[str] = HEAD) -> str:
    """The file that holds ``lines``."""
    return "".join(f"{line}\n" for line in (*head, *map(str, sorted(lines))))


def load(place: Path) -> Baseline:
    """The baseline in ``place``; raises UsageError naming the file, and the line that cannot be read."""
    shown = place.as_posix()
    try:
        content = place.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"没有基线文件 {shown}，可用 hegui baseline 写出一份") from None
    except OSError as error:
        raise UsageError(f"基线文件 {shown} 无法读取（{error.strerror}）") from None
    except UnicodeDecodeError:
        raise UsageError(f"基线文件 {shown} 不是 UTF-8 编码") from None
    rows = [row.strip() for row in content.split("\n")]
    head = [row for row in rows if row.startswith("#")]
    return Baseline(place.parent, _lines(rows, shown), head or HEAD)


def _lines(rows: Iterable[str], shown: str) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        if row and not row.startswith("#"):
            line = _parse(row)
            if line is None:
                raise UsageError(f"基线文件 {shown} 第 {number} 行看不懂，应是 路径、规则、指纹、报告，用制表符隔开")
            yield line


def _parse(row: str) -> Line | None:
    marks = _MARKS.search(row)
    fields = row[: marks.start()].rstrip().rsplit(None, 1) if marks else ()
    if not marks or len(fields) != 2:
        return None
    path, code = fields
    told = row[marks.end() :].strip()
    if told and not told.startswith("#"):
        return None
    if path.startswith('"'):
        try:
            path = str(json.loads(path))
        except ValueError:
            return None
    told = told[1:].strip()
    excerpt = _EXCERPT.match(told)
    shown = excerpt.group().strip()[1:-1] if excerpt else ""
    return Line(path, code, marks.group(1), marks.group(2), shown, told[excerpt.end() :].strip() if excerpt else told)


def _key(path: str) -> str:
    """What two spellings of one path have in common: some systems decompose what others compose."""
    return normalize("NFC", path)
