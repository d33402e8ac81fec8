"""Why a report was read as it was: its headings against the words of the kind, its figures against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from hegui.reporters.terminal import visible

if TYPE_CHECKING:
    from hegui.report.build import Report
    from hegui.report.model import Section


def why(report: Report) -> Iterator[str]:
    """A line for each decision: year, level and body, the parts, and the words of every heading."""
    names = {part.role: part.name for part in report.kind.parts}
    yield f"年度  {report.year or '不明'}：{report.dating.why}"
    yield f"单位  {report.level or '层级不明'}，{report.body or '性质不明'}：{report.identity.why}"
    for issuer in report.issuers:
        yield visible(f"  {issuer.name}：{issuer.level or '层级不明'}，{issuer.body or '性质不明'}")
    yield "部分"
    for role, passage in report.parts.items():
        yield visible(f"  {names[role]}：{passage.why if passage else '没有找到'}")
    yield "标题"
    yield from _headings(report, report.sections, "  ", names)
    yield "主要负责人"
    for deed in report.deeds:
        place = report.document.places(deed.leader)[0].words
        firm = "有会议、次数或事项" if deed.firm else "只有表态"
        yield visible(f"  {place} {deed.leader.of(report.text)}（{deed.who}）：{firm}")


def _headings(report: Report, sections: Iterable[Section], indent: str, names: dict[str, str]) -> Iterator[str]:
    from hegui.report.kind import alternation
    from hegui.report.roles import roles_of

    for section in sections:
        title = section.heading.title
        roles = roles_of(title, report.kind, report.year)
        words = [
            match[0]
            for part in report.kind.parts
            if part.role in roles and (match := alternation(part.headings).whole.search(title))
        ]
        told = "、".join(names[role] for role in roles) or "不像必备部分"
        reason = f"，根据“{'”“'.join(words)}”" if words else ""
        yield visible(f"{indent}{section.heading.marker}{title}：{told}{reason}")
        yield from _headings(report, section.children, f"{indent}  ", names)


def figures(report: Report) -> Iterator[str]:
    """All relations between figures with their evidence, and how many agree."""
    from hegui.engine.stamp import location

    counts = Counter(relation.verdict.value for relation in report.relations)
    for relation in report.relations:
        place = report.document.places(relation.span)[0]
        yield visible(f"{location(place)} {relation.line}")
    told = "，".join(f"{number} 处{verdict}" for verdict, number in sorted(counts.items()))
    yield f"本报告核对了 {counts.total()} 处数量关系" + (f"，{told}" if told else "")
