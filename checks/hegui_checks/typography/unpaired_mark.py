"""FMT001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, NamedTuple, Paragraph, Report, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY

_PAIRS = {
    "”": "“",
    "’": "‘",
    "》": "《",
    "〉": "〈",
    "）": "（",
    "】": "【",
    "〕": "〔",
    "]": "[",
    "］": "［",
    "」": "「",
    "』": "『",
}
_OPENERS = frozenset(_PAIRS.values())
_ALL = regex("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values()) + "()") + r"\n]")  # and where a paragraph ends
_AT_SIGHT = tuple(opener + closer for closer, opener in _PAIRS.items() if closer != "’")  # ’ may be an apostrophe
_LIST_MARK = regex(r"(?:^|(?<=[；。：，;:,\s]))(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])([)）])")
_LATIN = regex(r"[A-Za-z]")
_FAR = 6
_LONGEST_LIST_MARK = 3


class _Mark(NamedTuple):
    """A mark without its partner."""

    kind: str
    at: int
    paragraph: int


@check(
    "FMT001",
    "unpaired-mark",
    "标点不成对",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="有效解决行政执法“最后一公里”问题”，促进规范执法。",
            good="有效解决行政执法“最后一公里”问题，促进规范执法。",
            quiet=(
                "坚持“‘望’企情”机制，学习《关于印发〈责任清单〉的通知》。",
                "1）完善制度；2）规范程序。",
                "会议指出：“法治是最好的营商环境。\n“要把法治建设放在更加突出的位置。”",
                "审查合同(含补充协议）8份。",
                "执行《中华人民共和国宪法》（2018年修正）。",
            ),
            marks="”",
        ),
        Example(
            bad="深入学习《习近平法治思想学习纲要，开展研讨。",
            good="深入学习《习近平法治思想学习纲要》，开展研讨。",
            marks="《",
        ),
        Example(bad="开展“平安建设宣传月、“12·4”宣传。", good="开展“平安建设宣传月”、“12·4”宣传。"),
    ],
)
def unpaired_mark(report: Report) -> Iterator[Hit]:
    """引号、书名号、括号应当成对。多出的后半一定是错，缺后半的作警告；一段引文跨几段的不算错。"""
    closers: list[_Mark] = []
    openers: list[_Mark] = []
    for paragraph in _doubtful(report):
        for mark in _unpaired(report.text, paragraph):
            (openers if mark.kind in _OPENERS else closers).append(mark)
    for mark in closers:
        if not any(_answers(opener, mark) for opener in openers):
            message = f"多出一个 {mark.kind} ，前面没有与它成对的 {_PAIRS[mark.kind]}"
            yield Hit(Span(mark.at, mark.at + 1), message, "删去多出的标点，或补上前半")
    for mark in openers:
        if not (any(_answers(mark, closer) for closer in closers) or _goes_on(report, mark)):
            partner = next(close for close, start in _PAIRS.items() if start == mark.kind)
            message = f"{mark.kind} 没有与它成对的 {partner}"
            yield Hit(Span(mark.at, mark.at + 1), message, "补上后半，或删去前半", Severity.WARNING)


def _doubtful(report: Report) -> Iterator[Paragraph]:
    """The paragraphs whose marks do not all pair off at first sight, one inside the other."""
    rest = "".join(_ALL.findall(report.text)).replace("(", "（").replace(")", "）")
    before = ""
    while rest != before:
        before = rest
        for pair in _AT_SIGHT:
            rest = rest.replace(pair, "")
    if rest.count("\n") == len(rest) == len(report.paragraphs) - 1:
        return iter(())
    lines = rest.split("\n")
    if len(lines) != len(report.paragraphs):
        return iter(report.paragraphs)
    return (paragraph for line, paragraph in zip(lines, report.paragraphs, strict=True) if line)


def _answers(opener: _Mark, closer: _Mark) -> bool:
    """Whether a quotation may run from one paragraph to the other."""
    return _PAIRS[closer.kind] == opener.kind and 0 < closer.paragraph - opener.paragraph <= _FAR


def _goes_on(report: Report, opener: _Mark) -> bool:
    """Whether the next paragraph opens with the same mark, as each paragraph of a long quotation does."""
    following = opener.paragraph + 1
    return following < len(report.paragraphs) and report.text[report.paragraphs[following].span.start] == opener.kind


def _closes_list_mark(text: str, paragraph: Paragraph, at: int) -> bool:
    """Whether the bracket at ``at`` belongs to a list mark, as in ``1）``."""
    start = max(paragraph.span.start, at - _LONGEST_LIST_MARK)
    return any(match.start(1) == at for match in _LIST_MARK.finditer(text, start, at + 1))


def _unpaired(text: str, paragraph: Paragraph) -> Iterator[_Mark]:
    """The marks of one paragraph that find no partner in it; （ and ) pair."""
    open_marks: list[_Mark] = []
    for match in _ALL.finditer(text, *paragraph.span):
        if not open_marks and match[0] in ")）" and _closes_list_mark(text, paragraph, match.start()):
            continue
        kind = {"(": "（", ")": "）"}.get(match[0], match[0])
        if kind in "‘’" and _LATIN.match(text, match.start() - 1):
            continue
        if kind in _OPENERS:
            open_marks.append(_Mark(kind, match.start(), paragraph.order))
            continue
        partner = next((i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i].kind == _PAIRS[kind]), None)
        if partner is None:
            yield _Mark(kind, match.start(), paragraph.order)
        else:
            yield from open_marks[partner + 1 :]
            del open_marks[partner:]
    yield from open_marks
