"""CIT006."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegui.api import Example, Hit, NamedTuple, Report, Severity, check, load, regex
from hegui_checks.bases import MARKS
from hegui_checks.citation.reading import citations, whole

_LONGEST = 20
_FOLLOWED = regex(r"(?:系列|主题|专项|宣传|普法)*活动|小程序|APP|公众号|客户端")
_KINDS = {"app": "应用、平台", "activity": "活动", "body": "机构、组织", "certificate": "证照"}


class _Table(NamedTuple):
    names: frozenset[str]
    endings: tuple[tuple[tuple[str, ...], str], ...]


@cache
def _table() -> _Table:
    table = load(f"{__file__.rpartition('citation')[0]}facts", "not_documents")
    endings = tuple((tuple(table["endings"][kind]), label) for kind, label in _KINDS.items())
    return _Table(frozenset(table["names"]), endings)


@check(
    "CIT006",
    "not-a-document",
    "书名号里不是文件",
    each=Report,
    severity=Severity.INFO,
    basis=MARKS,
    needs=("《",),
    once=True,
    examples=[
        Example(
            bad="督促党员干部坚持《学习强国》的网络自学。",
            good="督促党员干部坚持“学习强国”的网络自学。",
            quiet=(
                "在《法治日报》《人民日报》刊发稿件2篇。",
                "摄制普法短片《守护》，开设《理论“兴”课堂》《大融吴家之声》专栏。",
                "印发《柳河镇法治宣传月活动方案》《行政许可证件管理办法》。",
            ),
            marks="学习强国",
        ),
        Example(bad="换发《食品经营许可证》12份。", good="换发食品经营许可证12份。", body="department"),
        Example(bad="开展《宪法宣传周》系列宣传。", good="开展“宪法宣传周”系列宣传。"),
    ],
)
def not_a_document(report: Report) -> Iterator[Hit]:
    """书名号标示书名、篇名、报刊名、文件名、影视作品名等，不用于应用、活动、机构和证照。只报名单里的和一望可知的。"""
    table = _table()
    for cited in citations(report):
        if cited.entry is not None or cited.inner:
            continue
        title = cited.name.head + cited.name.core
        if len(title) > _LONGEST:
            continue
        kind = next((label for endings, label in table.endings if title.endswith(endings)), "")
        if title in table.names or _FOLLOWED.match(report.text, cited.span.end + 1):
            kind = kind or "应用、活动等"
        if kind:
            written = cited.span.of(report.text)
            advice = "不用标点" if kind == "证照" else "改用引号，或者不用标点"
            yield Hit(whole(cited), f"“{written}”是{kind}，不用书名号", advice)
