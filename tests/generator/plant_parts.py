"""Defects of the parts: missing, empty, out of order, without heading; the plan's own."""

from __future__ import annotations

import re

from .change import Case, Changed, Planter
from .model import Fact, Item, Part

# What would answer a shortcoming of each theme, and what besides when it speaks of these.
ANSWERS = {
    "dispute": "矛盾 纠纷 调解 争议 化解 信访 复议 应诉 诉求",
    "oversight": "监督 公开 制约 问责 审计 透明",
    "publicity": "普法 宣传 法治文化 法治教育 法治意识 释法 氛围",
    "digital": "数字 信息化 智慧 智能 平台 数据 科技",
    "village": "村 社区 基层 法律顾问 明白人 法律服务 自治",
    "emergency": "应急 突发 预案 安全",
    "service": "服务 窗口 办事 便民 营商 审批 网上 帮办 代办",
    "rules": "文件 制度 审查 审核 清理 备案",
}
BROAD = (
    "责任 考核 督 统筹 协调 机制 制度 体系 协同 联动 均衡 短板 创新 实效 针对性 品牌 特色 经费 保障 投入 设施 压实 融合"
)
ALSO = {
    "人员|队伍|力量|人才|能力|培训|编制|兼职|专业": "队伍 人员 人才 力量 培训 编制 素质 骨干 能力",
    "责任|考核|督|统筹|机制|制度|体系|协同|均衡|平衡|短板": BROAD,
    "基层|社区": "基层 社区 村 自治",
    "宣传|普法": "普法 宣传 法治文化 释法",
    "创新|单一|针对性|亮点|实效": "创新 形式 针对性 实效 品牌 特色",
    "执法|处罚|监管": "执法 处罚 监管 案卷",
    "决策|顾问": "决策 审查 顾问 风险评估",
    "数据|信息|平台": "数字 信息 平台 数据",
    "经费|投入|设施|物资|保障": "经费 保障 投入 设施 物资",
}
LISTED = {"shortcomings", "plan", "leader"}


def _halved(it: Case) -> bool:
    return it.find("half") is not None


def _no_measures(it: Case) -> Changed | None:
    if _halved(it) or it.made.roles["leader"] != "section" or "unheaded" in it.made.features:
        return None
    parts = tuple(part for part in it.draft.parts if part.role not in {"measures", "theme"})
    return it.draft._replace(parts=parts), "删去举措和成效部分"


def _no_shortcomings(it: Case) -> Changed | None:
    joint = it.find("joint")
    if joint:
        plan = Part("plan", _heading(it, "plan"), (joint.items[1]._replace(heading=""),), "plain")
        return it.swap(joint, _quiet(plan)), "删去不足部分（原与计划合写）"
    part = it.find("shortcomings")
    if part is None:
        return None
    draft = it.swap(part)
    parts = tuple(_quiet(other) if other.role == "plan" else other for other in draft.parts)
    return draft._replace(parts=parts), "删去不足部分"


def _quiet(part: Part) -> Part:
    """A plan that does not speak of shortcomings."""
    items = tuple(
        item._replace(facts=tuple(fact._replace(body=fact.body.replace("针对存在的不足，", "")) for fact in item.facts))
        for item in part.items
    )
    return part._replace(lead=part.lead.replace("针对存在的不足，", ""), items=items)


def _heading(it: Case, role: str) -> str:
    return it.writer.voice.fill(it.rng.choice(it.writer.texts("heading", role)))


def _no_causes(it: Case) -> Changed | None:
    part = it.find("shortcomings") or it.find("joint")
    if part is None:
        return None
    items = tuple(item._replace(facts=(Fact(item.bare),)) if item.bare else item for item in part.items)
    return it.swap(part, part._replace(items=items, tail="")), "删去原因"


def _plain_order(it: Case) -> bool:
    roles = [part.role for part in it.draft.parts]
    headed = all(part.heading for part in it.draft.parts)
    return headed and len(set(roles)) == len(roles) and "theme" not in roles and "joint" not in roles


def _reorder(it: Case) -> Changed | None:
    if not _plain_order(it):
        return None
    parts = list(it.draft.parts)
    roles = [part.role for part in parts]
    ways = ["plan-first", "shortcomings-first"] + (["leader-last"] if "leader" in roles else [])
    way = it.rng.choice(ways)
    moved = {"plan-first": "plan", "shortcomings-first": "shortcomings", "leader-last": "leader"}[way]
    part = parts.pop(roles.index(moved))
    at = {"plan-first": 1, "shortcomings-first": 0, "leader-last": len(parts)}[way]
    parts.insert(at, part)
    return it.draft._replace(parts=tuple(parts)), f"调整顺序：{way}"


def _unhead(it: Case) -> Changed | None:
    if not all(part.heading for part in it.draft.parts) or it.find("joint") or _halved(it):
        return None
    role = it.rng.choice(["shortcomings", "plan"])
    part = it.find(role)
    if part is None:
        return None
    items = tuple(item._replace(heading="") for item in part.items) if role == "shortcomings" else part.items
    bare = part._replace(heading="", items=items, style="one", lead=it.writer.pick("opener", role), run_in=False)
    return it.swap(part, bare), f"{role} 去掉标题"


def _empty(it: Case) -> Changed | None:
    parts = [part for part in it.draft.parts if part.role in LISTED and part.heading]
    if not parts or _halved(it) or "thematic" in it.made.features:
        return None
    part = it.rng.choice(parts)
    text = it.say("empty")
    items = (Item("", (Fact(text),), part.role),) if text else ()
    return it.swap(part, part._replace(items=items, style="plain", lead="", tail="", run_in=False)), f"{part.role} 空缺"


def _no_addressee(it: Case) -> Changed | None:
    return it.draft._replace(addressee=""), "删去主送机关"


def _request(it: Case) -> Changed | None:
    if it.rng.random() < 0.5:
        return it.draft._replace(last=it.say("request_last")), "结尾请示语"
    part = it.find("plan") or it.find("shortcomings")
    if part is None or part.heading == "" or _halved(it) or not it.writer.unit.words["上地"]:
        return None
    return it.swap(part, part._replace(tail=it.say("request_inside"))), f"{part.role} 夹带请示事项"


def _no_plan(it: Case) -> Changed | None:
    joint = it.find("joint")
    if joint:
        part = Part("shortcomings", _heading(it, "shortcomings"), (joint.items[0]._replace(heading=""),), "plain")
        return it.swap(joint, part), "删去下年安排（原与不足合写）"
    parts = list(it.draft.parts)
    if _halved(it):
        parts = [part for part in parts if not (part.role == "half" and str(it.draft.year + 1) in part.heading)]
    return it.draft._replace(parts=tuple(part for part in parts if part.role != "plan")), "删去下年安排"


def _wrong_plan_year(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or not part.heading or _halved(it):
        return None
    coming = str(it.draft.year + 1)
    wrong = str(it.draft.year + it.rng.choice([0, 0, 2, -1]))
    heading = part.heading.replace(coming, wrong) if coming in part.heading else it.say("wrong_plan", 错年=wrong)
    return it.swap(part, part._replace(heading=heading)), f"安排标题年份 {wrong}"


def _no_plan_year(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or not part.heading or _halved(it):
        return None
    coming = f"{it.draft.year + 1}年"
    items = tuple(
        item._replace(facts=tuple(fact._replace(body=_unyear(fact.body, coming)) for fact in item.facts))
        for item in part.items
    )
    lead = it.writer.pick("opener", "plan_yearless")
    plan = part._replace(heading=it.say("yearless"), items=items, lead=lead, tail="")
    return it.swap(part, plan), "安排未写年份"


def _unyear(text: str, year: str) -> str:
    return text.replace(f"{year}底", "年底").replace(year, "")


def _thin_plan(it: Case) -> Changed | None:
    part = it.find("plan")
    if part is None or _halved(it):
        return None
    texts = it.rng.sample(it.phrases.plain["slogans.texts"], 3)
    facts = [it.writer.fact(text) for text in texts]
    items = tuple(Item(fact.lead, (Fact(fact.body),), "plan") for fact in facts)
    return it.swap(part, part._replace(items=items)), "安排只有口号"


def _unanswered(it: Case) -> Changed | None:
    """Leave out all that answers one shortcoming, its neighbours among the plan's items too."""
    lacks, part = it.find("shortcomings"), it.find("plan")
    if lacks is None or part is None or _halved(it):
        return None
    stated = [item for item in lacks.items if item.theme in ANSWERS]
    if not stated:
        return None
    lack = it.rng.choice(stated)
    told = lack.heading + "".join(fact.lead + fact.body for fact in lack.facts) + lack.bare
    words = ANSWERS[lack.theme].split()
    words += [word for cue, more in ALSO.items() if re.search(cue, told) for word in more.split()]
    items = tuple(item for item in part.items if not any(word in _words(item) for word in words))
    around = part.heading + part.lead + part.tail
    if len(items) < 2 or len(items) == len(part.items) or any(word in around for word in words):
        return None
    return it.swap(part, part._replace(items=items)), f"未回应：{lack.theme}"


def _words(item: Item) -> str:
    return item.heading + item.extra + "".join(fact.lead + fact.body + fact.aside for fact in item.facts)


PLANTERS: dict[str, Planter] = {
    "STR003": _no_measures,
    "STR004": _no_shortcomings,
    "STR005": _no_causes,
    "STR006": _reorder,
    "STR007": _unhead,
    "STR010": _empty,
    "STR011": _no_addressee,
    "STR012": _request,
    "PLN001": _no_plan,
    "PLN002": _wrong_plan_year,
    "PLN003": _no_plan_year,
    "PLN004": _thin_plan,
    "PLN005": _unanswered,
}
