"""CIT009."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, load
from hegui_checks.bases import ACCURACY
from hegui_checks.citation.origin import Origin
from hegui_checks.citation.reading import citations, origin, whole
from hegui_checks.titles import Entry

_NEAR = 20
_LEVELS = {"中央文件", "党内法规"}


@check(
    "CIT009",
    "wrong-issuer-of-document",
    "文件的发布机关可能有误",
    each=Report,
    severity=Severity.INFO,
    basis=ACCURACY,
    needs=("《",),
    examples=[
        Example(
            bad="落实省政府《法治政府建设实施纲要（2021—2025年）》。",
            good="落实中共中央、国务院《法治政府建设实施纲要（2021—2025年）》。",
            quiet=(
                "落实党中央、国务院印发的《法治政府建设实施纲要（2021—2025年）》。",
                "落实中央、省《法治政府建设实施纲要（2021—2025年）》。",
                "落实省政府《清源省法治政府建设实施纲要（2021—2025年）》。",
                "县司法局组织学习《法治政府建设实施纲要（2021—2025年）》。",
                "县政府转发《法治政府建设实施纲要（2021—2025年）》。",
                "落实中办、国办《法治政府建设与责任落实督察工作规定》。",
            ),
            marks="法治政府建设实施纲要",
            body="county",
        ),
        Example(
            bad="落实国务院办公厅印发的《法治政府建设与责任落实督察工作规定》和司法部《法治中国建设规划（2020—2025年）》。",
            good="落实中共中央印发的《法治中国建设规划（2020—2025年）》。",
        ),
    ],
)
def wrong_issuer_of_document(report: Report) -> Iterator[Hit]:
    """中央文件前写成了别的发布机关。也可能指本省同名的文件，所以只作提示；中央与地方并列的不算。"""
    told: set[str] = set()
    for cited in citations(report):
        entry = cited.entry
        if entry is None or cited.inner or entry.level not in _LEVELS or not (entry.trusted and entry.issuer):
            continue
        if cited.name.period not in {None, entry.name.period}:
            continue
        wrong = _wrong(origin(report, cited), entry)
        if wrong and entry.title not in told:
            told.add(entry.title)
            message = f"《{entry.title}》由{entry.issuer}印发，这里写的是{wrong}"
            here = whole(cited)
            named = report.text.rfind(wrong, max(0, here.start - _NEAR), here.start)
            place = Span(named, here.end) if named >= 0 else here
            yield Hit(place, message, "核对发布机关；如指本地文件，写明地名")


def _wrong(told: Origin, entry: Entry) -> str:
    """The organ that is not among its issuers, or nothing; organs named together are judged together."""
    issuers = set(entry.issuer.split("、"))
    if told.central:
        if told.local or told.central & (issuers | {"中央"}):
            return ""
        return "、".join(sorted(told.central))
    return told.local if told.local.endswith(tuple(load(__file__, "words")["before"]["issuing"])) else ""
