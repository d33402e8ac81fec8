"""Fixes: what is planted comes out, and nothing else changes, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from hegui.api import Check, Edit, Example, Fix, Hit, Report, Safety, Span
from hegui.engine.fix import Fixed, fix
from hegui.engine.plugins import Plugins
from hegui.engine.session import Request, Session
from hegui.testing import hits, planted
from tests.generator import compose
from tests.installed import built_in_checks, fazhi, plugins
from tests.plugs import BASE, made, plugin

SENTENCE = (
    "按照国发〔2010〕33号文件，坚持学习《中华人民共和国宪法》《中华人民共和国民法典》，开展“12·4”宣传，参加20人。"
)
# What a clerk may have done to a right text, by the rule that puts it right.
SPOILED = {
    "CIT005": (r"〔(\d{4})〕(\d+号)", r"[\1]\2"),
    "FMT003": (r"》《", r"》、《"),
    "FMT004": (r"“12·4”", r"“12.4”"),
    "FMT006": (r"(?<=[\u4e00-\u9fff])，(?=开展)", "，，"),
    "FMT007": (r"(?<=参加20)人", " 人"),
    "FMT009": (r"(?m)^(（[一二三四五六七八九]）[^。：；，\n]{4,20})$", r"\1。"),
    "FMT011": (r"(?m)^（二）(?=[^\n]{4,20}$)", "(二)"),
    "SIG003": (r"(?m)^(\d{4}年)([1-9]月)([1-9]日)$", r"\g<1>0\g<2>0\g<3>"),
    "TRM009": (r"坚持(?=学习)", "坚持坚持"),
}
SAFE = {"SIG003", "CIT005", "TRM009", "FMT003", "FMT004", "FMT006", "FMT007", "FMT009", "FMT011"}
UNSAFE = {
    *("STR013", "STA006", "CIT001", "CIT007", "CIT008", "TRM001", "TRM002", "FMT002", "FMT005", "FMT012"),
}
NEVER_SAFE = {"CIT001", "CIT007", "TRM001", "TRM002", "STA006"}
FORMS = [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\r\n"), ("utf-16", "\n"), ("utf-8", "\r\n")]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Request(("-",), kind="fazhi"), plugins(), settled=True)


def fixed(session: Session, data: bytes, safety: Safety = Safety.SAFE, path: str = "报告.txt") -> Fixed:
    result = fix(session, path, data, safety)
    assert isinstance(result, Fixed), result
    assert not result.crashes
    return result


def with_sentence(text: str) -> str | None:
    """The text with SENTENCE at the end of a paragraph of running text."""
    found = re.search(r"(?m)^[^\n]{60,}。$", text)
    return f"{text[: found.end()]}{SENTENCE}{text[found.end() :]}" if found else None


def test_two_hundred_spoiled_reports_come_back_as_they_were(session: Session) -> None:
    spoiled = dict.fromkeys(SPOILED, 0)
    tried = 0
    for seed in range(400):
        rng = Random(seed)
        text = with_sentence(compose(rng.randrange(10**9)).text)
        if text is None:
            continue
        encoding, newline = FORMS[seed % len(FORMS)]
        right = fixed(session, text.replace("\n", newline).encode(encoding)).data
        whole = right.decode(encoding)
        broken, wanted = whole.replace("\r\n", "\n"), []
        for code, (pattern, instead) in SPOILED.items():
            broken, number = re.subn(pattern, instead, broken, count=1)
            wanted += [code] * number
        result = fixed(session, broken.replace("\n", newline).encode(encoding))
        assert result.data.decode(encoding) == whole, (seed, wanted, result.made)
        assert result.data == right, seed
        assert set(wanted) <= {made.code for made in result.made}, seed
        assert fixed(session, result.data).made == ()
        for code in wanted:
            spoiled[code] += 1
        tried += 1
        if tried == 200:
            break
    assert tried == 200
    assert {code: number for code, number in spoiled.items() if number < 10} == {}


def examples() -> Iterator[tuple[Check, Example]]:
    for check in built_in_checks():
        for example in check.examples:
            yield check, example


FIXABLE = [
    pytest.param(check, example, hit.fix.safety, id=f"{check.code}-{number}")
    for number, (check, example) in enumerate(examples())
    for hit in hits(check, planted(example, example.bad), fazhi(), example.format)[:1]
    if hit.fix and hit.fix.safety > Safety.DISPLAY
]


def test_every_fix_of_the_catalogue_is_there() -> None:
    safest: dict[str, Safety] = {}
    for param in FIXABLE:
        check, _, safety = param.values
        safest[check.code] = max(safety, safest.get(check.code, Safety.DISPLAY))
    assert {code for code, safety in safest.items() if safety is Safety.SAFE} == SAFE
    assert {code for code, safety in safest.items() if safety is Safety.UNSAFE} == UNSAFE
    assert not SAFE & NEVER_SAFE


@pytest.mark.parametrize(("check", "example", "safety"), FIXABLE)
def test_fixed_text_trips_neither_its_rule_nor_another(
    session: Session, check: Check, example: Example, safety: Safety
) -> None:
    name = f"报告.{example.format}"
    data = planted(example, example.bad).encode()
    before = found(session, name, data)
    result = fixed(session, data, safety, name)
    after = found(session, name, result.data)
    assert check.code in before
    assert check.code in {made.code for made in result.made}
    assert check.code not in after
    assert set(after) <= set(before)
    assert fixed(session, result.data, safety, name).made == ()


def found(session: Session, path: str, data: bytes) -> list[str]:
    result = session.check(path, data).result
    return [finding.code for finding in getattr(result, "findings", ())]


def test_unsafe_fixes_wait_to_be_asked_for(session: Session) -> None:
    text = with_sentence(compose(7).text) or ""
    data = text.replace("《中华人民共和国宪法》", "《国家公务员法》").encode()
    safe, unsafe = fixed(session, data), fixed(session, data, Safety.UNSAFE)
    assert safe.unsafe > 0
    assert "国家公务员法".encode() in safe.data
    assert (unsafe.unsafe, "《中华人民共和国公务员法》".encode() in unsafe.data) == (0, True)


def test_a_set_aside_finding_is_not_fixed(session: Session) -> None:
    text = with_sentence(compose(7).text) or ""
    spoiled = text.replace("参加20人", "参加20 人")
    line = next(line for line in spoiled.split("\n") if "参加20 人" in line)
    kept = spoiled.replace(line, f"<!-- hegui: ignore[FMT007] 引文原样 -->\n{line}")
    assert "参加20人".encode() in fixed(session, spoiled.encode()).data
    assert "参加20 人".encode() in fixed(session, kept.encode()).data


def test_an_edit_across_a_broken_line_is_left(session: Session) -> None:
    text = (with_sentence(compose(7).text) or "").replace("坚持学习", "坚持坚\n持学习")
    assert "TRM009" in found(session, "报告.txt", text.encode())
    assert "坚持坚\n持学习".encode() in fixed(session, text.encode()).data


def turning(code: str, old: str, new: str) -> Check:
    """A check that wants every ``old`` to be ``new``."""

    def run(report: Report) -> Iterator[Hit]:
        for match in re.finditer(old, report.text):
            span = Span(*match.span())
            yield Hit(span, f"有“{old}”", fix=Fix("换", (Edit(span, new),), Safety.SAFE))

    return made(run, code)


def test_fixes_that_undo_each_other_end(folder: Path) -> None:
    checks = [turning("TST001", "甲", "乙"), turning("TST002", "乙", "甲")]
    session = Session(Request(("-",), kind="fazhi"), Plugins((), [*BASE, plugin("turning", checks=checks)]))
    result = fix(session, str(folder / "报告.txt"), "甲".encode() * 3, Safety.SAFE)
    assert isinstance(result, Fixed)
    assert not result.settled


def test_of_two_fixes_for_one_place_one_is_made_at_a_time(folder: Path) -> None:
    checks = [turning("TST001", "甲乙", "丙"), turning("TST002", "乙丁", "戊"), turning("TST003", "丙丁", "己")]
    session = Session(Request(("-",), kind="fazhi"), Plugins((), [*BASE, plugin("turning", checks=checks)]))
    result = fix(session, str(folder / "报告.txt"), "甲乙丁".encode(), Safety.SAFE)
    assert isinstance(result, Fixed)
    assert (result.data.decode(), [made.code for made in result.made]) == ("己", ["TST001", "TST003"])
