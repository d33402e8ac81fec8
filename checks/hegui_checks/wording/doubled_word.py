"""TRM009."""

from __future__ import annotations

from codecs import utf_16_le_encode
from collections.abc import Iterator
from functools import cache

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.context import places
from hegui_checks.register import doubled
from hegui_checks.wording.lexicon import found

# Characters that nobody writes twice: 的 but not 目的的, 对 and 在 only where a clause begins (存在在 may be right).
_START = r"(?:(?<=[，。；：、,;:\n]..)|(?<=\A..))"
_TWICE = {
    "的的": regex("的的(?<![目标]的的)(?!确)"),
    "对对": regex(f"对对{_START}(?!方|照|标|比|立|应|联)"),
    "在在": regex(f"在在{_START}(?!职|岗|校|册|建|编)"),
    "与与": regex("与与(?<!参与与)"),
    "及及": regex("及及(?!时|早)"),
}
_NOTICE = regex(r"(?<=通知》)的?通知(?=要求|精神|，|,|。)")
_TITLE = 150
_WIDTHS = (2, 3, 4)
_PASSED_ON = regex(r"(?:印发|转发|批转|下发)(?:了)?[^《》]{0,12}$")


@cache
def _light() -> frozenset[str]:
    return frozenset(doubled()["light"].split())


@cache
def _heavy() -> frozenset[str]:
    return frozenset(doubled()["heavy"].split())


@check(
    "TRM009",
    "doubled-word",
    "词语重复",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    examples=[
        Example(
            bad="坚持坚持依法行政，规范决策程序。",
            good="坚持依法行政，规范决策程序。",
            quiet=(
                "一件一件抓落实，一步一步往前走。",
                "东湖社区社区矫正对象12名，基层党组织组织学习4次。",
                "严格规范规范性文件制定程序。",
                "坚持学法、坚持用法，层层压实责任。",
                "张某某某公司劳动争议案调解成功。",
                "人民调解调解员28名。",
                "研究研究所需经费，说说心里话、唠唠家常嗑。",
            ),
            marks="坚持坚持",
        ),
        Example(bad="干部职工积极配合配合检查。", good="干部职工积极配合检查。"),
        Example(
            bad="根据按照年度计划开展检查。",
            good="按照年度计划开展检查。",
            quiet=("根据年度计划，按照程序开展检查。",),
            marks="根据按照",
        ),
        Example(
            bad="根据《关于做好法治宣传工作的通知》的通知要求，开展活动。",
            good="根据《关于做好法治宣传工作的通知》要求，开展活动。",
            quiet=(
                "县政府转发《关于做好法治宣传工作的通知》的通知，各单位执行。",
                "根据《关于做好法治宣传工作的通知》要求，开展活动。",
            ),
        ),
        Example(
            bad="落实谁执法谁普法普法责任制。",
            good="落实谁执法谁普法责任制。",
            quiet=("落实“谁执法谁普法”普法责任制。",),
        ),
    ],
)
def doubled_word(report: Report) -> Iterator[Hit]:
    """同一个词连写两遍，或者两个意思相同的介词连用，去掉一个意思不变。两个词交界处的重复和叠词不算。"""
    text = report.text
    for span in _doubles(text):
        word = text[span.start : span.start + span.width // 2]
        if word in _light():
            yield _hit(span, word, f"“{word}”写了两遍", Safety.SAFE)
        elif word in _heavy():
            yield _hit(span, word, f"“{word}”连写两遍，或者中间漏了标点", Safety.DISPLAY)
    standing = found(report)
    for words, right in doubled()["pairs"]:
        for span in standing.get(words, ()):
            yield _hit(span, right, f"“{words}”两个词意思重复", Safety.SAFE)
    yield from _characters(text)
    if "》通知" in text or "》的通知" in text:
        yield from _notices(text)


def _characters(text: str) -> Iterator[Hit]:
    """Single characters that stand twice."""
    for twice in filter(text.__contains__, _TWICE):
        for match in _TWICE[twice].finditer(text):
            yield _hit(Span(*match.span()), twice[0], f"“{twice[0]}”写了两遍", Safety.SAFE)


def _notices(text: str) -> Iterator[Hit]:
    """通知 after the title of a 通知; a notice that passes on a notice may say so."""
    for title in places(text, "》"):
        if not text.startswith(("通知", "的通知"), title.end):
            continue
        if match := _NOTICE.match(text, title.end):
            start = text.rfind("《", max(0, match.start() - _TITLE), match.start())
            if start >= 0 and not _PASSED_ON.search(text[max(0, start - 20) : start]):
                yield _hit(Span(*match.span()), "", "“通知”写了两遍", Safety.SAFE)
        if text.startswith("的通知的通知", title.end):
            yield _hit(Span(title.end + 3, title.end + 6), "", "“通知”写了两遍", Safety.SAFE)


def _hit(span: Span, word: str, message: str, safety: Safety) -> Hit:
    title = f"改为“{word}”" if word else "删去后一个"
    return Hit(span, message, title, fix=Fix(title, (Edit(span, word),), safety))


def _doubles(text: str) -> Iterator[Span]:
    """Every stretch of two to four characters that stands twice in a row.

    The text is compared with itself shifted, as one large number each: as fast as a look for one word. The low byte
    of each character tells nearly all of them apart.
    """
    data = utf_16_le_encode(text, "surrogatepass")[0][::2]  # by name would import a module
    if len(data) != len(text):
        data = text.encode("utf-32-le", "surrogatepass")[::4]
    whole = int.from_bytes(data, "little")
    for width in _WIDTHS:
        differing = whole ^ (whole >> (8 * width))
        in_two = (differing | (differing >> 8)).to_bytes(len(data), "little")
        at = in_two.find(0)
        while at >= 0:
            if text.startswith(text[at : at + width], at + width) and at + 2 * width <= len(text):
                yield Span(at, at + 2 * width)
            at = in_two.find(0, at + 1)
