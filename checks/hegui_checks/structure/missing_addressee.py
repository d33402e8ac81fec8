"""STR011."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Basis, Example, Hit, Report, Severity, check
from hegui_checks.grading import head

_ADDRESSEE = Basis("党政机关公文处理工作条例", "第九条第八项")


@check(
    "STR011",
    "missing-addressee",
    "没有主送机关",
    each=Report,
    severity=Severity.INFO,
    basis=_ADDRESSEE,
    off=True,
    examples=[Example(bad="", good="中共清源县委、清源县人民政府：", quiet=("县委、县政府:",), part="addressee")],
)
def missing_addressee(report: Report) -> Iterator[Hit]:
    """报告应当写明主送机关。公开的版本十有八九不带主送机关，因此默认不查，供报送前使用。"""
    if report.addressee is None:
        yield Hit(head(report), "没有主送机关", "在标题之下写明主送机关，例如“县委、县政府：”")
