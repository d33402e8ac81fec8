"""FMT008."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Paragraph, Report, Severity, Span, check, regex
from hegui_checks.bases import MARKS

_ENDED = "。！？；：…”’）)!?;:》】.%％"
_JOINED = regex(r"[，,；;。]")
_NOT_PROSE = regex(
    r"(?:附件?|附表|附图|联系人|联系电话|电话|抄送|抄报|主送|网址|来源|备注|注)[\d一二三]*\s*[:：]|第[一二三四五六七八九十]+部分"
)
_LONG = 24
_LOWEST = 2
_SHOWN = 8


@check(
    "FMT008",
    "no-end-mark",
    "段末没有句末标点",
    each=Report,
    severity=Severity.INFO,
    basis=MARKS,
    once=True,
    examples=[
        Example(
            bad="我镇完善乡镇权责清单，规范行政执法程序，不断提高依法行政的能力和水平",
            good="我镇完善乡镇权责清单，规范行政执法程序，不断提高依法行政的能力和水平。",
            quiet=(
                "（五）健全工作制度，规范行政执法程序，全面提高依法行政能力\n开展案卷评查2次。",
                "附件：2024年法治政府建设重点任务清单，责任分工表，完成情况表",
                "重点做好以下工作：",
            ),
            marks="水平",
        ),
        Example(
            bad="1.健全内部监督制度，督促和约束工作人员严格依法履行职责\n2.自觉接受人大监督，认真办理建议12件。",
            good="1.健全内部监督制度，督促和约束工作人员严格依法履行职责。\n2.自觉接受人大监督，认真办理建议12件。",
        ),
    ],
)
def no_end_mark(report: Report) -> Iterator[Hit]:
    """成句的段落末尾要有句号。标题、署名、附件说明不算；下一段接着说的可能是断行，也不算。"""
    text, body = report.text, report.body_paragraphs
    for index, paragraph in enumerate(body):
        (_, end), _, _, style, _ = paragraph
        if text[end - 1] in _ENDED or style != "text" or not _prose(report, paragraph):
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        if _is_item(paragraph) and not _among_sentences(report, body, index):
            continue
        if following is None or following.heading is not None:
            span = Span(max(paragraph.span.start, end - _SHOWN), end)
            yield Hit(span, "段末没有句末标点", "补上句号，或把没有写完的话写完")


def _prose(report: Report, paragraph: Paragraph) -> bool:
    (start, end), _, heading, _, _ = paragraph
    if end - start < _LONG or (heading and not heading.run_in and heading.level <= _LOWEST):
        return False
    words = report.text[start:end]
    return _JOINED.search(words) is not None and not _NOT_PROSE.match(words)


def _is_item(paragraph: Paragraph) -> bool:
    """Whether this is 1. or （1）, which may be a heading or a sentence."""
    return paragraph.heading is not None and paragraph.is_heading and paragraph.heading.level > _LOWEST


def _among_sentences(report: Report, body: tuple[Paragraph, ...], index: int) -> bool:
    """Whether the items around the one at ``index`` are sentences, and it is no heading of what follows."""
    if index + 1 < len(body) and body[index + 1].heading is None:
        return False
    heading = body[index].heading
    around = body[max(0, index - 3) : index] + body[index + 1 : index + 3]
    alike = [p for p in around if p.heading and heading and p.heading.level == heading.level]
    return bool(alike) and all(report.text[p.span.end - 1] in "。；;" for p in alike)
