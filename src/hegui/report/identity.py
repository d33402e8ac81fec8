"""Who reports, and on which year: several witnesses are heard, and where they disagree nothing is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hegui.document.model import Label
from hegui.report.model import Citation, Issuer, Paragraph, Signature, Title
from hegui.report.organs import classify
from hegui.report.title import years_in
from hegui.text.dates import Day, numeric_date
from hegui.text.span import Span

_SELF = re.compile(r"([我本全])(镇|乡|苏木|街道|县|旗|区|市|省|州|局|委|厅|办|中心)(?![长域级直场政民井容区县])")
_OWN: dict[str, tuple[str | None, str]] = {
    "镇": ("town", "government"), "乡": ("town", "government"), "苏木": ("town", "government"),
    "街道": ("town", "subdistrict"), "县": ("county", "government"), "旗": ("county", "government"),
    "区": ("county", "government"), "市": (None, "government"), "省": ("province", "government"),
    "州": ("city", "government"), "厅": ("province", "department"), "局": (None, "department"),
    "委": (None, "department"), "办": (None, "department"), "中心": (None, "department"),
}  # fmt: skip
_WEIGHTS = {"我": 3, "本": 2, "全": 1}
_CLEAR = 0.6
_ENOUGH = 3
_PUBLISHED = ("发布日期", "发布时间", "公开日期", "公开时间", "时间", "日期")
_TITLES = ("标题", "名称", "信息名称", "文件名称")
_NOT_A_YEAR = re.compile(r"\s*(?:年\s*\d{1,2}\s*月|[〕\]】)])")


class Identity(NamedTuple):
    """Level and body as in Report, the issuers by name, and in Chinese what each was taken from."""

    level: str | None
    body: str | None
    issuers: tuple[Issuer, ...]
    why: str


def title_issuers(title: Title | None, names: Iterable[Issuer] = ()) -> tuple[Issuer, ...]:
    """The issuers that the title names, then ``names``, each name once."""
    found: dict[str, Issuer] = {}
    if title and title.issuer:
        for part in re.split(
            r"(?<=委员会)(?=\S{2,14}(?:人民政府|办事处))|(?<=[省市县区镇乡旗州]委)(?=\S{2,12}政府)", title.issuer
        ):
            place, level, body = classify(part)
            found[part] = Issuer(title.span, part, place, level, body)
    for name in names:
        found.setdefault(name.name, name)
    return tuple(found.values())


def identify(text: str, title: Title | None, signature: Signature | None) -> Identity:
    """Level and body from title and signature, else from how the text speaks of itself."""
    issuers = title_issuers(title, signature.issuers if signature else ())
    known = [name for name in issuers if name.body]
    levels = {name.level for name in known if name.level}
    bodies = {name.body for name in known if name.body}
    own = _self_reference(text)
    if not known:
        level, body = own or (None, None)
        return Identity(level, body, issuers, "自称" if own else "无法判断")
    if len(levels) > 1:
        agreed = own[0] if own and own[0] in levels else None
        return Identity(agreed, own[1] if own and agreed else None, issuers, "署名与标题不一致，以自称为准")
    level = next(iter(levels), None)
    if level is None and own and own[0] and bodies == {own[1]}:
        level = own[0]
    return Identity(level, _one_body(bodies), issuers, "标题和署名")


def _one_body(bodies: set[str]) -> str | None:
    if len(bodies) == 1:
        return next(iter(bodies))
    if "subdistrict" in bodies:
        return "subdistrict"
    return "joint" if bodies == {"government", "party"} else None


def _self_reference(text: str) -> tuple[str | None, str] | None:
    """Level and body by 我镇, 本局, 全县, when one of them clearly prevails."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for who, what in _SELF.findall(text):
        counts[_OWN[what]] += _WEIGHTS[who]
    if not counts:
        return None
    best, weight = counts.most_common(1)[0]
    return best if weight >= _ENOUGH and weight >= _CLEAR * counts.total() else None


class Dating(NamedTuple):
    """The year reported on, where it is named, and in Chinese by what it was recognised."""

    year: int | None
    span: Span | None
    why: str


def date_report(
    text: str,
    title: Title | None,
    labels: Sequence[Label],
    paragraphs: Sequence[Paragraph],
    cited: Sequence[Citation],
    signature: Signature | None,
) -> Dating:
    """The reported year: by the title, its label, the opening, a heading, the text, the signature."""
    if title and title.year:
        return Dating(title.year, title.year_span, "标题")
    for label in labels:
        if label.name in _TITLES and (year := next(years_in(label.value), None)):
            return Dating(year[0], None, f"页面标签“{label.name}”")
    opening = [p for p in paragraphs if not p.is_heading]
    heads = [p for p in paragraphs if p.is_heading and p.heading and p.heading.level == 1]
    for group, why in ((opening[:2], "开头"), (heads[:1], "第一个标题"), (opening[2:6], "正文")):
        for paragraph in group:
            if found := _plain_year(text, paragraph.span, cited):
                return Dating(*found, why)
    if signature and signature.day and 1 <= signature.day.month <= 6:
        return Dating(signature.day.year - 1, None, "落款日期的上一年")
    return Dating(None, None, "无法判断")


def _plain_year(text: str, span: Span, cited: Sequence[Citation]) -> tuple[int, Span] | None:
    """The first year named as a whole year, not inside a cited title, a date or a document number."""
    for year, where in years_in(span.of(text)):
        place = where.shift(span.start)
        if any(citation.span.covers(place) for citation in cited) or _NOT_A_YEAR.match(text, place.end):
            continue
        if text[place.end : place.end + 2].lstrip()[:1] == "年" and text[max(0, place.start - 1)] not in "自从至到":
            return year, place
    return None


def published(labels: Sequence[Label]) -> Day | None:
    """The day the page gives as that of publication."""
    for name in _PUBLISHED:
        for label in labels:
            if label.name == name and (day := numeric_date(label.value)):
                return day
    return None
