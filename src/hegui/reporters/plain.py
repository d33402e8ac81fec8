"""What the formats for pipelines share: paths from the top, lines that are always there, text without harm."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from hegui.finding import FileResult, Finding, Outcome

_LONE = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_LINE = re.compile(r"[\t\n\r]")


def relative(path: str) -> str:
    """``path`` with forward slashes and without drive, root and steps up: what may stand in a file that travels."""
    steps = re.sub(r"^[A-Za-z]:(?=[\\/])", "", path).replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in ("", ".", "..")) or path.replace("/", "_")


def line(finding: Finding) -> int:
    """The line of a finding; 1 where the file has none."""
    return finding.location.line or 1


def told(finding: Finding) -> str:
    """What is wrong and what to do, in whole sentences."""
    return "".join(sentence(text) for text in (finding.message, finding.advice) if text)


def message(finding: Finding) -> str:
    """``told`` for formats that know lines only: where there is none, the place comes first."""
    return told(finding) if finding.location.line else f"{finding.location}：{told(finding)}"


def sentence(text: str) -> str:
    """``text`` with a full stop."""
    return text if text.endswith(("。", "！", "？", ".")) else f"{text}。"


def whole_text(text: str) -> str:
    """``text`` as UTF-8 can hold it."""
    try:
        text.encode()  # far quicker than to look for what can seldom be found
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", text)
    return text


def dump(value: Any) -> str:
    """``value`` as JSON that any parser takes."""
    return whole_text(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def xml_text(text: str) -> str:
    """``text`` as the content of an XML element."""
    return escape(_NOT_XML.sub("\ufffd", text), quote=False).replace("\r", "&#13;")


def xml_value(text: object) -> str:
    """``text`` in quotes, as the value of an XML attribute."""
    clean = escape(_NOT_XML.sub("\ufffd", str(text)), quote=True)
    return f'"{_NOT_IN_LINE.sub(lambda sign: f"&#{ord(sign.group())};", clean)}"'


def xml_tag(name: str, /, **attributes: object) -> str:
    """The inside of a tag: its name and those attributes that are not None."""
    given = "".join(f" {key}={xml_value(value)}" for key, value in attributes.items() if value is not None)
    return f"{name}{given}"


def faults(outcome: Outcome) -> list[tuple[str, str]]:
    """Where and why the run itself failed: unreadable files, crashes, broken plugins."""
    unread = [(relative(file.path), f"读不了：{file.error}") for file in outcome.files if file.error is not None]
    crashes = [(relative(crash.path), f"规则 {crash.check} 出错：{crash.message}") for crash in outcome.crashes]
    broken = [("", f"插件 {one.plugin}（{one.distribution}）有问题：{one.message}") for one in outcome.broken]
    return unread + crashes + broken


def read(outcome: Outcome) -> list[FileResult]:
    """The files that could be read."""
    return [file for file in outcome.files if file.error is None]
