"""LDR005."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import HAN, Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY

_ABOVE = {
    "town": "县区市省旗州盟",
    "county": "省市州盟",
    "city": "省县",
    "province": "市县区",
}
_NAMES = {
    "town": "乡镇",
    "county": "县（市、区）",
    "city": "市（州）",
    "province": "省（区、市）",
    "department": "部门",
    "zone": "园区管委会",
}
_DOES = regex(r"[^，。；、]{0,10}(?:履行|带头|亲自|主持|认真|切实|高度重视|严格|坚决|自觉|扛起|牢固)")


def _may_name(letters: str, words: str) -> bool:
    """Whether one of the levels stands right before what whatever ``_pattern`` finds goes on with; much quicker."""
    for organ in "党委政人长":
        for before in words.split(organ)[:-1]:
            if before and before[-1] in letters:
                return True
    return False


@cache
def _pattern(letters: str) -> re.Pattern[str]:
    """A leader of one of the levels that begins a clause; the level comes first, for its letters are found quickly."""
    place = f"(?:{'|'.join(('自治区', *letters) if '区' in letters else letters)})"
    begins = rf"(?:(?<!{HAN}.)|(?<=[由我].)|(?<=自治区)(?:(?<!{HAN}自治区)|(?<=[由我]自治区)))"
    return re.compile(
        rf"{place}{begins}(?:(?:党?委|政府|人民政府|党?委、?{place}政府)的?(?:党政)?主要(?:负责人|负责同志|领导)"
        r"|长(?!效|期|远|者|久)|委书记)"
    )


@check(
    "LDR005",
    "leader-wrong-level",
    "第一责任人层级与报告单位不符",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("长", "书记", "主要负责", "主要领导"),
    examples=[
        Example(
            bad="三、县政府主要负责人履行法治建设第一责任人职责情况\n镇党委书记、镇长带头学法，主持召开专题会议2次。",
            good="三、党政主要负责人履行法治建设第一责任人职责情况\n镇党委书记、镇长带头学法，主持召开专题会议2次。",
            quiet=(
                "三、党政主要负责人履行法治建设第一责任人职责情况\n县委主要负责人到镇调研法治建设，镇党委书记、镇长带头落实，主持专题会议2次。",
                "三、党政主要负责人履行法治建设第一责任人职责情况\n按照县政府主要负责人的要求，镇党委书记、镇长主持专题会议2次。",
                "三、清源县柳河镇党政主要负责人履行法治建设第一责任人职责情况\n镇党委书记、镇长带头学法，主持专题会议2次。",
            ),
            part="leader",
            replace=True,
            marks="县政府主要负责人",
        ),
        Example(
            bad="三、履行第一责任人职责情况\n县委、县政府主要负责人认真履行推进法治建设第一责任人职责，主持召开专题会议2次。",
            good="三、履行第一责任人职责情况\n镇党委、政府主要负责人认真履行推进法治建设第一责任人职责，主持召开专题会议2次。",
            part="leader",
            replace=True,
        ),
    ],
)
def leader_wrong_level(report: Report) -> Iterator[Hit]:
    """本单位的履职情况里写成了上级的主要负责人，多半是套用了上级的模板。

    只看写履职情况的标题和语句的主语；转述上级要求、上级来人调研的不算。
    """
    passage = report.parts.get("leader")
    if passage is None or not (letters := _foreign(report)):
        return
    found: list[Span] = []
    if passage.heading:
        found += _places(letters, report.text, passage.heading.span)
    for body in passage.bodies:
        found += [
            place for place in _places(letters, report.text, body) if _DOES.match(report.text, place.end, body.end)
        ]
    if found:
        level = _NAMES[report.body if report.body in _NAMES and report.body else report.level or "town"]
        yield Hit(
            found[0],
            f"本报告由{level}作出，这里写的却是“{found[0].of(report.text)}”",
            "改为本级党政主要负责人",
            related=tuple((span, "同样写成了其他层级") for span in found[1:]),
        )


def _places(letters: str, text: str, span: Span) -> Iterator[Span]:
    """Where leaders of these levels are named."""
    if _may_name(letters, span.of(text)):
        for match in _pattern(letters).finditer(text, *span):
            yield Span(*match.span())


def _foreign(report: Report) -> str:
    """The letters of the levels that are not the report's own; none where the level is not known.

    A department's principal is its own head, so every government's leader is another's; a zone is no town, but may
    share its leaders with the county or city around it.
    """
    if report.body == "department":
        return "省市县区旗州盟镇乡"
    if report.body == "zone":
        return "镇乡"
    own = {issuer.place[-1:] for issuer in report.issuers}
    if report.level is None or report.body is None:
        return "省" if report.body and "市" in own else ""
    return "".join(letter for letter in _ABOVE.get(report.level, "") if letter not in own)
