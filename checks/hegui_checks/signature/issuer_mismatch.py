"""SIG005."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.api import Example, Hit, Issuer, Report, Severity, check, regex
from hegui_checks.bases import ACCURACY

_INNER = regex("人民政府|中共|委员会", words=("人民政府", "中共", "委员会"))
_SEGMENT = regex(r"[^省市县区旗州盟镇乡]{1,8}?(?:自治区|自治州|自治县|省|市|州|盟|县|旗|区|镇|乡|苏木|街道)")


@check(
    "SIG005",
    "issuer-mismatch",
    "署名与标题中的机关不一致",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    examples=[
        Example(
            bad="清源县杨桥镇人民政府",
            good="清源县柳河镇人民政府",
            quiet=(
                "柳河镇人民政府",
                "中共清源县柳河镇委员会 清源县柳河镇人民政府",
                "清源县柳河镇人民政府办公室",
                "柳河镇",
            ),
            part="issuer",
        ),
        Example(
            bad="水利部关于2024年法治政府建设情况的报告\n一、主要举措\n水利执法规范。\n国家统计局\n2025年2月8日",
            good="水利部关于2024年法治政府建设情况的报告\n一、主要举措\n水利执法规范。\n水利部\n2025年2月8日",
            quiet=(
                "水利部关于2024年法治政府建设情况的报告\n一、主要举措\n水利执法规范。\n水利部办公厅\n2025年2月8日",
                "云溪高新区2024年法治政府建设年度报告\n一、举措\n执法规范。\n云溪高新技术产业开发区管理委员会\n2025年2月8日",
            ),
            part="whole",
        ),
        Example(
            bad="云溪新区管理委员会2024年法治政府建设年度报告\n一、举措\n执法规范。\n松岭新区管理委员会\n2025年2月8日",
            good="云溪新区管理委员会2024年法治政府建设年度报告\n一、举措\n执法规范。\n云溪新区管理委员会\n2025年2月8日",
            part="whole",
        ),
    ],
)
def issuer_mismatch(report: Report) -> Iterator[Hit]:
    """标题和署名是同一类机关而地名不同，多半是套用了别处的稿子。

    简称、联合署名、由办公室或者其他机关代为公开的不算错。
    """
    signature = report.signature
    if report.title is None or signature is None or not signature.issuers:
        return
    named = [issuer for issuer in report.issuers if issuer.span == report.title.span and issuer.body]
    signed = [issuer for issuer in signature.issuers if issuer.body]
    if not named or not signed or any(_same(one, other) for one in named for other in signed):
        return
    one, other = named[0], signed[0]
    if _differ(_segments(one), _segments(other)) or _other_namesake(one, other):
        full = one.level == "nation" or (one.name != one.place and other.name != other.place)
        yield Hit(
            other.span,
            f"标题的发文机关是“{one.name}”，署名却是“{other.name}”",
            "核对发文机关，使标题与署名一致",
            None if full else Severity.WARNING,
            related=((report.title.span, "标题"),),
        )


def _bare(issuer: Issuer) -> str:
    return _INNER.sub("", issuer.place)


def _same(one: Issuer, other: Issuer) -> bool:
    """Whether two names may mean one place: one is the tail of the other."""
    a, b = _bare(one), _bare(other)
    return a.endswith(b) or b.endswith(a)


def _segments(issuer: Issuer) -> list[str]:
    """The places of a name, innermost first: 柳河镇, 清源县."""
    return _SEGMENT.findall(_bare(issuer))[::-1]


def _differ(one: list[str], other: list[str]) -> bool:
    """Whether two chains of places part at places of one rank."""
    for a, b in zip(one, other, strict=False):
        if a != b:
            return a[-1] == b[-1] and not (a.endswith(b) or b.endswith(a))
    return False


def _other_namesake(one: Issuer, other: Issuer) -> bool:
    """Whether two zones differ in nothing but their names, or two ministries do."""
    if one.level == other.level == "nation" and one.body == other.body:
        return True
    ends = [issuer.name.partition(issuer.place)[2] for issuer in (one, other)]
    return one.body == other.body == "zone" and not (_segments(one) and _segments(other)) and ends[0] == ends[1] != ""
