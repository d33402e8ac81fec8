"""STA005."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA005",
    "conflicting-figures",
    "同一指标前后不一",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    examples=[
        Example(
            bad="全年共排查调处矛盾纠纷136起，化解及时。\n一年来，全镇共排查调处矛盾纠纷138起，社会大局稳定。",
            good="全年共排查调处矛盾纠纷136起，化解及时。\n一年来，全镇共排查调处矛盾纠纷136起，社会大局稳定。",
            quiet=(
                "上半年共排查调处矛盾纠纷36起。\n下半年共排查调处矛盾纠纷38起。",
                "城东社区共排查调处矛盾纠纷6起。\n城西社区共排查调处矛盾纠纷8起。",
                "全年共开展普法宣传12场次。\n全年共开展普法宣传进校园3场次。",
            ),
            marks="138起",
        )
    ],
)
def conflicting_figures(report: Report) -> Generator[Hit, None, int]:
    """同一个指标在报告里出现两次，数字应当一样；口径不同的要写明。"""
    return (yield from tell(report, ("repeat",), "核对两处数字；口径不同的，写明范围或者时段"))
