"""PRI003."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Severity, Span, check, regex
from hegui_checks.bases import PUBLICATION
from hegui_checks.context import every_place

_LONGEST = 24
_WORDS = ("秘密", "机密", "绝密", "内部")
_STAR = regex(r"(?:秘密|机密|绝密)\s{0,2}★\s{0,2}(?:长期|\d{1,2}\s?(?:年|个月))?")
_INNER = "内部(?:资料|文件|材料|使用)|工作秘密"
_KEEP = "(?:注意|妥善)保[存管]|(?:不得|请勿|严禁)外传"
_LINE = regex(rf"[(（【\[]?\s*(?:秘密|机密|绝密|(?:{_INNER})[，,、!！ \u3000]*(?:{_KEEP})?)\s*[)）】\]]?")
_BRACKETED = regex(r"[（(【]\s*内部(?:资料|文件|材料)[，, ]*(?:注意|妥善)保[存管]\s*[）)】]")


@check(
    "PRI003",
    "secrecy-mark",
    "公开的报告带有密级标志",
    each=Report,
    severity=Severity.ERROR,
    basis=PUBLICATION,
    needs=("★", *_WORDS),
    examples=[
        Example(
            bad="秘密★1年\n清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            good="清源县柳河镇人民政府关于2024年法治政府建设情况的报告",
            part="title",
            marks="秘密★1年",
        ),
        Example(
            bad="内部资料 注意保存",
            good="加强内部资料管理，注意保存档案。",
            quiet=(
                "落实保密工作责任制，组织学习《中华人民共和国保守国家秘密法》。",
                "依法保护商业秘密和个人隐私，机密文件专人管理。",
                "编印内部资料12期。",
                "获评五星★级调解室。",
            ),
        ),
    ],
)
def secrecy_mark(report: Report) -> Iterator[Hit]:
    """年度报告应当公开，涉密内容除外。带着密级标志或者“内部资料”字样的报告不能公开。正文里讲保密工作的不算。"""
    text = report.text
    for match in _STAR.finditer(text) if "★" in text else ():
        yield _hit(Span(*match.span()), match[0])
    for place in every_place(text, _WORDS):
        bracketed = _BRACKETED.match(text, _before(text, place.start))
        if bracketed:
            yield _hit(Span(*bracketed.span()), bracketed[0])
        line = report.paragraph_at(place.start).span
        words = line.of(text) if line.width <= _LONGEST else ""
        if words and "★" not in words and _LINE.fullmatch(words) and not _BRACKETED.search(words):
            yield _hit(line, words)


def _before(text: str, at: int) -> int:
    """Where the last character before ``at`` stands that is not blank."""
    while at and text[at - 1].isspace():
        at -= 1
    return max(0, at - 1)


def _hit(span: Span, words: str) -> Hit:
    return Hit(span, f"带有密级标志“{words.strip()}”", "确属国家秘密的不得公开；不涉密的删去标志")
