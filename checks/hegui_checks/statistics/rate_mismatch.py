"""STA002."""

from __future__ import annotations

from collections.abc import Generator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import ACCURACY
from hegui_checks.statistics.telling import tell


@check(
    "STA002",
    "rate-mismatch",
    "比率与数字不符",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("%", "％", "百分之"),
    examples=[
        Example(
            bad="共调处矛盾纠纷136起，成功化解130起，调处成功率98.6%。",
            good="共调处矛盾纠纷136起，成功化解130起，调处成功率95.6%。",
            quiet=(
                "共调处矛盾纠纷136起，成功化解136起，调处成功率100%。",
                "梳理政务服务事项2418项，其中2331项入驻，入驻率96.4%。",
                "参加考试人员116名，参考率99.14%，合格率100%。",
                "排查化解矛盾纠纷391件，化解率达96%。",
                "近300名执法人员参加考试，合格率100%。",
                "办理代表建议3件、工单17件，办结率和满意度均达100%。",
                "劝导不文明行为223895次，超过87%的乡镇街道。",
                "共受理诉求1478件，办结率99.66%。",
            ),
            marks="98.6%",
        ),
        Example(
            bad="共受理行政复议案件60件，其中行政处罚类30件，占46%。",
            good="共受理行政复议案件60件，其中行政处罚类30件，占50%。",
            marks="46%",
        ),
        Example(
            bad="共受理调解案件12件，调解成功率95.5%。",
            good="共受理调解案件12件，调解成功率91.7%。",
            marks="95.5%",
        ),
    ],
)
def rate_mismatch(report: Report) -> Generator[Hit, None, int]:
    """比率由分子除以分母得出，按所写的小数位四舍五入或者截去都算对；分母不明时不作判断。

    只有总数和比率时，看是否有某个整数能得出这个比率。
    """
    advice = "核对分子、分母和比率；比率另有口径的，写明分母"
    return (yield from tell(report, ("rate", "share", "fit"), advice, Severity.WARNING))
