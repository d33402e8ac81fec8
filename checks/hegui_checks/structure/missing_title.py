"""STR001."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from hegui.api import Example, Hit, Paragraph, Report, Severity, check, regex
from hegui_checks.bases import TITLE
from hegui_checks.grading import LOST, drafted, head

_SHORT = 60
_HEAD = 3
_NAMES_ITSELF = regex(r"(?:报告|总结|汇报|情况)\S{0,12}$")
_TITLE_LABELS = {"标题", "名称", "信息名称", "文件名称"}


@check(
    "STR001",
    "missing-title",
    "缺少标题",
    each=Report,
    severity=Severity.ERROR,
    basis=TITLE,
    examples=[
        Example(
            bad="",
            good="清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            quiet=(
                "清源县柳河镇人民政府\n关于2024年度\n法治政府建设情况的报告",
                "柳河镇2024年法治政府建设年度报告\n柳河镇2024年度法治政府建设年度报告",
                "清政发〔2025〕3号\n柳河镇2024年度依法行政工作总结",
                "柳河镇2024年工作总结",
            ),
            part="title",
        )
    ],
)
def missing_title(report: Report) -> Iterator[Hit]:
    """公文应当有标题，由发文机关名称、事由和文种组成。

    从网页复制的文本常把标题丢在页面上，因此除 Word 原稿外只作警告；页面标签里有标题的不报。
    """
    if report.title or any(label.name in _TITLE_LABELS and label.value for label in report.labels):
        return
    above = takewhile(lambda paragraph: paragraph.span.of(report.text)[-1] not in "。：:", report.paragraphs[:_HEAD])
    if any(_is_titled(report, paragraph) for paragraph in above):
        return
    severity = Severity.ERROR if drafted(report) else Severity.WARNING
    lost = "" if drafted(report) else LOST
    yield Hit(head(report), f"正文前没有标题{lost}", "补写标题：发文机关＋年度＋法治政府建设情况＋报告", severity)


def _is_titled(report: Report, paragraph: Paragraph) -> bool:
    """Whether a line at the head is a title of some sort, if not one of this kind."""
    words = paragraph.span.of(report.text)
    numbered = paragraph.heading is not None and bool(paragraph.heading.marker)
    return (
        len(words) <= _SHORT and words[-1] not in "。：:；;，," and not numbered and bool(_NAMES_ITSELF.search(words))
    )
