"""Text files, as clerks save them and sites copy them; hostile ones too."""

from time import process_time

import pytest

from hegui.document.markdown import MarkdownLoader
from hegui.document.model import Block, Document, Loader
from hegui.document.plain import PlainLoader
from hegui.text.source import Unreadable
from hegui.text.span import Span

SENTENCE = "我镇坚持依法行政，2024年共办理案件66件，其中书面27件，群众满意度不断提高。"
LOADERS: tuple[Loader, ...] = (PlainLoader(), MarkdownLoader())


def load(text: str, encoding: str = "utf-8") -> Document:
    return PlainLoader().load(text.encode(encoding), "a.txt")


def test_paragraphs_are_lines_without_the_blanks_around_them() -> None:
    document = load("\u3000\u3000一、主要工作 \r\n\r\n\t  " + SENTENCE + "\u3000\r\n")
    assert document.text == f"一、主要工作\n{SENTENCE}"
    assert document.blocks == (Block(Span(0, 6)), Block(Span(7, 7 + len(SENTENCE))))
    assert (document.path, document.format) == ("a.txt", "txt")


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\r\r\n", "\f", "\v", "\x85", "\u2028", "\u2029", "\n\f"])
def test_what_ends_a_line(mark: str) -> None:
    assert load(f"一、主要工作{mark}{SENTENCE}").text == f"一、主要工作\n{SENTENCE}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_encoding_makes_no_difference(encoding: str) -> None:
    text = f"一、主要工作\r\n{SENTENCE}\r\n"
    document = load(text, encoding)
    assert document.text == load(text).text
    assert document.source.encode() == text.encode(encoding)
    assert document.runs == load(text).runs


@pytest.mark.parametrize(
    "data", [b"", b"\n \t\r\n", "\u3000\n".encode(), b"\xef\xbb\xbf\r\n", "打印\n— 3 —\n".encode()]
)
@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
def test_nothing_to_read(loader: Loader, data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"文件是空的|没有可读的文字"):
        loader.load(data, "a")


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
def test_no_text_at_all(loader: Loader) -> None:
    with pytest.raises(Unreadable, match="图片"):
        loader.load(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a")


def test_markdown_is_left_alone_in_a_text_file() -> None:
    text = "# 标题 **甲** <!-- 注 --> &amp; [x](y)"
    assert load(text).text == text


def test_remarks_are_taken_out_and_kept() -> None:
    text = (
        "<!-- hegui: ignore[STR001] 旧文 -->\n一、主要工作\n"
        "文中 <!-- HEGUI：ignore[LDR002] 理由 --> 续写，如上。\n  <!-- hegui: ignore[SIG001] 末尾 -->  \n"
    )
    document = load(text)
    assert document.text == "一、主要工作\n文中 续写，如上。"
    within = document.text.index("续")
    assert [comment.anchor for comment in document.comments] == [0, within, len(document.text)]
    assert [comment.alone for comment in document.comments] == [True, False, True]
    assert [comment.text[-2:] for comment in document.comments] == ["旧文", "理由", "末尾"]
    assert all(text.startswith("<!--", comment.at) for comment in document.comments)


@pytest.mark.parametrize(
    "text",
    [
        "一、<!-- hegui: 没有结束",
        "一、<!-- hegui: 没有结束\n二、<!-- 另一个 -->",
        "一、<!-- 给人看的 -->",
        "一、--> 只有结束",
    ],
)
def test_what_is_no_remark_stays_text(text: str) -> None:
    assert load(text).text == text
    assert load(text).comments == ()


LONG = {
    "a large report": f"一、主要工作\n{SENTENCE}\n" * 20_000,
    "one line": SENTENCE * 45_000,
    "tiny lines": "法\n" * 40_000,
    "double spaced": "法\n\n" * 30_000,
    "labels": "发布日期:2024-01-01 来源:某镇\n" * 20_000,
    "names": "索引号\n" * 30_000,
    "labels below a heading": "一、工作\n" + "发布日期:2024-01-01\n" * 20_000 + SENTENCE,
    "paths": "首页 > 公开 > " * 50_000,
    "wrapped": "\n".join((SENTENCE * 2)[i % 9 : i % 9 + 30] for i in range(20_000)),
    "page numbers": "— 3 —\n" * 30_000 + SENTENCE,
    "numbers": "".join(f"{n % 9}\n" for n in range(30_000)),
    "blanks": "文" + " " * 2_000_000 + "字。",
    "blanks in a name": f"索{' ' * 900}引号:\n" * 2000,
    "blanks in a value": f"来源:a{' ' * 900}b c\n" * 2000,
    "openings": "<!--" * 100_000,
    "remarks never closed": "<!-- hegui: " * 100_000,
    "remarks closed at the end": "<!-- hegui: " * 100_000 + "-->",
    "remarks": "<!-- hegui: x -->" * 30_000 + SENTENCE,
    "brackets": "[" * 1_000_000,
    "links": "[a](b)" * 60_000,
    "links never closed": "[a](b " * 150_000,
    "targets never closed": "[a](" + "(a" * 300_000,
    "images": "![" * 300_000,
    "stars": "*a" * 150_000,
    "lines of stars": "*" * 1_000_000,
    "ticks": "".join("`" * (n % 40 + 1) + "a" for n in range(30_000)),
    "escapes": "\\*" * 150_000,
    "entities": "&amp;" * 100_000,
    "tags": "<p " * 300_000,
    "line breaks": "a<br>" * 20_000,
    "hashes": "# " * 500_000,
    "rules": "- " * 500_000 + "x",
    "bars": "|-" * 500_000 + "x",
    "quotes": "> " * 500_000 + "x",
    "rows": "| 甲 | 1 |\n" * 20_000,
    "front matter": "---\n" + "a: b\n" * 20_000,
    "fences": "```\n" * 30_000 + SENTENCE,
    "titles never closed": "《" * 1_000_000,
}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: str(loader.name))
@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_size_only(name: str, loader: Loader) -> None:
    """A quadratic step would take minutes here."""
    data = LONG[name].encode()
    start = process_time()
    try:
        document = loader.load(data, "a")
    except Unreadable:
        document = None
    if document:
        for at in range(0, len(document.text), max(1, len(document.text) // 500)):
            document.places(Span(at, min(at + 9, len(document.text))))
    assert process_time() - start < 5
