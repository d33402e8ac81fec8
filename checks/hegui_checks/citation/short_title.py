"""CIT004."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE
from hegui_checks.citation.reading import citations, whole
from hegui_checks.titles import STATE

_WELL_KNOWN = frozenset({"宪法", "民法典", "刑法", "宪法修正案", "刑法修正案"})


@check(
    "CIT004",
    "short-title",
    "首次引用法律未用全称",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    needs=("《",),
    once=True,
    off=True,
    examples=[
        Example(
            bad="组织学习《行政处罚法》。",
            good="组织学习《中华人民共和国行政处罚法》。",
            quiet=(
                "组织学习《中华人民共和国行政处罚法》，按照《行政处罚法》办理案件14件。",
                "组织学习《宪法》《民法典》《刑法》。",
                "组织学习《信访工作条例》《清源县养犬管理条例》。",
            ),
            marks="行政处罚法",
        )
    ],
)
def short_title(report: Report) -> Iterator[Hit]:
    """有的地方要求第一次引用法律用全称，以后再用简称。默认不运行。"""
    seen: set[str] = set()
    for cited in citations(report):
        entry = cited.entry
        if entry is None or not entry.is_law or entry.name.head != STATE or entry.title in seen:
            continue
        seen.add(entry.title)
        if not cited.name.head and cited.name.core not in _WELL_KNOWN:
            yield Hit(whole(cited), f"首次引用，全称是《{entry.title}》", "首次引用写全称，以后可用简称")
