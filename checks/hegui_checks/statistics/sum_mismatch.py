"""STA001."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA001",
    "sum-mismatch",
    "分项与总数不符",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="全年共调解矛盾纠纷68件（其中书面调解27件，口头调解39件）。",
            good="全年共调解矛盾纠纷66件（其中书面调解27件，口头调解39件）。",
            quiet=(
                "全年审查合同149件，其中重大合同17件、涉企合同11件。",
                "梳理规范性文件900余件，其中废止139件、修改18件、宣布失效182件。",
                "全镇共排查矛盾纠纷560余件，其中书面调解156件，口头调解404余件，其中联合调解3件。",
                "报送建议12篇，其中4篇报送上级，2条被采纳。",
                "执法人员4名，其中持证4名。",
                "将审批事项由62项精简为13项，归纳为18类310项履职事项。",
                "征求意见140件，复函51件，审查招标文件40件，共提出意见159条。",
                "公布政务服务事项515项，其中行政许可218项，其他297项。",
                "全年受理案件63件（含上年结转4件），审结45件，未结20件。",
                "两个科室和司法所各配备执法人员1名，共有执法人员3名。",
            ),
            marks="68件",
        ),
        Example(
            bad="全年办理行政处罚案件50件，其中涉企案件62件。",
            good="全年办理行政处罚案件50件，其中涉企案件32件。",
            quiet=(
                "全年办理行政处罚案件50件，其中涉企案件12件，办理行政许可80件。",
                "现有村干部45人，其中党员40人，大专以上学历35人，女性12人。",
            ),
            marks="62件",
        ),
        Example(
            bad="本年度立案共14宗，已结案7宗，在办9宗。",
            good="本年度立案共14宗，已结案7宗，在办7宗。",
            quiet=("本年度立案15宗，已结案7宗，在办7宗，移送1宗。",),
            marks="14宗",
        ),
        Example(
            bad="| 类别 | 件数 |\n| --- | --- |\n| 行政处罚 | 21 |\n| 行政许可 | 30 |\n| 合计 | 61 |",
            good="| 类别 | 件数 |\n| --- | --- |\n| 行政处罚 | 21 |\n| 行政许可 | 30 |\n| 合计 | 51 |",
            marks="61",
            format="md",
        ),
    ],
)
def sum_mismatch(report: Report) -> Generator[Hit, None, int]:
    """总数与分项对不上，读者无从知道哪个是真的，这是数据最常被追问的地方。

    分项确实构成总数（书面和口头、已结和在办、分别为……）时才相加；“其中”只列一部分时，
    只看分项是否多于总数；余、多、近、约按区间比较。
    """
    advice = "对照台账核对总数和各分项；分项有交叉或者未列全的，在文中写明"
    return (yield from tell(report, ("parts", "part", "table"), advice, Severity.WARNING))
