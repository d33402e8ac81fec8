"""FMT006."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import HAN, Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import MARKS

_MARKS = "，。；、：,;"
_REPEATED = regex(rf"[{_MARKS}][{_MARKS}]+")
_CHINESE = regex(rf"(?:{HAN}|[“”《》（）])")
_WIDE = str.maketrans(",;", "，；")


@check(
    "FMT006",
    "repeated-mark",
    "标点重复",
    each=Report,
    severity=Severity.WARNING,
    basis=MARKS,
    examples=[
        Example(
            bad="健全工作制度。。规范工作程序。",
            good="健全工作制度。规范工作程序。",
            quiet=(
                "会议强调：“健全工作制度。”规范工作程序……持续推进——成效明显。",
                "“怎么办？！”群众的疑问得到解答。",
                "健全制度，规范程序；明确责任：压实到人。",
            ),
            marks="。。",
        ),
        Example(bad="健全工作制度，，规范工作程序。", good="健全工作制度，规范工作程序。"),
        Example(bad="调解纠纷、，化解矛盾。", good="调解纠纷，化解矛盾。"),
        Example(bad="规范工作程序，。", good="规范工作程序。"),
    ],
)
def repeated_mark(report: Report) -> Iterator[Hit]:
    """两个点号连在一起，多半是改稿时留下的。省略号、破折号和叹问号连用不算。"""
    text = report.text
    for match in _REPEATED.finditer(text) if _may_repeat(text) else ():
        span = Span(*match.span())
        if match[0].isascii() and not (_CHINESE.match(text, span.start - 1) and _CHINESE.match(text, span.end)):
            continue
        marks = match[0].translate(_WIDE)
        right = _kept(marks)
        safety = Safety.SAFE if right else Safety.DISPLAY
        kept = right or marks[0]
        fix = Fix(f"改为“{kept}”", (Edit(span, kept),), safety)
        yield Hit(span, f"标点“{match[0]}”连用", "只留一个", fix=fix)


def _may_repeat(text: str) -> bool:
    """Whether two marks stand side by side; to make all of them one is far quicker than to look for each pair."""
    for mark in _MARKS:
        text = text.replace(mark, "，")
    return "，，" in text


def _kept(marks: str) -> str:
    """The one mark that may stay without a question, or nothing."""
    kinds = set(marks)
    if len(kinds) == 1:
        return marks[0]
    if marks[-1] == "。":
        return "。"
    return "，" if kinds == {"、", "，"} else ""
