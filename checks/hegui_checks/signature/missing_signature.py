"""SIG001."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, check
from hegui_checks.bases import SIGNED
from hegui_checks.grading import LOST, drafted, foot


@check(
    "SIG001",
    "missing-signature",
    "缺少发文机关署名",
    each=Report,
    severity=Severity.ERROR,
    basis=SIGNED,
    examples=[
        Example(
            bad="",
            good="清源县柳河镇人民政府",
            quiet=("中共清源县柳河镇委员会  清源县柳河镇人民政府", "柳河镇人民政府（盖章）", "柳河镇"),
            part="issuer",
        )
    ],
)
def missing_signature(report: Report) -> Iterator[Hit]:
    """正文之后应当署发文机关全称或者规范化简称。

    网页文本常丢掉落款，因此除 Word 原稿外只作警告；标题写明机关、日期在标题之下的只作提示。
    """
    if report.signature and report.signature.issuers:
        return
    severity = Severity.ERROR if drafted(report) else Severity.WARNING
    if report.title and report.title.issuer and _dated_at_head(report):
        severity = Severity.INFO
    where = report.signature.date if report.signature and report.signature.date else foot(report)
    lost = "" if drafted(report) else LOST
    yield Hit(where, f"正文之后没有发文机关署名{lost}", "在成文日期上方写明发文机关全称", severity)


def _dated_at_head(report: Report) -> bool:
    """Whether the date stands under a title that names the issuer, as in reports read to a meeting."""
    date = report.signature.date if report.signature else None
    return date is not None and date.start < len(report.text) // 2
