"""The rules as data, and what has changed since an older list of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hegui import __version__
from hegui.check import Check, Severity
from hegui.engine.errors import UsageError
from hegui.finding import CONTRACT

_TELLING = ("slug", "severity", "off", "basis")


def listed(checks: Iterable[Check]) -> dict[str, Any]:
    """The rules as ``hegui rules --format json`` writes them; ``off`` ones run only when named."""
    rules = [
        {
            "code": check.code,
            "slug": check.slug,
            "name": check.name,
            "severity": check.severity.name.lower(),
            "off": check.off,
            "basis": {"text": check.basis.text, "strength": check.basis.strength.value},
            "rationale": check.rationale,
        }
        for check in checks
    ]
    return {"version": CONTRACT, "tool": {"name": "hegui", "version": __version__}, "rules": rules}


def dumped(table: Mapping[str, Any]) -> str:
    """``table`` as JSON."""
    return json.dumps(table, ensure_ascii=False, indent=2) + "\n"


def load(place: Path) -> dict[str, dict[str, Any]]:
    """The rules of an older list by their codes; raises UsageError for a file that is none."""
    try:
        table = json.loads(place.read_bytes().decode("utf-8-sig"))
        return {str(rule["code"]): {"name": "", **rule} for rule in table["rules"]}
    except OSError as error:
        raise UsageError(f"无法读取 {place.as_posix()}（{error.strerror}）") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UsageError(f"{place.as_posix()} 不是 hegui rules --format json 写出的规则表") from None


def compare(old: Mapping[str, Mapping[str, Any]], new: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What is new, gone and changed, by code."""
    changed = {}
    for code in sorted(old.keys() & new.keys()):
        differing = {
            key: {"old": old[code].get(key), "new": new[code][key]}
            for key in _TELLING
            if old[code].get(key) != new[code][key]
        }
        if differing:
            changed[code] = differing
    return {
        "added": [new[code] for code in sorted(new.keys() - old.keys())],
        "removed": [old[code] for code in sorted(old.keys() - new.keys())],
        "changed": changed,
    }


def told(changes: Mapping[str, Any], names: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """``changes`` for people; ``names`` are the rules of now."""
    for key, title in (("added", "新增"), ("removed", "去掉")):
        if changes[key]:
            yield f"{title} {len(changes[key])} 条："
            yield from (f"  {rule['code']:8}{_state(rule)}  {rule['name']}" for rule in changes[key])
    if changes["changed"]:
        yield f"改变 {len(changes['changed'])} 条："
        for code, differing in changes["changed"].items():
            steps = "；".join(_step(key, change["old"], change["new"]) for key, change in differing.items())
            yield f"  {code:8}{names[code]['name']}：{steps}"
    if not any(changes.values()):
        yield "规则没有变化"


def _state(rule: Mapping[str, Any]) -> str:
    return f"{_label(rule.get('severity'))}{'，默认关闭' if rule.get('off') else ''}"


def _label(severity: object) -> str:
    name = str(severity).upper()
    return Severity[name].label if name in Severity.__members__ else str(severity)


def _step(key: str, old: object, new: object) -> str:
    if key == "severity":
        return f"级别由{_label(old)}改为{_label(new)}"
    if key == "off":
        return "改为默认关闭" if new else "改为默认打开"
    if key == "slug":
        return f"名称由 {old} 改为 {new}"
    return f"依据改为{_basis(new)}（原为{_basis(old)}）"


def _basis(basis: object) -> str:
    return str(basis["text"]) if isinstance(basis, dict) and "text" in basis else "无"
