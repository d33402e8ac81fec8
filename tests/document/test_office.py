"""Old Word and WPS files, and what LibreOffice makes of others: read as the ``.docx`` that they become."""

from __future__ import annotations

import os
import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic, sleep

import pytest

from hegui.document import office
from hegui.document.docx import OLE, DocxLoader
from hegui.document.docx_making import word_file
from hegui.document.model import Document
from hegui.document.office import OfficeLoader
from hegui.testing import model_report
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.system import program

OLD = OLE + bytes(504)
PAGE = """<html><body>
<p align=center>柳河镇人民政府<br>关于2024年法治政府建设情况的报告</p>
<h1>一、主要举措和成效</h1>
<p>开展执法检查24次<b>，办结</b>投诉<i>12</i>件。</p>
<ol><li>健全制度</li><li>强化监督</li></ol>
<table border=1><tr><td>事项</td><td>件数</td></tr><tr><td>执法</td><td>24</td></tr></table>
<p align=right>柳河镇人民政府</p>
</body></html>"""


def convert(source: Path, form: str) -> Path:
    """``source`` as another format, in a profile of the test's own."""
    soffice = program("soffice", "libreoffice-writer-nogui")
    made = source.parent / "made"
    profile = f"-env:UserInstallation={(source.parent / 'own').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(made), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made / f"{source.stem}.{form.partition(':')[0]}"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A report as an old Word file."""
    folder = tmp_path_factory.mktemp("old")
    (folder / "报告.docx").write_bytes(word_file(model_report()))
    return convert(folder / "报告.docx", "doc").read_bytes()


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.mark.system
def test_old_files_are_read_as_what_they_become(old: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert old.startswith(OLE)
    for loader, name in ((OfficeLoader(), "报告.wps"), (DocxLoader(), "报告.docx")):
        document = loader.load(old, name)
        assert "\n".join(blocks(document)) == model_report().strip()
        assert document.format == "docx"
        assert document.places(document.blocks[3].span)[0].words == "第 4 段"
    assert not list(tmp_path.iterdir())


def test_a_new_file_under_an_old_name_needs_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    document = OfficeLoader().load(word_file(model_report()), "报告.doc")
    assert document.blocks[0].span.of(document.text).startswith("清源县")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "文件是空的"),
        (b"{\\rtf1}", "内容是 RTF"),
        (b"<html>", "内容是网页"),
        ("文字".encode(), "内容不是旧版 Word 或 WPS 文档"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "文件有密码"),
        (b"PK\x03\x04", "压缩包已损坏"),
    ],
)
def test_what_is_no_old_file(data: bytes, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unreadable, match=told):
        OfficeLoader().load(data, "报告.doc")


def test_without_a_program_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor with one that lies in the folder of the documents."""
    for name in ("soffice", "soffice.exe", "libreoffice"):
        (tmp_path / name).write_text("#!/bin/sh\ntouch was-here\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", str(tmp_path)]))
    monkeypatch.setattr(office, "_PLACES", ())
    with pytest.raises(Unreadable, match=r"本机没有；请用 Word 或 WPS 打开后另存为 \.docx 再检查") as caught:
        OfficeLoader().load(OLD, "报告.doc")
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "was-here").exists()


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a program called soffice is looked for; its temporary files are to be in ``tmp_path/t``."""
    if os.name == "nt":
        pytest.skip("the programs of these tests are shell scripts")
    (tmp_path / "bin").mkdir()
    (tmp_path / "t").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "t"))
    yield tmp_path / "bin" / "soffice"
    assert not list((tmp_path / "t").iterdir())


def write_program(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_program(fake, f"(while true; do date > {tmp_path}/alive; sleep 0.1; done) &\nsleep 100")
    monkeypatch.setattr(office, "SECONDS", 1)
    begun = monotonic()
    with pytest.raises(Unreadable, match=r"超过 1 秒，已停止；请用 Word"):
        OfficeLoader().load(OLD, "报告.doc")
    assert monotonic() - begun < 10
    sleep(0.3)
    (tmp_path / "alive").unlink()
    sleep(0.5)
    assert not (tmp_path / "alive").exists()


def test_a_program_that_makes_nothing_or_leaves_a_child(fake: Path, tmp_path: Path) -> None:
    write_program(fake, f"echo $HOME $TMPDIR > {tmp_path}/home\nsleep 50 &\nexit 1")
    with pytest.raises(Unreadable, match="LibreOffice 转换不了这个文件"):
        OfficeLoader().load(OLD, "报告.doc")
    assert set((tmp_path / "home").read_text("utf-8").split()) == {(tmp_path / "home").read_text("utf-8").split()[0]}
    assert str(tmp_path / "t") in (tmp_path / "home").read_text("utf-8")


def test_a_program_is_given_a_profile_of_its_own(fake: Path, tmp_path: Path) -> None:
    write_program(fake, f'echo "$@" > {tmp_path}/words\ncp profile/user/registrymodifications.xcu {tmp_path}/settings')
    with pytest.raises(Unreadable):
        OfficeLoader().load(OLD, "报告.doc")
    words = (tmp_path / "words").read_text("utf-8")
    assert f"-env:UserInstallation=file://{tmp_path}/t/hegui-" in words
    assert "--headless" in words
    settings = (tmp_path / "settings").read_text("utf-8")
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in settings


@pytest.mark.system
def test_a_damaged_old_file_is_told(old: bytes, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        OfficeLoader().load(OLD, "报告.doc")
    assert "\n" not in str(caught.value)


def png() -> bytes:
    """A red square."""
    parts = (b"IHDR" + struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0), b"IDAT" + zlib.compress(b"\0" * 8 * 25), b"IEND")
    sealed = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(sealed)


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What is asked of a server that has a picture; its address comes first."""
    found: list[str] = []
    picture = png()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.append(self.command)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(picture)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(picture)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the names of the protocol

        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        found.append(f"http://127.0.0.1:{server.server_port}/a.png")
        yield found
        server.shutdown()
        thread.join()


@pytest.mark.system
def test_nothing_is_fetched(asked: list[str], tmp_path: Path) -> None:
    """A linked picture, which the program left to itself fetches even to convert a file."""
    link = asked[0]
    (tmp_path / "a.html").write_text(
        f'<meta charset="utf-8"><p>柳河镇<img src="{link}" width=20 height=20></p>', "utf-8"
    )
    made = convert(tmp_path / "a.html", "doc:MS Word 97")
    assert link.encode("utf-16-le") in made.read_bytes()
    del asked[1:]
    assert OfficeLoader().load(made.read_bytes(), "a.doc").text == "柳河镇"
    assert asked == [link]
    convert(made, "docx")
    assert "GET" in asked


@pytest.mark.system
@pytest.mark.parametrize("through", ["odt", ""], ids=["by way of OpenDocument", "from a page"])
def test_files_of_libreoffice(through: str, tmp_path: Path) -> None:
    (tmp_path / "页面.html").write_text(f'<meta charset="utf-8">{PAGE}', "utf-8")
    source = convert(tmp_path / "页面.html", f"{through}:writer8") if through else tmp_path / "页面.html"
    document = DocxLoader().load(convert(source, "docx:MS Word 2007 XML").read_bytes(), "页面.docx")
    assert blocks(document) == [
        "柳河镇人民政府",
        "关于2024年法治政府建设情况的报告",
        "一、主要举措和成效",
        "开展执法检查24次，办结投诉12件。",
        "1.健全制度",
        "2.强化监督",
        "| 事项 | 件数 |",
        "| 执法 | 24 |",
        "柳河镇人民政府",
    ]
    assert [block.align for block in document.blocks][-1] == "right"
    assert document.blocks[0].align == "center"
    assert document.blocks[2].style == "heading"
    at = document.text.index("24 |")
    assert document.places(Span(at, at + 2))[0].cell == (1, 2, 2)
