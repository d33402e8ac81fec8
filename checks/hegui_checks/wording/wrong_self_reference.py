"""TRM004."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.context import around, cited, quoted

# By what the issuer is: the words by which it cannot speak of itself. 我县 and 我市 may mean the place it lies in,
# 全局 has two senses, 本局 in a county's report may be said of each of its bureaus.
_FOREIGN = {
    "镇": ("我街道", "本街道", "全街道", "我乡", "本乡", "全乡", "我局", "本局", "我厅", "我委", "我办"),
    "乡": ("我街道", "本街道", "全街道", "我镇", "本镇", "全镇", "我局", "本局", "我厅", "我委", "我办"),
    "街道": ("我镇", "本镇", "全镇", "我乡", "本乡", "全乡", "我局", "本局", "我厅", "我委"),
    "县": ("我镇", "我乡", "我街道", "我局", "我厅", "我委"),
    "部门": ("我镇", "本镇", "我乡", "本乡", "我街道", "本街道"),
}
_NAMES = {"镇": "镇", "乡": "乡", "街道": "街道", "县": "县（市、区）", "部门": "部门"}
_BEFORE = {"我": "自原", "本": "基根原日版文样资成", "全": "健安完齐保"}
_AFTER = {
    "局": "(?![部长面势域级限])",
    "委": "(?![员托派])",
    "办": "(?![理法公事案结])",
    "乡": "(?![镇村土亲])",
    "厅": "(?![级长])",
}
_WORK = "(?:综合)?(?:行政执法|依法行政|法治政府|法治建设)(?!部门|单位|人员)"
# 镇 and 乡 are used for each other.
_COPIED = {
    "镇": (regex(f"(街道){_WORK}"),),
    "乡": (regex(f"(街道){_WORK}"),),
    "街道": (regex(f"(镇){_WORK}"), regex(f"(乡){_WORK}")),
}
_ADVANCING = ("提升", "推进", "推动", "加强", "规范", "健全", "完善", "深化", "提高", "强化")
_MANY = 3


@check(
    "TRM004",
    "wrong-self-reference",
    "自称与报告单位不符",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    once=True,
    examples=[
        Example(
            bad="我街道全年办理行政处罚案件14件。",
            good="我镇全年办理行政处罚案件14件。",
            quiet=(
                "对照我县梳理编制的乡镇权责清单，明晰职责边界。",
                "落实全市统一部署，服务全县发展大局，把法治建设摆在全局工作的突出位置。",
                "群众满意地说：“我街道上走一圈就能办好。”",
                "执行《我局行政执法案卷评查办法》。",
                "本委托事项依法公示，自我办理与代办相结合。",
                "原我乡辖区的案卷全部移交。",
            ),
            marks="我街道",
        ),
        Example(
            bad="本局严格落实行政执法三项制度。",
            good="本镇严格落实行政执法三项制度。",
            quiet=("市场监管局严格落实行政执法三项制度。",),
        ),
        Example(
            bad="全面提升街道行政执法规范化水平，推进严格执法。",
            good="全面提升行政执法规范化水平，推进严格执法。",
            quiet=(
                "推进乡镇（街道）综合行政执法改革。",
                "县委提升街道行政执法规范化水平，乡镇同步推进。",
                "推进镇综合行政执法改革。",
            ),
            marks="街道",
        ),
        Example(
            bad="我镇全年审查合同18份。",
            good="我街道全年审查合同18份。",
            quiet=("全区统一部署，我区各部门配合，街道全年审查合同18份。",),
            body="subdistrict",
        ),
    ],
)
def wrong_self_reference(report: Report) -> Iterator[Hit]:
    """自称“我街道”“我局”而报告由镇作出，多半是套用了别的单位的稿子。

    “我县”“全市”可能指所在的县、市，不算；引语和文件名里的不算。报告单位的性质有疑问时只作提示。
    """
    own = _own(report)
    if own is None:
        return
    foreign = _standing(report.text, _FOREIGN[own])
    severity = Severity.INFO if foreign and _doubtful(report, own) else None
    for word in foreign:
        for match in _pattern(word).finditer(report.text, report.start, report.end):
            span = Span(*match.span())
            if not (cited(report, span) or quoted(report.text, span)):
                message = f"本报告由{_NAMES[own]}作出，这里自称“{word}”"
                advice = "改为本单位的自称，并核对这一段是否套用了别的稿子"
                yield Hit(span, message, advice, severity, cause=word)
    if own in _COPIED and severity is None:
        yield from _copied(report, own)


def _standing(text: str, words: Sequence[str]) -> list[str]:
    """Those of ``words``, of two or three characters, that stand in ``text``; they begin with few characters."""
    firsts = {word[0] for word in words}
    begun = {first + rest[:width] for first in firsts for rest in text.split(first)[1:] for width in (1, 2)}
    return sorted(begun.intersection(words))


def _doubtful(report: Report, own: str) -> bool:
    """Whether the report speaks of itself as another body so often, or has issuers of two kinds."""
    mine = (word for word in _FOREIGN[own] if word[0] == "我")
    return any(report.text.count(word) >= _MANY for word in mine) or _two_kinds(report)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word where it stands by itself; it comes first, for a plain word is found many times as fast."""
    return re.compile(f"{word}(?<![{_BEFORE[word[0]]}]{word}){_AFTER.get(word[-1], '')}")


def _own(report: Report) -> str | None:
    """镇, 乡, 街道, 县 or 部门 by what the issuer is, None where that is not certain."""
    if report.body in {"subdistrict", "department"}:
        return "街道" if report.body == "subdistrict" else "部门"
    if report.body not in {"government", "party", "joint"}:
        return None
    if report.level == "county":
        return "县"
    if report.level == "town":
        ends = {issuer.place[-1:] for issuer in report.issuers if issuer.place}
        return ends.pop() if len(ends) == 1 and ends <= {"镇", "乡"} else None
    return None


def _two_kinds(report: Report) -> bool:
    """Whether the issuers are bodies of two kinds, as where a zone and a street are one."""
    return len({issuer.body for issuer in report.issuers if issuer.body in {"government", "subdistrict", "zone"}}) > 1


def _copied(report: Report, own: str) -> Iterator[Hit]:
    """提升街道行政执法规范化水平 in a town's report: another body's work told as its own."""
    for match in chain.from_iterable(copied.finditer(report.text, report.start, report.end) for copied in _COPIED[own]):
        who = match[1]
        if not report.text.endswith(_ADVANCING, 0, match.start()):
            continue
        where = around(report, match.start()).of(report.text)
        if not any(word in where for word in {"镇", "乡", "街道"} - {who}):
            message = f"本报告由{_NAMES[own]}作出，这里写的是“{who}”的工作"
            advice = f"改为“{own}”，或核对这一段是否套用了别的稿子"
            yield Hit(Span(*match.span(1)), message, advice, cause="工作")
