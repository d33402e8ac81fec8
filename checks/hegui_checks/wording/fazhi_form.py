"""TRM001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, regex
from hegui_checks.bases import PRACTICE
from hegui_checks.context import cited, quoted, windows
from hegui_checks.register import fazhi_forms, fazhi_table
from hegui_checks.wording.lexicon import FAZHI, found

_OLD, _NEW = "法制", "法治"
_REACH = 12


@cache
def _forward() -> re.Pattern[str]:
    """法制 with a word of the table after it, and no name of an office after that."""
    words = sorted(fazhi_forms(), key=len, reverse=True)
    source = f"{_OLD}({'|'.join(words)})(?!{'|'.join(fazhi_table()['offices'])})"
    return regex(source, words=tuple(_OLD + word for word in words))


@cache
def _back() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple((re.compile(row["pattern"]), row["certainty"] == "high") for row in fazhi_table()["back"])


@check(
    "TRM001",
    "fazhi-form",
    "“法制”“法治”用混",
    each=Report,
    severity=Severity.WARNING,
    basis=PRACTICE,
    once=True,
    needs=(_OLD, *FAZHI),
    examples=[
        Example(
            bad="抓好青少年法制宣传教育工作。",
            good="抓好青少年法治宣传教育工作。",
            quiet=(
                "严格落实重大执法决定法制审核制度，配齐法制审核人员3名。",
                "健全政府负总责、法制机构牵头的工作机制。",
                "坚持政府常务会议学法制度、领导干部述法制度和普法制度。",
                "依法制定年度计划，维护国家法制统一。",
                "镇法制员2名、法制专干1名参加培训。",
                "落实《关于加强法制宣传教育的意见》。",
                "县司法局法制宣传股派员指导。",
                "原县政府法制办移交案卷12件。",
            ),
            marks="法制",
        ),
        Example(
            bad="执行重大执法决定法治审核。",
            good="执行重大执法决定法制审核。",
            quiet=("提高法治审美水平。", "开展合法性审核12件。", "打造法治度假旅游环境。"),
            marks="法治",
        ),
        Example(bad="健全机关干部学法治度。", good="健全机关干部学法制度。"),
        Example(bad="增强群众法制观念。", good="增强群众法治观念。"),
        Example(
            bad="聘请兼职法制副校长2名。",
            good="聘请兼职法治副校长2名。",
            quiet=("聘请兼职法治副校长2名。",),
            year=2023,
        ),
        Example(
            bad="开展“法制进校园”活动6场次。",
            good="开展“法治进校园”活动6场次。",
        ),
    ],
)
def fazhi_form(report: Report) -> Iterator[Hit]:
    """“法制”指法律制度，“法治”指依法治理。宣传、教育、观念等早已写作“法治”，而法制审核、法制机构仍是“法制”。

    只认一张封闭的词表，表外的“法制”一概不动：约有一半用得对。书名号里的、机构名称里的不算，
    引号里的可能是原有名称，只作提示。
    """
    year = report.year or 0
    for match in _forward().finditer(report.text):
        span = Span(match.start(), match.start() + len(_OLD))
        form = fazhi_forms()[match[1]]
        if year < form.since or cited(report, span):
            continue
        named = quoted(report.text, span) or report.text.startswith("宣传日", span.end)
        yield _hit(match[0], span, _NEW, sure=form.sure and not named)
    words = found(report)
    near = [place for word in FAZHI for place in words.get(word, ())]
    for window in windows(near, _REACH, _REACH):
        for pattern, sure in _back():
            for match in pattern.finditer(report.text, *window):
                at = match[0].index(_NEW) + match.start()
                span = Span(at, at + len(_NEW))
                if not cited(report, span):
                    yield _hit(match[0], span, _OLD, sure=sure)


def _hit(words: str, span: Span, new: str, *, sure: bool) -> Hit:
    old = _OLD if new == _NEW else _NEW
    right = words.replace(old, new, 1)
    fix = Fix(f"“{old}”改为“{new}”", (Edit(span, new),), Safety.UNSAFE if sure else Safety.DISPLAY)
    return Hit(
        span,
        f"“{words}”应作“{right}”" if sure else f"“{words}”似应作“{right}”",
        f"改为“{right}”" if sure else f"核对原有名称，不是名称的改为“{right}”",
        None if sure else Severity.INFO,
        fix=fix,
        cause=f"{old}{'' if sure else '？'}",
    )
