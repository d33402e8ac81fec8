"""CIT008."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, load, regex
from hegui_checks.bases import MARKS
from hegui_checks.citation.reading import nested
from hegui_checks.titles import HEADS, register, take_apart

_KINDS = ("法", "法典", "条例", "规定", "办法", "规则", "准则", "纲要", "规划")
_QUOTED = regex(
    rf"[“\"]([^“”\"《》\n]{{4,40}}(?:{'|'.join(_KINDS)})(?:[（(][^（）()“”\"]{{1,14}}[）)])?)[”\"]",
    words=tuple(end + mark for end in (*_KINDS, "）", ")") for mark in '”"'),
)
_CLOSED = regex("”(?<=[法典例定则划要）)].)")
_FARTHEST = 80
_INNER = regex(r"([<＜《])([^<>＜＞《》\n]{2,80})([>＞》])", words=tuple("<＜《"))
_SHORTEST = 5


@check(
    "CIT008",
    "quoted-law",
    "法律名称的标点不合国家标准",
    each=Report,
    severity=Severity.INFO,
    basis=MARKS,
    once=True,
    examples=[
        Example(
            bad="组织学习“中华人民共和国行政复议法”。",
            good="组织学习《中华人民共和国行政复议法》。",
            quiet=(
                "开展“美好生活·民法典相伴”“民法典宣传月”活动。",
                "开展“行政复议法”宣传活动，举办“宪法”知识竞赛。",
                "落实“谁执法谁普法”责任制，推行“以案释法”“法律明白人”。",
                "学习《关于印发〈行政执法监督条例〉的通知》。",
            ),
            marks="中华人民共和国行政复议法",
        ),
        Example(
            bad="学习《关于印发<法治政府建设与责任落实督察工作规定>的通知》。",
            good="学习《关于印发〈法治政府建设与责任落实督察工作规定〉的通知》。",
            quiet=("学习《宪法》《民法典》。",),
        ),
    ],
)
def quoted_law(report: Report) -> Iterator[Hit]:
    """法律法规和文件的名称用书名号；书名号里面还要用书名号时，用单书名号〈〉。宣传口号、活动名称不算。"""
    text = report.text
    for match in _quoted(text):
        name = take_apart(match[1])
        if not (name.head in HEADS or len(name.core) >= _SHORTEST) or register().find(name) is None:
            continue
        if not text.startswith(tuple(load(__file__, "words")["campaign"]), match.end()):
            edits = (Edit(Span(match.start(), match.start() + 1), "《"), Edit(Span(match.end() - 1, match.end()), "》"))
            fix = Fix("改用书名号", edits, Safety.UNSAFE)
            yield Hit(Span(*match.span()), f"“{match[1]}”是文件名称，应当用书名号", "改用书名号", fix=fix)
    for citation in report.citations if nested(report) else ():
        for match in _INNER.finditer(text, citation.span.start + 1, citation.span.end - 1):
            edits = (Edit(Span(*match.span(1)), "〈"), Edit(Span(*match.span(3)), "〉"))
            fix = Fix("改用单书名号", edits, Safety.UNSAFE)
            yield Hit(Span(*match.span()), "书名号里面的书名号应当用〈〉", "改用单书名号〈〉", fix=fix)


def _quoted(text: str) -> Iterator[re.Match[str]]:
    """The names of laws in quotation marks, looked for before each closing mark that stands after such an ending."""
    done = 0
    for closed in _CLOSED.finditer(text.replace('"', "”")):
        for match in _QUOTED.finditer(text, max(done, closed.end() - _FARTHEST), closed.end()):
            done = match.end()
            yield match
