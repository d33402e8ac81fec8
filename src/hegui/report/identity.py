"""Who reports, and on which year: several witnesses are heard, and where they disagree nothing is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from hegui.document.model import Label
from hegui.report.model import Citation, Issuer, Paragraph, Signature, Title
from hegui.report.organs import classify
from hegui.report.title import years_in
from hegui.text.dates import Day, numeric_date
from hegui.text.patterns import regex
from hegui.text.span import Span
from hegui.text.values import NamedTuple

_OWN: dict[str, tuple[str | None, str]] = {
    "镇": ("town", "government"), "乡": ("town", "government"), "苏木": ("town", "government"),
    "街道": ("town", "subdistrict"), "县": ("county", "government"), "旗": ("county", "government"),
    "区": ("county", "government"), "市": (None, "government"), "省": ("province", "government"),
    "州": ("city", "government"), "厅": ("province", "department"), "局": (None, "department"),
    "委": (None, "department"), "办": (None, "department"), "中心": (None, "department"),
}  # fmt: skip
_OWN_BY_FIRST = {what[0]: what for what in _OWN}
_JOINT = regex(
    r"(?<=委员会)(?=\S{2,18}(?:人民政府|办事处|管理委员会|管委会))|(?<=[省市县区镇乡旗州]委)(?=\S{2,12}政府)"
)
_NOT_OWN = frozenset("长域级直场政民井容区县")
_GOVERNS_COUNTIES = regex(r"各县[（(市区]|各区县|各县区|县[（(]市|县[（(]区|县区|区县|市县(?!域)|各区[、（(]|市、县")
_GOVERNS_TOWNS = regex(r"镇街|各乡镇|各镇|乡镇[（(]街道|镇[（(]街|镇乡|各街道|镇村")
_WEIGHTS = {"我": 3, "本": 2, "全": 1}
_CLEAR = 0.6
_ENOUGH = 3
_PUBLISHED = ("发布日期", "发布时间", "公开日期", "公开时间", "时间", "日期")
_TITLES = ("标题", "名称", "信息名称", "文件名称")
_NOT_A_YEAR = regex(r"\s*(?:年\s*\d{1,2}\s*月|[〕\]】)])")


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
        for part in _JOINT.split(title.issuer) if "委" in title.issuer[:-1] else (title.issuer,):
            place, level, body = classify(part)
            found[part] = Issuer(title.span, part, place, level, body)
    for name in names:
        found.setdefault(name.name, name)
    return tuple(found.values())


def identify(text: str, title: Title | None, signature: Signature | None, addressee: str = "") -> Identity:
    """Level and body from title and signature, else from how the text speaks of itself."""
    issuers = title_issuers(title, signature.issuers if signature else ())
    known = [name for name in issuers if name.body]
    if not known:
        own = _self_reference(text)
        level, body = own or (None, None)
        return Identity(level, body, issuers, "自称" if own else "无法判断")
    levels = {name.level for name in known if name.level}
    named = [name for name in known if name.name != name.place] or known
    body = _one_body({name.body for name in named if name.body})
    if len(levels) == 1:
        return Identity(next(iter(levels)), body, issuers, "标题和署名")
    own = _self_reference(text)
    if levels:
        agreed = own[0] if own and own[0] in levels else None
        return Identity(agreed, own[1] if own and agreed else None, issuers, "署名与标题不一致，以自称为准")
    if own and own[0] and own[1] == body:
        return Identity(own[0], body, issuers, "标题、署名和自称")
    if any("市" in name.name for name in known):
        return Identity(_rank_of_city(text, addressee), body, issuers, "标题和署名；市的级别看主送机关和下辖单位")
    return Identity(None, body, issuers, "标题和署名")


def _rank_of_city(text: str, addressee: str) -> str | None:
    """Whether a 市 that no table knows is a prefecture or a county: by whom it addresses and whom it governs."""
    if "省" in addressee or "自治区" in addressee:
        return "city"
    if re.search(r"(?:市|州|地)委[、，]", addressee) and re.search(r"\S市委\S*\S市\S*政府", addressee):
        return "county"
    above, below = len(_GOVERNS_COUNTIES.findall(text)), len(_GOVERNS_TOWNS.findall(text))
    if above > below:
        return "city"
    return "county" if below > max(above, 1) else None


def _one_body(bodies: set[str]) -> str | None:
    if len(bodies) == 1:
        return next(iter(bodies))
    for outpost in ("subdistrict", "zone"):
        if outpost in bodies:
            return outpost
    return "joint" if bodies == {"government", "party"} else None


def _self_reference(text: str) -> tuple[str | None, str] | None:
    """Level and body by 我镇, 本局, 全县, when one of them clearly prevails."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for who, weight in _WEIGHTS.items():
        at = text.find(who)
        while at >= 0:
            what = _OWN_BY_FIRST.get(text[at + 1 : at + 2])
            if what and text.startswith(what, at + 1) and text[at + 1 + len(what) : at + 2 + len(what)] not in _NOT_OWN:
                counts[_OWN[what]] += weight
            at = text.find(who, at + 1)
    if not counts:
        return None
    best, weight = max(counts.items(), key=lambda item: item[1])
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
    opening = list(islice((p for p in paragraphs if not p.is_heading), 6))
    heads = (p for p in paragraphs if p.is_heading and p.heading and p.heading.level <= 1)
    for group, why in ((opening[:2], "开头"), (islice(heads, 1), "第一个标题"), (opening[2:], "正文")):
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
