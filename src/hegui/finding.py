"""What goes over the wire: findings and results as plain values, shaped like the JSON contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, IntEnum
from typing import Any

from hegui.check import Severity
from hegui.text.values import NamedTuple

CONTRACT = 1
_OUTSIDE = "paragraphs"  # the field of a result that is no part of the contract
_SEVERITIES = tuple((severity, severity.name.lower()) for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO))
_SCALARS = frozenset((str, int, float, bool, type(None)))
_PRIME = 2**64 - 59  # a remainder tells texts apart as well as hashlib, which loads OpenSSL at every start


class ExitCode(IntEnum):
    """How a run ended; the first that holds, from the top of this list."""

    INTERRUPTED = 130
    BROKEN = 4
    USAGE = 2
    FINDINGS = 1
    NOTHING = 3
    CLEAN = 0


class Location(NamedTuple):
    """A place in the file as its owner sees it; all count from 1, None where the format has none.

    ``cell`` is table, row and column of a cell of a table.
    """

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None = None
    paragraph: int | None = None
    cell: tuple[int, int, int] | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.line}:{self.column}"
        page = f"第{self.page}页" if self.page else ""
        if self.cell:
            return page + "表{}第{}行第{}格".format(*self.cell)
        return page + (f"第{self.paragraph}段" if self.paragraph else "")


class BasisText(NamedTuple):
    """A basis as told to the reader; ``strength`` is 规定, 国标, 惯例 or 地方."""

    text: str
    strength: str


class WireEdit(NamedTuple):
    """An edit by place; ``at`` and ``width`` are code points of the decoded file."""

    location: Location
    at: int
    width: int
    new: str


class WireFix(NamedTuple):
    """A fix by place; ``safety`` is display, unsafe or safe."""

    title: str
    safety: str
    edits: tuple[WireEdit, ...]


class Related(NamedTuple):
    """A further place, and what stands there."""

    location: Location
    note: str


class Finding(NamedTuple):
    """A hit stamped with its check's identity and the places of the file.

    ``excerpt`` is the text around the finding, ``mark`` the half-open range of it that is meant.
    ``section`` is the heading it stands under. ``fingerprint`` survives moved text and moved files.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    advice: str
    basis: BasisText
    section: str | None
    excerpt: str
    mark: tuple[int, int]
    location: Location
    fix: WireFix | None
    related: tuple[Related, ...]
    data: Mapping[str, Any]
    fingerprint: str

    @property
    def marked(self) -> str:
        """The part of the excerpt that is meant."""
        return self.excerpt[self.mark[0] : self.mark[1]]


class Accepted(NamedTuple):
    """A finding that a baseline holds, with the note that stands there."""

    finding: Finding
    note: str


class PartPlace(NamedTuple):
    """Where a part of the report was found."""

    line: int | None
    heading: str | None
    form: str


class WireMark(NamedTuple):
    """``start`` to ``end`` of a paragraph is meant by the finding of this fingerprint.

    ``related`` tells a further place of the finding from its own.
    """

    start: int
    end: int
    fingerprint: str
    related: bool = False


class WireParagraph(NamedTuple):
    """A paragraph for outputs that show the text; ``style`` is title, heading, row, alone or text."""

    text: str
    location: Location
    style: str
    marks: tuple[WireMark, ...] = ()


class Verified(NamedTuple):
    """What was looked at: how many rules ran, and how many relations between figures were judged."""

    rules: int
    relations: int


class FileResult(NamedTuple):
    """All that is told about one file; ``error`` says why it could not be read.

    ``accepted`` are the findings that a baseline holds: not among ``findings``, counted in ``baselined``.
    ``paragraphs`` are there only when a reporter wants them, and never in the contract.
    """

    path: str
    kind: str | None = None
    level: str | None = None
    body: str | None = None
    year: int | None = None
    title: str | None = None
    issuers: tuple[str, ...] = ()
    date: str | None = None
    published: str | None = None
    grade: str | None = None
    score: int | None = None
    parts: Mapping[str, PartPlace | None] = {}
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, int] = {}
    suppressed: int = 0
    baselined: int = 0
    verified: Verified = Verified(0, 0)
    error: str | None = None
    accepted: tuple[Accepted, ...] = ()
    paragraphs: tuple[WireParagraph, ...] = ()


class Skipped(NamedTuple):
    """A file that was found but not linted, and why."""

    path: str
    reason: str


class Crash(NamedTuple):
    """A check that raised on a file; the run went on without it."""

    check: str
    path: str
    message: str


class Broken(NamedTuple):
    """A plugin, or a reporter of one, that could not be used."""

    plugin: str
    distribution: str
    message: str


class Tool(NamedTuple):
    """Who speaks."""

    name: str
    version: str


class Summary(NamedTuple):
    """Counts over all files."""

    files: int
    error: int
    warning: int
    info: int


class RuleText(NamedTuple):
    """A rule as told to the reader; ``severity`` is that of the check, before settings."""

    code: str
    slug: str
    name: str
    severity: Severity
    basis: BasisText
    rationale: str

    @property
    def family(self) -> str:
        """The letters of the code: STR of STR001."""
        return self.code.rstrip("0123456789")


class Outcome(NamedTuple):
    """One run, as every reporter sees it; ``partial`` tells that some rules were deselected.

    ``rules`` are those that ran, sorted by code, for a format that explains them; ``baseline`` tells that
    findings were held against one.
    """

    tool: Tool
    exit_code: ExitCode
    partial: bool
    files: tuple[FileResult, ...]
    skipped: tuple[Skipped, ...]
    crashes: tuple[Crash, ...]
    broken: tuple[Broken, ...]
    summary: Summary
    version: int = CONTRACT
    rules: tuple[RuleText, ...] = ()
    baseline: bool = False


def fingerprint(code: str, *parts: str) -> str:
    """A print of 16 hexadecimal characters over what identifies a finding."""
    data = "\0".join((code, *parts)).encode("utf-8", "surrogatepass")
    return f"{int.from_bytes(data) % _PRIME:016x}"


def count(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    severities = [finding.severity for finding in findings]
    return {name: severities.count(severity) for severity, name in _SEVERITIES}


def plain(value: Any) -> Any:
    """``value`` in dicts, lists and scalars, as JSON wants it."""
    if type(value) in _SCALARS:
        return value
    if isinstance(value, ExitCode):
        return int(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if names := getattr(value, "_fields", None):
        return {
            name: item if type(item) in _SCALARS else plain(item)
            for name, item in zip(names, value, strict=True)
            if name != _OUTSIDE
        }
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value
