"""TRM005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import HAN, Example, Hit, NamedTuple, Report, Severity, Span, check, regex
from hegui_checks.bases import LEGISLATION
from hegui_checks.context import around, cited, quoted, windows
from hegui_checks.wording.lexicon import POWERS, found

_REACH = 16
_OWN = "(?:我|本)(?:镇|乡|街道|县|区|市|旗)"
_PLACE = rf"(?<!{HAN})(?:镇|乡|街道)"
_MADE = "(?:制定|出台|修订|颁布)了?"
_ALL, _BELOW_COUNTY, _TOWN = ("town", "subdistrict", "county"), ("town", "subdistrict"), ("town",)
_WHO = {"town": "乡镇", "subdistrict": "街道", "county": "县（市、区）"}
_HIGHER = regex(r"[省市州县区国上]|国务院|人大")


class _Power(NamedTuple):
    """A power, the bodies it is beyond, why, and a severity where the words may mean something else."""

    pattern: re.Pattern[str]
    bodies: tuple[str, ...]
    why: str
    severity: Severity | None = None


_RULES = "规章由省、设区的市一级的政府制定，{}没有这项权力"
_STATUTES = "地方性法规由省、设区的市一级的人大制定，{}没有这项权力"
_MEETING = "按照地方组织法，常务会议是县级以上政府的会议，{}不设"
_COMMITTEE = "按照地方组织法，人大常务委员会县级以上才设，{}人大设主席团"
_TOWNS_RULES = "(?:清理|制定|修订|废止|出台|对)了?(?:镇|乡|街道)(?:人民政府|政府|办事处)?规章(?!制)"
_OWN_STATUTES = f"(?:{_OWN}|{_PLACE})的?立法(?!联系|征|意见|调研|听证|宗旨|目的)|(?<![方家市省])立法体系"
_OWN_THREE = "[镇乡道][^，。；、]{0,4}(?:立法|立制)、执法、司法"
_ITS_MEETING = "(?<=提交)政府常务会议|(?<=[，。；：,;:、])政府常务会议"
# By a word that it is told with.
_POWERS = {
    "规章": (
        _Power(regex(f"(?:{_OWN}|{_PLACE})(?:人民政府|政府|办事处)?规章(?!制)"), _ALL, _RULES),
        _Power(regex(_TOWNS_RULES), _ALL, _RULES),
        _Power(regex(_MADE + r"(?:政府)?规章\s?\d+\s?[件部]"), _ALL, _RULES),
    ),
    "地方性法规": (_Power(regex(f"(?:{_MADE}(?:{_OWN})?|{_OWN})" + r"地方性法规\s?\d+\s?[件部]"), _ALL, _STATUTES),),
    "人大常委会": (_Power(regex(f"(?:(?:我|本)|(?<!{HAN}))[镇乡]人大常委会"), _TOWN, _COMMITTEE),),
    "常务会": (
        _Power(regex(f"(?:{_OWN}|[镇乡])(?:人民)?政府常务会"), _TOWN, _MEETING),
        _Power(regex(rf"(?<!{HAN})(?:主持|组织)?召开政府常务会"), _BELOW_COUNTY, _MEETING),
        _Power(regex(_ITS_MEETING), _BELOW_COUNTY, _MEETING, Severity.INFO),
    ),
    "立法": (_Power(regex(_OWN_STATUTES), _BELOW_COUNTY, "{}没有立法权", Severity.INFO),),
    "、执法、司法": (_Power(regex(_OWN_THREE), _BELOW_COUNTY, "{}没有立法权和司法权", Severity.INFO),),
}


@check(
    "TRM005",
    "power-beyond-level",
    "写了本级没有的职权",
    each=Report,
    severity=Severity.WARNING,
    basis=LEGISLATION,
    examples=[
        Example(
            bad="对我镇政府规章和规范性文件进行清理。",
            good="对我镇规范性文件进行清理。",
            quiet=(
                "对照国务院行政法规和省、市、区人民政府规章的清理结果，开展规范性文件清理。",
                "健全我镇规章制度，完善内部管理。",
                "严格执行省政府规章，不得与法律、法规、规章相抵触。",
                "宣传新出台的法律、法规、规章。",
            ),
            marks="我镇政府规章",
        ),
        Example(
            bad="镇政府常务会议学法4次。",
            good="镇党政联席会议学法4次。",
            quiet=("坚持落实县政府常务会议学法制度。", "传达学习市政府常务会议精神。", "落实县政府常务会议部署要求。"),
            marks="镇政府常务会",
        ),
        Example(
            bad="提请政府常务会议审议，未经合法性审查的，不得提交政府常务会议讨论。",
            good="提请镇长办公会审议，未经合法性审查的，不得提交镇长办公会讨论。",
        ),
        Example(
            bad="（二）立法体系尚不完善，人员较少。",
            good="（二）制度体系尚不完善，人员较少。",
            quiet=(
                "坚持科学立法、严格执法、公正司法、全民守法。",
                "设立基层立法联系点1个，征集立法意见12条。",
                "配合县人大开展立法调研2次。",
                "让司法更好地服务经济发展。",
            ),
            part="shortcomings",
            marks="立法",
        ),
        Example(
            bad="我镇人大常委会开展执法检查2次。",
            good="我镇人大主席团开展执法检查2次。",
            quiet=("县人大常委会来镇开展执法检查2次。", "配合区、镇人大开展执法检查2次。"),
            marks="我镇人大常委会",
        ),
        Example(
            bad="制定政府规章2件。",
            good="制定规范性文件2件。",
            quiet=("县政府常务会议学法4次。", "学习政府规章2件。"),
            body="county",
        ),
    ],
)
def power_beyond_level(report: Report) -> Iterator[Hit]:
    """立法权、规章制定权只到设区的市，政府常务会议只到县。乡镇报告里出现这些，多半是套用了上级的稿子。

    执行上级规章、传达上级会议、配合上级立法的不算。
    """
    kind = "subdistrict" if report.body == "subdistrict" else report.level or ""
    if kind not in _WHO or report.body not in {"government", "party", "joint", "subdistrict"}:
        return
    text = report.text
    words = found(report)
    near = [span for word in POWERS for span in words.get(word, ())]
    covered: set[int] = set()
    for window in windows(near, _REACH, _REACH):
        here = window.of(text)
        for power in (power for word, powers in _POWERS.items() if word in here for power in powers):
            for match in power.pattern.finditer(text, *window) if kind in power.bodies else ():
                span = Span(*match.span())
                if not covered.isdisjoint(range(*span)) or _excused(report, power, span):
                    continue
                covered.update(range(*span))
                why = power.why.format(_WHO[kind])
                yield Hit(
                    span, f"“{match[0]}”：{why}", "改为本级的文件或会议，并核对是否套用了上级的稿子", power.severity
                )


def _excused(report: Report, power: _Power, span: Span) -> bool:
    """Whether the words stand in a title, in quotes, or may be said of a superior."""
    if cited(report, span) or quoted(report.text, span):
        return True
    before = around(report, span.start).start, span.start
    return power.severity is not None and _HIGHER.search(report.text, *before) is not None
