"""SIG005."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hegui.api import Example, Hit, Issuer, Report, Severity, check
from hegui_checks.bases import ACCURACY

_INNER = re.compile(r"人民政府|中共|委员会")
_LAST = re.compile(
    r"(?:^|[省市县区旗州盟])([^省市县区旗州盟]{1,8}?(?:镇|乡|苏木|街道)|[^省市州盟]{1,8}?[县区旗]|[^省州盟]{1,8}?市)$"
)


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
        )
    ],
)
def issuer_mismatch(report: Report) -> Iterator[Hit]:
    """标题和署名是同一类机关而地名不同，多半是套用了别处的稿子。

    简称、联合署名、由办公室或者其他机关代为公开的不算错。
    """
    signature = report.signature
    if report.title is None or signature is None or not signature.issuers:
        return
    named = [issuer for issuer in report.issuers if issuer.span == report.title.span and issuer.body and issuer.level]
    signed = [issuer for issuer in signature.issuers if issuer.body and issuer.level]
    if not named or not signed or any(_same(one, other) for one in named for other in signed):
        return
    one, other = named[0], signed[0]
    places = _last_place(one), _last_place(other)
    if one.level == other.level and all(places) and places[0] != places[1] and places[0][-1] == places[1][-1]:
        full = one.name != one.place and other.name != other.place
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


def _last_place(issuer: Issuer) -> str:
    """The innermost place of a name: 柳河镇 of 清源县柳河镇."""
    match = _LAST.search(_bare(issuer))
    return match[1] if match else ""
