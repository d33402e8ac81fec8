"""STA010."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA010",
    "coverage-contradiction",
    "称全覆盖而数字不足",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    needs=("应",),
    examples=[
        Example(
            bad="落实应持尽持要求，全镇应持证84人，已持证83人。",
            good="落实应持尽持要求，全镇应持证84人，已持证84人。",
            quiet=(
                "全镇应持证84人，已持证83人。",
                "13个社区均签订责任书，法律顾问全覆盖，共有法律顾问5名。",
                "落实应持尽持要求，全镇应持证80余人，已持证79人。",
                "47个行政村全覆盖，培育示范户45户。",
            ),
            marks="83人",
        )
    ],
)
def coverage_contradiction(report: Report) -> Generator[Hit, None, int]:
    """说“应持尽持”“全覆盖”，同一句里应有的数和实有的数就该相等。"""
    return (yield from tell(report, ("coverage",), "核对两个数字；确有未覆盖的，改为如实表述"))
