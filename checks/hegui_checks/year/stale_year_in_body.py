"""TIM002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Report, Sentence, Severity, Span, check, regex
from hegui_checks.bases import ACCURACY

_YEAR = regex(r"20\d{2} ?年")
_UNTIL = regex(r"截[至止](?:到)? ?(20\d{2}) ?年 ?(?:年?底|末|12 ?月(?: ?31 ?日|底)?)", words=("截至", "截止"))
_BEGINS = regex(r"\s*(20\d{2}) ?年(?:度)?(?:以来)?[，,]")
_OURS = regex(r"[^。]{0,12}(?:我|本|全)[镇乡街县区市局委省厅部州旗办中苏盟地自]")
_COMPARED = regex(
    r"比|较|同期|增长|下降|上升|减少|提高|荣获|获得|被评|授予|命名|入选|连续|自(?![治觉然查身主行愿动])|历年|以来|分别"
)
_HISTORY = regex(r"成立|设立|施行|印发|出台|颁布|修订|启动|开始")
_LONG_AGO = 3


@check(
    "TIM002",
    "stale-year-in-body",
    "正文里留有往年的年份",
    each=Report,
    severity=Severity.WARNING,
    basis=ACCURACY,
    examples=[
        Example(
            bad="截至2023年底，全镇共有人民调解员46名。",
            good="截至2024年底，全镇共有人民调解员46名。",
            quiet=(
                "矛盾纠纷调解成功率较2023年提高3个百分点。",
                "2023年，我镇被评为平安建设先进单位。",
                "2022年8月，我镇成立综合行政执法队。",
                "2023年，我镇成立法治建设议事协调机构，一直运行至今。",
                "截至2024年底较2023年底增加调解员6名。",
            ),
            marks="2023年底",
        ),
        Example(
            bad="截至2023年底，全镇共有村民自治示范点12个。",
            good="截至2024年底，全镇共有村民自治示范点12个。",
            marks="2023年底",
        ),
        Example(bad="2023年，我镇办理行政处罚案件14件。", good="2024年，我镇办理行政处罚案件14件。", marks="2023"),
        Example(bad="（九）2023年，我镇办理案件14件。", good="（九）2024年，我镇办理案件14件。", marks="2023"),
    ],
)
def stale_year_in_body(report: Report) -> Iterator[Hit]:
    """“截至某年底”或者段首“某年，我镇……”写的是往年，多半没有随年度更新。与往年比较、荣誉、机构沿革不算。"""
    year = report.year
    if year is None:
        return
    plan = list(report.stretches("plan"))
    for sentence in _with_years(report, range(year - _LONG_AGO, year)):
        paragraph = report.paragraphs[sentence.paragraph]
        first = sentence.span.start == paragraph.span.start
        marker = len(paragraph.heading.marker) if first and paragraph.heading else 0
        start = sentence.span.start + marker
        words = report.text[start : sentence.span.end]
        if not ("截" in words or words.lstrip().startswith("20")) or any(span.covers(sentence.span) for span in plan):
            continue
        starts_paragraph = first or paragraph.body.start >= sentence.span.start - 1
        for pattern, certain in ((_UNTIL, True), (_BEGINS, starts_paragraph)):
            match = pattern.search(words) if pattern is _UNTIL else pattern.match(words)
            if match is None or not year - _LONG_AGO <= int(match[1]) < year:
                continue
            if (pattern is _BEGINS and not _OURS.match(words, match.end())) or _excused(words, match, pattern):
                continue
            span = Span(match.start(1), match.end()).shift(start)
            message = f"报告年度是{year}年，这里写的是{match[1]}年"
            yield Hit(span, message, "核对年份和数据，改为报告年度", None if certain else Severity.INFO)


def _with_years(report: Report, years: range) -> Iterator[Sentence]:
    """The sentences that name one of ``years``, in order."""
    done = 0
    for match in _YEAR.finditer(report.text, report.start):
        asked = match.start() >= done and int(match[0][:4]) in years
        sentence = report.sentence_at(match.start()) if asked else None
        if sentence:
            yield sentence
            done = sentence.span.end


def _excused(words: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether the sentence compares, or tells of honours or of history."""
    if _COMPARED.search(words[: match.start()] + words[match.end() :]):
        return True
    return pattern is _BEGINS and _HISTORY.search(words) is not None
