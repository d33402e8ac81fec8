"""Tells of what kind a document is, or why it is of none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable

from hegui.document.model import Document
from hegui.report.build import Report
from hegui.report.kind import Kind, alternation, wording
from hegui.report.title import further_titles

_HEAD = 12
_LINE = 60
_OPENING = 400
_PARTS = 2
_PLACES = 3


def recognise(document: Document, kinds: Iterable[Kind]) -> Kind | str:
    """The kind of a document, or in Chinese the reason to leave it alone."""
    found = recognised(document, kinds, Report)
    return found if isinstance(found, str) else found.kind


def recognised(document: Document, kinds: Iterable[Kind], read: Callable[[Document, Kind], Report]) -> Report | str:
    """A document as the report of its kind that ``read`` makes of it, or in Chinese the reason to leave it alone."""
    reason = "没有识别出受支持的报告种类"
    for kind in kinds:
        report = read(document, kind)
        if neighbour := _neighbour(report):
            reason = neighbour
            continue
        if (report.title and report.title.subject) or _reads_like(report):
            return _pasted(report) or report
        reason = f"看不出是{kind.label}"
    return reason


def _pasted(report: Report) -> str | None:
    """Why a file with several reports is not linted as one."""
    further = list(further_titles(report.text, report.paragraphs, report.kind))
    if not further:
        return None
    places = "、".join(report.document.places(p.span)[0].words for p in further[:_PLACES])
    if len(further) > _PLACES:
        places += f"等 {len(further)} 处"
    return f"文件里有 {len(further) + 1} 份报告（另一份从{places}开始），请分成单独的文件再检查"


def _neighbour(report: Report) -> str | None:
    """Why the title is that of another kind of paper, when it is."""
    titled = report.title is not None and bool(report.title.subject)
    if report.title is not None:
        names = [report.title.text]
    else:
        labels = [label.value for label in report.labels if label.name in {"标题", "名称", "信息名称"}]
        above = itertools.takewhile(lambda p: p.span.width <= _LINE, report.paragraphs[:_HEAD])
        lines = [p.span.of(report.text) for p in above]
        names = ["".join(line.split()) for line in labels + lines]
    found = [(wording(report.kind).others.found(name), name) for name in names]
    for number, other in enumerate(report.kind.others):
        for numbers, name in found:
            if number in numbers and not (titled and not other.always and _is_own(name, report.kind)):
                return other.reason
    return None


def _is_own(name: str, kind: Kind) -> bool:
    """Whether a title names this kind's own subject right before its genre."""
    return (
        re.search(
            rf"(?:{'|'.join(kind.subjects)})(?:工作)?(?:完成|进展|开展)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|总结|情况|汇报)",
            name,
        )
        is not None
    )


def _reads_like(report: Report) -> bool:
    """Whether a text without title speaks of the subject and has the parts of this kind."""
    subject = alternation(report.kind.subjects).whole
    mentions = len(subject.findall(report.text))
    if mentions < 2 or (mentions < 3 and not subject.search(report.text[: report.start + _OPENING])):
        return False
    return len([role for role, passage in report.parts.items() if passage and role != "other"]) >= _PARTS
