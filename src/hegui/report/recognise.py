"""Tells of what kind a document is, or why it is of none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hegui.document.model import Document
from hegui.report.build import Report
from hegui.report.kind import Kind, alternation

_HEAD = 12
_OPENING = 400
_PARTS = 2


def recognise(document: Document, kinds: Iterable[Kind]) -> Kind | str:
    """The kind of a document, or in Chinese the reason to leave it alone."""
    reason = "没有识别出受支持的报告种类"
    for kind in kinds:
        report = Report(document, kind)
        if neighbour := _neighbour(report):
            reason = neighbour
            continue
        if report.title is not None or _reads_like(report):
            return kind
        reason = f"看不出是{kind.label}"
    return reason


def _neighbour(report: Report) -> str | None:
    """Why the title is that of another kind of paper, when it is."""
    if report.title is not None:
        names = [report.title.text]
    else:
        labels = [label.value for label in report.labels if label.name in {"标题", "名称", "信息名称"}]
        lines = [p.span.of(report.text) for p in report.paragraphs[:_HEAD] if p.span.width <= 60]
        names = [re.sub(r"\s", "", line) for line in labels + lines]
    for pattern, reason in report.kind.others:
        compiled = alternation((pattern,))
        for name in names:
            if compiled.search(name) and (report.title is None or not _is_own(name, report.kind)):
                return reason
    return None


def _is_own(name: str, kind: Kind) -> bool:
    """Whether a title names this kind's own subject right before its genre."""
    return re.search(rf"(?:{'|'.join(kind.subjects)})(?:工作)?(?:完成|进展|开展)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|总结|情况|汇报)", name) is not None


def _reads_like(report: Report) -> bool:
    """Whether a text without title speaks of the subject and has the parts of this kind."""
    subject = alternation(report.kind.subjects)
    opening = report.text[: report.start + _OPENING]
    found = [role for role, passage in report.parts.items() if passage and role != "other"]
    mentions = len(subject.findall(report.text))
    return len(found) >= _PARTS and (subject.search(opening) is not None or mentions >= 3) and mentions >= 2
