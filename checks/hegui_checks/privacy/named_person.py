"""PRI002."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from hegui.api import HAN, Example, Hit, NamedTuple, Report, Severity, Span, check, masked, regex
from hegui_checks.bases import DISCLOSURE
from hegui_checks.privacy.people import (
    begins_name,
    fits,
    initials,
    is_name,
    looks_like_place,
    name_at,
    name_from,
    names_before,
)

_CASES = ("纠纷", "调解", "信访", "上访", "积案", "当事人", "矫正", "申请人", "缠访", "刑满释放")
_CASE = regex("|".join(_CASES))
_NEAR = 40
_WORD = 6
_PARTY = (
    "信访人|信访户|上访人|上访户|上访老户|缠访户|当事人|被申请人|申请人|矫正对象|矫正人员|刑满释放人员"
    "|被罚款人|违法行为人|访民"
)
_PARTIES = frozenset(_PARTY.split("|"))
_ANYONE = "村民|居民|业主|群众|邻居"
_DONE = "调解|化解|调处|处理|解决|处置|办结|稳控|受理|包保"
_MATTERS = "(?:信访|上访|缠访|积案|纠纷|矛盾|案)"
_MATTER = regex(f"[^，。；,;]{{0,12}}?{_MATTERS}")
_AHEAD = regex(f"[^，。；,;]{{0,200}}?{_MATTERS}")  # behind all the names, however many
# 化解于, 解决向: no surname follows a deed in these.
_JOINTS = frozenset("于向同成全")
_WORKERS = regex(
    r"[^，。；]{0,3}(?:调解员|律师|干部|领导|法官|志愿者|网格员|乡贤|班子|同志|民警|专家|党员|委员|代表|顾问|骨干|能人|工作室|调解室"
    r"|工作站|负责人|书记|主任)"
)
_WORKS = regex(
    r"(?:由|请|以|聘|聘任|选任|任命|组织|邀请|选聘|聘请|成立|组建|打造|书记|主任|镇长|乡长|局长|所长|站长|院长|委员|调解员|律师|顾问"
    r"|法官|民警|乡贤|干部|领导|同志|“|教师|专家)$"
)
_THEN = regex(f"了?({_PARTY})?({_ANYONE})?")
_AND = regex(f"[、与和同跟](?:{_PARTY}|{_ANYONE})?")
_MANY = r"\s?(?:\d+|[一二两三四五六七八九十]+)[余多]?"
# In one pass: the last of a list with how many there are, people and others, what a name may stand after.
_TOLD = regex(
    rf"、(?=({HAN}{{2,4}}?)等?{_MANY}[起件名人户宗位](?P<end>))|等(?={_MANY}[人户](?P<people>))|{_PARTY}|{_DONE}"
)


class _Lead(NamedTuple):
    """A party or deed after which a name begins at ``end``, of two characters only where it may be ``short``."""

    end: int
    party: bool
    short: bool


@check(
    "PRI002",
    "named-person",
    "点了当事人的姓名",
    each=Report,
    severity=Severity.WARNING,
    basis=DISCLOSURE,
    needs=_CASES,
    examples=[
        Example(
            bad="化解初信初访63件，成功协调解决陈小梅、周建明、欧阳春等8起信访积案。",
            good="化解初信初访63件，成功协调解决陈某、周某、欧阳某等8起信访积案。",
            quiet=(
                "党委书记陈建明同志带头接访，包案化解信访积案8起。",
                "聘请陈小梅、周建明、王国栋等8名调解员，化解信访积案。",
                "依托“李大柱工作室”和老张调解室化解矛盾纠纷126件。",
                "化解土地、林地、房屋等30件矛盾纠纷，信访总量下降。",
                "化解石桥头村、黄泥岗村、高家湾村等3起信访积案。",
                "当事人张某某与李某达成调解协议。",
                "由陈建明、周晓东等3名班子成员包案化解信访积案。",
                "当事人高度认可，信访人满意度达98%。",
                "成功调解王某与李某土地纠纷，排查社区矫正对象12名。",
            ),
            marks="陈小梅",
        ),
        Example(
            bad="成功调解村民王建军与李秀兰土地纠纷。",
            good="成功调解村民王某与李某土地纠纷。",
            quiet=("成功调解林地和山场权属纠纷。", "成功调解村民小组与林场权属纠纷。"),
            marks="王建军",
        ),
        Example(
            bad="做好信访人赵德才，稳控工作到位。",
            good="做好信访人赵某，稳控工作到位。",
        ),
        Example(
            bad="多次上门化解刘桂香信访积案，群众满意。",
            good="多次上门化解刘某信访积案，群众满意。",
            quiet=("化解历史信访积案8件，化解金融信访积案2件。",),
        ),
    ],
)
def named_person(report: Report) -> Iterator[Hit]:
    """信访、调解、矫正的当事人是普通公民，姓名属于个人隐私，公开前应当隐去。

    有职务的干部、调解员、律师和以人名命名的工作室不算；写作“某”的不算。先按姓氏和排列认出候选，再用分词核对。
    """
    text = report.text
    allowed = report.names.get("allow", ())
    covered: set[int] = set()
    for names, end in _candidates(text):
        whole = Span(names[0].start, names[-1].end)
        if not covered.isdisjoint(range(*whole)) or _at_work(text, whole, end) or not _hold(text, names):
            continue
        covered.update(range(*whole))
        private = tuple(name for name in names if name.of(text) not in allowed)
        if private:
            shown = "、".join(masked(name.of(text)) for name in private)
            message = f"写了信访、纠纷当事人的姓名（{shown}）"
            yield Hit(whole, message, "隐去姓名，写作“某”或只写件数", private=private)


def _candidates(text: str) -> Iterator[tuple[list[Span], int]]:
    """Names as cases are told of, and where the telling ends."""
    near = list(_cases(text))
    lasts, others, leads = _told(text, near)
    for match in lasts:
        yield names_before(text, match.start(), Span(*match.span(1))), match.end("end")
    places = list(leads)
    for window in near if others or places else ():
        for place in _inside(others, window):
            if name := name_at(text, place.start):
                yield [name], place.end
        for place in _inside(places, window):
            if names := _led(text, leads[place]):
                yield names, names[-1].end


def _told(text: str, near: Sequence[Span]) -> tuple[list[re.Match[str]], list[Span], dict[Span, _Lead]]:
    """What begins in one of the stretches ``near``, which are apart.

    What may be the last name of a list; where people and others are counted; the leads and where they stand.
    """
    lasts: list[re.Match[str]] = []
    others: list[Span] = []
    leads: dict[Span, _Lead] = {}
    for start, end in near:
        for match in _TOLD.finditer(text, max(0, start - _WORD), end + _NEAR):  # a word may begin before
            if not start <= match.start() < end:
                continue
            if match[0] == "、":
                lasts += [match] if fits(match[1]) else []
            elif match[0] == "等":
                others.append(Span(match.start(), match.end("people")))
            elif lead := _lead(text, match):
                leads[Span(*match.span())] = lead
    return lasts, others, leads


def _cases(text: str) -> Iterator[Span]:
    """The stretches where cases are told of."""
    start = end = 0
    for match in _CASE.finditer(text):
        at = match.start()
        if at - _NEAR > end:
            if end:
                yield Span(start, end)
            start = max(0, at - _NEAR)
        end = at + _NEAR
    if end:
        yield Span(start, end)


def _lead(text: str, match: re.Match[str]) -> _Lead | None:
    """The party or deed, if a surname follows it."""
    at = match.end()
    if text[at : at + 1] not in _openers():
        return None
    party, anyone = match[0] in _PARTIES, False
    if not party and (then := _THEN.match(text, at)):
        party, anyone, at = bool(then[1]), bool(then[2]), then.end()
    if begins_name(text, at) and (party or (text[at] not in _JOINTS and _AHEAD.match(text, at))):
        return _Lead(at, party, party or anyone)
    return None


@cache
def _openers() -> frozenset[str]:
    """The characters with which names may begin after a party or a deed, or what may stand before them."""
    return initials() | {"了", *(word[0] for words in (_PARTY, _ANYONE) for word in words.split("|"))}


def _inside(places: Sequence[Span], window: Span) -> Sequence[Span]:
    """Those of ``places`` that lie in ``window``; they follow one another."""
    first = bisect_left(places, window.start, key=lambda place: place.start)
    return places[first : bisect_right(places, window.end, key=lambda place: place.end)]


def _led(text: str, lead: _Lead) -> list[Span]:
    """The names right after a party or a deed; after a deed only where a case follows them."""
    names: list[Span] = []
    at = lead.end
    while name := name_from(text, at, short=lead.short):
        names.append(name)
        joint = _AND.match(text, name.end)
        if joint is None:
            break
        at = joint.end()
    if names and not lead.party and not _MATTER.match(text, names[-1].end):
        return []
    return names


def _at_work(text: str, span: Span, end: int) -> bool:
    """Whether the names are those of people who work on the case."""
    return bool(_WORKERS.match(text, end, end + 16) or _WORKS.search(text, max(0, span.start - 6), span.start))


def _hold(text: str, names: list[Span]) -> bool:
    """Whether most of the words hold together as names, and none ends like a place."""
    if any(looks_like_place(name.of(text)) for name in names):
        return False
    return 2 * sum(is_name(text, name) for name in names) > len(names)
