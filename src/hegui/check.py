"""What a check is: its identity, its basis, its examples, and a pure function that yields hits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum, IntEnum
from typing import Any

from hegui.report.build import Report
from hegui.text.edit import Fix
from hegui.text.span import Span
from hegui.text.values import NamedTuple


class Severity(IntEnum):
    """How grave a finding is; it sorts by gravity."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The Chinese word for it."""
        return ("提示", "警告", "错误")[self - 1]


class Strength(Enum):
    """What a basis binds; its value says how a message may speak of it."""

    RULE = "规定"
    STANDARD = "国标"
    PRACTICE = "惯例"
    LOCAL = "地方"


class Basis(NamedTuple):
    """The norm behind a check, or the practice; ``clause`` only where it was seen in print."""

    title: str
    clause: str | None = None
    strength: Strength = Strength.RULE

    @property
    def text(self) -> str:
        """``《党政机关公文处理工作条例》第二十条第四项``."""
        name = self.title if self.strength is Strength.PRACTICE else f"《{self.title}》"
        return f"{name}{self.clause or ''}"


class Example(NamedTuple):
    """Texts that prove a check; the testing kit plants them in a report that is otherwise silent.

    ``part`` names where: a part of the kind (measures, shortcomings, leader, plan), opening,
    title, addressee, issuer, date or whole. With ``replace`` the text takes the place of that
    part, heading and all; otherwise it is added as the part's last paragraph. Title, addressee,
    issuer, date and whole are always replaced. ``marks`` is what the finding's span must hold.
    """

    bad: str
    good: str
    quiet: tuple[str, ...] = ()
    part: str = "measures"
    replace: bool = False
    year: int = 2024
    body: str = "town"
    format: str = "txt"
    marks: str | None = None


class Hit(NamedTuple):
    """What a check found: where, what is wrong, and what to do, in Chinese.

    ``severity`` may lower the check's own, never raise it. ``related`` are further places with a note.
    ``private`` are stretches that no output may print whole. ``cause`` keeps hits of a ``once`` check
    apart: those of one cause are one finding.
    """

    span: Span
    message: str
    advice: str = ""
    severity: Severity | None = None
    data: Mapping[str, Any] = {}
    fix: Fix | None = None
    related: tuple[tuple[Span, str], ...] = ()
    private: tuple[Span, ...] = ()
    cause: str = ""


class Corpus(NamedTuple):
    """All reports of one run, for checks that compare them."""

    reports: tuple[Report, ...]


class Check(NamedTuple):
    """A rule with all that is known about it; ``run`` is called by the engine for each ``each``.

    ``run(report)`` when ``each`` is Report or Corpus, else ``run(item, report)``. It is pure: no clock,
    no file, no environment. None of the words in ``needs`` in the text: it is not called.
    ``once``: its hits of one cause in a file are one finding. ``off``: it runs only when selected by name.
    """

    code: str
    slug: str
    name: str
    each: type
    severity: Severity
    basis: Basis
    run: Callable[..., Iterator[Hit]]
    needs: tuple[str, ...] = ()
    once: bool = False
    off: bool = False
    examples: tuple[Example, ...] = ()

    @property
    def family(self) -> str:
        """The letters of the code: STR of STR001."""
        return self.code.rstrip("0123456789")

    @property
    def rationale(self) -> str:
        """The docstring of the check's function."""
        return (self.run.__doc__ or "").strip()


def check(
    code: str,
    slug: str,
    name: str,
    *,
    each: type,
    severity: Severity,
    basis: Basis,
    examples: tuple[Example, ...] | list[Example] = (),
    needs: tuple[str, ...] = (),
    once: bool = False,
    off: bool = False,
) -> Callable[[Callable[..., Iterator[Hit]]], Check]:
    """Make a check of a generator function; the arguments are the fields of Check."""

    def wrap(run: Callable[..., Iterator[Hit]]) -> Check:
        return Check(code, slug, name, each, severity, basis, run, needs, once, off, tuple(examples))

    return wrap
