"""Fixes of Word files and web pages: what is planted comes out, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from random import Random

import docx
import pytest

from hegui.api import Safety
from hegui.document.docx import docx_text
from hegui.document.docx_making import word_package
from hegui.document.html import HtmlLoader
from hegui.document.html_charset import decode_page
from hegui.document.model import Revision
from hegui.engine.fix import Fixed, Left, fix
from hegui.engine.plugins import Plugins
from hegui.engine.session import Checked, Request, Session
from tests.document.marked import MAIN, W, looks, parts, rejected, revisions, saved
from tests.document.pages import SHAPES
from tests.document.word import p, r
from tests.engine.test_fix import SPOILED, fixed, session, turning, with_sentence
from tests.generator import compose
from tests.plugs import BASE, plugin

__all__ = ["session"]
DATE = Revision("2025-01-31T00:00:00Z")
Look = tuple[str, bytes]
FONTS = ("仿宋_GB2312", "Times New Roman", "黑体")


def word(paragraphs: list[str], rng: Random, *, official: bool) -> bytes:
    """A Word file whose paragraphs are cut into runs anywhere, each with a look of its own."""
    made = docx.Document() if official else None
    body = []
    for text in paragraphs:
        cuts = sorted({0, len(text), *(rng.randrange(len(text)) for _ in range(rng.choice((0, 2, len(text) // 3))))})
        looks = [(text[start:end], rng.random() < 0.5, rng.choice(FONTS)) for start, end in pairwise(cuts)]
        if made:
            paragraph = made.add_paragraph()
            for words, bold, font in looks:
                run = paragraph.add_run(words)
                run.bold, run.font.name = bold, font
        else:
            fonts = (f"<w:rFonts w:eastAsia='{font}'/>{'<w:b/>' * bold}" for _, bold, font in looks)
            body.append(p(*(r(words, props=props) for (words, *_), props in zip(looks, fonts, strict=True))))
    return saved(made) if made else word_package("".join(body))


def spoiled(text: str) -> tuple[str, list[str]]:
    """The text with one defect of each kind that fits it, and the rules that put them right."""
    wanted = []
    for code, (pattern, instead) in SPOILED.items():
        text, number = re.subn(pattern, instead, text, count=1)
        wanted += [code] * number
    return text, wanted


def reports(session: Session, number: int) -> Iterator[tuple[int, list[str], list[str], list[str]]]:
    """A seed, the paragraphs of a right report, the same spoiled, and the rules that put them right."""
    for seed in range(1000, 1000 + 3 * number):
        text = with_sentence(compose(Random(seed).randrange(10**9)).text)
        if text is None:
            continue
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        right = fixed(session, "\n".join(lines).encode()).data.decode()
        broken, wanted = spoiled(right)
        yield seed, right.split("\n"), broken.split("\n"), wanted
        number -= 1
        if not number:
            return
    pytest.fail("too few reports")


def kept(before: list[Look], after: list[Look]) -> bool:
    """Whether every character that stayed has the look it had; of equal ones beside each other any may go."""
    if before == after:
        return True
    old, new = ("".join(char for char, _ in found) for found in (before, after))
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" and sum(one != other for one, other in zip(before[a1:a2], after[b1:b2], strict=True)) > 2:
            return False
    return True


def by_paragraph(data: bytes) -> list[list[Look]]:
    """The looks of the characters of each paragraph that holds some."""
    found = iter(looks(data))
    return [[next(found) for _ in line] for line in docx_text(data).text.split("\n") if line]


def test_sixty_spoiled_word_files_come_back_as_they_were(session: Session) -> None:
    seen = dict.fromkeys(SPOILED, 0)
    for seed, right, broken, wanted in reports(session, 60):
        data = word(broken, Random(seed), official=seed % 6 == 0)
        result = fixed(session, data, path="报告.docx")
        assert docx_text(result.data).text == "".join(f"{line}\n" for line in right), (seed, result.made)
        assert set(wanted) <= {made.code for made in result.made}, seed
        assert {name for name, content in parts(result.data).items() if content != parts(data)[name]} == {MAIN}
        assert all(map(kept, by_paragraph(data), by_paragraph(result.data))), seed
        again = fixed(session, result.data, path="报告.docx")
        assert (again.made, again.data) == ((), result.data)
        for code in wanted:
            seen[code] += 1
    assert {code: number for code, number in seen.items() if number < 3} == {}


def test_spoiled_word_files_as_revisions(session: Session) -> None:
    for seed, right, broken, _ in reports(session, 12):
        data = word(broken, Random(seed), official=seed % 3 == 0)
        result = fix(session, "报告.docx", data, Safety.SAFE, DATE)
        assert isinstance(result, Fixed)
        assert docx_text(result.data).text == "".join(f"{line}\n" for line in right), seed
        assert docx_text(rejected(result.data)).text == docx_text(data).text
        assert looks(rejected(result.data)) == looks(data)
        numbers = [mark.get(f"{W}id") for mark in revisions(result.data)]
        assert len(numbers) == len(set(numbers)) >= len(result.made)
        again = fix(session, "报告.docx", result.data, Safety.SAFE, DATE)
        assert isinstance(again, Fixed)
        assert again.data == result.data


def test_twenty_spoiled_pages_come_back_as_they_were(session: Session) -> None:
    for seed, right, broken, wanted in reports(session, 20):
        result = fixed(session, SHAPES["zoom"](broken), path="报告.html")
        assert result.data == SHAPES["zoom"](right), (seed, wanted, result.made)
        assert set(wanted) <= {made.code for made in result.made}, seed
        assert fixed(session, result.data, path="报告.html").made == ()


@pytest.mark.parametrize(("shape", "least"), [("trs", 40), ("ucap", 60)])
def test_pages_that_cut_words_keep_all_their_markup(session: Session, shape: str, least: int) -> None:
    """What reaches over a tag is left to people."""
    made = 0
    for seed, _, broken, wanted in reports(session, 20):
        data = SHAPES[shape](broken)
        result = fixed(session, data, path="报告.html")
        before, after = decode_page(data), decode_page(result.data)
        assert before.encoding == after.encoding
        assert tags(before.text) == tags(after.text)
        assert {one.code for one in result.made} <= set(wanted), seed
        assert fixed(session, result.data, path="报告.html").data == result.data
        made += len(result.made)
    assert made >= least


def tags(page: str) -> list[str]:
    """The markup of a page: what is no text."""
    return re.findall(r"<[^>]*>", page)


@pytest.mark.parametrize(("encoding", "newline"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\r\n")])
def test_words_put_into_a_page_are_escaped(encoding: str, newline: str) -> None:
    checks = [turning("TST001", "甲", "<b>&乙")]
    session = Session(
        Request(("-",), kind="fazhi"), Plugins((), [*BASE, plugin("turning", checks=checks)]), settled=True
    )
    page = f'<!-- 甲 --><html><head><meta charset="{encoding.removesuffix("-sig")}"><title>甲</title></head>{newline}'
    page += f'<body><p title="甲">柳河镇&lt;甲&gt;</p>{newline}<script>"甲"</script></body></html>'
    result = fix(session, "报告.html", page.encode(encoding), Safety.SAFE)
    assert isinstance(result, Fixed)
    assert result.data == page.replace("&lt;甲", "&lt;&lt;b&gt;&amp;乙").encode(encoding)
    assert "柳河镇<<b>&乙>" in HtmlLoader().load(result.data, "报告.html").text


@pytest.mark.parametrize(
    ("path", "revision", "why"),
    [
        ("报告.pdf", None, "PDF 不能直接修正"),
        ("报告.doc", None, "请另存为 .docx"),
        ("报告.wps", DATE, "只有 .docx 能写成修订"),
        ("报告.txt", DATE, "只有 .docx 能写成修订"),
        ("报告.html", DATE, "只有 .docx 能写成修订"),
    ],
)
def test_formats_that_are_left_are_not_even_read(
    session: Session, path: str, revision: Revision | None, why: str
) -> None:
    result = fix(session, path, b"\xff", Safety.SAFE, revision)
    assert isinstance(result, Left)
    assert why in result.reason


def test_an_unknown_format_is_told(session: Session) -> None:
    result = fix(session, "报告.png", b"", Safety.SAFE)
    assert isinstance(result, Checked)
    assert "png" in str(result.result)
