"""Decoding, strict and reversible, and counting lines as editors do."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hegui.text.source import Lines, Unreadable, decode

CHINESE = "甲县乙镇人民政府关于2024年法治政府建设情况的报告\r\n一、主要举措和成效，共办理行政案件66件。\n"
TRADITIONAL = (
    "中共臺中縣委關於二○二四年度法治政府建設情況的報告，為全面推進依法行政，現將有關情況報告如下：一、主要舉措和成效"
)
ODD = st.text(
    st.one_of(
        st.sampled_from("一、法治政府建设（2024）\r\n\t\u3000\u2028\u2029\x0b\x0c\x85\ufeff\u200b\u00a0*#|[]<!->"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("encoding", "name", "bom"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8-sig", "utf-8", b"\xef\xbb\xbf"),
        ("utf-16", "utf-16-le", b"\xff\xfe"),
        ("gb18030", "gb18030", b""),
        ("gbk", "gb18030", b""),
    ],
)
def test_encodings_of_chinese(encoding: str, name: str, bom: bytes) -> None:
    source = decode(CHINESE.encode(encoding))
    assert source == (CHINESE, name, bom)
    assert source.encode() == CHINESE.encode(encoding)


def test_big_endian_utf16() -> None:
    data = b"\xfe\xff" + CHINESE.encode("utf-16-be")
    assert decode(data).text == CHINESE
    assert decode(data).encode() == data


@given(ODD, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
@example("\ufeff\ufeff报告", "utf-8-sig")
@example("报告\r\r\n", "gb18030")
def test_what_is_decoded_encodes_to_the_same_bytes(text: str, encoding: str) -> None:
    data = (CHINESE + text).encode(encoding)
    try:
        source = decode(data)
    except Unreadable:
        return
    assert source.encode() == data
    if encoding != "gb18030":
        assert source.text == CHINESE + text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_one_line(data: bytes) -> None:
    try:
        source = decode(data)
    except Unreadable as error:
        why = str(error)
    else:
        why = "读到了"
        assert source.encode() == data
        assert source.text.strip()
    assert why.isprintable()
    assert why


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "空的"),
        (b" \r\n\t\n", "空的"),
        (b"\xef\xbb\xbf", "空的"),
        (b"\xff\xfe", "空的"),
        ("\u3000\u00a0\n\u200b".encode(), "空的"),
        (CHINESE.encode("utf-16-le"), "UTF-16"),
        (CHINESE.encode("utf-16-be"), "UTF-16"),
        ("全面推进依法行政工作".encode("utf-16-le"), "UTF-16"),
        (CHINESE.encode("utf-32"), "控制字符"),
        (TRADITIONAL.encode("big5"), "Big5"),
        (TRADITIONAL.encode("cp950"), "Big5"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "图片"),
        (b"PK\x03\x04\x14\0\0\0", "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "旧版 Word"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (bytes(range(256)) * 9, "二进制"),
        ("报告\0".encode(), "二进制"),
        (b"\x01\x02\x03\x04", "控制字符"),
        (b"\xff\xfeA", "utf-16-le"),
        (b"\xef\xbb\xbf\xff", "utf-8"),
        (CHINESE.encode() + b"\xff\n", "第 3 行"),
        ("報告".encode("shift_jis") * 9, "无法解码"),
    ],
)
def test_unreadable_files(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)
    assert why in str(refused.value)
    assert "\n" not in str(refused.value)


@given(ODD)
@example("")
@example("\r\n\n\r")
@example("一\u2028二\x0b三\x0c四\x85五\n六")
def test_lines_and_columns_are_those_of_an_editor(text: str) -> None:
    lines = Lines(text)
    assert len(lines) == text.count("\n") + 1
    line = column = 1
    for offset, char in enumerate(text):
        assert lines.at(offset) == (line, column)
        line, column = (line + 1, 1) if char == "\n" else (line, column + 1)
    assert lines.at(len(text)) == (line, column)
    assert all(lines.at(lines.start(number)) == (number, 1) for number in range(1, len(lines) + 1))


def test_five_megabytes_are_decoded_at_once() -> None:
    data = (CHINESE * 40_000).encode("gb18030")
    start = time.process_time()
    assert len(decode(data).text) == 40_000 * len(CHINESE)
    assert time.process_time() - start < 5
