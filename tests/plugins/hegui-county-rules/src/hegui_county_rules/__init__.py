"""A complete plugin: one check with its examples, one output format."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import (
    Basis,
    Check,
    Edit,
    Example,
    Fix,
    Hit,
    Outcome,
    Report,
    Reporter,
    Safety,
    Sentence,
    Severity,
    Span,
    Strength,
    View,
    check,
    hookimpl,
)

FORMER = "矛盾纠纷调处化解中心"
PRESENT = "社会治安综合治理中心"


@check(
    "QYX001",
    "former-centre-name",
    "综治中心用了旧称",
    each=Sentence,
    severity=Severity.WARNING,
    basis=Basis("清源县法治政府建设年度报告编写说明", "第三条", Strength.LOCAL),
    needs=(FORMER,),
    examples=[
        Example(
            bad="镇矛盾纠纷调处化解中心受理纠纷12件。",
            good="镇社会治安综合治理中心受理纠纷12件。",
            quiet=("镇人民调解委员会受理纠纷12件。",),
            marks=FORMER,
        )
    ],
)
def former_centre_name(sentence: Sentence, report: Report) -> Iterator[Hit]:
    """2025年起全县各镇的中心统一更名。"""
    at = report.text.find(FORMER, *sentence.span)
    if at >= 0:
        span = Span(at, at + len(FORMER))
        fix = Fix(f"改为{PRESENT}", (Edit(span, PRESENT),), Safety.UNSAFE)
        yield Hit(span, "综治中心用了旧称", f"改为{PRESENT}", fix=fix)


class Tally:
    """One line a report: path, grade, number of errors."""

    name = "tally"

    def render(self, outcome: Outcome, view: View) -> str:
        """Tab-separated lines."""
        return "".join(f"{file.path}\t{file.grade}\t{file.counts['error']}\n" for file in outcome.files)


@hookimpl
def hegui_checks() -> tuple[Check, ...]:
    """The county's own check."""
    return (former_centre_name,)


@hookimpl
def hegui_reporters() -> tuple[Reporter, ...]:
    """The bureau's own format."""
    return (Tally(),)
