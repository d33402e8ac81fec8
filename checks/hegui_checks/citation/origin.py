"""Whose document a title is, told by the words right before it: 省委、省政府印发的《…》."""

from __future__ import annotations

from functools import cache

from hegui.api import NamedTuple, load, regex


class Origin(NamedTuple):
    """Who the words before a title name as its author.

    ``central`` are central organs by their full names, ``local`` the word that names a local one,
    ``own`` tells that the report speaks of making it: 制定《…》.
    """

    central: frozenset[str]
    local: str
    own: bool

    @property
    def is_local(self) -> bool:
        """Whether it is told of as a local document."""
        return bool(self.local or self.own)


_FILLERS = (
    "的", "了", "关于", "实施", "施行", "最新", "新近", "近日", "日前", "联合", "共同", "新", "并", "和", "、",
    " ", "：", ":",
)  # fmt: skip
_MAKING = (
    "制定", "出台", "制发", "下发", "印发", "颁发", "起草", "拟定", "草拟", "编制", "建立", "健全", "完善", "推出",
    "发布", "公布", "颁布", "修订", "修改", "通过", "审议", "签发",
)  # fmt: skip
_ALL = (*_MAKING, *_FILLERS)
_OTHERS_MAKING = frozenset({"发布", "公布", "颁布", "通过", "审议", "签发", "修改"})
_JOINTS = "、和与及 《"
_PLACES = ("省", "自治区", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "街道", "村")
_ORGANS = (
    "委员会", "委办公室", "委办", "委", "党委", "党工委", "工委", "党组", "人民政府办公室", "人民政府", "政府办公室",
    "政府办", "府办", "政府", "办事处", "人大常委会", "人大", "政协", "级",
)  # fmt: skip
_NAMES = (
    "局", "厅", "办公室", "党工委", "工委", "办事处", "委员会", "党委", "党组", "办", "上级", "本级", "当地",
    "我单位", "本单位",
)  # fmt: skip
_LOCAL = regex(f"(?:{'|'.join(_PLACES)})(?:{'|'.join(_ORGANS)})?$|(?:{'|'.join(_NAMES)})$")
_LAST = frozenset(name[-1] for name in (*_PLACES, *_ORGANS, *_NAMES))
_NOT_PLACE = regex(r"(?:城市|地区|社区|区域|依法治[省市县区])$")


@cache
def _central() -> tuple[tuple[str, ...], dict[str, str]]:
    """What central organs are called, the longest first, and by that their full names."""
    rows = load(f"{__file__.rpartition('citation')[0]}facts", "organs")["rows"]
    names = {name: row["name"] for row in rows for name in row["called"]}
    return tuple(sorted(names, key=len, reverse=True)), names


def origin_before(before: str) -> Origin:
    """The origin that the end of ``before`` tells of: the clause up to the opening mark."""
    rest, verbs, done = _verbs(before)
    words, names = _central()
    central: set[str] = set()
    local = ""
    while rest := rest.rstrip(_JOINTS):
        if rest.endswith(words):
            name = next(word for word in words if rest.endswith(word))
            central.add(names[name])
            rest = rest.removesuffix(name)
        elif rest[-1] in _LAST and (match := _LOCAL.search(rest)) and not _NOT_PLACE.search(rest):
            local = local or match[0]
            rest = rest[: match.start()]
        else:
            break
    own = not done and not central and any(verb not in _OTHERS_MAKING for verb in verbs)
    return Origin(frozenset(central), local, own)


def _verbs(before: str) -> tuple[str, list[str], bool]:
    """``before`` without the verbs of making at its end, those verbs, and whether 的 makes them an attribute."""
    rest = before
    verbs: list[str] = []
    done = False
    while rest.endswith(_ALL):
        word = next(word for word in _ALL if rest.endswith(word))
        rest = rest.removesuffix(word)
        done = done or word == "的"
        if word in _MAKING:
            verbs.append(word)
    return rest, verbs, done
