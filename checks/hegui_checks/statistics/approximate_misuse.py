"""STA007."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Figure, Hit, Report, Severity, check
from hegui_checks.bases import PRACTICE

_DOUBLE = {"近": ("余", "多", "左右"), "约": ("余", "多", "左右", "上下"), "超": ("余", "左右"), "逾": ("余", "左右")}
_MORE = ("余", "多")


@check(
    "STA007",
    "approximate-misuse",
    "概数写法不当",
    each=Report,
    severity=Severity.INFO,
    basis=PRACTICE,
    needs=("余", "左右", "上下", "多"),
    examples=[
        Example(
            bad="主动公开政府信息498余条。",
            good="主动公开政府信息490余条。",
            quiet=(
                "派发宣传单19680余册。",
                "覆盖群众1.2万余人次、两万余人次。",
                "开展活动十余场，发放资料4000余份。",
                "约300人参加，近500人旁听。",
            ),
            marks="498余条",
        ),
        Example(bad="约300份左右。", good="约300份。", marks="约300份左右"),
        Example(bad="近300余人参加培训。", good="近300人参加培训。", marks="近300余人"),
    ],
)
def approximate_misuse(report: Report) -> Iterator[Hit]:
    """“余”跟在整数后面才有意义：498余条到底是多少，读者不知道；“约”和“左右”、“近”和“余”也不同时用。"""
    for figure in report.figures:
        if figure.modifier and (problem := _problem(figure, figure.span.of(report.text))):
            yield Hit(figure.span, *problem)


def _problem(figure: Figure, text: str) -> tuple[str, str] | None:
    """What is wrong with the words around a number, and what to do."""
    words = figure.modifier.split("…")
    first = words[0]
    double = [word for word in words[1:] if word in _DOUBLE.get(first.removeprefix("大").removeprefix("将")[:1], ())]
    if double:
        return f"“{text}”里“{first}”与“{double[0]}”重复或者相互抵触", f"只留“{first}”或者“{double[0]}”"
    if words[-1] in _MORE and figure.value % 10 and not figure.digits:
        return f"“{text}”：“{words[-1]}”用在整十、整百的数后面", "写准确的数，或者先取整"
    return None
