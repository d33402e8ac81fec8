"""The titles that a report cites, as the checks of this family see them: taken apart and looked up."""

from __future__ import annotations

from hegui.api import Day, NamedTuple, Report, Span, regex, shared
from hegui_checks.citation.origin import Origin, origin_before
from hegui_checks.titles import Entry, Name, normal, register

_NESTED = regex("[〈<＜﹤«《]([^〈〉<>＜＞﹤﹥«»《》\n]{2,80})[〉>＞﹥»》]", words=tuple("〈<＜﹤«《"))
_INNER_MARKS = "〈<＜﹤«"
_BETWEEN = regex(r"[、，,和与及以并\s]{0,3}")
_CALLED = regex(r"简称(?:为|[：:])? ?[“\"]?《([^》]{1,40})》")
_BRACKETS = regex(r"[（(][^（）()]{0,40}[）)]")
_ENDS = "。；;！？!?\n"
_END = regex(f"[{_ENDS}]")
_CLAUSES = regex(f"[{_ENDS}，,：:]")
_FAR = 60


class Cited(NamedTuple):
    """One title: ``span`` is what stands between its marks, ``name`` it taken apart, ``entry`` what the register has.

    ``inner`` tells that it stands in the marks of another title.
    """

    span: Span
    name: Name
    entry: Entry | None
    inner: bool = False


@shared
def nested(report: Report) -> bool:
    """Whether marks may stand inside those of another title."""
    text = report.text
    return text.count("《") > len(report.citations) or any(map(text.__contains__, _INNER_MARKS))


@shared
def citations(report: Report) -> tuple[Cited, ...]:
    """The titles that ``report`` cites in order, inner ones after the outer; every check of the family asks."""
    text = report.text
    inner_ones = nested(report)
    look_up = register().look_up
    items: list[Cited] = []
    for citation in report.citations:
        inside = Span(citation.span.start + 1, citation.span.end - 1)
        items.append(Cited(inside, *look_up(citation.title)))
        if inner_ones:
            inner = _NESTED.finditer(text, *inside)
            items += [Cited(Span(*match.span(1)), *look_up(normal(match[1])), inner=True) for match in inner]
    return tuple(items)


@shared
def called(report: Report) -> frozenset[str]:
    """The names that ``report`` gave to documents itself."""
    found = _CALLED.finditer(report.text) if "简称" in report.text else ()
    return frozenset(normal(match[1]) for match in found)


@shared
def _origins(_: Report) -> dict[Span, Origin]:
    """What has been found out of the titles of a report."""
    return {}


def origin(report: Report, cited: Cited) -> Origin:
    """Whose document the words before a title make it; in a list 《A》《B》 the words before the first."""
    known = _origins(report)
    if cited.span not in known:
        known[cited.span] = _origin(report.text, cited)
    return known[cited.span]


def _origin(text: str, cited: Cited) -> Origin:
    start = cited.span.start - 1
    floor = max(0, start - _FAR)
    while not cited.inner and (closed := text.rfind("》", floor, start)) >= 0:
        opened = text.rfind("《", floor, start)
        if opened < 0 or not _BETWEEN.fullmatch(_BRACKETS.sub("", text[closed + 1 : start])):
            break
        start = opened
        floor = max(0, start - _FAR)
    told = origin_before(_CLAUSES.split(text[floor:start])[-1])
    return told._replace(own=False) if cited.inner else told


def sentence(report: Report, span: Span) -> Span:
    """The sentence around ``span``."""
    text = report.text
    line = text.rfind("\n", 0, span.start) + 1
    stop = text.find("\n", span.end)
    start = max(line, *(text.rfind(mark, line, span.start) + 1 for mark in _ENDS))
    end = _END.search(text, span.end, stop if stop >= 0 else len(text))
    return Span(start, end.start() if end else stop if stop >= 0 else len(text))


def whole(cited: Cited) -> Span:
    """The title with its marks."""
    return Span(cited.span.start - 1, cited.span.end + 1)


def written_by(report: Report) -> Day | None:
    """The day by which the report was written: as signed, else 1 April of the year after, or later as the page is."""
    day = report.signature.day if report.signature else None
    if day and day.day and day.exists:
        return day
    if report.year is None:
        return None
    latest = Day(report.year + 1, 4, 1)
    return max(latest, report.published) if report.published else latest
