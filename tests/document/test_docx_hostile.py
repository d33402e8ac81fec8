"""Word files that are none, or mean harm: one line each, soon, and nothing unpacked beyond the limits."""

from __future__ import annotations

import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from hegui.document import limits
from hegui.document.docx import DocxLoader
from hegui.document.docx_making import word_package, zipped
from hegui.document.limits import Limits
from hegui.text.source import Unreadable
from tests.document.word import p, r

GOOD = word_package(p("柳河镇2024年法治政府建设情况报告"))
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = "word/document.xml"


def parts(data: bytes = GOOD) -> dict[str, str | bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, content: str | bytes) -> bytes:
    return zipped({**parts(), name: content})


def document(content: str, head: str = "") -> bytes:
    return with_part(MAIN, f"{head}<w:document {NAMES}><w:body>{content}</w:body></w:document>")


@contextmanager
def limited(**given: int) -> Iterator[None]:
    before = limits.current()
    limits.use(Limits(**given))
    try:
        yield
    finally:
        limits.use(before)


def patched(data: bytes, signature: bytes, offset: int, value: int, size: int, name: str = MAIN) -> bytes:
    """``data`` with a number changed in the record with this signature that is about ``name``."""
    end = data.rindex(name.encode()) if signature == b"PK\x01\x02" else data.index(name.encode())
    at = data.rindex(signature, 0, end) + offset
    return data[:at] + value.to_bytes(size, "little") + data[at + size :]


def overlapping() -> bytes:
    """Two entries of the list that stand on the same bytes."""
    data = zipped({**parts(), "word/a.xml": b"<a/>" * 400, "word/b.xml": b"<a/>" * 400})
    with zipfile.ZipFile(BytesIO(data)) as archive:
        offset = archive.getinfo("word/a.xml").header_offset
    return patched(data, b"PK\x01\x02", 42, offset, 4, "word/b.xml")


def duplicated() -> bytes:
    file = BytesIO(GOOD)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(file, "a") as archive:
        archive.writestr(MAIN, "<x/>")
    return file.getvalue()


def lying() -> bytes:
    """The list of entries tells a tenth of what there is."""
    data = document(p("柳河镇" * 3000))
    return patched(data, b"PK\x01\x02", 24, 900, 4)


def compressed_as(method: int) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(MAIN, "<x/>")
    return file.getvalue()


def many_entries() -> bytes:
    return zipped({**parts(), **{f"word/media/{number}.png": b"" for number in range(2001)}})


def noise(size: int) -> str:
    """Characters that hardly compress."""
    return b"".join(zlib.crc32(number.to_bytes(4, "big")).to_bytes(4, "big") for number in range(size // 8)).hex()


def many_tags() -> bytes:
    words = noise(200_001 * 8)
    return document("".join(f'<a b="{words[at : at + 8]}"/>' for at in range(0, len(words), 8)))


def styles_upon_styles() -> bytes:
    styles = "".join(f'<w:style w:styleId="{at}"><w:basedOn w:val="{at + 1}"/></w:style>' for at in range(6_000))
    body = "".join(p(props=f'<w:pStyle w:val="{at}"/>') for at in range(6_000))
    return word_package(body, {"styles": f"<!--{noise(200_000)}-->{styles}"})


def in_utf16(text: str) -> bytes:
    return text.encode("utf-16")


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "文件是空的"),
    "text": ("柳河镇".encode, "不是 Word 文档"),
    "pdf": (lambda: b"%PDF-1.7", "内容是 PDF"),
    "rtf": (lambda: b"{\\rtf1\\ansi}", "内容是 RTF"),
    "html": (lambda: b"\xef\xbb\xbf\r\n<html>", "内容是网页"),
    "mht": (lambda: b"MIME-Version: 1.0", "内容是网页存档"),
    "flat xml": (lambda: b"<?xml version='1.0'?><pkg:package/>", "内容是 XML"),
    "only a signature": (lambda: b"PK\x03\x04", "压缩包已损坏"),
    "cut short": (lambda: GOOD[: len(GOOD) // 2], "压缩包已损坏"),
    "encrypted by Word": (lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "文件有密码"),
    "encrypted archive": (lambda: patched(GOOD, b"PK\x01\x02", 8, 1, 2), "文件有密码"),
    "a spreadsheet": (lambda: zipped({"xl/workbook.xml": "<x/>"}), "这是 Excel 表格"),
    "a presentation": (lambda: zipped({"ppt/presentation.xml": "<x/>"}), "这是演示文稿"),
    "an OpenDocument": (lambda: zipped({"mimetype": "x", "content.xml": "<x/>"}), "这是 OpenDocument"),
    "an OFD": (lambda: zipped({"OFD.xml": "<x/>"}), "这是 OFD"),
    "any archive": (lambda: zipped({"a.txt": "甲"}), "没有 Word 正文"),
    "an empty archive": (lambda: zipped({}), "没有 Word 正文"),
    "bomb by ratio": (lambda: document(p("甲" * 2_000_000)), "压缩比超过上限 100 倍"),
    "bomb in a part that is not read": (lambda: with_part("word/media/a.png", bytes(30 << 20)), "超过上限"),
    "bomb by what the list of entries tells": (lambda: patched(GOOD, b"PK\x01\x02", 24, 1 << 31, 4), "压缩比超过上限"),
    "bomb that tells less than it is": (lying, "与压缩包的登记不符"),
    "entries that overlap": (overlapping, "互相重叠"),
    "too many entries": (many_entries, "部件数超过上限 2000 个"),
    "one name twice": (duplicated, "两个同名的部件"),
    "bzip2": (lambda: compressed_as(zipfile.ZIP_BZIP2), "压缩方式"),
    "lzma": (lambda: compressed_as(zipfile.ZIP_LZMA), "压缩方式"),
    "damaged part": (lambda: GOOD[:60] + bytes(20) + GOOD[80:], "文件已损坏"),
    "deep nesting": (lambda: document("<w:p>" * 300 + "</w:p>" * 300), "嵌套超过上限 256 层"),
    "deep nesting of what is not read": (lambda: document(f"<w:pPr>{'<a>' * 300}{'</a>' * 300}</w:pPr>"), "嵌套"),
    "many tags": (many_tags, "标签数超过上限 200000 个"),
    "DOCTYPE": (lambda: document(p("甲"), DOCTYPE), "word/document.xml 里有 DOCTYPE"),
    "DOCTYPE in styles": (lambda: with_part("word/styles.xml", f"{DOCTYPE}<a/>"), "word/styles.xml 里有 DOCTYPE"),
    "DOCTYPE in a part that is not read": (lambda: with_part("docProps/app.xml", f"{DOCTYPE}<a/>"), "DOCTYPE"),
    "DOCTYPE in UTF-16": (lambda: with_part("customXml/a.xml", in_utf16(f"{DOCTYPE}<a/>")), "DOCTYPE"),
    "DOCTYPE in UTF-16 in the body": (lambda: with_part(MAIN, in_utf16(f"{DOCTYPE}<a/>")), "DOCTYPE"),
    "DOCTYPE over two chunks": (lambda: with_part("a.rels", " " * (65536 - 4) + DOCTYPE + "<a/>"), "DOCTYPE"),
    "an entity": (lambda: document(p("<w:r><w:t>&lol;</w:t></w:r>")), "不是正确的 XML"),
    "a lone surrogate": (lambda: document(p("<w:r><w:t>&#xD800;</w:t></w:r>")), "不是正确的 XML"),
    "a surrogate in bytes": (lambda: with_part(MAIN, b"<a>\xed\xa0\x80</a>"), "不是正确的 XML"),
    "NUL by reference": (lambda: document(p("<w:r><w:t>&#0;</w:t></w:r>")), "不是正确的 XML"),
    "NUL": (lambda: document(p("甲\0乙")), "不是正确的 XML"),
    "a control character": (lambda: document(p("<w:r><w:t>&#8;</w:t></w:r>")), "不是正确的 XML"),
    "an encoding nobody knows": (lambda: with_part(MAIN, b"<?xml version='1.0' encoding='x-nix'?><a/>"), "已损坏"),
    "an encoding of many bytes": (lambda: with_part(MAIN, b"<?xml version='1.0' encoding='gb18030'?><a/>"), "已损坏"),
    "a prefix for nothing": (lambda: with_part(MAIN, "<a:b/>"), "不是正确的 XML"),
    "a comment without end": (lambda: document(f"<!--{noise(3 << 20)}-->"), "超过 2 MB 的标签或注释"),
    "a tag without end": (lambda: document(f"<a b='{noise(3 << 20)}'/>"), "超过 2 MB 的标签或注释"),
    "styles upon styles": (styles_upon_styles, "没有可读的文字"),
    "no words": (lambda: document(p("")), "没有可读的文字"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "told"), CASES.values(), ids=CASES)
def test_one_line_and_soon(
    make: Callable[[], bytes], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = make()
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    begun = process_time()
    with pytest.raises(Unreadable, match=told) as caught:
        DocxLoader().load(data, "a.docx")
    assert process_time() - begun < 5
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_memory_is_that_of_the_text_and_not_of_the_bomb() -> None:
    data = document(f"<!--{noise(1 << 20)}-->" * 8 + p("柳河镇"))
    tracemalloc.start()
    try:
        assert DocxLoader().load(data, "a.docx").text == "柳河镇"
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"size": 100}, "文件大小超过上限 100 字节（设置项 limits.size）"),
        ({"unpacked": 500}, "解压后的大小超过上限 500 字节"),
        ({"entries": 1}, "部件数超过上限 1 个"),
        ({"depth": 4}, "嵌套超过上限 4 层"),
        ({"tags": 3}, "标签数超过上限 3 个"),
        ({"text": 5}, "文字超过上限 5 字"),
    ],
)
def test_limits_are_settings(given: dict[str, int], told: str) -> None:
    with limited(**given), pytest.raises(Unreadable, match=told):
        DocxLoader().load(GOOD, "a.docx")


STRANGE = {
    "a path upwards": {
        "../../etc/passwd": "x",
        "..\\..\\a.xml": "<a/>",
        "/etc/a": "x",
        "C:\\a": "x",
        "word/\u2028": "x",
    },
    "macros": {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0", "word/vbaData.xml": "<a/>", "customUI/a.xml": "<a/>"},
    "another program's parts": {"WPSData/a.xml": "<a/>", "docProps/core.xml": "not xml"},
    "broken parts that are not read": {"word/theme/theme1.xml": "<a>", "word/numbering.xml": "<a>"},
}


@pytest.mark.parametrize("more", STRANGE.values(), ids=STRANGE)
def test_what_does_no_harm_is_left_alone(
    more: dict[str, str | bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert DocxLoader().load(zipped({**parts(), **more}), "a.docx").text.startswith("柳河镇")
    assert not list(tmp_path.rglob("*"))


def test_a_name_cannot_break_the_line_that_tells_of_it() -> None:
    data = with_part("word/a\n\x1b[31m\u2028.xml", b"0" * 4_000_000)
    with pytest.raises(Unreadable) as told:
        DocxLoader().load(data, "a.docx")
    assert str(told.value).isprintable()


def test_an_entry_without_a_name_is_left_alone() -> None:
    data = with_part("word/unnamed", "x").replace(b"word/unnamed", b"\0ord/unnamed")
    assert DocxLoader().load(data, "a.docx").text == "柳河镇2024年法治政府建设情况报告"


def test_links_out_of_the_file_are_not_followed() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = 'Target="http://127.0.0.1:9/" TargetMode="External"'
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}/styles" {outside}/><Relationship Id="b" Type="{kind}/comments" {outside}/>'
        f'<Relationship Id="c" Type="{kind}/footer" Target="../../../etc/passwd"/>'
        f'<Relationship Id="d" Type="{kind}/numbering" Target="/nowhere.xml"/></Relationships>'
    )
    data = with_part("word/_rels/document.xml.rels", relations)
    assert DocxLoader().load(data, "a.docx").text.startswith("柳河镇")


def test_a_body_under_another_name() -> None:
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kind}/officeDocument" Target="/word/document2.xml"/></Relationships>'
    )
    content = parts()
    data = zipped({"_rels/.rels": relations, "word\\document2.xml": content[MAIN]})
    assert DocxLoader().load(data, "a.docx").text.startswith("柳河镇")


def test_line_ends_and_other_signs_inside_a_paragraph() -> None:
    data = document(p(r("甲\u2028乙\u2029丙\x85丁\r\n戊")))
    assert DocxLoader().load(data, "a.docx").text.split() == ["甲", "乙", "丙", "丁", "戊"]
